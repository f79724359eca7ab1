import { FlaskConical, Radio } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import type { NameOf } from '../../shared/explain/exchange-events.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';
import type { TraceEvent } from '../../shared/engine/trace-event.ts';
import { useRun, useStudio } from '../state/studio.ts';
import { lookOfKind } from './event-look.ts';
import { timeline, type Segment } from './timeline.ts';
import './timeline-bar.css';

/** The exchange at a glance. What takes time is as long as it took, in proportion. */
export function TimelineBar({ events, nameOf }: { events: readonly TraceEvent[]; nameOf: NameOf }) {
  const { run } = useStudio();
  const chosen = useRun((state) => state.chosen);
  const isTalking = useRun((state) => state.run !== null);
  const segments = useMemo(() => timeline(events, nameOf), [events, nameOf]);
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null || segments.length === 0) return;
    if (chosen === null) element.scrollLeft = element.scrollWidth;
    else element.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [segments, chosen]);
  const chosenAt = segments.findIndex(({ covers }) => chosen !== null && covers.includes(chosen));
  // One stop for Tab, whatever the exchange did; the arrows go from one to the next.
  const stop = chosenAt === -1 ? segments.length - 1 : chosenAt;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    if (step === undefined || at === -1) return;
    event.preventDefault();
    const next = buttons[Math.max(0, Math.min(buttons.length - 1, at + step))];
    next?.focus();
    next?.click();
  };
  return (
    <div className="timeline-bar" ref={bar} role="group" aria-label="Timeline of the exchange" onKeyDown={onKeyDown}>
      {segments.map((segment, index) => (
        <button
          key={segment.covers[0]}
          type="button"
          tabIndex={index === stop ? 0 : -1}
          className="timeline-segment"
          data-hue={segment.hue}
          data-span={segment.took === null ? undefined : lengthOf(segment.took)}
          data-running={(isTalking && segment.isRunning) || undefined}
          data-origin={segment.origin ?? undefined}
          aria-pressed={chosen !== null && segment.covers.includes(chosen)}
          title={segment.label}
          onClick={() => run.choose(segment.seq)}
        >
          <SegmentMark segment={segment} />
          {visibleText(segment.label)}
        </button>
      ))}
    </div>
  );
}

/** One of six lengths, growing with the logarithm: a second is longer than a moment, and an hour still fits. */
const lengthOf = (milliseconds: number): number => Math.min(5, Math.floor(Math.log10(Math.max(1, milliseconds)) + 0.3));

/** What is told by a name alone needs a picture to say what it is the name of. */
const pictured: ReadonlySet<TraceEvent['kind']> = new Set([
  'intent.matched',
  'intent.selected',
  'match.missed',
  'effect.requested',
  'action.skipped',
  'confirmation.asked',
]);

/** Mocked and live are told apart here too. */
function SegmentMark({ segment }: { segment: Segment }) {
  if (segment.origin === 'mocked') return <FlaskConical size={12} aria-label="mocked" />;
  if (segment.origin === 'live') return <Radio size={12} aria-label="live" />;
  if (!pictured.has(segment.kind)) return null;
  const { icon: Mark } = lookOfKind(segment.kind);
  return <Mark size={12} aria-hidden />;
}
