import { useState, useSyncExternalStore } from 'react';
import { useCanvas, useCanvasStore } from './canvas-store.ts';
import { bottom, grow, right, type Rect } from './layout/rect.ts';
import { useMovingView } from './use-moving-view.tsx';

/** The part of the canvas that is in view, grown to whole tiles. */
function useVisibleArea(): Rect {
  const { subscribe, area } = useMovingView();
  return useSyncExternalStore(subscribe, area);
}

/**
 * The part of the canvas in which there are elements of the page. While zooming in a large scenario it stays as it was:
 * what comes into view is painted, and mounted once the wheel rests.
 */
export function useMountedArea(): Rect {
  const view = useMovingView();
  const store = useCanvasStore();
  const [read] = useState(() => {
    let mounted = view.area();
    return (): Rect => (store.getState().isZooming ? mounted : (mounted = view.area()));
  });
  useCanvas((state) => state.isZooming);
  return useSyncExternalStore(view.subscribe, read);
}

/** A part around what is in view, so large that it seldom has to become another one. */
export function useWideArea(): Rect {
  const area = useVisibleArea();
  const [wide, setWide] = useState(() => widened(area));
  const isFine = surrounds(wide, area) && wide.width <= area.width * mostTimes;
  const next = isFine ? wide : widened(area);
  if (next !== wide) setWide(next);
  return next;
}

const mostTimes = 16;
const widened = (area: Rect): Rect => grow(area, 1.5 * Math.max(area.width, area.height));

const surrounds = (outer: Rect, inner: Rect): boolean =>
  outer.x <= inner.x && outer.y <= inner.y && right(outer) >= right(inner) && bottom(outer) >= bottom(inner);
