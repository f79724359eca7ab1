import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDiff, invertDiff } from '../../shared/commands/diff.ts';
import { planCommand } from '../../shared/commands/plan-command.ts';
import {
  createDocument,
  withChanges,
  type Diff,
  type Document,
  type RecordChange,
} from '../../shared/model/document.ts';
import { tableNames } from '../../shared/model/record-tables.ts';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { readScenario } from '../../shared/persistence/read-scenario.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { unwrap } from '../builders/unwrap.ts';
import { commandFor, diceArbitrary, type Dice } from '../builders/random-command.ts';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 150);

const startingPoints: readonly Document[] = [
  aScenario('Empty').build(),
  aScenario('Order')
    .withAttribute('status')
    .withContext('basket')
    .withApiAction('lookUpOrder', { inputs: ['orderId'], outputs: { status: 'string' }, mocks: [{}] })
    .withConversation('Orders')
    .withScene('Main')
    .withTurn('Where')
    .user('where_is_order', { samples: ['where is {user.status}'], actions: ['lookUpOrder'] })
    .app('tell_status', { text: 'It is {user.status}', transition: 'orders' })
    .withTurn('Again')
    .user('again')
    .placed('orders', 10, 20)
    .withNote('look')
    .build(),
];

type Walk = { readonly documents: Document[]; readonly diffs: Diff[]; readonly refused: number };

function walk(start: Document, rolls: readonly Dice[]): Walk {
  const documents = [start];
  const diffs: Diff[] = [];
  let refused = 0;
  let current = start;
  for (const dice of rolls) {
    const plan = planCommand(current, commandFor(current, dice));
    if (!plan.ok) {
      refused += 1;
      continue;
    }
    current = applyDiff(current, plan.value.diff);
    documents.push(current);
    diffs.push(plan.value.diff);
  }
  return { documents, diffs, refused };
}

const walks = fc.record({
  start: fc.constantFrom(...startingPoints),
  rolls: fc.array(diceArbitrary, { maxLength: 40, size: 'max' }),
});

describe('any sequence of commands', () => {
  test('[C2] undoing all of it gives the first document byte for byte, redoing it the last', () => {
    fc.assert(
      fc.property(walks, ({ start, rolls }) => {
        const { documents, diffs } = walk(start, rolls);
        const last = documents.at(-1) ?? start;
        const undone = diffs.toReversed().reduce((document, diff) => applyDiff(document, invertDiff(diff)), last);
        expectSame(undone, start);
        expectSame(diffs.reduce(applyDiff, undone), last);
      }),
      { numRuns: runs },
    );
  });

  test('[C3] leads only to documents the reader accepts, and reads back as it was printed', () => {
    fc.assert(
      fc.property(walks, ({ start, rolls }) => {
        for (const document of walk(start, rolls).documents) {
          const text = printScenario(document);
          expect(printScenario(unwrap(readScenario(text)).document)).toBe(text);
        }
      }),
      { numRuns: runs },
    );
  });

  test('[C1] is planned the same on the same document, and leaves it alone', () => {
    fc.assert(
      fc.property(walks, ({ start, rolls }) => {
        const last = walk(start, rolls).documents.at(-1) ?? start;
        const before = printScenario(last);
        for (const dice of rolls.slice(0, 5)) {
          const command = commandFor(last, dice);
          expect(planCommand(last, command)).toEqual(planCommand(last, command));
        }
        expect(printScenario(last)).toBe(before);
      }),
      { numRuns: runs },
    );
  });

  test('[C2, C34] keeps the indexes as if the document had been built afresh', () => {
    fc.assert(
      fc.property(walks, ({ start, rolls }) => {
        const last = walk(start, rolls).documents.at(-1) ?? start;
        const fresh = rebuilt(last);
        expect(last.children.toJS()).toEqual(fresh.children.toJS());
        expect(last.homes.toJS()).toEqual(fresh.homes.toJS());
      }),
      { numRuns: runs },
    );
  });

  test('[C4] has a diff with no change that changes nothing, and one change a record', () => {
    fc.assert(
      fc.property(walks, ({ start, rolls }) => {
        for (const diff of walk(start, rolls).diffs) {
          for (const { before, after } of diff) expect(JSON.stringify(before)).not.toBe(JSON.stringify(after));
          const keys = diff.map(({ table, id }) => `${table} ${id}`);
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
      { numRuns: runs },
    );
  });

  test('succeeds often enough for the others to mean something', () => {
    const rolls = fc.sample(diceArbitrary, { numRuns: 2000, seed: 7 });
    const { documents, refused } = walk(startingPoints[1] as Document, rolls);
    expect(documents.length).toBeGreaterThan(800);
    expect(refused).toBeGreaterThan(100);
    for (const table of tableNames.filter((name) => name !== 'tests'))
      expect(documents.some((document) => document.tables[table].size > 0)).toBe(true);
  });
});

function expectSame(actual: Document, expected: Document): void {
  expect(printScenario(actual)).toBe(printScenario(expected));
  expect(actual.scenario).toBe(expected.scenario);
  for (const table of tableNames) expect(actual.tables[table].equals(expected.tables[table] as never)).toBe(true);
  expect(actual.children.toJS()).toEqual(expected.children.toJS());
  expect(actual.homes.toJS()).toEqual(expected.homes.toJS());
}

function rebuilt(document: Document): Document {
  const changes = tableNames.flatMap((table) =>
    [...document.tables[table].values()].map((after) => ({ table, id: after.id, before: null, after }) as RecordChange),
  );
  return withChanges(createDocument(document.scenario, document.extras), changes);
}
