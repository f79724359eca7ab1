import type { Point } from '../../../shared/commands/command.ts';
import { bottom, right, touches, type Rect } from './rect.ts';

type Size = Pick<Rect, 'width' | 'height'>;
type Span = { readonly from: number; readonly to: number };

/**
 * The corner nearest to `wish` at which something of a size comes nowhere nearer to the others than `gap`. Whoever
 * stands alone is as near as can be where it wishes to be, beside the edge of something, or in the corner of two: so
 * only those places are looked at. Equal questions have equal answers.
 */
export function freeSpot(size: Size, wish: Point, others: readonly Rect[], gap: number): Point {
  const start = { x: Math.round(wish.x), y: Math.round(wish.y) };
  const columns = [start.x, ...others.flatMap((other) => beside(other.x, right(other), size.width, gap))];
  columns.sort((one, other) => Math.abs(one - start.x) - Math.abs(other - start.x) || other - one);
  let best: Point = start;
  let least = Infinity;
  for (const x of columns) {
    const across = Math.abs(x - start.x);
    if (across >= least) break;
    const y = freeRow(x, size, start.y, others, gap);
    const far = Math.hypot(across, y - start.y);
    if (far < least) [best, least] = [{ x, y }, far];
  }
  return best;
}

/** Whole pixels, never nearer than the gap. */
const beside = (start: number, end: number, length: number, gap: number): readonly number[] => [
  Math.floor(start - length - gap),
  Math.ceil(end + gap),
];

/** The row nearest to the wish that is free in a column; below rather than above. */
function freeRow(x: number, { width, height }: Size, wish: number, others: readonly Rect[], gap: number): number {
  const taken: Span[] = [];
  for (const other of others) {
    const level = { x, y: other.y, width, height: 1 };
    if (!touches(level, other, gap)) continue;
    const [from = 0, to = 0] = beside(other.y, bottom(other), height, gap);
    taken.push({ from, to });
  }
  taken.sort((one, other) => one.from - other.from);
  let [above, at] = [wish, wish];
  // Rows between the two ends of a span are taken; spans that overlap are one.
  for (const { from, to } of joined(taken)) {
    if (wish <= from || wish >= to) continue;
    [above, at] = [from, to];
    break;
  }
  return wish - above < at - wish ? above : at;
}

function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (last === undefined || span.from >= last.to) all.push(span);
    else all[all.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return all;
}
