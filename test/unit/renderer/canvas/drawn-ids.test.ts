import { expect, test } from 'vitest';
import { drawnIds } from '../../../../renderer/canvas/drawn-ids.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { pictureOf } from './picture-of.ts';

const document = aScenario()
  .withContext('basket')
  .withApiAction('lookUp', { mocks: [{ id: 'example' }] })
  .withConversation('a')
  .withScene('b')
  .withTurn('c')
  .user('u', { actions: [{ id: 'one', action: 'lookUp' }], expects: ['basket.size'] })
  .app('v', { actions: [{ id: 'two', action: 'lookUp' }], messages: [{ id: 'words', text: 'Hi' }] })
  .build();
const { spots } = pictureOf(document);

test.each([
  ['u', ['u']],
  ['one', ['one']],
  ['words', ['v']],
  ['lookUp', ['one', 'two']],
  ['example', ['one', 'two']],
  ['basket', ['basket@c']],
  ['basket@c', ['basket@c']],
  ['gone', []],
  [document.scenario.id, []],
])('%s is seen at %j', (id, seen) => {
  expect(drawnIds(document, spots, id)).toEqual(seen);
});
