import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createProjector } from '../../renderer/canvas/project-to-flow.ts';
import { createEditorStore } from '../../renderer/state/editor-store.ts';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { readScenario } from '../../shared/persistence/read-scenario.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { canvasGestures } from '../builders/canvas-gestures.ts';
import { commandFor, diceArbitrary } from '../builders/random-command.ts';
import { unwrap } from '../builders/unwrap.ts';

const nothing: ReadonlySet<string> = new Set();
const gestures = Object.entries(canvasGestures);

const start = aScenario()
  .withApiAction('lookUp', { inputs: ['orderId'], outputs: ['status', 'total'] })
  .withApiAction('cancel', { inputs: ['orderId'], outputs: ['done'] })
  .withContext('basket', { values: { count: 1 } })
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('where', { expects: ['user.order_id'], actions: [{ action: 'lookUp', inputs: { orderId: 'user.order_id' } }] })
  .app('tell', { text: 'It is {user.status}.', transition: 'status' })
  .withTurn('again')
  .user('thanks', { sets: { 'session.thanked': 'user.order_id' } })
  .withNote('What people ask first', 40, -200)
  .build();

/** Four of five by hand on the canvas, the fifth from anywhere. What is refused or changes nothing does not count. */
test('a thousand random operations on the canvas, all undone, give the first document byte for byte', () => {
  const made = new Map(gestures.map(([name]) => [name, 0]));
  fc.assert(
    fc.property(fc.array(diceArbitrary, { minLength: 2500, maxLength: 2500 }), (many) => {
      const editor = createEditorStore(start);
      const project = createProjector();
      let done = 0;
      for (const [index, dice] of many.entries()) {
        if (done === 1000) break;
        const { document } = editor.getState();
        const [name, hand] = gestures[(dice.kind + index) % gestures.length] ?? [];
        const isByHand = dice.kind % 5 > 0 && name !== undefined && hand !== undefined;
        const command = isByHand
          ? hand({ document, picture: project(document, nothing), dice })
          : commandFor(document, dice);
        if (command === null || !editor.execute(command).ok || editor.getState().document === document) continue;
        done += 1;
        if (isByHand) made.set(name, (made.get(name) ?? 0) + 1);
      }
      expect(done).toBe(1000);
      const last = printScenario(editor.getState().document);
      expect(printScenario(unwrap(readScenario(last)).document)).toBe(last);
      while (editor.getState().history.past !== null) editor.undo();
      expect(printScenario(editor.getState().document)).toBe(printScenario(start));
      while (editor.getState().history.future !== null) editor.redo();
      expect(printScenario(editor.getState().document)).toBe(last);
    }),
    { numRuns: 2, endOnFailure: true },
  );
  // A gesture that never comes to anything would prove nothing.
  expect([...made].filter(([, times]) => times === 0)).toEqual([]);
}, 90_000);
