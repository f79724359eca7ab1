import { problemAt, type ReadProblem } from './read-problem.ts';

/** A text in which git left both sides of a merge, with marks between them. */
export type UnfinishedMerge = { readonly ours: string; readonly firstLine: number; readonly places: number };

const marks = { ours: '<<<<<<< ', base: '||||||| ', middle: '=======', theirs: '>>>>>>> ' } as const;

/** Null for any text without such marks: no line of a scenario can begin with one. */
export function findUnfinishedMerge(text: string): UnfinishedMerge | null {
  if (!text.includes(marks.ours)) return null;
  const kept: string[] = [];
  let [firstLine, places] = [0, 0];
  let side: 'both' | 'ours' | 'other' = 'both';
  for (const [at, line] of text.split('\n').entries()) {
    if (side === 'both' && line.startsWith(marks.ours)) {
      side = 'ours';
      places += 1;
      if (firstLine === 0) firstLine = at + 1;
    } else if (side === 'ours' && (line.startsWith(marks.base) || line.trimEnd() === marks.middle)) side = 'other';
    else if (side === 'other' && line.startsWith(marks.theirs)) side = 'both';
    else if (side !== 'other') kept.push(line);
  }
  return places === 0 || side !== 'both' ? null : { ours: kept.join('\n'), firstLine, places };
}

export const problemOfMerge = ({ firstLine, places }: UnfinishedMerge): ReadProblem =>
  problemAt(
    [],
    `Git left two versions in this file, in ${places} ${places === 1 ? 'place' : 'places'} from line ${firstLine} on: a merge was not finished. A repaired copy takes yours and leaves out the other; to have both, let “parley merge” do it, or settle it where you merged.`,
  );
