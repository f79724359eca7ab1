import type { Point } from '../../../shared/commands/command.ts';
import type { MovingView, View } from '../moving-view.ts';
import { bottom, right, type Rect } from '../layout/rect.ts';
import type { FarView } from './far-scene.ts';

type Moving = Pick<MovingView, 'getState' | 'subscribe' | 'isMoving' | 'isZooming'>;

/** A drawing on the canvas itself: it moves along with it, and is made again only when more or finer is to be seen. */
export type Paper = { readonly paintSoon: () => void; readonly stop: () => void };

/** What was painted: which part of the canvas, how fine, and what was looked at. */
type Painted = {
  readonly part: Rect;
  readonly zoom: number;
  readonly seen: View['transform'];
  readonly pixels: number;
};

/** How far around the view it is painted, in pixels of the window, and how much of that is left when it is made anew. */
const margin = 320;
const spare = 60;
/** While the zoom changes, it is made for the zoom there will be, and stretched or shrunk up to here. */
const ahead = { in: 1.5, out: 1 / 1.6 } as const;
const stretch = { most: 2.2, least: 1 / 2.8 } as const;

export function layPaper(
  canvas: HTMLCanvasElement,
  moving: Moving,
  paint: (pen: CanvasRenderingContext2D, view: FarView, pixels: number) => void,
  isBlank: () => boolean = () => false,
): Paper {
  let painted: Painted | null = null;
  /** What is painted is no longer what there is to see. */
  let isStale = true;
  let frame = 0;

  const paintNow = (): void => {
    cancelAnimationFrame(frame);
    frame = 0;
    const view = moving.getState();
    const zoom = view.transform[2] * (moving.isZooming() ? aheadOf(view, painted) : 1);
    const [width, height] = [view.width + 2 * margin, view.height + 2 * margin];
    const pixels = window.devicePixelRatio;
    // Even a picture of nothing is carried from place to place.
    const [wasHidden, isHidden] = [canvas.hidden, isBlank()];
    canvas.hidden = isHidden;
    const kept = isStale || wasHidden ? null : painted;
    const part = partAround(view, width / zoom, height / zoom, wayFrom(kept?.seen, view));
    const wanted = { part, zoom, seen: view.transform, pixels };
    painted = kept === null ? wanted : { ...wanted, part: inStep(wanted, kept) };
    isStale = false;
    const { part: placed } = painted;
    const pen = isHidden ? null : canvas.getContext('2d');
    if (pen === null) return;
    const [wide, high] = [Math.round(width * pixels), Math.round(height * pixels)];
    // Setting the size of a canvas empties it and costs memory, so only when it changed.
    const isSameSize = canvas.width === wide && canvas.height === high;
    if (!isSameSize) [canvas.width, canvas.height] = [wide, high];
    canvas.style.transform = `translate(${placed.x}px, ${placed.y}px)`;
    [canvas.style.width, canvas.style.height] = [`${placed.width}px`, `${placed.height}px`];
    const shown = { x: -placed.x * zoom, y: -placed.y * zoom, zoom, width, height };
    if (kept === null || !isSameSize || !isInStep(painted, kept)) return paint(pen, shown, pixels);
    for (const only of shift(pen, stepsFrom(kept, painted), pixels)) {
      pen.save();
      pen.setTransform(pixels, 0, 0, pixels, 0, 0);
      pen.beginPath();
      pen.rect(only.x, only.y, only.width, only.height);
      pen.clip();
      paint(pen, { ...shown, only }, pixels);
      pen.restore();
    }
  };
  const paintNext = (): void => {
    if (frame === 0) frame = requestAnimationFrame(paintNow);
  };
  const paintSoon = (): void => {
    isStale = true;
    paintNext();
  };
  const follow = (): void => {
    const view = moving.getState();
    if (painted === null) return;
    const isFine = moving.isMoving() || painted.zoom === view.transform[2];
    if (!isFine || !covers(painted, view)) paintNext();
  };
  const unfollow = moving.subscribe(follow);
  paintNow();
  return {
    paintSoon,
    stop: () => {
      cancelAnimationFrame(frame);
      unfollow();
    },
  };
}

/** How far apart what was painted and what is to be painted are, in pixels of the drawing. */
const stepsFrom = (from: Painted, { part: to }: Painted): Point => {
  const fine = from.zoom * from.pixels;
  return { x: Math.round((to.x - from.part.x) * fine), y: Math.round((to.y - from.part.y) * fine) };
};

const isInStep = (one: Painted, other: Painted): boolean => one.zoom === other.zoom && one.pixels === other.pixels;

/** Whole pixels away from what was painted, so that what is kept of it fits. */
function inStep(wanted: Painted, kept: Painted): Rect {
  if (!isInStep(wanted, kept)) return wanted.part;
  const [{ x, y }, fine] = [stepsFrom(kept, wanted), kept.zoom * kept.pixels];
  return { ...wanted.part, x: kept.part.x + x / fine, y: kept.part.y + y / fine };
}

/** Moves what is painted already, and gives what is left to paint, in pixels of the window. */
function shift(pen: CanvasRenderingContext2D, by: Point, pixels: number): readonly Rect[] {
  const { canvas } = pen;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.globalCompositeOperation = 'copy';
  pen.drawImage(canvas, -by.x, -by.y);
  pen.globalCompositeOperation = 'source-over';
  const [width, height] = [canvas.width / pixels, canvas.height / pixels];
  const [across, down] = [Math.min(width, Math.abs(by.x) / pixels), Math.min(height, Math.abs(by.y) / pixels)];
  const beside = { x: by.x > 0 ? width - across : 0, y: 0, width: across, height };
  const above = { x: 0, y: by.y > 0 ? height - down : 0, width, height: down };
  return [beside, above].filter((strip) => strip.width > 0 && strip.height > 0);
}

/** How much finer or coarser than now it will be looked at; when nobody knows, more is shown. */
function aheadOf({ transform: [, , zoom] }: View, before: Painted | null): number {
  const [, , was] = before?.seen ?? [0, 0, Infinity];
  if (zoom < was) return ahead.out;
  return zoom > was ? ahead.in : 1;
}

const nowhere: Point = { x: 0, y: 0 };

/** Where the view is on its way to: one that is being moved will need what lies there. */
function wayFrom(before: View['transform'] | undefined, { transform: [x, y, zoom] }: View): Point {
  if (before === undefined || before[2] !== zoom) return nowhere;
  const by = { x: before[0] - x, y: before[1] - y };
  const most = Math.max(Math.abs(by.x), Math.abs(by.y));
  return most === 0 ? nowhere : { x: by.x / most, y: by.y / most };
}

/** A part of the canvas of a size, with the view in its middle, or in its rear when it is on its way. */
function partAround({ transform, width, height }: View, wide: number, high: number, way: Point): Rect {
  const [x, y, zoom] = transform;
  const lean = (margin - 2 * spare) / zoom;
  const middle = { x: (width / 2 - x) / zoom + way.x * lean, y: (height / 2 - y) / zoom + way.y * lean };
  return { x: middle.x - wide / 2, y: middle.y - high / 2, width: wide, height: high };
}

/** Whether what was painted still shows all there is in view, and not too coarsely. */
function covers({ part, zoom: fine }: Painted, { transform: [x, y, zoom], width, height }: View): boolean {
  const grown = zoom / fine;
  if (grown > stretch.most || grown < stretch.least) return false;
  // Shrunk to the view itself there is no room to spare.
  const room = Math.min(spare, (part.width * zoom - width) / 4) / zoom;
  return (
    -x / zoom > part.x + room &&
    -y / zoom > part.y + room &&
    (width - x) / zoom < right(part) - room &&
    (height - y) / zoom < bottom(part) - room
  );
}
