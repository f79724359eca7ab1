import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDiff } from '../../shared/commands/diff.ts';
import { planCommand } from '../../shared/commands/plan-command.ts';
import { diffDocuments } from '../../shared/merge/diff-documents.ts';
import { mergeDocuments } from '../../shared/merge/merge-documents.ts';
import type { Diff, Document } from '../../shared/model/document.ts';
import { idsWithin } from '../../shared/model/document-indexes.ts';
import { structureFaults } from '../../shared/model/structure-faults.ts';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { readScenario } from '../../shared/persistence/read-scenario.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { commandFor, diceArbitrary, type Dice } from '../builders/random-command.ts';
import { unwrap } from '../builders/unwrap.ts';

const runs = Number(process.env['MERGE_RUNS'] ?? 1000);

const base = aScenario('Order')
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
  .withConversation('Other')
  .withScene('Side')
  .withTurn('Aside')
  .user('aside')
  .placed('orders', 10, 20)
  .withNote('look')
  .build();

const edited = (rolls: readonly Dice[]): Document =>
  rolls.reduce((document, dice) => {
    const plan = planCommand(document, commandFor(document, dice));
    return plan.ok ? applyDiff(document, plan.value.diff) : document;
  }, base);
const edits = fc.array(diceArbitrary, { minLength: 1, maxLength: 4 }).map(edited);

/** Nothing of one change is touched by the other, and together they are sound. */
function areIndependent(ours: Diff, theirs: Diff): boolean {
  const touched = (diff: Diff): Set<string> =>
    new Set(
      diff.flatMap(({ table, id, before, after }) => [
        `${table} ${id}`,
        // A placement has the id of what it places.
        ...(table === 'placements' ? [id] : []),
        ...(table === 'scenario'
          ? []
          : [before, after].flatMap((record) => (record === null ? [] : idsWithin(table, record)))),
      ]),
    );
  const [mine, other] = [touched(ours), touched(theirs)];
  return [...mine].every((id) => !other.has(id)) && structureFaults(base, [...ours, ...theirs]).length === 0;
}

const seen = { independent: 0, conflicting: 0 };

test(`[D4, D5, D8] of ${runs} pairs of edits, independent ones are both applied, others are conflicts, all can be opened`, () => {
  fc.assert(
    fc.property(edits, edits, (ours, theirs) => {
      const { document, conflicts } = mergeDocuments(base, ours, theirs);
      const text = printScenario(document);
      expect(printScenario(unwrap(readScenario(text)).document)).toBe(text);
      const [mine, other] = [diffDocuments(base, ours), diffDocuments(base, theirs)];
      const isIndependent = areIndependent(mine, other);
      if (isIndependent) seen.independent += 1;
      expect(isIndependent && conflicts.length > 0).toBe(false);
      expect(isIndependent && text !== printScenario(applyDiff(ours, other))).toBe(false);
      if (conflicts.length > 0) seen.conflicting += 1;
    }),
    { numRuns: runs },
  );
  // Both kinds must have come up, or the test says nothing.
  expect(seen.independent).toBeGreaterThan(runs / 20);
  expect(seen.conflicting).toBeGreaterThan(runs / 50);
});

test('[D8] merging with an unchanged side gives the other', () => {
  fc.assert(
    fc.property(edits, (ours) => {
      expect(printScenario(mergeDocuments(base, ours, base).document)).toBe(printScenario(ours));
      expect(printScenario(mergeDocuments(base, base, ours).document)).toBe(printScenario(ours));
    }),
    { numRuns: Math.ceil(runs / 5) },
  );
});

test('[D1] a diff of two documents is what leads from one to the other', () => {
  fc.assert(
    fc.property(edits, edits, (one, other) => {
      expect(printScenario(applyDiff(one, diffDocuments(one, other)))).toBe(printScenario(other));
    }),
    { numRuns: Math.ceil(runs / 5) },
  );
});
