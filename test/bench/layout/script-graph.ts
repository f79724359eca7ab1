import type { LayeredGraph } from '../../../renderer/canvas/layout/auto/layered-graph.ts';
import { nextRandom } from '../../../shared/base/seeded-random.ts';

/** Turns of one talk. */
const talk = 40;

/**
 * So many turns as a designer joins them: talks of forty that branch and come together again, with a few shortcuts and
 * ways back, and from each talk two ways into others. The same for the same seed.
 */
export function scriptGraph(count: number, seed: number): LayeredGraph {
  let state = seed;
  const pick = (most: number): number => {
    const drawn = nextRandom(state);
    state = drawn.seed;
    return Math.floor(drawn.value * most);
  };
  const [from, to, seen] = [[] as number[], [] as number[], new Set<number>()];
  const join = (start: number, end: number): void => {
    if (start === end || end >= count || seen.has(start * count + end)) return;
    seen.add(start * count + end);
    from.push(start);
    to.push(end);
  };
  for (let first = 0; first < count; first += talk) {
    const end = Math.min(count, first + talk);
    branch(first, end, pick, join);
    for (let turn = first; turn < end; turn += 1) {
      if (pick(20) === 0) join(turn, Math.min(end - 1, turn + 2 + pick(8)));
      if (pick(20) === 0) join(turn, Math.max(first, turn - 1 - pick(20)));
    }
    for (let way = 0; way < 2; way += 1) join(first + pick(end - first), talk * pick(Math.ceil(count / talk)));
  }
  return {
    widths: new Float64Array(count).fill(452),
    heights: Float64Array.from({ length: count }, () => 100 + pick(300)),
    from: Int32Array.from(from),
    to: Int32Array.from(to),
  };
}

/** One after the other: a fork of up to four ways, each a few turns long, which come together again. */
function branch(
  first: number,
  end: number,
  pick: (most: number) => number,
  join: (start: number, end: number) => void,
) {
  let [fork, next] = [first, first + 1];
  while (next < end) {
    const lasts: number[] = [];
    for (let ways = 1 + pick(4); ways > 0 && next < end; ways -= 1) {
      let last = fork;
      for (let length = 1 + pick(3); length > 0 && next < end; length -= 1) {
        join(last, next);
        last = next;
        next += 1;
      }
      lasts.push(last);
    }
    if (next < end) for (const last of lasts) join(last, next);
    fork = next;
    next += 1;
  }
}
