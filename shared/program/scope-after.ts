import type { Program } from './program.ts';
import {
  conversationScope,
  enteredSceneScope,
  inTurnScope,
  midTurnScope,
  outOfTurnScope,
  startingScope,
  type Scope,
} from './scope.ts';

/** Where a talk stands between two exchanges. */
export type TalkPlace = {
  readonly conversation: string | null;
  readonly scene: string | null;
  readonly turn: string | null;
  readonly intent: string | null;
  readonly midTurn: boolean;
  /** The intent that was said last, by whomever. */
  readonly previous: string | null;
};

/** What is searched first when somebody speaks at a place of the talk; null: before anything was said. */
export function scopeAfter(program: Program, place: TalkPlace | null): Scope {
  if (place === null) return startingScope(program, 'USER');
  const level = (id: string | null) => (id === null ? undefined : program.levels.get(id));
  const [turn, scene, conversation] = [level(place.turn), level(place.scene), level(place.conversation)];
  if (turn?.kind === 'turn') {
    const isAnswered = turn.responses.some(({ record }) => record.speaker === 'USER');
    if (place.midTurn && isAnswered) return midTurnScope(turn, 'USER');
    if (place.intent === null) return inTurnScope(turn, 'USER');
    return outOfTurnScope(turn.scene, 'USER', origins(program, place));
  }
  if (scene?.kind === 'scene') return enteredSceneScope(scene, 'USER', origins(program, place));
  return conversation?.kind === 'conversation'
    ? conversationScope(conversation, 'USER')
    : startingScope(program, 'USER');
}

function origins(program: Program, { previous }: TalkPlace): readonly string[] {
  const intent = program.intents.get(previous ?? '');
  return intent === undefined ? [] : [intent.id, intent.record.intentId, intent.turn.id];
}
