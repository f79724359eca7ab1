import type { Point } from '../../../shared/commands/command.ts';
import type { Highlight, Lit } from '../../state/run-highlights.ts';
import { isFrame } from '../layout/frame-box.ts';
import { touches, type Rect } from '../layout/rect.ts';
import type { Spot } from '../layout/spot.ts';
import { typeHue } from '../type-hue.ts';
import { wallBeside } from '../wires/wall-beside.ts';
import { endAt, heldOffset } from '../wires/wire-ends.ts';
import { dataPath } from '../wires/wire-path.ts';
import type { Wire } from '../wires/wire.ts';
import type { Detail } from '../use-detail.ts';
import type { Carried } from './carried.ts';
import type { FarView } from './far-scene.ts';
import type { ProblemMarks } from './problem-marks.ts';
import { paintSpots, startPainting } from './paint-far.ts';
import { blockHead, farHead, shapeOf, type WireShape } from './wire-shape.ts';

export type FarMarks = {
  readonly spots: ReadonlyMap<string, Spot>;
  readonly wires: readonly Wire[];
  readonly shapes: ReadonlyMap<string, WireShape>;
  readonly selection: ReadonlySet<string>;
  readonly selectedWires: readonly string[];
  /** Wires and nodes on the way of the value under the pointer. */
  readonly path: ReadonlySet<string>;
  readonly held: ReadonlyMap<string, Point>;
  /** What is carried as an element of the page shows itself. */
  readonly gripped: ReadonlySet<string>;
  /** What is painted and carried: it is painted where it is now, with the wires at it. */
  readonly carried: Carried;
  readonly detail: Detail;
  readonly problems: ProblemMarks;
  /** The frame or intent that would take in what is carried. */
  readonly receiver: string | null;
  readonly font: string;
  readonly lit: ReadonlyMap<string, Lit>;
  readonly colourOf: (colour: string) => string;
};

/** Paints what stands out from far away: what a run lights, what is selected or carried, and the way of a value. */
export function paintMarks(pen: CanvasRenderingContext2D, marks: FarMarks, view: FarView, pixels: number): void {
  const area = startPainting(pen, view, pixels);
  const { spots, selection, lit, path, colourOf } = marks;
  const outline = ({ x, y, width, height }: Rect, colour: string, wide: number): void => {
    pen.strokeStyle = colourOf(colour);
    pen.lineWidth = wide / view.zoom;
    const out = wide / view.zoom / 2;
    pen.strokeRect(x - out, y - out, width + 2 * out, height + 2 * out);
  };
  const outlineAll = (ids: Iterable<string>, colour: string, wide: number): void => {
    for (const id of ids) {
      const spot = spots.get(id);
      if (spot === undefined) continue;
      const { x, y } = heldOffset(spots, marks.held, spot);
      const rect = { ...spot.rect, x: spot.rect.x + x, y: spot.rect.y + y };
      if (touches(rect, area)) outline(rect, colour, wide);
    }
  };
  // What is carried lies over what stays, and under what stands out.
  paintCarried(pen, marks, area, view.zoom);
  for (const [id, { highlight }] of lit)
    outlineAll([id], lightColours[highlight], highlight === 'searched' || highlight === 'rejected' ? 1.5 : 3);
  outlineAll(path, 'var(--data)', 1.5);
  if (marks.receiver !== null) outlineAll([marks.receiver], 'var(--accent)', 2);
  outlineAll(selection, 'var(--accent)', 2);
  paintChosenWires(pen, marks, view.zoom);
  paintValuePath(pen, marks, view.zoom);
  paintHeld(pen, marks, view.zoom);
}

const lightColours: Readonly<Record<Highlight, string>> = {
  searched: 'var(--accent-line)',
  rejected: 'var(--text-faint)',
  matched: 'var(--ok)',
  running: 'var(--action)',
  succeeded: 'var(--ok)',
  failed: 'var(--problem)',
  selected: 'var(--app)',
  changed: 'var(--data)',
};

function paintChosenWires(pen: CanvasRenderingContext2D, { shapes, selectedWires, colourOf }: FarMarks, zoom: number) {
  pen.strokeStyle = colourOf('var(--accent)');
  pen.lineWidth = 2.5 / zoom;
  for (const id of selectedWires) {
    const shape = shapes.get(id);
    if (shape !== undefined) pen.stroke(shape.line);
  }
}

/** Lines of values are too fine to be seen from here, but for the one that is asked for. */
function paintValuePath(pen: CanvasRenderingContext2D, marks: FarMarks, zoom: number): void {
  const { wires, spots, held, path, colourOf } = marks;
  if (path.size === 0) return;
  pen.lineWidth = 2 / zoom;
  pen.lineCap = 'round';
  pen.setLineDash([1 / zoom, 4.5 / zoom]);
  for (const wire of wires) {
    if (wire.kind !== 'data' || !path.has(wire.id)) continue;
    const [from, to] = [endAt(spots, held, wire.from), endAt(spots, held, wire.to)];
    if (from === null || to === null) continue;
    pen.strokeStyle = colourOf(hues[typeHue(wire.type)]);
    pen.stroke(new Path2D(dataPath(from, to, to.y - wire.to.y, wallBeside(spots, wire, from, to))));
  }
  pen.setLineDash([]);
}

const hues: Readonly<Record<ReturnType<typeof typeHue>, string>> = {
  text: 'var(--type-text)',
  number: 'var(--type-number)',
  truth: 'var(--type-truth)',
  time: 'var(--type-time)',
  many: 'var(--type-many)',
};

/** What is held without being painted or in the page shows where it would go. */
function paintHeld(
  pen: CanvasRenderingContext2D,
  { spots, held, gripped, carried, colourOf }: FarMarks,
  zoom: number,
): void {
  if (held.size === 0) return;
  pen.strokeStyle = colourOf('var(--accent)');
  pen.fillStyle = colourOf('color-mix(in oklab, var(--accent) 16%, transparent)');
  pen.lineWidth = 1.5 / zoom;
  pen.beginPath();
  for (const [id, at] of held) {
    const spot = spots.get(id);
    if (spot === undefined || gripped.has(id) || carried.ids.has(id)) continue;
    const { x, y, width, height } = spot.rect;
    pen.rect(x + at.x - spot.x, y + at.y - spot.y, width, height);
  }
  pen.fill();
  pen.stroke();
}

/** All that goes along with the hand, at every level as it looks where it stands. */
function paintCarried(pen: CanvasRenderingContext2D, marks: FarMarks, area: Rect, zoom: number): void {
  const { carried, detail, spots, held, gripped, problems, colourOf, font } = marks;
  if (carried.ids.size === 0) return;
  const isBlock = detail === 'block';
  const wires = new Map<string, WireShape>();
  for (const wire of carried.wires) {
    const isSeen = wire.kind === 'transition' || (isBlock && wire.kind === 'sequence');
    const shape = isSeen ? shapeOf(wire, spots, held, isBlock ? blockHead : farHead) : null;
    if (shape !== null) wires.set(wire.id, shape);
  }
  const moved: Spot[] = [];
  for (const id of carried.ids) {
    const spot = spots.get(id);
    // Half way out what is pulled is a block of the page; a frame there is only a handle.
    if (spot === undefined || (gripped.has(id) && isBlock && !isFrame(spot.box))) continue;
    const { x, y } = heldOffset(spots, held, spot);
    const rect = { ...spot.rect, x: spot.rect.x + x, y: spot.rect.y + y };
    if (touches(rect, area)) moved.push({ ...spot, rect });
  }
  paintSpots(pen, { spots, wires, detail, problems, colourOf, font }, moved, area, zoom);
}
