import { ChevronRight, Ellipsis } from 'lucide-react';
import { memo } from 'react';
import { eventWords } from '../../shared/explain/event-words.ts';
import type { NameOf } from '../../shared/explain/exchange-events.ts';
import { duration } from '../../shared/explain/value-words.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';
import type { TraceEvent } from '../../shared/engine/trace-event.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { useStudio } from '../state/studio.ts';
import { eventLook } from './event-look.ts';
import { OriginBadge } from './origin-badge.tsx';
import type { TraceRow } from './trace-tree.ts';
import { ValueText } from './value-text.tsx';

/** What an event holds is asked for one at a time, and not in the first minute. */
const EventDetail = lazyPart('The details', async () => (await import('./event-detail.tsx')).EventDetail);

type EventRowProps = {
  readonly row: TraceRow;
  readonly events: readonly TraceEvent[];
  readonly nameOf: NameOf;
  readonly isChosen: boolean;
  /** Whether it is about what is selected on the canvas. */
  readonly isRelated: boolean;
  readonly isDetailed: boolean;
  readonly onToggle: () => void;
  readonly onDetail: () => void;
};

/** One event: what happened, the value and where it comes from, and how long it took. */
export function EventRow({ row, events, nameOf, isChosen, isRelated, isDetailed, onToggle, onDetail }: EventRowProps) {
  const { run } = useStudio();
  const { event, depth, below, isOpen } = row;
  return (
    <div
      id={`event-${event.seq}`}
      className="event-row"
      role="treeitem"
      aria-level={depth + 1}
      aria-expanded={below > 0 ? isOpen : undefined}
      aria-selected={isChosen}
      data-related={isRelated || undefined}
    >
      <div
        className="event-line"
        data-depth={Math.min(depth, 6)}
        onClick={() => run.choose(event.seq)}
        onDoubleClick={onDetail}
      >
        <button
          type="button"
          className="event-chevron"
          data-open={isOpen}
          hidden={below === 0}
          tabIndex={-1}
          aria-label={isOpen ? 'Close' : 'Open'}
          onClick={(click) => {
            click.stopPropagation();
            onToggle();
          }}
        >
          <ChevronRight size={13} aria-hidden />
        </button>
        <EventFacts event={event} events={events} nameOf={nameOf} hidden={isOpen ? 0 : below} />
        <button
          type="button"
          className="event-more"
          tabIndex={-1}
          aria-label="Details"
          aria-expanded={isDetailed}
          onClick={(click) => {
            click.stopPropagation();
            onDetail();
          }}
        >
          <Ellipsis size={14} aria-hidden />
        </button>
      </div>
      {isDetailed && <EventDetail event={event} events={events} nameOf={nameOf} />}
    </div>
  );
}

type EventFactsProps = Pick<EventRowProps, 'events' | 'nameOf'> & {
  readonly event: TraceEvent;
  readonly hidden: number;
};

/** Rows come and go while scrolling and streaming; what they say is worked out once. */
const EventFacts = memo(
  function EventFacts({ event, events, nameOf, hidden }: EventFactsProps) {
    const { icon: Icon, hue } = eventLook(event);
    return (
      <>
        <Icon className="event-icon" data-hue={hue} size={14} strokeWidth={1.75} aria-hidden />
        <span className="event-words">
          {visibleText(eventWords(event, events, nameOf))}
          {hidden > 0 && <span className="event-hidden">{hidden}</span>}
        </span>
        {event.kind === 'attribute.set' && event.after !== null && <ValueText value={event.after} />}
        {event.kind === 'attribute.set' && <OriginBadge origin={event.origin} />}
        {event.kind === 'effect.settled' && event.origin !== 'default' && <OriginBadge origin={event.origin} />}
        {event.kind === 'effect.settled' && event.origin !== 'default' && (
          <span className="event-time">{duration(event.duration)}</span>
        )}
      </>
    );
  },
  (before, after) => before.event === after.event && before.nameOf === after.nameOf && before.hidden === after.hidden,
);
