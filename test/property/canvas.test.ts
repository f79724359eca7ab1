import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planArrange } from '../../renderer/canvas/gestures/plan-arrange.ts';
import { planNudge } from '../../renderer/canvas/gestures/plan-nudge.ts';
import { planNodeDrop } from '../../renderer/canvas/gestures/plan-node-drop.ts';
import { planRemoval } from '../../renderer/canvas/gestures/plan-removal.ts';
import { selectAlong } from '../../renderer/canvas/gestures/select-more.ts';
import { insertionsOn } from '../../renderer/canvas/wires/wire-insertions.ts';
import { createEditorStore } from '../../renderer/state/editor-store.ts';
import type { Arrangement } from '../../renderer/state/ui-store.ts';
import { isFrame } from '../../renderer/canvas/layout/frame-box.ts';
import { bottom, right, touches } from '../../renderer/canvas/layout/rect.ts';
import type { Spot } from '../../renderer/canvas/layout/spot.ts';
import { createProjector, type Picture } from '../../renderer/canvas/project-to-flow.ts';
import type { Command } from '../../shared/commands/command.ts';
import { applyDiff } from '../../shared/commands/diff.ts';
import { planCommand } from '../../shared/commands/plan-command.ts';
import { copyClip, printClip } from '../../shared/exchange/clipboard/copy-clip.ts';
import { planClipPaste } from '../../shared/exchange/clipboard/plan-clip-paste.ts';
import { readClip } from '../../shared/exchange/clipboard/read-clip.ts';
import type { Document } from '../../shared/model/document.ts';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { readScenario } from '../../shared/persistence/read-scenario.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { commandFor, diceArbitrary, type Dice } from '../builders/random-command.ts';
import { unwrap } from '../builders/unwrap.ts';

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

const arrangements: readonly Arrangement[] = [
  'align-left',
  'align-middle',
  'align-bottom',
  'distribute-across',
  'distribute-down',
];

/** What a hand on the canvas comes to: drag, nudge, bring in line, delete, wire, duplicate; else any other command. */
function gestureFor(document: Document, picture: Picture, dice: Dice): Command | null {
  const { spots, wires } = picture;
  const all = [...spots.values()];
  const [first, second, third] = dice.picks.map((pick) => all[pick % Math.max(1, all.length)]);
  const ids = [first, second, third].flatMap((spot) => (spot === undefined ? [] : [spot.id]));
  const wire = wires[dice.picks[1] % Math.max(1, wires.length)];
  switch (dice.kind % 9) {
    case 0: {
      if (first === undefined || second === undefined) return null;
      const at = { x: second.rect.x + dice.picks[2], y: second.rect.y + dice.picks[3] };
      return planNodeDrop(document, spots, [{ id: first.id, rect: { ...first.rect, ...at } }], at);
    }
    case 1:
      return planNudge(spots, ids, { x: (dice.picks[2] % 3) - 1, y: 1 });
    case 2:
      return planArrange(spots, ids, arrangements[dice.picks[3] % arrangements.length] ?? 'align-left');
    case 3:
      return { kind: 'canvas.tidy', ids: selectAlong(picture, ids.slice(0, 1), 'downstream') };
    case 4:
      return dice.picks[0] % 3 === 0 ? planRemoval(document, ids.slice(0, 1), wire === undefined ? [] : [wire]) : null;
    case 5: {
      const entry = wire === undefined ? undefined : insertionsOn(document, picture, wire).at(-1);
      return entry?.kind === 'choice' && entry.choice.kind === 'command' ? entry.choice.command : null;
    }
    case 6: {
      const clip = dice.picks[0] % 4 === 0 && document.homes.size < 400 ? copyClip(document, ids) : null;
      if (clip === null) return null;
      const { puts, roots } = planClipPaste(document, unwrap(readClip(printClip(clip))), {
        at: dice.at,
        into: (root) => (dice.picks[1] % 2 === 0 ? root : (second?.id ?? null)),
      });
      return { kind: 'records.put', label: 'Duplicate', puts, select: roots };
    }
    default:
      return commandFor(document, dice);
  }
}

test('a thousand random operations, all undone, give the first document byte for byte', () => {
  fc.assert(
    fc.property(fc.array(diceArbitrary, { minLength: 1000, maxLength: 1000 }), (many) => {
      const editor = createEditorStore(start);
      const project = createProjector();
      let done = 0;
      for (const dice of many) {
        const { document } = editor.getState();
        const command = gestureFor(document, project(document, nothing), dice);
        if (command !== null && editor.execute(command).ok) done += 1;
      }
      expect(done).toBeGreaterThan(200);
      const last = printScenario(editor.getState().document);
      expect(printScenario(unwrap(readScenario(last)).document)).toBe(last);
      while (editor.getState().history.past !== null) editor.undo();
      expect(printScenario(editor.getState().document)).toBe(printScenario(start));
      while (editor.getState().history.future !== null) editor.redo();
      expect(printScenario(editor.getState().document)).toBe(last);
    }),
    { numRuns: 3 },
  );
}, 60_000);
