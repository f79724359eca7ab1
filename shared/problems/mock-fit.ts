import { fitOutput } from '../actions/fit-output.ts';
import { queryJson } from '../actions/query-json.ts';
import type { Json } from '../base/json.ts';
import { succeed } from '../base/result.ts';
import type { ActionOutput } from '../model/action-parts.ts';
import type { ActionRecord } from '../model/action-record.ts';
import type { Document } from '../model/document.ts';
import type { MockRecord } from '../model/mock-record.ts';
import { readPath } from '../reference/read-path.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';

/** An example answer that has fallen behind its action: what an output is read from is missing, or of another type. */
export const mockMisfit: Rule = (document) =>
  mocksOf(document).flatMap(([mock, action]) => {
    if (mock.failure !== undefined || !counts(action, mock.status)) return [];
    const misfits = action.outputs.flatMap((output) => misfitOf(output, mock));
    if (misfits.length === 0) return [];
    return [
      {
        code: 'P035-mock-misfit',
        severity: 'warning',
        ref: mock.id,
        field: 'body',
        sentence: `The example ${named(mock)} no longer fits ${action.name}: ${misfits.join('; ')}. Change the example, or the outputs.`,
      } satisfies Problem,
    ];
  });

/** A mock of a world nobody can choose never answers. */
export const mockOfUnknownWorld: Rule = (document) => {
  const worlds = new Set((document.scenario.worlds ?? []).map(({ id }) => id));
  return mocksOf(document).flatMap(([mock, action]) =>
    mock.world === undefined || worlds.has(mock.world)
      ? []
      : [
          {
            code: 'P036-unknown-world',
            severity: 'warning',
            ref: mock.id,
            field: 'world',
            sentence: `The example ${named(mock)} of ${action.name} belongs to a world that does not exist, so it never answers. Choose another world, or none.`,
          } satisfies Problem,
        ],
  );
};

const mocksOf = (document: Document): readonly (readonly [MockRecord, ActionRecord])[] =>
  [...document.tables.mocks.values()].flatMap((mock) => {
    const action = document.tables.actions.get(mock.action);
    return action === undefined ? [] : [[mock, action] as const];
  });

const named = ({ name, id }: MockRecord): string => `“${name === '' ? id : name}”`;

/** Whether outputs are read from an answer of this status. */
function counts(action: ActionRecord, status: number): boolean {
  const rules: { readonly [name: string]: boolean | string | undefined } =
    action.kind === 'api' ? (action.successes ?? {}) : {};
  return (rules[`${Math.trunc(status / 100)}xx`] ?? status < 400) !== false;
}

function misfitOf(output: ActionOutput, { body }: MockRecord): string[] {
  const path = output.from.trim();
  const read = path === '' ? succeed(readPath(body, [output.name])) : queryJson(body, path);
  // A path that is broken is a finding about the action.
  if (!read.ok) return [];
  if (read.value === null)
    return isForgotten(body, path === '' ? [output.name] : plainPath(path)) ? [`it has no ${output.name}`] : [];
  return fitOutput(read.value, output.type) === undefined ? [`its ${output.name} is no ${output.type}`] : [];
}

/** Fields and positions; null for a path that chooses, which may well choose nothing. */
const plainPath = (path: string): readonly (string | number)[] | null =>
  /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[\d+\])*$/.test(path)
    ? [...path.matchAll(/\w+/g)].map(([part]) => (/^\d/.test(part) ? Number(part) : part))
    : null;

/** Whether it is not there at all: a null on purpose unsets the output. */
function isForgotten(body: Json, path: readonly (string | number)[] | null): boolean {
  const last = path?.at(-1);
  if (path === null || last === undefined) return false;
  const parent = readPath(body, path.slice(0, -1));
  return typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, last);
}
