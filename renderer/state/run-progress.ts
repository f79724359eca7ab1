import type { MessageOutput } from '../../shared/engine/output.ts';
import type { TraceEvent } from '../../shared/engine/trace-event.ts';
import { addBubbles, bubbleOf, isReturn, type Bubble, type Story } from './run-bubbles.ts';
import { appendCalls } from './run-calls.ts';
import type { RunState } from './run-store.ts';
import { appendEvents, type ExchangeTrace } from './run-trace.ts';
import { appendVariables } from './run-variables.ts';

/** The talk after more of it was shown. `messages` are those whose moment this is. */
export function showMore(
  state: RunState,
  events: readonly TraceEvent[],
  messages: readonly MessageOutput[],
): Partial<RunState> {
  const exchanges = appendEvents(state.exchanges, events);
  const bubbles = events.flatMap((event) => bubbleOf(event, storyOf(exchanges, event)) ?? []);
  const heard = bubbles.filter(isTyped).length;
  return {
    exchanges,
    bubbles: addBubbles(state.bubbles, [...asTyped(bubbles, state.unheard), ...messages.map(replyBubble)]),
    unheard: heard === 0 ? state.unheard : state.unheard.slice(heard),
    variables: appendVariables(state.variables, events),
    calls: appendCalls(state.calls, events),
  };
}

/** The trace covers what is sensitive; people see their own words as they wrote them. */
function asTyped(bubbles: readonly Bubble[], typed: readonly string[]): readonly Bubble[] {
  const words = typed[Symbol.iterator]();
  return bubbles.map((bubble) => (isTyped(bubble) ? { ...bubble, text: words.next().value ?? bubble.text } : bubble));
}

/** What nobody is to see was not typed, and stands for nothing that was. */
const isTyped = (bubble: Bubble): bubble is Extract<Bubble, { kind: 'said' }> =>
  bubble.kind === 'said' && bubble.text !== '';

export const replyBubble = (message: MessageOutput): Bubble => ({
  kind: 'replied',
  exchange: message.exchange,
  seq: message.seq,
  message,
});

/** What came in and whether anything went out, where the end of an exchange needs it. */
function storyOf(exchanges: readonly ExchangeTrace[], event: TraceEvent): Story {
  if (event.kind !== 'exchange.ended') return untold;
  const events = exchanges.find(({ exchange }) => exchange === event.exchange)?.events ?? [];
  const first = events.find((one) => one.kind === 'utterance.received');
  return {
    opening: first?.kind === 'utterance.received' && (first.utterance.kind === 'opened' || isReturn(first.utterance)),
    answered: events.some(isReply),
  };
}

const untold: Story = { opening: false, answered: false };

const isReply = (event: TraceEvent): boolean =>
  (event.kind === 'message.sent' && event.blocks.length > 0) ||
  event.kind === 'confirmation.asked' ||
  event.kind === 'budget.reached';
