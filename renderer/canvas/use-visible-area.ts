import { useStore } from 'reactflow';
import { useMemo, useState } from 'react';
import { useCanvas } from './canvas-store.ts';
import { bottom, right, type Rect } from './layout/rect.ts';

/** The view is watched in tiles of about this many pixels of the window, so that panning renders nothing most frames. */
const tile = 400;

/** The part of the canvas that is in view, grown to whole tiles. */
export function useVisibleArea(): Rect {
  const key = useStore(({ transform: [x, y, zoom], width, height }) => {
    const size = tile / 2 ** Math.round(Math.log2(zoom));
    const edges = [
      Math.floor(-x / zoom / size),
      Math.floor(-y / zoom / size),
      Math.ceil((width - x) / zoom / size),
      Math.ceil((height - y) / zoom / size),
    ];
    return [size, ...edges].join(' ');
  });
  const area = useMemo(() => {
    const [size = 1, left = 0, top = 0, right = 0, bottom = 0] = key.split(' ').map(Number);
    return { x: left * size, y: top * size, width: (right - left) * size, height: (bottom - top) * size };
  }, [key]);
  return area;
}

/**
 * The part of the canvas in which there are elements of the page. While zooming out of a large scenario it stays as it
 * was: what comes into view around it is painted, and mounted once the wheel rests.
 */
export function useMountedArea(): Rect {
  const area = useVisibleArea();
  const isZooming = useCanvas((state) => state.isZooming);
  const [mounted, setMounted] = useState(area);
  const next = isZooming && surrounds(area, mounted) ? mounted : area;
  if (next !== mounted) setMounted(next);
  return next;
}

const surrounds = (outer: Rect, inner: Rect): boolean =>
  outer.x <= inner.x && outer.y <= inner.y && right(outer) >= right(inner) && bottom(outer) >= bottom(inner);
