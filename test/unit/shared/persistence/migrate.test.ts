import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../shared/base/json.ts';
import { scenarioVersion } from '../../../../shared/persistence/file-format.ts';
import { chainFlaws, migrate, type Migration } from '../../../../shared/persistence/migrate.ts';
import { migrationChain } from '../../../../shared/persistence/migrations/migration-chain.ts';
import { readScenario } from '../../../../shared/persistence/read-scenario.ts';
import { repairScenario } from '../../../../shared/persistence/repair-scenario.ts';
import { unwrap, unwrapFailure } from '../../../builders/unwrap.ts';

/** Two steps as a later program might have them. */
const chain: readonly Migration[] = [
  { to: 2, why: 'turns were called steps', up: ({ steps = {}, ...file }) => ({ ...file, turns: steps }) },
  {
    to: 3,
    why: 'the name moved into the scenario',
    up: ({ title = '', ...file }) => ({ ...file, scenario: { ...(file['scenario'] as JsonObject), name: title } }),
  },
];
const later = { version: 3, chain };

const old = JSON.stringify({
  format: 'parley.scenario',
  version: 1,
  title: 'Order',
  scenario: { id: 's' },
  conversations: { c: { name: 'C', order: 'a0' } },
  scenes: { d: { conversation: 'c', name: 'D', order: 'a0' } },
  steps: { t: { scene: 'd', name: 'T', order: 'a0' } },
});

describe('an older file', () => {
  test('[F13, F14] is migrated step by step, and the reader says from where', () => {
    const { document, migratedFrom } = unwrap(readScenario(old, later));
    expect(migratedFrom).toBe(1);
    expect(document.scenario.name).toBe('Order');
    expect(document.tables.turns.get('t')?.name).toBe('T');
    expect(document.extras).toEqual({});
  });

  test('[F14] goes through every step in order, once', () => {
    const seen: number[] = [];
    const watching = chain.map((step) => ({
      ...step,
      up: (file: JsonObject) => {
        seen.push(file['version'] as number);
        return file;
      },
    }));
    expect(unwrap(migrate({ version: 1 }, 1, 3, watching))).toEqual({ version: 3 });
    expect(seen).toEqual([1, 2]);
    expect(unwrap(migrate({ version: 3 }, 3, 3, watching))).toEqual({ version: 3 });
    expect(seen).toEqual([1, 2]);
  });

  test('[F14] is repaired after it was migrated', () => {
    const { migratedFrom, leftOut } = unwrap(repairScenario(old.replace('"name":"T"', '"name":4'), later));
    expect({ migratedFrom, leftOut: leftOut.map(({ pointer }) => pointer) }).toEqual({
      migratedFrom: 1,
      leftOut: ['/turns/t/name', '/turns/t'],
    });
  });

  test('[F14] is refused when a step is missing', () => {
    expect(unwrapFailure(readScenario(old, { version: 3, chain: chain.slice(1) }))).toEqual([
      { pointer: '/version', sentence: 'No way is known from version 1 to version 2.' },
    ]);
  });
});

describe('the chain', () => {
  test('[F14] of this program leads from the first version to its own', () => {
    expect(chainFlaws(migrationChain, scenarioVersion)).toEqual([]);
  });

  test.each([
    ['complete', chain, 3, []],
    ['with a gap', chain.slice(1), 3, ['expected steps to 2, 3, found 3']],
    ['too short', chain, 4, ['expected steps to 2, 3, 4, found 2, 3']],
    ['in the wrong order', chain.toReversed(), 3, ['expected steps to 2, 3, found 3, 2']],
    ['without a reason', [{ to: 2, why: ' ', up: (file: JsonObject) => file }], 2, ['the step to 2 gives no reason']],
  ])('[F14] %s is judged', (_, steps, newest, flaws) => {
    expect(chainFlaws(steps, newest)).toEqual(flaws);
  });
});
