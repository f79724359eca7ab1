import { isFrameJob, type FrameJob, type FrameResult } from './frame-job.ts';
import { at, type LayeredGraph } from './layered-graph.ts';
import { packParts } from './pack-parts.ts';

type Kept = { readonly graph: LayeredGraph; readonly job: FrameJob; readonly result: FrameResult };

/**
 * Lays out frames from the inside out: what is in a frame first, as that says how large it is. Frames in which nothing
 * changed since the last time are not laid out again, so that a scenario with one turn more costs that turn's frames.
 */
export function createFrameLayout(): (job: FrameJob) => readonly FrameResult[] {
  const kept = new Map<string, Kept>();

  function layOut(job: FrameJob, results: FrameResult[]): FrameResult {
    const sizes = job.items.map((item) => (isFrameJob(item) ? layOut(item, results) : item));
    const graph: LayeredGraph = {
      widths: Float64Array.from(sizes, ({ width }) => width),
      heights: Float64Array.from(sizes, ({ height }) => height),
      from: Int32Array.from({ length: job.edges.length / 2 }, (_, edge) => job.edges[2 * edge] ?? 0),
      to: Int32Array.from({ length: job.edges.length / 2 }, (_, edge) => job.edges[2 * edge + 1] ?? 0),
    };
    const last = kept.get(job.id);
    const isSame = last !== undefined && sameJob(last.job, job) && sameGraph(last.graph, graph);
    const result = isSame ? last.result : layOutFrame(job, graph);
    kept.set(job.id, { graph, job, result });
    results.push(result);
    return result;
  }

  return (job) => {
    const results: FrameResult[] = [];
    layOut(job, results);
    return results;
  };
}

function layOutFrame(job: FrameJob, graph: LayeredGraph): FrameResult {
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
    height: Math.max(least.height, height + room.top + room.bottom),
    places,
    isStack,
  };
}

/** Apart from sizes and edges, which the graph has. */
const sameJob = (one: FrameJob, other: FrameJob): boolean =>
  one.items.length === other.items.length &&
  one.items.every(({ id }, index) => id === other.items[index]?.id) &&
  JSON.stringify([one.room, one.least, one.gaps, one.aspect]) ===
    JSON.stringify([other.room, other.least, other.gaps, other.aspect]);

const sameGraph = (one: LayeredGraph, other: LayeredGraph): boolean =>
  sameNumbers(one.widths, other.widths) &&
  sameNumbers(one.heights, other.heights) &&
  sameNumbers(one.from, other.from) &&
  sameNumbers(one.to, other.to);

function sameNumbers(one: Float64Array | Int32Array, other: Float64Array | Int32Array): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}
