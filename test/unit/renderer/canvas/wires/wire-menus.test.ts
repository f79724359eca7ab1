import { expect, test } from 'vitest';
import { offersAt } from '../../../../../renderer/canvas/wires/wire-offers.ts';
import { partnersOf } from '../../../../../renderer/canvas/wires/wire-partners.ts';
import type { MenuEntry } from '../../../../../renderer/canvas/gestures/menu-entry.ts';
import type { WireEnd } from '../../../../../renderer/canvas/wires/wire-end.ts';
import { asId } from '../../../../../shared/model/ids.ts';
import type { Document } from '../../../../../shared/model/document.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { need } from '../../../../builders/need.ts';
import { after } from '../../../../builders/run-command.ts';
import { pictureOf } from '../picture-of.ts';

const scenario = () =>
  aScenario()
    .withContext('basket')
    .withApiAction('lookUp', { inputs: ['orderId'], outputs: ['status'] })
    .withConversation('orders')
    .withScene('find')
    .withTurn('ask')
    .user('where', { actions: [{ id: 'use', action: 'lookUp' }] });
const document = scenario().build();

const output: WireEnd = { kind: 'output', use: asId('use'), name: 'status' };
const input: WireEnd = { kind: 'input', use: asId('use'), name: 'orderId' };
const next: WireEnd = { kind: 'next', intent: asId('where') };

const labels = (entries: readonly MenuEntry[]): string[] =>
  entries.flatMap((entry) => (entry.kind === 'choice' ? [entry.label] : []));

function chosen(of: Document, entries: readonly MenuEntry[], label: string): Document {
  const entry = need(entries.find((one) => one.kind === 'choice' && one.label === label));
  if (entry.kind !== 'choice' || entry.choice.kind !== 'command') throw new Error('a command was expected');
  return after(of, entry.choice.command);
}

test('a result let go on the empty canvas can be kept in any context people may write to', () => {
  const entries = offersAt(document, output, { x: 900, y: 400 });
  expect(labels(entries)).toEqual(['Keep it in user', 'Keep it in session', 'Keep it in basket']);
  const kept = chosen(document, entries, 'Keep it in session');
  expect(kept.tables.intents.get('where')?.actions[0]?.outputs).toEqual({ status: 'session.status' });
  expect([...kept.tables.views.values()]).toMatchObject([{ shows: 'session', x: 900, y: 380 }]);
});

test('a context that is already shown there is not shown once more', () => {
  const shown = scenario().withView('context', 'session', 850, 300).build();
  const kept = chosen(shown, offersAt(shown, output, { x: 900, y: 400 }), 'Keep it in session');
  expect(kept.tables.views.size).toBe(1);
});

test('an argument let go there can be read from a context', () => {
  const entries = offersAt(document, input, { x: 0, y: 0 });
  const read = chosen(document, entries, 'Read it from user');
  expect(read.tables.intents.get('where')?.actions[0]?.inputs).toEqual({
    orderId: { kind: 'reference', reference: 'user.order_id' },
  });
});

test('where the talk goes next can be made on the spot', () => {
  const entries = offersAt(document, next, { x: 40, y: 900 });
  const turn = chosen(document, entries, 'A new turn of this scene');
  expect(turn.tables.intents.get('where')?.transition).toMatchObject({ turn: 'new-turn' });
  const elsewhere = chosen(document, entries, 'A new conversation here');
  expect(elsewhere.tables.intents.get('where')?.transition).toMatchObject({ conversation: 'new-conversation' });
  expect(elsewhere.tables.placements.get('new-conversation')).toMatchObject({ x: 40, y: 900 });
});

test('a value of a context let go there can be said, by the user unless it is read-only, and by the app', () => {
  const slot = { context: 'user', attribute: 'a' };
  const entries = offersAt(document, { kind: 'slot', slot }, { x: 0, y: 0 }, 'ask');
  const told = chosen(document, entries, 'A USER intent that fills it');
  expect(told.tables.intents.get('tell-a')).toMatchObject({ turn: 'ask', expectedAttributes: ['user.a'] });
  const said = chosen(document, entries, 'An APP intent that says it');
  expect(said.tables.intents.get('say-a')?.messages).toMatchObject([{ blocks: [{ kind: 'text', text: '{user.a}' }] }]);
  const history = offersAt(document, { kind: 'slot', slot: { context: 'history', attribute: 'a' } }, { x: 0, y: 0 });
  expect(labels(history)).toEqual(['An APP intent that says it']);
});

test('without a mouse, everything an end fits is listed, the nearest first and each once', () => {
  const shown = scenario().withView('context', 'session', 4000, 0).build();
  const { spots } = pictureOf(shown);
  expect(labels(partnersOf(shown, spots, output, { x: 700, y: 100 }))).toEqual([
    'user.status',
    'a new attribute of user',
    'a new attribute of session',
  ]);
  expect(labels(partnersOf(shown, spots, next, { x: 0, y: 0 }))).toEqual([
    'Conversation “orders”',
    'Scene “find”',
    'Turn “ask”',
  ]);
});

test('an end that fits nothing says so', () => {
  const lonely = aScenario().withConversation('a').build();
  const entries = partnersOf(lonely, pictureOf(lonely).spots, input, { x: 0, y: 0 });
  expect(entries).toMatchObject([{ kind: 'title', label: 'Nothing on the canvas fits argument orderId' }]);
});

test('what is wired already can be disconnected there too', () => {
  const wired = after(
    document,
    { kind: 'output.map', use: 'use', output: 'status', reference: 'session.status' },
    { kind: 'transition.set', intent: 'where', target: 'find' },
  );
  const { spots } = pictureOf(wired);
  const at = { x: 0, y: 0 };
  expect(labels(partnersOf(wired, spots, input, at))).not.toContain('Disconnect');
  const unmapped = chosen(wired, partnersOf(wired, spots, output, at), 'Disconnect');
  expect(unmapped.tables.intents.get('where')?.actions[0]?.outputs).toEqual({});
  const stays = chosen(wired, partnersOf(wired, spots, next, at), 'Disconnect');
  expect(stays.tables.intents.get('where')?.transition).toBeNull();
});
