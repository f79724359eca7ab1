import type { Viewport } from 'reactflow';
import { around, type Rect } from './layout/rect.ts';
import type { Spot } from './layout/spot.ts';

type Size = { readonly width: number; readonly height: number };

export const zoomLimits = { min: 0.05, max: 2 } as const;

/** Room left around what is shown, in pixels of the window. */
const margin = 32;

/** The view that shows a rectangle whole, in the middle, no larger than life. */
export function fitView(rect: Rect, { width, height }: Size, largest = 1): Viewport {
  const fitting = Math.min((width - 2 * margin) / rect.width, (height - 2 * margin) / rect.height);
  const zoom = Math.max(zoomLimits.min, Math.min(largest, fitting));
  return {
    x: width / 2 - (rect.x + rect.width / 2) * zoom,
    y: height / 2 - (rect.y + rect.height / 2) * zoom,
    zoom,
  };
}

/** The least zoom at which a script is comfortable to read, and how much of it is shown first. */
const readable = 0.72;
const firstWidth = 960;

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

/** Moves the view only as far as needed to bring a rectangle in; null when it is in already. */
export function revealView(rect: Rect, view: Viewport, size: Size): Viewport | null {
  const zoom = Math.max(view.zoom, Math.min(readable, fitView(rect, size).zoom));
  const left = rect.x * zoom + view.x;
  const top = rect.y * zoom + view.y;
  const isIn =
    zoom === view.zoom &&
    left >= 0 &&
    top >= 0 &&
    left + rect.width * zoom <= size.width &&
    top + rect.height * zoom <= size.height;
  if (isIn) return null;
  const fits = rect.width * zoom <= size.width - 2 * margin && rect.height * zoom <= size.height - 2 * margin;
  if (fits) {
    return {
      x: size.width / 2 - (rect.x + rect.width / 2) * zoom,
      y: size.height / 2 - (rect.y + rect.height / 2) * zoom,
      zoom,
    };
  }
  // Too large to be seen whole: its beginning.
  return { x: margin - rect.x * zoom, y: margin - rect.y * zoom, zoom };
}
