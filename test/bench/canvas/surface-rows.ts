import { atMost, milliseconds, type BenchRow } from '../bench-row.ts';
import type { Frames } from '../window/frames-during.ts';
import type { Studied } from './look-at-canvas.ts';
import type { Surface } from './look-at-surface.ts';

const mostElements = 1000;
const frame = 1000 / 60;

/** Ours beside React Flow with plain nodes, and beside the same picture drawn by hand. */
export function surfaceRows(intents: number, ours: Studied, flow: Surface, hand: Surface): readonly BenchRow[] {
  const nodes = `${intents.toLocaleString('en')} nodes`;
  const row = (what: string, mine: Frames, other: Frames, most: number): BenchRow => ({
    what: `${nodes}: ${what}`,
    ours: framesText(mine),
    against: framesText(other),
    ratio: mine.work / other.work,
    ...atMost(most, mine.work / other.work),
  });
  /** The bars are those against the limit; against React Flow, to be no worse, and far better from afar. */
  const both = (what: string, mine: Frames, pick: (surface: Surface) => Frames, most: number, mostFlow = 1) => [
    row(`${what}; React Flow`, mine, pick(flow), mostFlow),
    row(`${what}; by hand`, mine, pick(hand), most),
  ];
  const first = (name: string, other: number, most: number): BenchRow => ({
    what: `${nodes}: first picture; ${name}`,
    ours: milliseconds(ours.first),
    against: milliseconds(other),
    ratio: ours.first / other,
    ...atMost(most, ours.first / other),
  });
  const elements = (what: string, mine: number, other: number): BenchRow => ({
    what: `${nodes}: elements in the page ${what}; React Flow`,
    ours: mine.toLocaleString('en'),
    against: other.toLocaleString('en'),
    ratio: mine / other,
    goal: `≤ ${mostElements.toLocaleString('en')}`,
    met: mine <= mostElements,
  });
  const heap: BenchRow = {
    what: `${nodes}: what opening them adds to the heap; by hand`,
    ours: megabytes(ours.heap),
    against: megabytes(hand.heap),
    ratio: ours.heap / hand.heap,
    ...atMost(4, ours.heap / hand.heap),
  };
  const key = (where: string, work: number): BenchRow => ({
    what: `${nodes}: a key pressed ${where}, against a frame`,
    ours: milliseconds(work),
    against: milliseconds(frame),
    ratio: work / frame,
    ...atMost(1, work / frame),
  });
  return [
    first('React Flow', flow.first, 1),
    first('by hand', hand.first, 2.5),
    ...both('panning at full size', ours.pan, ({ pan }) => pan, 1.5),
    ...both('panning with everything in view', ours.far, ({ far }) => far, 1.5, 0.13),
    ...both('zooming out and in', ours.zoom, ({ zoom }) => zoom, 1.3),
    ...both('dragging a node', ours.drag, ({ drag }) => drag, 1.8),
    row('a real talk, 60 events a second, against 60 lights; React Flow', ours.trace, flow.trace, 1),
    row('a real talk, 60 events a second, against the very same lights; by hand', ours.trace, hand.trace, 1.2),
    row(
      `the same with chat and trace beside it (${ours.rate.toFixed(0)} a second); by hand`,
      ours.together,
      hand.trace,
      1.2,
    ),
    row('600 events a second, against 60', ours.busy, ours.trace, 2),
    elements('at full size', ours.elements, flow.elements),
    elements('far out', ours.elementsFar, flow.elementsFar),
    heap,
    key('in a field of the inspector', ours.keys.inspector),
    key('in a node edited in place', ours.keys.node),
    key('in the search of the outline', ours.keys.search),
  ];
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const framesText = ({ work, median, p95 }: Frames): string =>
  `${work.toFixed(1)} ms (${median.toFixed(0)} / ${p95.toFixed(0)} ms)`;
