import { Ban, CircleCheck, CircleX } from 'lucide-react';
import type { TraceEvent } from '../../../shared/engine/trace-event.ts';
import { duration } from '../../../shared/explain/value-words.ts';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import { OriginBadge } from '../../run/origin-badge.tsx';

/** The steps of a workflow in the order they ended: which ran, how, and which did not. */
export function TrySteps({ trace }: { readonly trace: readonly TraceEvent[] }) {
  const steps = trace.filter((event) => 'step' in event && event.step !== undefined).filter(isEnd);
  if (steps.length === 0) return null;
  return (
    <ol className="try-steps" aria-label="Steps">
      {steps.map((event) => {
        const isDone = event.kind === 'effect.settled' && event.outcome === 'succeeded';
        const Icon = event.kind === 'action.skipped' ? Ban : isDone ? CircleCheck : CircleX;
        return (
          <li key={event.seq} data-outcome={event.kind === 'action.skipped' ? 'skipped' : event.outcome}>
            <Icon size={13} strokeWidth={2} aria-hidden />
            <b>{visibleText(event.step ?? '')}</b>
            <span className="try-step-words">
              {visibleText(event.detail === '' ? event.name : `${event.name}: ${event.detail}`)}
            </span>
            {event.kind === 'effect.settled' && (
              <>
                <span>{duration(event.duration)}</span>
                <OriginBadge origin={event.origin} />
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}

type End = Extract<TraceEvent, { kind: 'effect.settled' | 'action.skipped' }>;
const isEnd = (event: TraceEvent): event is End => event.kind === 'effect.settled' || event.kind === 'action.skipped';
