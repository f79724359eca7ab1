import { around, touches, type Rect } from './rect.ts';

/**
 * Rectangles with a larger one around each run of them. They come in the order in which one reads, so that neighbours
 * lie near each other and whole runs are passed over at a glance.
 */
export type Strip = { readonly rects: readonly Rect[]; readonly runs: readonly Rect[] };

const run = 32;

export function stripOf(rects: readonly Rect[]): Strip {
  const runs: Rect[] = [];
  for (let start = 0; start < rects.length; start += run) {
    const room = around(rects.slice(start, start + run));
    if (room !== null) runs.push(room);
  }
  return { rects, runs };
}

/** Tells the number of each rectangle that comes nearer to the area than `gap`, in order. */
export function forEachIn({ rects, runs }: Strip, area: Rect, gap: number, tell: (index: number) => void): void {
  for (const [number, room] of runs.entries()) {
    if (!touches(room, area, gap)) continue;
    const end = Math.min(rects.length, (number + 1) * run);
    for (let index = number * run; index < end; index += 1) {
      const rect = rects[index];
      if (rect !== undefined && touches(rect, area, gap)) tell(index);
    }
  }
}
