import { FlaskConical, Radio, Zap } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { NameOf } from '../../shared/explain/exchange-events.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';
import type { TraceEvent } from '../../shared/engine/trace-event.ts';
import { useRun, useStudio } from '../state/studio.ts';
import { timeline, type Segment } from './timeline.ts';
import './timeline-bar.css';

/** The exchange at a glance. What takes time is as long as it took, in proportion. */
export function TimelineBar({ events, nameOf }: { events: readonly TraceEvent[]; nameOf: NameOf }) {
  const { run } = useStudio();
  const chosen = useRun((state) => state.chosen);
  const segments = useMemo(() => timeline(events, nameOf), [events, nameOf]);
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null || segments.length === 0) return;
    if (chosen === null) element.scrollLeft = element.scrollWidth;
    else element.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [segments, chosen]);
  return (
    <div className="timeline-bar" ref={bar} role="group" aria-label="Timeline of the exchange">
      {segments.map((segment) => (
        <button
          key={segment.covers[0]}
          type="button"
          className="timeline-segment"
          data-hue={segment.hue}
          data-span={segment.took === null ? undefined : lengthOf(segment.took)}
          data-running={segment.isRunning || undefined}
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

/** Mocked and live are told apart here too. */
function SegmentMark({ segment }: { segment: Segment }) {
  if (segment.took === null) return null;
  const Mark = segment.origin === 'mocked' ? FlaskConical : segment.origin === 'live' ? Radio : Zap;
  return <Mark size={12} aria-label={segment.origin ?? 'action'} />;
}
