import { expect, test } from 'vitest';
import { messageOrigins } from '../../../../renderer/run/message-origins.ts';
import { appendVariables, noVariables } from '../../../../renderer/state/run-variables.ts';
import type { Origin } from '../../../../shared/engine/effect.ts';
import type { MessageOutput } from '../../../../shared/engine/output.ts';
import { asId } from '../../../../shared/model/ids.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { createTraceMaker, setTo } from './trace-event.ts';

const document = aScenario()
  .withConversation('C')
  .withScene('S')
  .withTurn('T')
  .user('ask')
  .app('tell', {
    messages: [{ id: 'm', text: 'It is {status}, {session.name | uppercase}.', buttons: [{ text: 'Pay {price}' }] }],
  })
  .build();

function originsOf(
  ...values: readonly (readonly [name: string, origin: Origin, context?: string])[]
): readonly Origin[] {
  const make = createTraceMaker();
  const events = values.map(([name, origin, context]) => make({ ...setTo(name, 'x', context), origin } as never));
  const message: MessageOutput = {
    kind: 'message',
    role: 'message',
    exchange: 1,
    seq: 3,
    intent: asId('tell'),
    message: asId('m'),
    blocks: [],
  };
  return messageOrigins(document, message, appendVariables(noVariables, events));
}

test('a bubble says which of its values an action brought, in text and on buttons', () => {
  expect(originsOf(['status', 'mocked'])).toEqual(['mocked']);
  expect(originsOf(['price', 'live'])).toEqual(['live']);
  expect(originsOf(['status', 'mocked'], ['price', 'live'])).toEqual(['mocked', 'live']);
});

test('what was said, set by hand or belongs to another context or message says nothing', () => {
  expect(originsOf(['status', 'said'], ['name', 'mocked'], ['other', 'live'])).toEqual([]);
  expect(originsOf(['name', 'mocked', 'session'])).toEqual(['mocked']);
});

test('a value that changed after the bubble was shown is not its value', () => {
  expect(originsOf(['a', 'said'], ['b', 'said'], ['c', 'said'], ['status', 'live'])).toEqual([]);
});
