import type { Speaker, Transition } from '../model/intent-record.ts';
import type { ProgramConversation, ProgramIntent, ProgramScene, ProgramTurn } from '../program/program.ts';
import {
  conversationScope,
  enteredSceneScope,
  inTurnScope,
  midTurnScope,
  outOfTurnScope,
  startingScope,
  type Scope,
} from '../program/scope.ts';
import type { StepDraft } from './step-draft.ts';
import type { PositionSnapshot } from './trace-event.ts';

/** Not in a conversation. */
export const nowhere: PositionSnapshot = { conversation: null, scene: null, turn: null, intent: null, midTurn: false };

/** An intent's own place; mid-turn when it was a request. */
export const placeOf = ({ id, turn, record }: ProgramIntent): PositionSnapshot => ({
  conversation: turn.scene.conversation.id,
  scene: turn.scene.id,
  turn: turn.id,
  intent: id,
  midTurn: record.bucket === 'request',
});

/** Where a transition leads: the deepest level it names, with the levels above it. Null when that does not exist. */
export function targetOf(draft: StepDraft, transition: Transition): PositionSnapshot | null {
  const { levels } = draft.program;
  const id = transition.turn ?? transition.scene ?? transition.conversation;
  const level = id === null ? undefined : levels.get(id);
  switch (level?.kind) {
    case 'conversation':
      return { ...nowhere, conversation: level.id };
    case 'scene':
      return { ...nowhere, conversation: level.conversation.id, scene: level.id };
    case 'turn':
      return { ...nowhere, conversation: level.scene.conversation.id, scene: level.scene.id, turn: level.id };
    default:
      return null;
  }
}

/** What is searched from where the talk stands. A level that no longer exists counts as not given. */
export function scopeHere(draft: StepDraft, speaker: Speaker): Scope {
  const { position } = draft;
  const turn = levelOf(draft, position.turn, 'turn');
  if (turn !== null && position.midTurn && !isOver(turn, speaker)) return midTurnScope(turn, speaker);
  if (turn !== null && position.intent === null) return inTurnScope(turn, speaker);
  const scene = turn?.scene ?? levelOf(draft, position.scene, 'scene');
  if (scene !== null) {
    const searchScene = turn === null ? enteredSceneScope : outOfTurnScope;
    return searchScene(scene, speaker, origins(draft));
  }
  const conversation = levelOf(draft, position.conversation, 'conversation');
  return conversation === null ? startingScope(draft.program, speaker) : conversationScope(conversation, speaker);
}

/** A turn in which the person has nothing to answer is over once it was begun: the talk is out of turn. */
const isOver = (turn: ProgramTurn, speaker: Speaker): boolean =>
  speaker === 'USER' && !turn.responses.some(({ record }) => record.speaker === 'USER');

/** The turns the scene offers at any time; null when the talk is in no scene. */
export function sceneScopeHere(draft: StepDraft, speaker: Speaker): Scope | null {
  const { position } = draft;
  const scene = levelOf(draft, position.turn, 'turn')?.scene ?? levelOf(draft, position.scene, 'scene');
  return scene === null ? null : outOfTurnScope(scene, speaker, origins(draft));
}

/** Whether the talk is in a conversation that (still) exists. */
export const inConversation = (draft: StepDraft): boolean =>
  levelOf(draft, draft.position.conversation, 'conversation') !== null;

/** What valid origins and `listensFor` may name: the last intent, by record and by intent id, and its turn. */
export function origins(draft: StepDraft): readonly string[] {
  const previous = draft.previous === null ? undefined : draft.program.intents.get(draft.previous);
  return previous === undefined ? [] : [previous.id, previous.record.intentId, previous.turn.id];
}

type LevelOf = { conversation: ProgramConversation; scene: ProgramScene; turn: ProgramTurn };

function levelOf<Kind extends keyof LevelOf>(draft: StepDraft, id: string | null, kind: Kind): LevelOf[Kind] | null {
  const level = id === null ? undefined : draft.program.levels.get(id);
  return level?.kind === kind ? (level as LevelOf[Kind]) : null;
}
