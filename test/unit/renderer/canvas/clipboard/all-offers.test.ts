import { expect, test } from 'vitest';
import { allOffers } from '../../../../../renderer/canvas/clipboard/all-offers.ts';
import type { MenuEntry } from '../../../../../renderer/canvas/gestures/menu-entry.ts';
import { createEditorStore } from '../../../../../renderer/state/editor-store.ts';
import type { Studio } from '../../../../../renderer/state/studio.ts';
import type { Document } from '../../../../../shared/model/document.ts';
import { printScenario } from '../../../../../shared/persistence/print-scenario.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { need } from '../../../../builders/need.ts';
import { after } from '../../../../builders/run-command.ts';

const document = aScenario()
  .withApiAction('lookUp', { outputs: ['status'] })
  .withConversation('orders')
  .withScene('find')
  .withTurn('ask')
  .user('where', { samples: ['where is it'], actions: [{ id: 'where-look-up', action: 'lookUp' }] })
  .app('tell', { text: 'Here.' })
  .build();

function offered(text: string, selected: readonly string[] = []) {
  const editor = createEditorStore(document);
  editor.select(selected);
  const notices: string[] = [];
  const ui = { notify: (_tone: string, sentence: string) => notices.push(sentence) };
  const studio = { editor, ui } as unknown as Studio;
  const entries = allOffers(studio, text, { into: () => null }, (make) => make({ x: 10, y: 20 }));
  return { entries, notices, labels: entries.flatMap((entry) => ('label' in entry ? [entry.label] : [])) };
}

const made = (entries: readonly MenuEntry[], label: string): Document => {
  const entry = entries.find((one) => 'label' in one && one.label === label);
  if (entry?.kind !== 'choice' || entry.choice.kind !== 'make') throw new Error(`no “${label}”`);
  return after(document, entry.choice.command);
};

test('a call of a service is offered before anything else, without the secret in it', () => {
  const command = `curl -X POST 'https://api.example.com/v1/orders/7' -H 'Authorization: Bearer sk-9' -d '{"a":1}'`;
  const { entries, labels } = offered(command);
  expect(labels.slice(0, 2)).toEqual([`“${command.slice(0, 48)}…”, pasted as`, 'An API call']);
  const document = made(entries, 'An API call');
  const action = need([...document.tables.actions.values()].find(({ name }) => name === 'orders'));
  expect(action).toMatchObject({ kind: 'api', request: { method: 'POST', path: '/v1/orders/7' } });
  expect(printScenario(document)).not.toContain('sk-9');
  expect([...document.tables.views.values()]).toMatchObject([{ x: 10, y: 20 }]);
  const onIntent = offered('https://api.example.com/stock?sku=1', ['where']);
  const called = made(onIntent.entries, 'An API call of “where”');
  expect(called.tables.intents.get('where')?.actions).toHaveLength(2);
  expect(offered("curl 'unfinished").notices).toHaveLength(1);
});

test('JSON is an example answer, a described service, or a scenario', () => {
  const json = '{"total": 4.5, "items": ["a"], "sent": true, "weird key": 1}';
  const call = made(offered(json).entries, 'An API call that answers this');
  const action = need([...call.tables.actions.values()].find(({ name }) => name === 'callService'));
  expect(action.outputs.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'total float',
    'items string[]',
    'sent boolean',
  ]);
  expect([...call.tables.mocks.values()].find((mock) => mock.action === action.id)?.body).toEqual(JSON.parse(json));
  const example = made(offered(json, ['where-look-up']).entries, 'An example answer of “lookUp”');
  expect([...example.tables.mocks.values()].map(({ body }) => body)).toContainEqual(JSON.parse(json));
  const api = '{"openapi":"3.0.0","info":{"title":"S"},"paths":{"/a":{"get":{}}}}';
  expect(made(offered(api).entries, 'An integration with 1 operation').tables.integrations.size).toBe(1);
  expect(offered(printScenario(document)).labels).toContain('Its conversation, taken in here');
  expect(offered('{"conversations": []}').labels).toContain('A scenario of OpenDialog, to open');
  expect(offered('{"a": }').notices).toEqual([expect.stringMatching(/begins like JSON, but is none/)]);
});

test('a table of samples, a page, a message and YAML each do something sensible, or say why not', () => {
  const table = 'text\tintent\nwhere now\twhere\nI want it back\trefund\nmoney back\trefund';
  const sampled = made(offered(table).entries, '3 samples of 2 USER intents');
  expect(sampled.tables.intents.get('where')?.samples).toEqual(['where is it', 'where now']);
  const fresh = need([...sampled.tables.intents.values()].find(({ intentId }) => intentId === 'refund'));
  expect(fresh.samples).toEqual(['I want it back', 'money back']);
  const page =
    '<html><head><title>x</title></head><body><p>Hello&nbsp;you</p><script>bad()</script><p>Bye</p></body></html>';
  expect(offered(page).labels).toEqual([
    '“Hello you”, pasted as',
    'A USER intent with 2 samples',
    'An APP intent that says it',
    'A note',
  ]);
  const message = made(
    offered('<message><text-message>Hi there</text-message></message>').entries,
    'An APP intent with this message',
  );
  expect(JSON.stringify([...message.tables.intents.values()])).toContain('Hi there');
  expect(offered('openapi: 3.0.0\ninfo:\n  title: x').notices).toEqual([expect.stringMatching(/YAML is not read/)]);
  expect(offered('<div><br></div>').entries).toEqual([]);
  expect(offered('hello').labels).toHaveLength(4);
});
