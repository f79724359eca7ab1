import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDiff, invertDiff } from '../../shared/commands/diff.ts';
import { planCommand } from '../../shared/commands/plan-command.ts';
import { copyClip, printClip } from '../../shared/exchange/clipboard/copy-clip.ts';
import { planClipPaste } from '../../shared/exchange/clipboard/plan-clip-paste.ts';
import { readClip } from '../../shared/exchange/clipboard/read-clip.ts';
import type { Document } from '../../shared/model/document.ts';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { readScenario } from '../../shared/persistence/read-scenario.ts';
import { commandFor, diceArbitrary, type Dice } from '../builders/random-command.ts';
import { unwrap } from '../builders/unwrap.ts';
import { randomScenario } from './random-scenario.ts';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 120);

/** A random scenario, and what a few random edits made of it: placements, views, notes and odd names come from those. */
const documents = fc
  .record({ seed: fc.nat(500), rolls: fc.array(diceArbitrary, { maxLength: 12 }) })
  .map(({ seed, rolls }) => edited(randomScenario(seed), rolls));

function edited(start: Document, rolls: readonly Dice[]): Document {
  let document = start;
  for (const dice of rolls) {
    const plan = planCommand(document, commandFor(document, dice));
    if (plan.ok) document = applyDiff(document, plan.value.diff);
  }
  return document;
}

const cases = fc.record({
  source: documents,
  other: fc.option(documents),
  picks: fc.array(fc.nat(9999), { minLength: 1, maxLength: 5 }),
  place: fc.option(fc.nat(9999)),
  at: fc.record({ x: fc.double({ noNaN: true }), y: fc.integer() }),
});

const idAt = (document: Document, pick: number): string => {
  const ids = [...document.homes.keys()];
  return ids[pick % ids.length] ?? '';
};

test('pasting any selection anywhere gives a valid document, and undoing it the one before, byte for byte', () => {
  let pasted = 0;
  fc.assert(
    fc.property(cases, ({ source, other, picks, place, at }) => {
      const clip = copyClip(
        source,
        picks.map((pick) => idAt(source, pick)),
      );
      if (clip === null) return;
      const target = other ?? source;
      const read = unwrap(readClip(printClip(clip)));
      expect(read).toEqual(JSON.parse(JSON.stringify(clip)));
      const into = place === null ? null : idAt(target, place);
      const { puts, roots } = planClipPaste(target, read, { at, into: () => into });
      const { diff, select } = unwrap(
        planCommand(target, { kind: 'records.put', label: 'Paste', puts, select: roots }),
      );
      const after = applyDiff(target, diff);
      const text = printScenario(after);
      expect(printScenario(unwrap(readScenario(text)).document)).toBe(text);
      expect(select.filter((id) => !after.homes.has(id))).toEqual([]);
      expect(printScenario(applyDiff(after, invertDiff(diff)))).toBe(printScenario(target));
      pasted += 1;
    }),
    { numRuns: runs },
  );
  expect(pasted).toBeGreaterThan(runs / 2);
});

test('what pointed inside the selection points inside what was pasted', () => {
  let followed = 0;
  fc.assert(
    fc.property(documents, fc.nat(9999), (source, pick) => {
      const conversations = [...source.tables.conversations.keys()];
      const chosen = conversations[pick % conversations.length] ?? '';
      const clip = copyClip(source, [chosen]);
      if (clip === null) return;
      const { puts } = planClipPaste(source, clip, { at: { x: 0, y: 0 }, into: () => chosen });
      const after = applyDiff(source, unwrap(planCommand(source, { kind: 'records.put', label: 'Paste', puts })).diff);
      const inside = new Set<string>([clip.conversations, clip.scenes, clip.turns].flat().map(({ id }) => id));
      const made = new Set<string>(puts.map(({ record }) => record.id));
      const copies = puts.flatMap((put) => (put.table === 'intents' ? [put.record] : []));
      for (const [index, { transition }] of clip.intents.entries()) {
        const led = transition === null ? null : (transition.turn ?? transition.scene ?? transition.conversation);
        if (led === null || !inside.has(led)) continue;
        const copy = copies[index]?.transition;
        expect(made.has(copy?.turn ?? copy?.scene ?? copy?.conversation ?? '')).toBe(true);
        followed += 1;
      }
      for (const copy of copies)
        for (const use of copy.actions)
          expect(source.tables.actions.has(use.action)).toBe(source.homes.has(use.action));
      expect(after.tables.actions.size).toBe(source.tables.actions.size);
    }),
    { numRuns: runs },
  );
  expect(followed).toBeGreaterThan(5);
});
