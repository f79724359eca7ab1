// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { placesOf } from '../../../renderer/app/palette-places.tsx';
import { removalWords } from '../../../renderer/app/removal-words.ts';
import { recordIdOf, subjectOf } from '../../../renderer/inspector/subject.ts';
import { searchEntries } from '../../../renderer/search/search-entries.ts';
import { planCommand } from '../../../shared/commands/plan-command.ts';
import { applyDiff } from '../../../shared/commands/diff.ts';
import type { AnyRecord, TableName } from '../../../shared/model/record-tables.ts';
import { tableNames } from '../../../shared/model/record-tables.ts';
import { printScenario } from '../../../shared/persistence/print-scenario.ts';
import { aScenario } from '../../builders/a-scenario.ts';
import { need } from '../../builders/need.ts';
import { unwrap } from '../../builders/unwrap.ts';
import { documentOf, inspect } from './inspector/inspected.tsx';

/** One of everything, each used by something. A table that is added has to come in here, and to have a way in. */
const document = aScenario('All')
  .withAttribute('order_id')
  .withContext('basket')
  .withIntegration('shop')
  .withInterpreter('ears')
  .withApiAction('lookUp', { request: { integration: 'shop' }, mocks: [{}] })
  .withConversation('orders', { interpreter: 'ears' })
  .withScene('find')
  .withTurn('ask')
  .user('where', { expects: ['basket.order_id'], actions: ['lookUp'], transition: 'orders' })
  .app('tell', { text: 'It is {basket.order_id}.' })
  .withTest('asks', [])
  .withView('context', 'user', 900, 0)
  .withNote('Remember', 900, 400)
  .build();

/** Where something is drawn is changed by dragging it, and goes with what it is for. */
const reached = tableNames.filter((table) => table !== 'placements');

const firstOf = (table: TableName): string => {
  const records: readonly AnyRecord[] = [...document.tables[table].values()];
  return need(records[0]).id;
};

test.each(reached)('a record of %s is found, opened, deleted, and brought back', (table) => {
  const id = firstOf(table);
  expect(searchEntries(document).map((entry) => entry.id)).toContain(id);

  const subject = subjectOf(document, [id]);
  expect(subject.kind).not.toBe('scenario');
  const studio = inspect(document, [id]);
  const form = globalThis.document.querySelector('.inspector-header');
  expect(form?.textContent).toContain(recordIdOf(document, subject) ?? 'user');
  // A context that is built in has nothing to edit.
  const fields = globalThis.document.querySelectorAll('input, textarea, select');
  expect(fields.length).toBeGreaterThanOrEqual(table === 'views' ? 0 : 1);

  unwrap(studio.editor.execute({ kind: 'records.remove', ids: [id] }));
  expect(documentOf(studio).tables[table].has(id)).toBe(false);
  studio.editor.undo();
  expect(printScenario(documentOf(studio))).toBe(printScenario(document));
});

test.each(reached.filter((table) => table !== 'views'))('the palette of commands goes to a record of %s', (table) => {
  expect(placesOf(document).map(({ record }) => record)).toContain(firstOf(table));
});

test.each([
  ['attributes', 'The attribute “order_id” was deleted, and “where” and “tell” use it. Undo brings it back.'],
  ['contexts', 'The context “basket” was deleted, and “where” and “tell” use it. Undo brings it back.'],
  ['integrations', 'The integration “shop” was deleted, and “lookUp” uses it. Undo brings it back.'],
  ['interpreters', 'The interpreter “ears” was deleted, and “orders” uses it. Undo brings it back.'],
  ['actions', 'The action “lookUp” was deleted, and “where” uses it. Undo brings it back.'],
  ['tests', null],
  ['conversations', null],
] as const)('who uses what is deleted of %s is told', (table, words) => {
  const { diff } = unwrap(planCommand(document, { kind: 'records.remove', ids: [firstOf(table)] }));
  expect(removalWords(applyDiff(document, diff), diff)).toBe(words);
});

test('a level that something leads to is told by those who lead there', () => {
  const led = aScenario()
    .withConversation('a')
    .withScene('s')
    .withTurn('t')
    .user('go', { transition: 'b' })
    .withConversation('b')
    .withScene('u')
    .build();
  const { diff } = unwrap(planCommand(led, { kind: 'records.remove', ids: ['b'] }));
  expect(removalWords(applyDiff(led, diff), diff)).toBe(
    'The conversation “b” was deleted, and “go” uses it. Undo brings it back.',
  );
});
