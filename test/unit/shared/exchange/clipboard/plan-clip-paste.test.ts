import { expect, test } from 'vitest';
import { applyDiff } from '../../../../../shared/commands/diff.ts';
import { planCommand } from '../../../../../shared/commands/plan-command.ts';
import { copyClip, printClip } from '../../../../../shared/exchange/clipboard/copy-clip.ts';
import { planClipPaste } from '../../../../../shared/exchange/clipboard/plan-clip-paste.ts';
import { readClip } from '../../../../../shared/exchange/clipboard/read-clip.ts';
import { childIds, type Document } from '../../../../../shared/model/document.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { need } from '../../../../builders/need.ts';
import { unwrap } from '../../../../builders/unwrap.ts';

const secret = 'sk-live-0123456789abcdef';
const shop = aScenario('Shop')
  .withAttribute('order_id')
  .withIntegration('shopApi', {
    baseUrl: 'https://shop.example',
    headers: [{ name: 'Authorization', value: `Bearer ${secret}` }],
  })
  .withApiAction('lookUp', {
    inputs: ['orderId'],
    outputs: ['status'],
    mocks: [{}],
    request: { integration: 'shop-api' },
  })
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('where', { expects: ['user.order_id'], actions: ['lookUp'], transition: 'again' })
  .app('tell', { text: 'It is {user.status}.', listensFor: ['where'] })
  .withTurn('again')
  .user('thanks')
  .build();

function pasted(from: Document, ids: readonly string[], to: Document, into: string | null) {
  const clip = unwrap(readClip(printClip(need(copyClip(from, ids)))));
  const paste = planClipPaste(to, clip, { at: { x: 5, y: 7 }, into: () => into });
  const command = { kind: 'records.put', label: 'Paste', puts: paste.puts, select: paste.roots } as const;
  return { ...paste, after: applyDiff(to, unwrap(planCommand(to, command)).diff) };
}

test('inside a scenario a copy goes behind what it was made of, and what it uses is shared', () => {
  const { after, roots, notes } = pasted(shop, ['ask'], shop, 'ask');
  expect(childIds(after, 'status')).toEqual(['ask', roots[0], 'again']);
  expect([...after.tables.actions.keys()]).toEqual([...shop.tables.actions.keys()]);
  const copy = need(after.tables.intents.find(({ id, turn }) => turn === roots[0] && id.startsWith('where')));
  expect(copy.transition?.turn).toBe('again');
  expect(notes).toEqual([]);
});

test('what points inside the selection points inside the copy', () => {
  const { after, roots } = pasted(shop, ['orders'], shop, null);
  const inside = childIds(after, childIds(after, roots[0] ?? '')[0] ?? '');
  const copies = childIds(after, inside[0] ?? '').map((id) => need(after.tables.intents.get(id)));
  expect(copies[0]?.transition?.turn).toBe(inside[1]);
  expect(copies[1]?.listensFor).toEqual([copies[0]?.id]);
});

test('elsewhere it brings what it needs, never a secret, and tells what could not come', () => {
  const { after, notes } = pasted(shop, ['ask'], aScenario('Other').build(), null);
  expect(after.tables.conversations.size).toBe(1);
  expect([...after.tables.actions.values()].map(({ name }) => name)).toEqual(['lookUp']);
  expect(after.tables.mocks.size).toBe(1);
  expect([...after.tables.attributes.values()].map(({ name }) => name)).toContain('order_id');
  expect(notes).toEqual(['“where” led to “again”, which is not here; it leads nowhere now.']);
  const text = printClip(need(copyClip(shop, ['orders', 'lookUp', 'shopApi'])));
  expect(text).toContain('https://shop.example');
  expect(text).not.toContain(secret);
});

test('a use without its intent is pasted onto another one', () => {
  const use = need(shop.tables.intents.get('where')?.actions[0]);
  const { after } = pasted(shop, [use.id], shop, 'thanks');
  expect(after.tables.intents.get('thanks')?.actions.map(({ action }) => action)).toEqual([use.action]);
});

test.each([
  ['no text of ours', 'hello', /./],
  ['another format', '{"format":"parley.bundle"}', /not copied in Parley/],
  ['a newer version', '{"format":"parley.clip","version":2}', /newer Parley/],
  ['a root that is not there', printClip({ ...need(copyClip(shop, ['ask'])), roots: ['x'] }), /hold "ask"|no "x"/],
  ['an id twice', printClip(twice()), /more than once/],
  ['a prototype', '{"format":"parley.clip","version":1,"__proto__":{}}', /./],
])('a stranger’s text is refused: %s', (_what, text, why) => {
  const read = readClip(text);
  expect(read.ok ? 'read' : (read.failure[0]?.sentence ?? '')).toMatch(why);
  expect(read.ok).toBe(false);
});

function twice() {
  const clip = need(copyClip(shop, ['ask']));
  return { ...clip, turns: [...clip.turns, ...clip.turns] };
}
