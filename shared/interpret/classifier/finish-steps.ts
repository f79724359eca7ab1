/**
 * Work that may rest between any two steps. Its steps are the same wherever it rests, and so is what comes of it; nobody
 * sees it half done.
 */
export type Steps<Result> = Generator<undefined, Result>;

/** Does what is left of it at once. */
export function finishSteps<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
