import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../shared/bridge/contract/failure.ts';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import type { UnderstandingScore } from '../../shared/understanding/score-schema.ts';
import { useStudio } from '../state/studio.ts';
import { askHost } from './ask-host.ts';

/** Long enough that nothing is measured while somebody types. */
const pause = 800;
/** The same samples are held back each time, so that a score that changed was changed by an edit. */
const seed = 1;

export type Progress = { readonly done: number; readonly total: number };

type Measured = {
  readonly score: UnderstandingScore | null;
  /** The design the score is of. */
  readonly of: number;
  /** The design that was measured last, or was about to be when it was stopped or failed. */
  readonly settled: number;
  readonly failure: Failure | null;
};

export type ScoreView = Measured & {
  /** Null: nothing is being measured. */
  readonly progress: Progress | null;
  readonly isStale: boolean;
  readonly measure: () => void;
  readonly stop: () => void;
};

/** How well the samples teach: measured while it is looked at, when edits pause. What was measured stays until then. */
export function useScore(isShown: boolean, version: number): ScoreView {
  const { host, editor } = useStudio();
  const [measured, setMeasured] = useState<Measured>({ score: null, of: -1, settled: -1, failure: null });
  const [progress, setProgress] = useState<Progress | null>(null);
  const newest = useRef(0);

  const measure = useCallback((): void => {
    const asked = (newest.current += 1);
    setProgress({ done: 0, total: 0 });
    void askHost(host, 'interpret.score', { text: printScenario(editor.getState().document), seed }).then((reply) => {
      if (newest.current !== asked) return;
      setProgress(null);
      setMeasured((before) =>
        reply.ok
          ? { score: reply.value, of: version, settled: version, failure: null }
          : { ...before, settled: version, failure: reply.failure },
      );
    });
  }, [host, editor, version]);

  useEffect(
    () =>
      host.onEvent((event) => {
        if (event.name === 'interpret.progressed')
          setProgress((before) => (before === null ? null : { ...event.payload }));
      }),
    [host],
  );
  useEffect(() => {
    if (!isShown || measured.settled === version) return undefined;
    const timer = setTimeout(measure, measured.settled < 0 ? 0 : pause);
    return () => clearTimeout(timer);
  }, [isShown, measured.settled, version, measure]);

  return {
    ...measured,
    progress,
    isStale: measured.score !== null && measured.of !== version,
    measure,
    stop: () => void askHost(host, 'interpret.cancel', {}),
  };
}
