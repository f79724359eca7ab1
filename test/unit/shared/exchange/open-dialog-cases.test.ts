import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readSharedData } from '../../../builders/shared-data.ts';
import { actionCases } from './cases/action-cases.ts';
import { apiCases } from './cases/api-cases.ts';
import { attributeCases } from './cases/attribute-cases.ts';
import { builderCases } from './cases/builder-cases.ts';
import { nameCases, type BetterCase, type Case, type Handler, type NamedCase } from './cases/case-file.ts';
import { conditionCases } from './cases/condition-cases.ts';
import { flowCases } from './cases/flow-cases.ts';
import { hearingCases } from './cases/hearing-cases.ts';
import { messageCases } from './cases/message-cases.ts';
import { referenceCases } from './cases/reference-cases.ts';

/** How the cases of an area are tried here. */
const handlers: Readonly<Record<string, Handler>> = {
  ...conditionCases,
  ...attributeCases,
  ...referenceCases,
  ...hearingCases,
  ...flowCases,
  ...actionCases,
  ...messageCases,
  ...apiCases,
  ...builderCases,
};

const file = readSharedData('cases/opendialog-cases.json');
const cases = nameCases(JSON.parse(file ?? '[]') as readonly Case[]);
const here = dirname(fileURLToPath(import.meta.url));
const list = join(here, 'cases/better-cases.json');
const decisions = readFileSync(join(here, '../../../../shared/DECISIONS.md'), 'utf8');
const listed = JSON.parse(readFileSync(list, 'utf8')) as readonly BetterCase[];

/** The entry that says this case comes out better here; null when it must come out as documented. */
const entryOf = (one: NamedCase): BetterCase | null =>
  listed.find((entry) =>
    'case' in entry
      ? entry.case === one.id
      : entry.area === one.area && new RegExp(entry.pattern).test(JSON.stringify(one.input)),
  ) ?? null;

describe.skipIf(file === null)('documented behaviour of OpenDialog', () => {
  test('[O22] the cases were looked at, and every area has its trial', () => {
    expect(cases.length).toBeGreaterThan(0);
    expect([...new Set(cases.map(({ area }) => area))].filter((area) => handlers[area] === undefined)).toEqual([]);
    const ids = new Set(cases.map(({ id }) => id));
    expect(listed.filter((entry) => 'case' in entry && !ids.has(entry.case))).toEqual([]);
    // Why each is better stands where people look for it.
    expect(listed.filter(({ reason }) => !decisions.includes(reason))).toEqual([]);
  });

  test.each(cases)('[O22] $id', (one) => {
    const { got, passes } = handlers[one.area]?.(one.input, one.expected) ?? { got: null, passes: false };
    const entry = entryOf(one);
    const wanted = entry === null ? 'as documented' : entry.reason;
    expect({ ...one, got, wanted, passes }).toEqual({ ...one, got, wanted, passes: entry === null });
  });
});
