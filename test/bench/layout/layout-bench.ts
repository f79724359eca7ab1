import type { FrameJob } from '../../../renderer/canvas/layout/auto/frame-job.ts';
import { createFrameLayout } from '../../../renderer/canvas/layout/auto/lay-out-frames.ts';
import { layOutGraph } from '../../../renderer/canvas/layout/auto/lay-out-graph.ts';
import { atMost, milliseconds, type BenchRow, type BenchSection } from '../bench-row.ts';
import { race, worked } from '../measure.ts';
import { elkLayout, type ElkLayout } from '../peers/elk-layout.ts';
import { installPeers } from '../peers/install-peers.ts';
import { bareSweep } from './bare-sweep.ts';
import { lineCrossings } from './line-crossings.ts';
import { layoutGapRows } from './layout-gap-rows.ts';
import { scriptGraph } from './script-graph.ts';

const gaps = { across: 96, down: 40 };
const large = 5000;

/** Automatic layout beside a bare sweep and beside ELK, in time and in crossings. */
export async function layoutBench(): Promise<BenchSection> {
  const load = await installPeers();
  const rows: BenchRow[] = [];
  const graph = scriptGraph(large, 1);
  const times = await race(
    {
      ours: repeat(() => layOutGraph(graph, gaps)),
      bare: repeat(() => bareSweep(graph)),
    },
    20,
  );
  const ours = times.ours / 1000;
  rows.push({
    what: `${large} turns in layers`,
    ours: milliseconds(ours),
    against: `${milliseconds(times.bare / 1000)} bare sweep`,
    ratio: times.ours / times.bare,
    ...atMost(5, times.ours / times.bare),
  });
  if (load !== null) rows.push(...(await besideElk(elkLayout(load), ours)));
  rows.push(...(await againRows()), ...(await layoutGapRows()));
  return {
    title: 'Automatic layout: work of the processor, and lines that cross',
    rows,
    notes: [
      'The graphs are talks of forty turns that branch and join, with ways from talk to talk; crossings are of straight lines, summed over seeds.',
      ...(load === null ? ['ELK could not be installed, so it is left out.'] : []),
    ],
  };
}

const repeat =
  (work: () => unknown) =>
  (steps: number): void => {
    for (let step = 0; step < steps; step += 1) work();
  };

async function besideElk(elk: ElkLayout, ours: number): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [count, seeds] of [
    [100, [1, 2, 3, 4, 5, 6, 7, 8]],
    [1000, [1, 2]],
  ] as const) {
    let [own, theirs] = [0, 0];
    for (const seed of seeds) {
      const graph = scriptGraph(count, seed);
      own += lineCrossings(graph, layOutGraph(graph, gaps));
      theirs += lineCrossings(graph, await elk(graph));
    }
    rows.push({
      what: `crossings with ${count} turns`,
      ours: String(own),
      against: `${theirs} ELK`,
      ratio: own / theirs,
      ...atMost(1, own / theirs),
    });
  }
  const before = worked();
  await elk(scriptGraph(large, 1));
  const theirs = worked() - before;
  rows.push({
    what: `${large} turns, beside ELK`,
    ours: milliseconds(ours),
    against: `${milliseconds(theirs)} ELK`,
    ratio: ours / theirs,
    goal: '≤ 1/70',
    met: ours / theirs <= 1 / 70,
  });
  return rows;
}

/** A scenario of so many turns in frames, laid out again after one turn was added to one scene. */
async function againRows(): Promise<readonly BenchRow[]> {
  const scenario = (added: number): FrameJob => {
    const talks = Array.from({ length: large / 40 }, (_, talk) => frame(`talk-${talk}`, talk, talk === 7 ? added : 0));
    return { ...frame('all', 0, 0), items: talks, edges: [] };
  };
  const [before, after] = [scenario(0), scenario(1)];
  const layOut = createFrameLayout();
  layOut(before);
  let isAfter = false;
  const times = await race(
    {
      again: repeat(() => {
        isAfter = !isAfter;
        layOut(isAfter ? after : before);
      }),
      full: repeat(() => createFrameLayout()(before)),
    },
    20,
  );
  return [
    {
      what: `${large} turns in frames, again with one more`,
      ours: milliseconds(times.again / 1000),
      against: `${milliseconds(times.full / 1000)} from the beginning`,
      ratio: times.again / times.full,
      goal: '≤ 1/20',
      met: times.again / times.full <= 1 / 20,
    },
  ];
}

function frame(id: string, seed: number, added: number): FrameJob {
  const graph = scriptGraph(40 + added, seed);
  return {
    id,
    items: Array.from(graph.heights, (height, turn) => ({ id: `${id}-${turn}`, width: 452, height })),
    edges: Array.from(graph.from, (start, edge) => [start, graph.to[edge] ?? 0]).flat(),
    room: { left: 16, top: 42, right: 16, bottom: 16 },
    least: { width: 484, height: 112 },
    gaps,
    aspect: 1,
  };
}
