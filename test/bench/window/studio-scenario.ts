import type { Document } from '../../../shared/model/document.ts';
import { printScenario } from '../../../shared/persistence/print-scenario.ts';
import { aScenario } from '../../builders/a-scenario.ts';
import { when } from '../../builders/conditions.ts';

const turnsPerConversation = 25;
const round = 3;

/**
 * Conversations of 25 turns with two intents each, side by side so that the whole is about as wide as high. A talk goes
 * round three turns that are in view together.
 */
export function studioScenario(name: string, intents: number): Document {
  const conversations = Math.ceil(intents / 2 / turnsPerConversation);
  const columns = Math.ceil(Math.sqrt(conversations * 6));
  const builder = aScenario(name).withAttribute('step', 'int');
  for (let number = 0; number < conversations; number += 1) {
    builder.withConversation(`Talk ${number}`, { id: `talk-${number}` }).withScene(`Scene ${number}`);
    builder.placed(`talk-${number}`, (number % columns) * 1100, Math.floor(number / columns) * 7000);
    for (let turn = 0; turn < turnsPerConversation; turn += 1)
      builder
        .withTurn(`turn ${number} ${turn}`, { id: `turn-${number}-${turn}` })
        .user('next', { samples: ['go on', `go on to ${turn + 1}`], conditions: [when('user.step', 'is_set')] })
        .app(`step_${number}_${turn}`, {
          text: 'This is step {user.step}.',
          sets: { 'user.step': { kind: 'value', value: turn } },
          transition: `turn-${number}-${turn % round === round - 1 ? turn + 1 - round : Math.min(turn + 1, turnsPerConversation - 1)}`,
        });
  }
  return builder.build();
}

export const studioScenarioText = (name: string, intents: number): string =>
  printScenario(studioScenario(name, intents));
