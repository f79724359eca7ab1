import type { Document } from '../../../shared/model/document.ts';
import { aScenario, type ScenarioBuilder } from '../../builders/a-scenario.ts';
import { when } from '../../builders/conditions.ts';

/**
 * A talk that goes round: `turns` turns of one USER and one APP intent each, every reply leading to the next turn. An
 * exchange matches a sample, checks a condition, sets an attribute, fills a message and follows a transition. `elsewhere`
 * adds as many turns that this talk never gets to.
 */
export function ringScenario(turns: number, elsewhere = 0): Document {
  const builder = aScenario('Ring').withAttribute('step', 'int').withConversation('Round').withScene('Walk');
  addRing(builder, 'turn', turns);
  if (elsewhere > 0) addRing(builder.withConversation('Elsewhere').withScene('Other'), 'other', elsewhere);
  return builder.build();
}

function addRing(builder: ScenarioBuilder, name: string, turns: number): void {
  for (let index = 0; index < turns; index += 1)
    builder
      .withTurn(`${name} ${index}`, { id: `${name}-${index}`, behaviors: index === 0 ? ['STARTING'] : [] })
      .user('next', { samples: ['go on', `go on to ${index + 1}`], conditions: [when('user.step', 'is_set')] })
      .app(`${name}_${index}`, {
        text: 'This is step {user.step}.',
        sets: { 'user.step': { kind: 'value', value: index } },
        transition: `${name}-${(index + 1) % turns}`,
      });
}
