import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { bubbleLimit, type Bubble } from '../state/run-bubbles.ts';
import { exchangeWith, type ExchangeTrace } from '../state/run-trace.ts';
import { useRun } from '../state/studio.ts';
import { ChatBubble } from './chat-bubble.tsx';
import { eventOfBubble } from './event-of-bubble.ts';
import { lastSaidSeq } from './open-replies.ts';
import { TypingBubble } from './typing-bubble.tsx';
import './chat-log.css';

/** Everything said so far. It stays at its end, unless somebody has scrolled up to read. */
export function ChatLog() {
  const bubbles = useRun((state) => state.bubbles);
  const unheard = useRun((state) => state.unheard);
  const waiting = useRun((state) => state.waiting);
  const isBusy = useRun((state) => state.playing || state.waiting === 'actions');
  const chosen = useChosenBubble(bubbles);
  const log = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const size = useRef('');
  useLayoutEffect(() => {
    const element = log.current;
    // Whoever speaks wants to see the answer.
    if (unheard.length > 0) isAtEnd.current = true;
    if (element !== null && isAtEnd.current) element.scrollTop = element.scrollHeight;
  });
  // What stands below the log comes and goes, and takes its room from it.
  useEffect(() => {
    const element = log.current;
    if (element === null) return undefined;
    const stay = new ResizeObserver(() => {
      size.current = sizeOf(element);
      if (isAtEnd.current) element.scrollTop = element.scrollHeight;
    });
    stay.observe(element);
    return () => stay.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (chosen !== null) log.current?.querySelector(`[data-seq="${chosen}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const onScroll = (): void => {
    const element = log.current;
    // What moved because there is more or less room was not moved by anybody.
    if (element === null || size.current !== sizeOf(element)) return;
    isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 24;
  };
  const lastSaid = lastSaidSeq(bubbles, unheard);
  return (
    <div
      className="chat-log"
      ref={log}
      onScroll={onScroll}
      role="log"
      aria-live="polite"
      aria-label="What was said"
      tabIndex={0}
    >
      {bubbles.length === bubbleLimit && <p className="chat-note">Earlier messages are no longer shown</p>}
      {bubbles.map((bubble) => (
        <ChatBubble
          key={bubble.seq}
          bubble={bubble}
          isChosen={bubble.seq === chosen}
          isOpen={waiting !== null && waiting !== 'actions' && bubble.seq > lastSaid}
        />
      ))}
      {unheard.map(
        (text, index) =>
          text !== '' && (
            // Nothing else tells two of them apart, and they leave in order.
            <div key={index} className="bubble-row" data-side="user">
              <div className="bubble" data-unheard>
                {text}
              </div>
            </div>
          ),
      )}
      {isBusy && <TypingBubble />}
    </div>
  );
}

const sizeOf = ({ clientWidth, clientHeight }: HTMLElement): string => `${clientWidth} ${clientHeight}`;

/** The bubble that shows the same as the chosen trace event, by its `seq`. */
function useChosenBubble(bubbles: readonly Bubble[]): number | null {
  const chosen = useRun((state) => state.chosen);
  const trace = useRun((state) => (state.chosen === null ? undefined : exchangeWith(state.exchanges, state.chosen)));
  return useMemo(
    () => (chosen === null || trace === undefined ? null : bubbleFor(bubbles, trace, chosen)),
    [bubbles, trace, chosen],
  );
}

function bubbleFor(bubbles: readonly Bubble[], trace: ExchangeTrace, chosen: number): number | null {
  const here = bubbles.filter(({ exchange }) => exchange === trace.exchange);
  const exact = here.find((bubble) => bubble.seq === chosen || eventOfBubble(bubble, trace) === chosen);
  if (exact !== undefined) return exact.seq;
  const ref = trace.events.find(({ seq }) => seq === chosen)?.ref ?? null;
  return here.find((bubble) => bubble.kind === 'replied' && ref !== null && bubble.message.intent === ref)?.seq ?? null;
}
