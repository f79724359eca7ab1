import type { Document } from '../../../../shared/model/document.ts';
import type { MessageBlock } from '../../../../shared/model/message-block.ts';
import { aScenario, type ScenarioBuilder } from '../../../builders/a-scenario.ts';

/** A small talk without a finding; what tests break is one thing in it. */
export const sound = (): ScenarioBuilder =>
  aScenario('Shop')
    .withConversation('Orders')
    .withScene('Ask')
    .withTurn('Status')
    .user('where_is_order', {
      samples: ['where is my order'],
    });
/** The sound talk with a reply of these blocks. */
export const saying = (...blocks: readonly object[]): Document =>
  sound()
    .withAttribute('sizes', 'string[]')
    .app('tell_status', { messages: [{ blocks: blocks as readonly MessageBlock[] }] })
    .build();

/** The same, with a message that takes nothing typed. */
export const silent = (...blocks: readonly object[]): Document =>
  sound()
    .app('tell_status', { messages: [{ blocks: blocks as readonly MessageBlock[], disableText: true }] })
    .build();
