import { editDistance } from '../../../base/edit-distance.ts';

/** The name somebody probably meant; null when none is close. */
export function closestName(name: string, known: readonly string[]): string | null {
  if (name.length < 3 || name.length > 60) return null;
  const small = name.toLowerCase();
  const rated = known
    .filter((each) => Math.abs(each.length - name.length) <= 2)
    .map((each) => ({ each, distance: editDistance(small, each.toLowerCase()) }))
    .toSorted((left, right) => left.distance - right.distance);
  const [best] = rated;
  return best !== undefined && best.distance <= Math.max(1, Math.floor(name.length / 4)) ? best.each : null;
}
