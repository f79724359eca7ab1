import { startingScope } from '../program/scope.ts';
import type { Match } from './match-intent.ts';
import { matchById } from './match-utterance.ts';
import { inConversation, sceneScopeHere, scopeHere } from './place.ts';
import type { StepDraft } from './step-draft.ts';

/** What may climb: each event has an id for every rung, the last for a talk that is in no conversation. */
const ladders = {
  noMatch: rungs('NoMatch', 'NoMatch'),
  restart: rungs('Restart', 'restart'),
  endChat: rungs('EndChat', 'endChat'),
  sessionExpired: rungs('SessionExpired', 'sessionExpired'),
} as const;
export type Ladder = keyof typeof ladders;

type Rungs = {
  readonly turn: string;
  readonly scene: string;
  readonly conversation: string;
  readonly anywhere: string;
};

function rungs(event: string, anywhere: string): Rungs {
  return {
    turn: `intent.core.Turn${event}`,
    scene: `intent.core.Scene${event}`,
    conversation: `intent.core.Conversation${event}`,
    anywhere: `intent.core.${anywhere}`,
  };
}

/** Tries the rungs from the nearest outwards; none needs an interpreter. Null when nobody handles the event. */
export function climbLadder(draft: StepDraft, ladder: Ladder): Match | null {
  const ids = ladders[ladder];
  if (!inConversation(draft)) return tryStartingPath(draft, ids.anywhere);
  const scene = sceneScopeHere(draft, 'USER');
  return (
    matchById(draft, ids.turn, scopeHere(draft, 'USER'), ids.turn) ??
    (scene === null ? null : matchById(draft, ids.scene, scene, ids.scene)) ??
    tryStartingPath(draft, ids.conversation) ??
    tryStartingPath(draft, ids.anywhere)
  );
}

const tryStartingPath = (draft: StepDraft, intentId: string): Match | null =>
  matchById(draft, intentId, startingScope(draft.program, 'USER'), intentId);
