import type { ProgramIntent } from '../program/program.ts';
import { startingScope } from '../program/scope.ts';
import { askInterpreters } from './ask-interpreters.ts';
import { expireSession } from './expire-session.ts';
import { budgets } from './limits.ts';
import { hideSaid, maskUtterance } from './mask-utterance.ts';
import type { Match } from './match-intent.ts';
import { climbLadder } from './match-ladder.ts';
import { matchById, matchUtterance } from './match-utterance.ts';
import { inConversation, scopeHere } from './place.ts';
import { utteranceText } from './read-context.ts';
import { selectReply } from './select-reply.ts';
import { reachBudget } from './spend-budget.ts';
import type { MutableExchange, StepDraft } from './step-draft.ts';
import { storeInterpreted } from './store-interpreted.ts';
import { takeUp } from './take-up.ts';
import type { Utterance } from './utterance.ts';

/** Receives an utterance and finds the USER intent it stands for. `idle`: seconds of silence, when they were too many. */
export function beginExchange(draft: StepDraft, utterance: Utterance, idle: number | null = null): void {
  draft.exchange += 1;
  draft.forgetLost();
  const shown = maskUtterance(draft.program, utterance);
  const root = draft.emit({ ...draft.event(null, null), kind: 'utterance.received', utterance: shown });
  const exchange = openExchange(draft, utterance, root);
  draft.current = exchange;
  if (idle !== null) expireSession(draft, idle, root);
  else if (askInterpreters(draft, exchange, utterance)) return;
  comprehend(draft, exchange, idle !== null);
}

/** Finds what an utterance means, once everybody who had to be asked has answered, and takes it up. */
export function comprehend(draft: StepDraft, exchange: MutableExchange, expired: boolean): void {
  const { utterance } = exchange;
  const understood = understand(draft, exchange, expired);
  if (understood === null && utterance.kind === 'opened' && speakFirst(draft, exchange)) return;
  const match = understood ?? (exchange.exhausted ? null : climbLadder(draft, 'noMatch'));
  rememberSaid(draft, utterance, match);
  if (match === null) miss(draft, exchange, nameOf(utterance, expired));
  else hearIntent(draft, exchange, match);
}

/** The app said something to itself: the intent is found by its id, from where the talk now is. */
export function hearVirtual(draft: StepDraft, exchange: MutableExchange, speaker: ProgramIntent): void {
  const intentId = speaker.record.virtualIntent ?? '';
  exchange.virtuals += 1;
  if (exchange.virtuals > budgets.virtualIntents) {
    reachBudget(draft, 'virtualIntents');
    return;
  }
  const depth = exchange.virtuals;
  exchange.cause = draft.emit({ ...draft.event(speaker.id, exchange.cause), kind: 'virtual.entered', intentId, depth });
  draft.forgetLost();
  draft.handling = null;
  const match = matchById(draft, intentId, scopeHere(draft, 'USER'), 'virtual', { is_virtual: true });
  // Nobody spoke, so nobody needs to be told that he was not understood.
  if (match === null) miss(draft, exchange, 'virtual');
  else takeUp(draft, exchange, match.intent, match.seq);
}

/** What was not understood, in the words of `scope.entered`. */
const nameOf = (utterance: Utterance, expired: boolean): string =>
  isPlain(utterance) ? (expired ? 'sessionExpired' : 'utterance') : utterance.kind;

/** Said, pressed or filled in, as against events of the chat itself. */
const isPlain = ({ kind }: Utterance): boolean => kind === 'text' || kind === 'callback' || kind === 'form';

function openExchange(draft: StepDraft, utterance: Utterance, root: number): MutableExchange {
  return {
    utterance,
    heardBefore: draft.before.heardAt,
    root,
    cause: root,
    cursor: { at: 'end' },
    awaited: null,
    matched: null,
    selected: [],
    visited: [],
    virtuals: 0,
    actions: 0,
    steps: 0,
    exhausted: false,
  };
}

function understand(draft: StepDraft, exchange: MutableExchange, expired: boolean): Match | null {
  const { utterance, cursor } = exchange;
  switch (utterance.kind) {
    case 'restart':
      return climbLadder(draft, 'restart');
    case 'endChat':
      return climbLadder(draft, 'endChat');
    case 'opened':
      return matchOpened(draft, utterance);
    default:
      if (expired) return climbLadder(draft, 'sessionExpired');
      return matchUtterance(
        draft,
        utterance,
        scopeHere(draft, 'USER'),
        'utterance',
        cursor.at === 'understand' ? cursor : null,
      );
  }
}

/** Opening the chat is understood where the talk stands, else where talks begin. */
function matchOpened(draft: StepDraft, utterance: Utterance): Match | null {
  const here = matchUtterance(draft, utterance, scopeHere(draft, 'USER'), 'utterance');
  if (here !== null || !inConversation(draft)) return here;
  return matchUtterance(draft, utterance, startingScope(draft.program, 'USER'), 'opened');
}

/** A scenario in which the app has the first word needs no intent for opening the chat. */
function speakFirst(draft: StepDraft, exchange: MutableExchange): boolean {
  if (inConversation(draft) || exchange.exhausted) return false;
  const scope = startingScope(draft.program, 'APP');
  const reply = scope.candidates.length === 0 ? null : selectReply(draft, scope);
  if (reply === null) return false;
  takeUp(draft, exchange, reply.intent, reply.seq);
  return true;
}

function hearIntent(draft: StepDraft, exchange: MutableExchange, match: Match): void {
  storeInterpreted(draft, match);
  takeUp(draft, exchange, match.intent, match.seq);
}

function rememberSaid(draft: StepDraft, utterance: Utterance, match: Match | null): void {
  const text = utteranceText(utterance);
  if (text === '') return;
  const said = match === null ? text : hideSaid(draft, text, match.attributes);
  draft.remember('user', match?.intent.record.intentId ?? null, said);
}

/** Nothing fitted: the reply is empty, and every candidate is named with the reason it lost. */
function miss(draft: StepDraft, exchange: MutableExchange, because: string): void {
  if (!exchange.exhausted) {
    draft.emit({ ...draft.event(null, exchange.cause), kind: 'match.missed', because, candidates: draft.lost });
  }
  exchange.cursor = { at: 'end' };
}
