import { expect, test } from 'vitest';
import { applyDiff } from '../../../../../shared/commands/diff.ts';
import { planCommand } from '../../../../../shared/commands/plan-command.ts';
import { clipClashes } from '../../../../../shared/exchange/clipboard/clip-clashes.ts';
import { copyClip, printClip } from '../../../../../shared/exchange/clipboard/copy-clip.ts';
import { planClipPaste } from '../../../../../shared/exchange/clipboard/plan-clip-paste.ts';
import { readClip } from '../../../../../shared/exchange/clipboard/read-clip.ts';
import type { Clip } from '../../../../../shared/exchange/clipboard/clip-schema.ts';
import type { Document } from '../../../../../shared/model/document.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { need } from '../../../../builders/need.ts';
import { unwrap } from '../../../../builders/unwrap.ts';

const slow = { id: 'slow', name: 'Slow', description: '' };
const there = aScenario('There', { worlds: [slow] })
  .withAttribute('status', 'int')
  .withAttribute('size', 'string', { values: [{ value: 'small', synonyms: [] }] })
  .withContext('prices', { lifetime: 'constant', values: { tax: 19, fee: 4 } })
  .withApiAction('lookUp', { inputs: ['id'], outputs: ['status'], mocks: [{ world: 'slow' }] })
  .withConversation('orders')
  .withScene('find')
  .withTurn('ask')
  .user('where', { expects: ['user.size'], actions: ['lookUp'] })
  .app('tell', { text: 'It is {user.status}, tax {prices.tax}, fee {prices.fee}.' })
  .build();
const here = aScenario('Here')
  .withAttribute('status')
  .withAttribute('size', 'string', { description: 'Of a shirt' })
  .withContext('prices', { lifetime: 'constant', values: { tax: 7 } })
  .build();

const clipOf = (document: Document, ids: readonly string[]): Clip =>
  unwrap(readClip(printClip(need(copyClip(document, ids)))));

function taken(clip: Clip, to: Document) {
  const paste = planClipPaste(to, clip, { at: { x: 0, y: 0 }, into: () => null });
  const put = { kind: 'records.put', label: 'Paste', puts: paste.puts } as const;
  return { ...paste, after: applyDiff(to, unwrap(planCommand(to, put)).diff) };
}

test('names that mean something else here are told, with what they mean in both places', () => {
  expect(clipClashes(here, clipOf(there, ['ask']))).toEqual([
    { kind: 'attribute', name: 'size', freeName: 'size_2', here: 'any value', there: 'one of small' },
    { kind: 'attribute', name: 'status', freeName: 'status_2', here: 'string', there: 'int' },
    { kind: 'context', name: 'prices', freeName: 'prices_2', here: 'tax = 7', there: 'tax = 19' },
  ]);
  expect(clipClashes(there, clipOf(there, ['ask']))).toEqual([]);
});

test('the one that is here serves, and gets the values it lacks', () => {
  const { after, notes } = taken(clipOf(there, ['ask']), here);
  expect(after.tables.attributes.find(({ name }) => name === 'status')?.type).toBe('string');
  expect(after.tables.contexts.get('prices')?.values).toEqual({ tax: 7, fee: 4 });
  expect(notes).toContain('“status” is string here and was int there; it stays as it is here.');
  expect(notes).toContain('The context “prices” got what it lacked: fee.');
});

test('example answers stay in their world, which is found by its name or made', () => {
  const made = taken(clipOf(there, ['ask']), here);
  expect(made.worlds).toEqual([slow]);
  expect([...made.after.tables.mocks.values()].map(({ world }) => world)).toEqual(['slow']);
  const known = aScenario('Known', { worlds: [{ ...slow, id: 'snail' }] }).build();
  const found = taken(clipOf(there, ['ask']), known);
  expect(found.worlds).toBeNull();
  expect([...found.after.tables.mocks.values()].map(({ world }) => world)).toEqual(['snail']);
});

test('tests are copied too, behind those there are, and texts of other languages are told', () => {
  const spoken = aScenario('Spoken', { languages: { base: 'en', others: ['fr'] } })
    .withConversation('c')
    .withScene('s')
    .withTurn('t')
    .app('hi', { messages: [{ text: 'Hello', translations: { fr: { Hello: 'Bonjour' } } }] })
    .withTest('greets', [{ kind: 'say', text: 'hi' }])
    .build();
  const into = aScenario('Into').withTest('first', []).build();
  const { after, notes, roots } = taken(clipOf(spoken, ['hi', 'greets']), into);
  expect(roots).toContain('greets');
  const orders = ['first', 'greets'].map((id) => need(after.tables.tests.get(id)).order);
  expect([...orders].sort()).toEqual(orders);
  expect(after.tables.intents.get('hi')?.messages[0]?.translations).toEqual({ fr: { Hello: 'Bonjour' } });
  expect(notes).toEqual(['Texts in fr came along. Add the language under Translations to use them.']);
});
