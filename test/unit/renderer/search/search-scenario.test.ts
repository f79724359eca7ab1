import { expect, test } from 'vitest';
import { searchHints } from '../../../../renderer/search/search-hints.ts';
import { parseSearchQuery } from '../../../../renderer/search/search-query.ts';
import { searchScenario } from '../../../../renderer/search/search-scenario.ts';
import { checkScenario } from '../../../../shared/problems/check-scenario.ts';
import { aScenario } from '../../../builders/a-scenario.ts';

const document = aScenario()
  .withApiAction('lookUp', { inputs: ['orderId'], outputs: ['status'] })
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('where', { samples: ['where is my parcel'], expects: ['user.order_id'], actions: ['lookUp'] })
  .app('tell', { text: 'It is {user.status}.' })
  .app('lost', { text: 'It is {user.never_set}.' })
  .build();

const found = (typed: string): string[] =>
  searchScenario(document, checkScenario(document), parseSearchQuery(typed)).map(({ id }) => id);

test.each([
  ['PARCEL', ['where']],
  ['where parcel', ['where']],
  ['"my parcel"', ['where']],
  ['parcel nothing', []],
  ['kind:action', ['lookUp']],
  ['kind:app', ['tell', 'lost']],
  ['kind:turn kind:scene', ['status', 'ask']],
  ['uses:user.order_id', ['where']],
  ['uses:{user.never_set}', ['lost']],
  ['uses:user. kind:app', ['tell', 'lost']],
  ['uses:lookUp kind:intent', ['where']],
  ['is:starting kind:conversation', ['orders']],
  ['   ', []],
])('%s', (typed, ids) => {
  expect(found(typed)).toEqual(ids);
});

test('what is wrong is found, and the field says where words stand', () => {
  expect(found('is:problem')).toContain('lost');
  expect(searchScenario(document, [], parseSearchQuery('parcel'))).toEqual([
    { id: 'where', title: 'where', word: 'intent', field: 'samples', excerpt: 'where is my parcel' },
  ]);
});

test('a filter nobody knows is a word like others', () => {
  expect(parseSearchQuery('colour:red kind:"intent"')).toEqual({
    words: ['colour:red'],
    kinds: ['intent'],
    states: [],
    uses: [],
    not: { words: [], kinds: [], states: [], uses: [] },
  });
});

test.each([
  ['is -status kind:app', ['lost']],
  ['kind:app -uses:user.never_set', ['tell']],
  ['-kind:intent -kind:turn -kind:scene -kind:conversation -kind:scenario -kind:action', []],
  ['kind:intent -is:problem -"my parcel"', ['tell']],
])('without: %s', (typed, ids) => {
  expect(found(typed)).toEqual(ids);
});

test('the scenario, a built-in context on the canvas, and names people gave to values are found', () => {
  const more = aScenario('Shop', { description: 'Sells kites.' })
    .withContext('prices', { values: { kite_fee: 4 } })
    .withInterpreter('ears', { order_button: 'where' })
    .withView('context', 'user')
    .withTest('kites fly', [{ kind: 'say', text: 'hello' }])
    .build();
  const ids = (typed: string): string[] => searchScenario(more, [], parseSearchQuery(typed)).map(({ id }) => id);
  expect(ids('kites')).toEqual(['shop', 'kites-fly']);
  expect(ids('kite_fee')).toEqual(['prices']);
  expect(ids('order_button')).toEqual(['ears']);
  expect(ids('kind:built-in')).toEqual(['user-view']);
});

test('filters are completed with what this scenario has', () => {
  const labels = (query: string): string[] => searchHints(document, query).map(({ label }) => label);
  expect(labels('')).toContain('is:problem');
  expect(labels('kind:sce')).toEqual(['kind:scenario', 'kind:scene', 'kind:scenes']);
  expect(labels('parcel -uses:user.o')).toEqual(['-uses:user.order_id']);
  expect(searchHints(document, 'parcel -uses:user.o')[0]?.query).toBe('parcel -uses:user.order_id ');
  expect(labels('parcel')).toEqual([]);
});
