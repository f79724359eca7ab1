import type { Problem } from '../../../shared/problems/problem.ts';
import { isFrame } from '../layout/frame-box.ts';
import type { Spot } from '../layout/spot.ts';
import type { CanvasProblems } from '../use-canvas-problems.ts';

/** How much is wrong with something, and whether any of it is an error. */
export type ProblemMark = { readonly count: number; readonly isError: boolean };

export type ProblemMarks = {
  /** With each thing itself. */
  readonly own: ReadonlyMap<string, ProblemMark>;
  /** With each frame and all that is in it: what stands for what is too far away to be told apart. */
  readonly within: ReadonlyMap<string, ProblemMark>;
};

const noProblemMarks: ProblemMarks = { own: new Map(), within: new Map() };

/** What the dots say that are painted: the same as those of the nodes they stand for. */
export function problemMarks(problems: CanvasProblems, spots: ReadonlyMap<string, Spot>): ProblemMarks {
  if (problems.size === 0) return noProblemMarks;
  const own = new Map<string, ProblemMark>();
  const within = new Map<string, ProblemMark>();
  for (const spot of spots.values()) {
    const found = problemsOf(problems, spot);
    if (found.length === 0) continue;
    const mark = { count: found.length, isError: found.some(({ severity }) => severity === 'error') };
    own.set(spot.id, mark);
    for (let at: Spot | undefined = spot; at !== undefined; at = spots.get(at.parent ?? '')) {
      if (!isFrame(at.box)) continue;
      const before = within.get(at.id);
      within.set(at.id, {
        count: (before?.count ?? 0) + mark.count,
        isError: before?.isError === true || mark.isError,
      });
    }
  }
  return { own, within };
}

/** An action stands for its use, or its view, and for itself. */
function problemsOf(problems: CanvasProblems, { id, box }: Spot): readonly Problem[] {
  const ids = box.kind === 'action' && box.action !== null ? [id, box.action.id] : [id];
  return ids.flatMap((one) => problems.get(one) ?? []);
}
