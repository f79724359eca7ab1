import type { Document } from '../../shared/model/document.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { when } from '../builders/conditions.ts';

/**
 * A talk that goes round: `turns` turns of one USER and one APP intent each, every reply leading to the next turn. An
 * exchange matches a sample, checks a condition, sets an attribute, fills a message and follows a transition.
 */
export function ringScenario(turns: number): Document {
  const builder = aScenario('Ring').withAttribute('step', 'int').withConversation('Round').withScene('Walk');
  for (let index = 0; index < turns; index += 1)
    builder
      .withTurn(`Turn ${index}`, { id: `turn-${index}`, behaviors: index === 0 ? ['STARTING'] : [] })
      .user('next', { samples: ['go on', `go on to ${index + 1}`], conditions: [when('user.step', 'is_set')] })
      .app(`reply_${index}`, {
        text: 'This is step {user.step}.',
        sets: { 'user.step': { kind: 'value', value: index } },
        transition: `turn-${(index + 1) % turns}`,
      });
  return builder.build();
}
