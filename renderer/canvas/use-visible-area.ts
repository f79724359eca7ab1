import { useStore } from 'reactflow';
import { useMemo } from 'react';
import type { Rect } from './layout/rect.ts';

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
  return useMemo(() => {
    const [size = 1, left = 0, top = 0, right = 0, bottom = 0] = key.split(' ').map(Number);
    return { x: left * size, y: top * size, width: (right - left) * size, height: (bottom - top) * size };
  }, [key]);
}
