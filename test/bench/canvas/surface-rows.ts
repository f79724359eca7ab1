import { atMost, type BenchRow } from '../bench-row.ts';
import type { Frames } from '../window/frames-during.ts';

/** What was seen of one canvas. `far`: as much of the scenario in view as the canvas can show. */
export type Surface = {
  readonly pan: Frames;
  readonly far: Frames;
  readonly drag: Frames;
  readonly trace: Frames;
  /** Events a second while the talk was traced. */
  readonly traced: number;
  readonly elements: number;
  readonly elementsFar: number;
};

/** The zoom at which thousands of nodes are in view. */
export const farOut = 0.05;

const mostElements = 1000;

export function surfaceRows(intents: number, ours: Surface, theirs: Surface): readonly BenchRow[] {
  const nodes = `${intents.toLocaleString('en')} nodes`;
  const frames = (what: string, mine: Frames, other: Frames, most = 1): BenchRow => ({
    what: `${nodes}: ${what}`,
    ours: framesText(mine),
    against: framesText(other),
    ratio: mine.work / other.work,
    ...atMost(most, mine.work / other.work),
  });
  const elements = (what: string, mine: number, other: number): BenchRow => ({
    what: `${nodes}: elements in the page ${what}`,
    ours: mine.toLocaleString('en'),
    against: other.toLocaleString('en'),
    ratio: mine / other,
    goal: `≤ ${mostElements.toLocaleString('en')}`,
    met: mine <= mostElements,
  });
  return [
    frames('panning at full size', ours.pan, theirs.pan),
    frames('panning far out', ours.far, theirs.far, 0.13),
    frames('dragging a node', ours.drag, theirs.drag),
    frames(`a real talk, ${ours.traced.toFixed(0)} events a second, against 60 lights`, ours.trace, theirs.trace),
    elements('at full size', ours.elements, theirs.elements),
    elements('far out', ours.elementsFar, theirs.elementsFar),
  ];
}

const framesText = ({ work, median, p95 }: Frames): string =>
  `${work.toFixed(1)} ms (${median.toFixed(0)} / ${p95.toFixed(0)} ms)`;
