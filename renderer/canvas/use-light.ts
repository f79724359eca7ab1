import { useCallback, type RefCallback } from 'react';
import type { TraceEvent } from '../../shared/engine/trace-event.ts';
import type { Highlight } from '../state/run-highlights.ts';
import { useStudio } from '../state/studio.ts';

/** A highlight and the event it comes from. */
export type Light = { readonly highlight: Highlight; readonly event: TraceEvent | null };

/**
 * Shows on an element how a record takes part in the exchange being shown: for `ref`. The element is told itself, and
 * nothing is rendered, however quick the talk is.
 */
export function useLight(id: string, show: (element: HTMLElement, light: Light | null) => void = asAttribute) {
  const { run } = useStudio();
  return useCallback<RefCallback<HTMLElement>>(
    (element) => {
      if (element === null) return undefined;
      const tell = (): void => show(element, run.litAs(id));
      if (run.litAs(id) !== null) tell();
      const stop = run.onHighlight(id, tell);
      return () => {
        stop();
        show(element, null);
      };
    },
    [run, id, show],
  );
}

function asAttribute({ dataset }: HTMLElement, light: Light | null): void {
  if (light === null) delete dataset['light'];
  else if (dataset['light'] !== light.highlight) dataset['light'] = light.highlight;
}

/** What a highlight says of a node, for those who cannot see it. */
export const lightWords: Readonly<Record<Highlight, string>> = {
  searched: 'looked at',
  rejected: 'rejected',
  matched: 'matched',
  running: 'running',
  succeeded: 'done',
  failed: 'failed',
  selected: 'chosen as the answer',
  changed: 'changed',
};

/** `timedOut` as anybody would write it. */
const plain = (code: string): string => code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** A short note beside a lit node: why it lost, or how long it took; null when the light says enough. */
export function lightNote(light: Light | null): string | null {
  const event = light?.event ?? null;
  if (event === null) return null;
  switch (event.kind) {
    case 'candidate.rejected':
      return rejectionWords[event.reason](event);
    case 'effect.settled': {
      const time = event.origin === 'refused' ? 'refused' : `${Math.round(event.duration)} ms · ${event.origin}`;
      return event.outcome === 'failed' ? `${plain(event.failure ?? 'failed')} · ${time}` : time;
    }
    case 'action.skipped':
      return event.detail === '' ? `not run: ${plain(event.failure)}` : event.detail;
    case 'effect.requested':
      return 'running…';
    case 'confirmation.asked':
      return 'waiting for a yes';
    case 'intent.matched':
      return event.confidence === null ? null : `${Math.round(event.confidence * 100)} %`;
    default:
      return null;
  }
}

type Rejected = Extract<TraceEvent, { kind: 'candidate.rejected' }>;
const percent = (value: number | null): string => (value === null ? 'nothing' : `${Math.round(value * 100)} %`);

const rejectionWords: Readonly<Record<Rejected['reason'], (event: Rejected) => string>> = {
  confidence: ({ confidence, threshold }) => `${percent(confidence)}, needs ${percent(threshold)}`,
  condition: () => 'a condition did not hold',
  scope: () => 'not looked at from here',
  rank: ({ lostTo }) => (lostTo === null ? 'another fitted better' : `${lostTo} fitted better`),
};
