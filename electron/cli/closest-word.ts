import { editDistance } from '../../shared/base/edit-distance.ts';

/** The known word somebody may have meant; null when none is near. */
export function closestWord(word: string, known: readonly string[]): string | null {
  const near = known
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.max(1, Math.floor(candidate.length / 3)))
    .toSorted((left, right) => left.distance - right.distance);
  return near[0]?.candidate ?? null;
}

/** `Did you mean …?`, or nothing. */
export function suggest(
  word: string,
  known: readonly string[],
  show: (word: string) => string = (each) => each,
): string {
  const closest = closestWord(word, known);
  return closest === null ? '' : ` Did you mean ${show(closest)}?`;
}
