import { expect, test } from 'vitest';
import { clipClashes } from '../../../../../shared/exchange/clipboard/clip-clashes.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { need } from '../../../../builders/need.ts';
import { clipOf, here, slow, taken, there } from '../../../../builders/clashing-clips.ts';

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
