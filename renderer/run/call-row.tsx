import { Ban, ChevronRight, CircleCheck, CircleX, Loader } from 'lucide-react';
import type { Origin } from '../../shared/engine/effect.ts';
import { duration } from '../../shared/explain/value-words.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';
import type { ActionCall } from '../state/run-calls.ts';
import { useRun, useStudio } from '../state/studio.ts';
import { CallDetail } from './call-detail.tsx';
import { clockText } from './clock-text.ts';
import { OriginBadge } from './origin-badge.tsx';

type CallRowProps = { readonly call: ActionCall; readonly isOpen: boolean; readonly onToggle: () => void };

/** One call: when, what, who answered, how it ended. */
export function CallRow({ call, isOpen, onToggle }: CallRowProps) {
  const { run } = useStudio();
  const isChosen = useRun((state) => state.chosen === call.seq || state.chosen === call.key);
  const { settled, skipped } = call;
  const { icon: Icon, tone, words } = outcomeOf(call);
  return (
    <div className="call" data-chosen={isChosen || undefined}>
      <div className="call-line">
        <button
          type="button"
          className="call-chevron"
          aria-expanded={isOpen}
          aria-label={`Details of ${call.name}`}
          onClick={onToggle}
        >
          <ChevronRight size={13} aria-hidden />
        </button>
        <button type="button" className="call-main" onClick={() => run.choose(call.seq)}>
          <time className="call-aside">{clockText(call.at)}</time>
          <span className="call-name">{visibleText(call.name)}</span>
          <span className="call-outcome" data-tone={tone}>
            <Icon size={13} aria-hidden />
            {visibleText(words)}
          </span>
          <span className="call-aside">
            {settled === null || ranNowhere.has(settled.origin) ? '' : duration(settled.duration)}
          </span>
          <span className="call-aside">
            {settled === null || settled.attempts < 2 ? '' : `${settled.attempts} attempts`}
          </span>
        </button>
        <span className="call-origin">{settled !== null && <OriginBadge origin={settled.origin} />}</span>
      </div>
      {isOpen && <CallDetail call={call} why={skipped?.detail ?? settled?.detail ?? ''} />}
    </div>
  );
}

/** What the talk itself did, or nobody, took no time worth telling. */
const ranNowhere: ReadonlySet<Origin> = new Set(['default', 'refused']);

function outcomeOf({ settled, skipped }: ActionCall) {
  if (skipped !== null) return { icon: Ban, tone: 'failed', words: `did not run: ${skipped.detail}` };
  if (settled === null) return { icon: Loader, tone: 'running', words: 'running…' };
  const status = settled.status === null ? '' : ` ${settled.status}`;
  return settled.outcome === 'succeeded'
    ? { icon: CircleCheck, tone: 'ok', words: settled.origin === 'default' ? 'done' : `answered${status}` }
    : { icon: CircleX, tone: 'failed', words: `failed${status}: ${settled.detail}` };
}
