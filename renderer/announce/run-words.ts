import type { TraceEvent } from '../../shared/engine/trace-event.ts';
import { eventWords } from '../../shared/explain/event-words.ts';
import type { NameOf } from '../../shared/explain/exchange-events.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';

/** What the chat says by itself, being a log that is read out. */
const saidByChat: ReadonlySet<TraceEvent['kind']> = new Set([
  'utterance.received',
  'message.sent',
  'confirmation.asked',
  'budget.reached',
]);
/** What decided the answer; the rest, such as every value that was set, is in the trace for who wants to know. */
const telling: ReadonlySet<TraceEvent['kind']> = new Set([
  ...saidByChat,
  'intent.matched',
  'match.missed',
  'effect.settled',
  'action.skipped',
  'engine.faulted',
]);

/** What of a run is read out, in order. */
export const runWords = (
  events: readonly TraceEvent[],
  around: readonly TraceEvent[],
  nameOf: NameOf,
  chatIsHeard: boolean,
): readonly { readonly text: string; readonly urgent: boolean }[] =>
  events
    .filter(({ kind }) => telling.has(kind) && !(chatIsHeard && saidByChat.has(kind)))
    .map((event) => ({
      text: visibleText(eventWords(event, around, nameOf)),
      urgent: event.kind === 'engine.faulted' || (event.kind === 'effect.settled' && event.outcome === 'failed'),
    }));
