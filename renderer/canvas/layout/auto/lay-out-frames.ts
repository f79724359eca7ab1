import { isFrameJob, type FrameJob, type FrameResult } from './frame-job.ts';
import { at, type LayeredGraph } from './layered-graph.ts';
import { packParts } from './pack-parts.ts';

type Size = { readonly id: string; readonly width: number; readonly height: number };
type Kept = { readonly job: FrameJob; readonly sizes: readonly Size[]; readonly result: FrameResult };

/**
 * Lays out frames from the inside out: what is in a frame first, as that says how large it is. Frames in which nothing
 * changed since the last time are not laid out again, so that a scenario with one turn more costs that turn's frames.
 */
export function createFrameLayout(): (job: FrameJob) => readonly FrameResult[] {
  const kept = new Map<string, Kept>();

  function layOut(job: FrameJob, results: FrameResult[]): FrameResult {
    const sizes = job.items.map((item) => (isFrameJob(item) ? layOut(item, results) : item));
    const last = kept.get(job.id);
    const isSame = last !== undefined && sameJob(last.job, job) && sameSizes(last.sizes, sizes);
    const result = isSame ? last.result : layOutFrame(job, sizes);
    if (!isSame) kept.set(job.id, { job, sizes, result });
    results.push(result);
    return result;
  }

  return (job) => {
    const results: FrameResult[] = [];
    layOut(job, results);
    return results;
  };
}

const graphOf = ({ edges }: FrameJob, sizes: readonly Size[]): LayeredGraph => ({
  widths: Float64Array.from(sizes, ({ width }) => width),
  heights: Float64Array.from(sizes, ({ height }) => height),
  from: Int32Array.from({ length: edges.length / 2 }, (_, edge) => edges[2 * edge] ?? 0),
  to: Int32Array.from({ length: edges.length / 2 }, (_, edge) => edges[2 * edge + 1] ?? 0),
});

function layOutFrame(job: FrameJob, sizes: readonly Size[]): FrameResult {
  const graph = graphOf(job, sizes);
  const { room, least, gaps, aspect, items } = job;
  const { x, y } = packParts(graph, gaps, aspect);
  let [width, height] = [0, 0];
  let isStack = true;
  const places = items.map(({ id }, index) => {
    const [left, top] = [Math.round(at(x, index)), Math.round(at(y, index))];
    isStack &&= left === 0 && top === height + (index === 0 ? 0 : gaps.down);
    width = Math.max(width, left + at(graph.widths, index));
    height = Math.max(height, top + at(graph.heights, index));
    return { id, x: left + room.left, y: top + room.top };
  });
  return {
    id: job.id,
    width: Math.max(least.width, width + room.left + room.right),
    height: Math.max(least.height, height + room.top + room.bottom, height / 2 + room.top + (job.column ?? 0)),
    places,
    isStack,
  };
}

/** Apart from how large its items are. */
function sameJob(one: FrameJob, other: FrameJob): boolean {
  const { room, least, gaps } = one;
  return (
    sameNumbers(one.edges, other.edges) &&
    room.left === other.room.left &&
    room.top === other.room.top &&
    room.right === other.room.right &&
    room.bottom === other.room.bottom &&
    least.width === other.least.width &&
    least.height === other.least.height &&
    gaps.across === other.gaps.across &&
    gaps.down === other.gaps.down &&
    one.aspect === other.aspect &&
    one.column === other.column
  );
}

function sameSizes(some: readonly Size[], others: readonly Size[]): boolean {
  if (some.length !== others.length) return false;
  for (let index = 0; index < some.length; index += 1) {
    const [one, other] = [some[index], others[index]];
    if (one === other) continue;
    if (one?.width !== other?.width || one?.height !== other?.height || one?.id !== other?.id) return false;
  }
  return true;
}

function sameNumbers(some: readonly number[], others: readonly number[]): boolean {
  if (some.length !== others.length) return false;
  for (let index = 0; index < some.length; index += 1) if (some[index] !== others[index]) return false;
  return true;
}
