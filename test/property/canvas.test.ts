import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFrame } from '../../renderer/canvas/layout/frame-box.ts';
import { bottom, right, touches } from '../../renderer/canvas/layout/rect.ts';
import type { Spot } from '../../renderer/canvas/layout/spot.ts';
import { createProjector, type Picture } from '../../renderer/canvas/project-to-flow.ts';
import { applyDiff } from '../../shared/commands/diff.ts';
import { planCommand } from '../../shared/commands/plan-command.ts';
import type { Document } from '../../shared/model/document.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { commandFor, diceArbitrary, type Dice } from '../builders/random-command.ts';

const nothing: ReadonlySet<string> = new Set();

const start = aScenario()
  .withApiAction('lookUp', { inputs: ['orderId'], outputs: ['status', 'total'] })
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('where', { expects: ['user.order_id'], actions: [{ action: 'lookUp', inputs: { orderId: 'user.order_id' } }] })
  .app('tell', { text: 'It is {user.status}.', transition: 'status' })
  .withTurn('again')
  .user('thanks')
  .build();

/** The documents a sequence of commands leads through; what is refused changes nothing. */
function documentsOf(rolls: readonly Dice[]): Document[] {
  const documents = [start];
  for (const dice of rolls) {
    const document = documents.at(-1) ?? start;
    const plan = planCommand(document, commandFor(document, dice));
    if (plan.ok) documents.push(applyDiff(document, plan.value.diff));
  }
  return documents;
}

const rolls = fc.array(diceArbitrary, { maxLength: 25 });
const runs = { numRuns: 60 };

test('a picture drawn edit by edit is the picture drawn at once', () => {
  fc.assert(
    fc.property(rolls, (dice) => {
      const project = createProjector();
      let last: Picture | null = null;
      const documents = documentsOf(dice);
      for (const document of documents) last = project(document, nothing);
      const whole = createProjector()(documents.at(-1) ?? start, nothing);
      expect(last?.nodes).toEqual(whole.nodes);
      expect(last?.wires).toEqual(whole.wires);
    }),
    runs,
  );
});

test('frames come ahead of what they hold, and hold it; siblings never hide each other', () => {
  fc.assert(
    fc.property(rolls, (dice) => {
      const { nodes, spots } = createProjector()(documentsOf(dice).at(-1) ?? start, nothing);
      const drawn = new Set<string>();
      const siblings = new Map<string, Spot[]>();
      for (const { id, parentId } of nodes) {
        expect(drawn.has(id)).toBe(false);
        expect(parentId === undefined || drawn.has(parentId)).toBe(true);
        drawn.add(id);
        const spot = spots.get(id);
        const frame = spots.get(parentId ?? '');
        if (spot === undefined || frame === undefined) continue;
        expect(spot.rect.x >= frame.rect.x && spot.rect.y >= frame.rect.y).toBe(true);
        expect(right(spot.rect) <= right(frame.rect) && bottom(spot.rect) <= bottom(frame.rect)).toBe(true);
        const beside = siblings.get(frame.id) ?? [];
        expect(beside.filter((other) => touches(other.rect, spot.rect))).toEqual([]);
        siblings.set(frame.id, [...beside, spot]);
      }
    }),
    runs,
  );
});

test('every wire begins and ends at something that is drawn, at its edge', () => {
  fc.assert(
    fc.property(rolls, (dice) => {
      const { wires, spots } = createProjector()(documentsOf(dice).at(-1) ?? start, nothing);
      expect(new Set(wires.map(({ id }) => id)).size).toBe(wires.length);
      for (const { from, to } of wires)
        for (const { node, x, y } of [from, to]) {
          const rect = spots.get(node)?.rect;
          expect(rect).toBeDefined();
          if (rect === undefined || isFrame({ kind: spots.get(node)?.box.kind ?? '' })) continue;
          expect([
            x === 0 || x === rect.width || y === 0 || y === rect.height,
            x <= rect.width,
            y <= rect.height,
          ]).toEqual([true, true, true]);
        }
    }),
    runs,
  );
});
