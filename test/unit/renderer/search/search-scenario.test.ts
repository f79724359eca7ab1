import { expect, test } from 'vitest';
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
  });
});
