import { assertNever } from '../base/assert-never.ts';
import type { TraceEvent, TraceEventOf } from '../engine/trace-event.ts';
import { unescapeMarkdown } from '../reference/escape-markdown.ts';
import { conditionWords } from './condition-words.ts';
import { isKind, type NameOf } from './exchange-events.ts';
import { percent } from './value-words.ts';
import { visibleText } from './visible-text.ts';
import { rejectionWords } from './why-not.ts';

/** What happened, in a few words: one line of a trace. `events` hold at least the exchange of `event`. */
export function eventWords(event: TraceEvent, events: readonly TraceEvent[], nameOf: NameOf): string {
  switch (event.kind) {
    case 'session.opened':
      return 'Talk began';
    case 'session.expired':
      return `Session expired after ${Math.round(event.idleSeconds)} s of silence`;
    case 'utterance.received':
      return receivedWords(event);
    case 'scope.entered':
      return `Searched ${scopeWords[event.scope]} for ${event.speaker} intents`;
    case 'intent.ranked':
      return rankedWords(event);
    case 'candidate.considered':
      return `Considered “${nameOf(event.ref ?? event.intentId)}”${event.confidence === null ? '' : ` (${percent(event.confidence)})`}`;
    case 'candidate.rejected':
      return `Rejected “${nameOf(event.ref ?? event.intentId)}”: ${rejectionWords(events, event, nameOf)}`;
    case 'condition.evaluated':
      return `${event.outcome ? 'Holds' : 'Fails'}: ${conditionWords(event, events)}`;
    case 'intent.matched':
      return `Matched “${nameOf(event.ref ?? event.intentId)}”${event.confidence === null ? '' : ` (${percent(event.confidence)})`}`;
    case 'match.missed':
      return `Nothing matched: ${event.candidates.length} ${event.candidates.length === 1 ? 'candidate' : 'candidates'} lost`;
    case 'attribute.set':
      return event.after === null ? `Removed ${event.context}.${event.name}` : `Set ${event.context}.${event.name}`;
    case 'intent.selected':
      return `Selected “${nameOf(event.ref ?? event.intentId)}”`;
    case 'message.sent':
      return `Said ${messageWords(event)}`;
    default:
      return stepWords(event, events, nameOf);
  }
}

/** What is done outside the search: everything `eventWords` does not word itself. */
type Step = TraceEventOf<
  | 'effect.requested'
  | 'effect.settled'
  | 'action.skipped'
  | 'transition.taken'
  | 'virtual.entered'
  | 'confirmation.asked'
  | 'budget.reached'
  | 'run.paused'
  | 'exchange.ended'
  | 'engine.faulted'
>;

function stepWords(event: Step, events: readonly TraceEvent[], nameOf: NameOf): string {
  switch (event.kind) {
    case 'effect.requested':
      return `${event.effectKind === undefined ? 'Called' : 'Asked'} ${event.name}${atStep(event.step)}`;
    case 'effect.settled':
      return settledWords(event);
    case 'action.skipped':
      return `Skipped ${event.name}${atStep(event.step)}: ${event.detail}`;
    case 'transition.taken':
      return `Moved to “${nameOf(event.to.turn ?? event.to.scene ?? event.to.conversation ?? '')}”`;
    case 'virtual.entered':
      return `Went on by itself as “${event.intentId}”`;
    case 'confirmation.asked':
      return `Asked ${quoted(event.question)}`;
    case 'budget.reached':
      return 'Stopped: the talk went in a circle';
    case 'run.paused':
      return event.why === 'effects' ? `Waiting for ${pausedFor(event, events)}` : 'Waiting for a yes or a no';
    case 'exchange.ended':
      return event.selected.length > 0 ? 'Done' : 'Done, without a reply';
    case 'engine.faulted':
      return `Stopped by a fault: ${event.sentence}`;
    default:
      return assertNever(event);
  }
}

const scopeWords = {
  startingPath: 'where talks begin',
  midTurn: 'the responses of this turn',
  outOfTurn: 'the turns in reach',
  inTurn: 'one turn',
} as const;

function receivedWords({ utterance }: TraceEventOf<'utterance.received'>): string {
  switch (utterance.kind) {
    case 'text':
      return `Heard ${said(utterance.text)}`;
    case 'callback':
      return `Pressed ${said(utterance.text === '' ? utterance.callback : utterance.text)}`;
    case 'form':
      return `Form sent${utterance.text === '' ? '' : `: ${said(utterance.text)}`}`;
    case 'opened':
      return 'Chat opened';
    case 'restart':
      return 'Asked to start over';
    case 'endChat':
      return 'Asked to end';
    default:
      return assertNever(utterance);
  }
}

function rankedWords({ ranking }: TraceEventOf<'intent.ranked'>): string {
  if (ranking.length === 0) return 'Ranked nothing';
  const best = ranking.slice(0, 3).map(({ intentId, confidence }) => `${intentId} ${percent(confidence)}`);
  return `Ranked ${best.join(', ')}${ranking.length > 3 ? ` and ${ranking.length - 3} more` : ''}`;
}

/** The text of a message without its markdown; buttons in brackets, and what is no text by its kind. */
export function messageWords({ blocks }: TraceEventOf<'message.sent'>): string {
  const parts = blocks.flatMap(blockWords).filter((part) => part !== '“”');
  return parts.length === 0 ? 'nothing' : parts.join(' ');
}

type AnyBlock = {
  readonly kind: string;
  readonly text?: string;
  readonly buttons?: readonly { readonly text: string }[];
};

const blockWords = ({ kind, text, buttons = [] }: AnyBlock): readonly string[] => [
  text === undefined ? `[${kind}]` : quoted(text),
  ...buttons.map((button) => `[${visibleText(button.text)}]`),
];

/** Marks of emphasis say nothing on a line of a trace; what is escaped is text. */
const emphasis = /(?<!\\)(?:\*\*|__|`)/g;

const said = (text: string): string => `“${visibleText(text)}”`;
const quoted = (text: string): string => `“${visibleText(unescapeMarkdown(text.replace(emphasis, '')))}”`;

/** In a workflow one action may stand at several steps. */
const atStep = (step: string | undefined): string => (step === undefined ? '' : ` at the step “${step}”`);

function settledWords(event: TraceEventOf<'effect.settled'>): string {
  if (event.effectKind !== undefined && event.outcome === 'succeeded' && event.detail !== '') return event.detail;
  if (event.outcome === 'failed') return `${event.name} failed: ${event.detail}`;
  if (event.origin === 'default') return `${event.name} is done`;
  return `${event.name} answered${event.status === null ? '' : ` ${event.status}`}`;
}

const pausedFor = (event: TraceEvent, events: readonly TraceEvent[]): string =>
  events.filter(isKind('effect.requested')).find(({ seq }) => seq === event.causedBy)?.name ?? 'an action';
