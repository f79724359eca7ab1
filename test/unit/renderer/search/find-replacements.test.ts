import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  findReplacements,
  needleOf,
  planReplace,
  type ReplaceWish,
} from '../../../../renderer/search/find-replacements.ts';
import { createEditorStore } from '../../../../renderer/state/editor-store.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { readScenario } from '../../../../shared/persistence/read-scenario.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { need } from '../../../builders/need.ts';
import { after } from '../../../builders/run-command.ts';
import { unwrap } from '../../../builders/unwrap.ts';

const document = aScenario('Order desk', { languages: { base: 'en', others: ['de'] } })
  .withAttribute('order')
  .withApiAction('findOrder')
  .withConversation('orders')
  .withScene('find', { description: 'Where an order is.' })
  .withTurn('ask')
  .user('where', { samples: ['where is order {user.order}', 'my border order'], actions: ['findOrder'] })
  .app('tell', {
    messages: [
      {
        text: 'Your order is {user.order}.',
        translations: { de: { 'Your order is {user.order}.': 'Ihre order ist {user.order}.' } },
      },
    ],
  })
  .withNote('Ask the ORDER desk.', 0, 0)
  .build();

const wish = (query: string, by: string, more: Partial<ReplaceWish> = {}): ReplaceWish => ({
  query,
  by,
  matchesCase: false,
  wholeWords: false,
  ...more,
});
const fields = (asked: ReplaceWish): string[] =>
  findReplacements(document, [], asked).texts.map(({ id, field }) => `${id} ${field}`);
const replaced = (asked: ReplaceWish) =>
  after(document, need(planReplace(document, [], asked, findReplacements(document, [], asked).texts)));

test('free texts are found with what they would say; references and names others go by are counted and stay', () => {
  const found = findReplacements(document, [], wish('order', 'parcel'));
  expect(found.texts.map(({ id, field }) => `${id} ${field}`)).toEqual([
    `${document.scenario.id} name`,
    'orders name',
    'find description',
    'where sample',
    'where sample',
    'tell message',
    'tell message in de',
    expect.stringMatching(/^\S+ text$/),
  ]);
  // Three references, the attribute, and the action.
  expect(found.kept).toBe(5);
  expect(found.texts[3]?.parts).toEqual([
    { text: 'where is ', by: null },
    { text: 'order', by: 'parcel' },
    { text: ' {user.order}', by: null },
  ]);
});

test('capitals, whole words and filters say what is meant; nothing typed is a pattern', () => {
  expect(fields(wish('ORDER', 'x', { matchesCase: true }))).toHaveLength(1);
  expect(fields(wish('order', 'x', { wholeWords: true, matchesCase: true }))).toEqual([
    'find description',
    'where sample',
    'where sample',
    'tell message',
    'tell message in de',
  ]);
  expect(fields(wish('kind:app order', 'x'))).toEqual(['tell message', 'tell message in de']);
  expect(fields(wish('order -desk kind:intent', 'x')).length).toBe(4);
  expect(needleOf('kind:intent "my border" is:problem')).toBe('my border');
  expect(fields(wish('.*', 'x'))).toEqual([]);
  expect(findReplacements(document, [], wish('kind:app', 'x')).texts).toEqual([]);
});

test('all of it is one step; a translation that changes alike stays one, and one text can be meant alone', () => {
  const all = replaced(wish('order', 'parcel'));
  expect(all.tables.intents.get('where')?.samples).toEqual(['where is parcel {user.order}', 'my bparcel parcel']);
  expect(all.tables.intents.get('tell')?.messages[0]).toMatchObject({
    blocks: [{ text: 'Your parcel is {user.order}.' }],
    translations: { de: { 'Your parcel is {user.order}.': 'Ihre parcel ist {user.order}.' } },
  });
  expect([...all.tables.actions.values()].map(({ name }) => name)).toEqual(['findOrder']);
  const asked = wish('order', 'parcel');
  const [, , , , second] = findReplacements(document, [], asked).texts;
  const one = after(document, need(planReplace(document, [], asked, [need(second)])));
  expect(one.tables.intents.get('where')?.samples).toEqual(['where is order {user.order}', 'my bparcel parcel']);
  expect(one.scenario.name).toBe('Order desk');
});

test('whatever is replaced by whatever, the scenario stays readable and is taken back byte for byte', () => {
  const words = fc.constantFrom('order', 'is', ' ', 'o', 'desk', '{', '}', '"', 'where', 'Your order is {user.order}.');
  fc.assert(
    fc.property(
      words,
      fc.oneof(words, fc.string()),
      fc.boolean(),
      fc.boolean(),
      (query, by, matchesCase, wholeWords) => {
        const asked = { query, by, matchesCase, wholeWords };
        const command = planReplace(document, [], asked, findReplacements(document, [], asked).texts);
        if (command === null) return;
        const editor = createEditorStore(document);
        if (!editor.execute(command).ok) return;
        const printed = printScenario(editor.getState().document);
        expect(printScenario(unwrap(readScenario(printed)).document)).toBe(printed);
        editor.undo();
        expect(printScenario(editor.getState().document)).toBe(printScenario(document));
      },
    ),
    { numRuns: 200 },
  );
});
