import { useReactFlow, type Viewport } from 'reactflow';
import { useCallback, useEffect, useRef } from 'react';
import { glide } from './glide.ts';
import { useMovingView } from './use-moving-view.tsx';
import { nowhereYet, step, visit, type Visited } from './visited-places.ts';

/** Who looks at something for so long was there. */
const stay = 700;

/** Goes back and forward through the places of the canvas that were looked at. */
export function useVisitedPlaces(): (by: 1 | -1) => void {
  const flow = useReactFlow();
  const moving = useMovingView();
  const visited = useRef<Visited<Viewport>>(nowhereYet);

  useEffect(() => {
    let timer = 0;
    const stayed = (): void => {
      const { width, height } = moving.getState();
      visited.current = visit(visited.current, flow.getViewport(), (one, other) => isNear(one, other, width, height));
    };
    let last = '';
    const stop = moving.subscribe(() => {
      const place = moving.getState().transform.join(' ');
      if (place === last) return;
      last = place;
      clearTimeout(timer);
      timer = window.setTimeout(stayed, stay);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [flow, moving]);

  return useCallback(
    (by) => {
      const next = step(visited.current, by);
      const place = next.places[next.index];
      if (next === visited.current || place === undefined) return;
      visited.current = next;
      void flow.setViewport(place, glide());
    },
    [flow],
  );
}

/** A little further is no other place. */
function isNear(one: Viewport, other: Viewport, width: number, height: number): boolean {
  const zoomed = one.zoom / other.zoom;
  if (zoomed > 1.25 || zoomed < 0.8) return false;
  const middle = ({ x, y, zoom }: Viewport) => ({ x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom });
  const [here, there] = [middle(one), middle(other)];
  return Math.abs(here.x - there.x) * one.zoom < width / 3 && Math.abs(here.y - there.y) * one.zoom < height / 3;
}
