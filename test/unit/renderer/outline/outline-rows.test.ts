import { expect, test } from 'vitest';
import { outlineRows, type OutlineRow } from '../../../../renderer/outline/outline-rows.ts';
import { aScenario } from '../../../builders/a-scenario.ts';

const document = aScenario()
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('where_is_order', { samples: ['Where is my parcel?', 'Track it'] })
  .app('tell_status', { text: 'It is on its way.', behaviors: ['COMPLETING'] })
  .withConversation('refunds')
  .build();
const none: ReadonlySet<string> = new Set();
const drawn = (rows: readonly OutlineRow[]): string[] =>
  rows.map(({ depth, name, words }) => `${'  '.repeat(depth)}${name}${words === '' ? '' : ` “${words}”`}`);

test('the talk in order, with what is said', () => {
  expect(drawn(outlineRows(document, none, ''))).toEqual([
    'orders',
    '  status',
    '    ask',
    '      where_is_order “Where is my parcel?”',
    '      tell_status “It is on its way.”',
    'refunds',
  ]);
});

test('what is inside a closed level is left out, and only levels with something inside can be closed', () => {
  const rows = outlineRows(document, new Set(['status']), '');
  expect(rows.map(({ name, open }) => [name, open])).toEqual([
    ['orders', true],
    ['status', false],
    ['refunds', null],
  ]);
});

test('searching finds names and words, opens what holds them, and shows all of a level that fits', () => {
  expect(drawn(outlineRows(document, new Set(['orders']), 'PARCEL'))).toEqual([
    'orders',
    '  status',
    '    ask',
    '      where_is_order “Where is my parcel?”',
  ]);
  expect(outlineRows(document, none, 'status').map(({ id }) => id)).toEqual([
    'orders',
    'status',
    'ask',
    'where_is_order',
    'tell_status',
  ]);
  expect(outlineRows(document, none, 'nowhere')).toEqual([]);
});

test('every row knows its place among its siblings, its speaker and its behaviours', () => {
  const rows = outlineRows(document, none, '');
  const row = rows.find(({ id }) => id === 'tell_status');
  expect(row).toMatchObject({ level: 'intent', speaker: 'APP', parent: 'ask', position: 2, siblings: 2 });
  expect(row?.behaviors).toEqual(['COMPLETING']);
});
