import type { Steps } from '../../shared/interpret/classifier/finish-steps.ts';

/** Milliseconds it works before it looks up. */
const slice = 8;

export type SlicedWork<Result> = {
  readonly steps: Steps<Result>;
  readonly now: () => number;
  readonly onDone: (result: Result) => void;
  /** Nobody waits for slices, so a fault in one has nobody else to go to. */
  readonly onFault: (fault: unknown) => void;
};

/** Works in short slices, so that whatever arrives meanwhile is answered first. What comes back stops it. */
export function workInSlices<Result>({ steps, now, onDone, onFault }: SlicedWork<Result>): () => void {
  let isStopped = false;
  const goOn = (): void => {
    if (isStopped) return;
    try {
      const until = now() + slice;
      let step = steps.next();
      while (step.done !== true && now() < until) step = steps.next();
      if (step.done === true) onDone(step.value);
      else setImmediate(goOn);
    } catch (fault) {
      onFault(fault);
    }
  };
  setImmediate(goOn);
  return () => {
    isStopped = true;
  };
}
