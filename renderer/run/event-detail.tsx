import { Copy } from 'lucide-react';
import type { NameOf } from '../../shared/explain/exchange-events.ts';
import { eventWords } from '../../shared/explain/event-words.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';
import { whyThis } from '../../shared/explain/why-this.ts';
import type { TraceEvent } from '../../shared/engine/trace-event.ts';
import { useStudio } from '../state/studio.ts';
import { eventJson } from './event-json.ts';
import { JsonText } from './json-text.tsx';

type EventDetailProps = {
  readonly event: TraceEvent;
  readonly events: readonly TraceEvent[];
  readonly nameOf: NameOf;
};

/** Everything about an event: why, what it follows from, and all of it as data. */
export function EventDetail({ event, events, nameOf }: EventDetailProps) {
  const { run } = useStudio();
  const cause = events.find(({ seq }) => seq === event.causedBy);
  const json = eventJson(event);
  return (
    <div className="event-detail">
      <p data-selectable>
        <b>Why this?</b> {visibleText(whyThis(events, event.seq, nameOf))}
      </p>
      <div className="event-detail-bar">
        {cause !== undefined && (
          <button type="button" className="event-link" onClick={() => run.choose(cause.seq)}>
            Follows from: {visibleText(eventWords(cause, events, nameOf))}
          </button>
        )}
        <button type="button" className="event-link" onClick={() => void navigator.clipboard.writeText(json)}>
          <Copy size={12} aria-hidden />
          Copy as JSON
        </button>
      </div>
      <JsonText text={json} />
    </div>
  );
}
