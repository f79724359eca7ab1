import { CircleCheck, CircleX, CircleMinus } from 'lucide-react';
import type { Origin } from '../../shared/engine/effect.ts';
import { duration } from '../../shared/explain/value-words.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';
import type { ActionCall } from '../state/run-calls.ts';
import { useRun } from '../state/studio.ts';
import { OriginBadge } from '../run/origin-badge.tsx';
import { useLastTry } from './use-last-try.ts';

type Ended = {
  readonly outcome: 'succeeded' | 'failed' | 'skipped';
  readonly origin: Origin | null;
  readonly words: string;
  readonly at: number;
};

/** How the action ended when it last ran: in the talk, or tried by itself. */
export function LastResult({ id, name }: { readonly id: string; readonly name: string }) {
  const tried = useLastTry(id);
  const call = useRun((state) => state.calls.findLast((one) => one.name === name));
  const ended = newest(
    tried === null ? null : { ...endOf(tried.result), at: tried.at },
    call === undefined ? null : callEnd(call),
  );
  if (ended === null) return <span className="library-faint">not run yet</span>;
  const Icon = { succeeded: CircleCheck, failed: CircleX, skipped: CircleMinus }[ended.outcome];
  return (
    <span className="library-result" data-outcome={ended.outcome} title={visibleText(ended.words)}>
      <Icon size={13} strokeWidth={2} aria-label={ended.outcome} />
      <span>{visibleText(ended.words)}</span>
      {ended.origin !== null && <OriginBadge origin={ended.origin} />}
    </span>
  );
}

const newest = (left: Ended | null, right: Ended | null): Ended | null =>
  left === null || right === null ? (left ?? right) : left.at > right.at ? left : right;

type Settled = {
  readonly outcome: 'succeeded' | 'failed';
  readonly origin: Origin;
  readonly status: number | null;
  readonly duration: number;
  readonly detail: string;
};

function endOf({ outcome, origin, status, duration: took, detail }: Settled): Omit<Ended, 'at'> {
  const facts = [status === null ? '' : `${status}`, duration(took)].filter(Boolean).join(', ');
  return { outcome, origin, words: outcome === 'succeeded' ? facts : detail || facts };
}

function callEnd({ settled, skipped, at }: ActionCall): Ended | null {
  if (skipped !== null) return { outcome: 'skipped', origin: null, words: skipped.detail, at };
  return settled === null ? null : { ...endOf(settled), at };
}
