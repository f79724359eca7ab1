import type { Viewport } from 'reactflow';
import { around, type Rect } from './layout/rect.ts';
import type { Spot } from './layout/spot.ts';

type Size = { readonly width: number; readonly height: number };

/** The largest zoom, and the least for whatever can be seen whole from nearer. */
export const zoomLimits = { min: 0.05, max: 2 } as const;

/** Room left around what is shown, in pixels of the window. */
const margin = 32;

/** The view that shows a rectangle whole, in the middle, no larger than life. */
export function fitView(rect: Rect, { width, height }: Size, largest = 1): Viewport {
  const fitting = Math.min((width - 2 * margin) / rect.width, (height - 2 * margin) / rect.height);
  const zoom = Math.max(0.0001, Math.min(largest, fitting));
  return {
    x: width / 2 - (rect.x + rect.width / 2) * zoom,
    y: height / 2 - (rect.y + rect.height / 2) * zoom,
    zoom,
  };
}

/** The least zoom of a canvas: all that is on it fits, with some room to spare. */
export function leastZoom(all: Rect | null, size: Size): number {
  if (all === null || size.width <= 2 * margin || size.height <= 2 * margin) return zoomLimits.min;
  return Math.min(zoomLimits.min, 0.8 * fitView(all, size).zoom);
}

/** The least zoom at which a script is comfortable to read, and how much of it is shown first. */
const readable = 0.72;
const firstWidth = 1100;

/** How a document is first shown: all of it when it can be read then, else its beginning, from the top left. */
export function firstView(spots: ReadonlyMap<string, Spot>, size: Size): Viewport | null {
  const rects = [...spots.values()].map(({ rect }) => rect);
  const all = around(rects);
  const [first] = rects;
  if (all === null || first === undefined) return null;
  const whole = fitView(all, size);
  if (whole.zoom >= readable) return whole;
  const zoom = Math.max(readable, Math.min(1, size.width / firstWidth));
  return { x: margin - first.x * zoom, y: margin - first.y * zoom, zoom };
}

type Showing = {
  /** What it is best seen in, its turn for example: brought in with it as far as there is room. */
  readonly frame?: Rect | undefined;
  /** It need only be seen, not read. */
  readonly keepsZoom?: boolean;
  /** How much of the right side something lies over, as the search does. */
  readonly covered?: number;
};

/** Less room than this beside what covers the rest is none. */
const least = 240;

/** Moves the view only when something is not in it; null when it is. */
export function revealView(rect: Rect, view: Viewport, whole: Size, how: Showing = {}): Viewport | null {
  const { frame = rect, keepsZoom = false, covered = 0 } = how;
  const size = whole.width - covered < least ? whole : { ...whole, width: whole.width - covered };
  const zoom = keepsZoom ? view.zoom : Math.max(view.zoom, Math.min(readable, fitView(rect, size).zoom));
  if (zoom === view.zoom && isIn(rect, view, size)) {
    const clear = clearOfMap(rect, view, whole);
    return clear === view ? null : clear;
  }
  const across = span(rect.x, rect.width, frame.x, frame.width, size.width / zoom);
  const down = span(rect.y, rect.height, frame.y, frame.height, size.height / zoom);
  return clearOfMap(rect, { x: placed(across, size.width, zoom), y: placed(down, size.height, zoom), zoom }, whole);
}

/** What the map and the zoom take of the lower right corner, and how wide the view has to be for the map to be there. */
const map = { width: 164, height: 160, from: 560 } as const;

/** The view a little further up or aside where the map would lie over what is shown, as far as there is room. */
function clearOfMap(rect: Rect, view: Viewport, size: Size): Viewport {
  const [left, top] = [rect.x * view.zoom + view.x, rect.y * view.zoom + view.y];
  const up = top + rect.height * view.zoom - (size.height - map.height);
  const aside = left + rect.width * view.zoom - (size.width - map.width);
  if (size.width <= map.from || up <= 0 || aside <= 0) return view;
  const [goesUp, goesAside] = [top - up >= margin, left - aside >= margin];
  if (goesUp && (up <= aside || !goesAside)) return { ...view, y: view.y - up };
  return goesAside ? { ...view, x: view.x - aside } : view;
}

function isIn({ x, y, width, height }: Rect, view: Viewport, size: Size): boolean {
  const [left, top] = [x * view.zoom + view.x, y * view.zoom + view.y];
  const [right, bottom] = [left + width * view.zoom, top + height * view.zoom];
  return left >= 0 && top >= 0 && right <= size.width && bottom <= size.height;
}

type Span = { readonly start: number; readonly length: number };

/** The frame when there is room for it, else the thing itself. */
const span = (start: number, length: number, frameStart: number, frameLength: number, room: number): Span =>
  frameLength <= room ? { start: frameStart, length: frameLength } : { start, length };

/** In the middle; what is too long to be seen whole shows its beginning. */
const placed = ({ start, length }: Span, room: number, zoom: number): number =>
  length * zoom <= room - 2 * margin ? room / 2 - (start + length / 2) * zoom : margin - start * zoom;
