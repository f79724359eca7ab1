import { useStoreApi } from 'reactflow';
import { useLayoutEffect } from 'react';
import { useCanvas, useCanvasStore } from './canvas-store.ts';
import { isLarge, isPainted } from './far/is-painted.ts';
import { detailAt, type Detail } from './use-detail.ts';

/** How long the wheel rests before what is painted becomes elements of the page, in milliseconds. */
const rest = 120;
/** From here on little enough is in view for that to be done while zooming. */
const near = 0.8;

/**
 * How much is drawn at the zoom there is now. Coming near a large scenario, its drawing is stretched until the wheel
 * rests: mounting hundreds of nodes on the way would make zooming stutter.
 */
export function useLevel(): Detail {
  const api = useStoreApi();
  const store = useCanvasStore();
  useLayoutEffect(() => {
    let timer = 0;
    let last = NaN;
    const settle = (): void => {
      const detail = detailAt(api.getState().transform[2]);
      if (detail !== store.getState().detail) store.setState({ detail });
    };
    const land = (): void => {
      settle();
      if (store.getState().isZooming) store.setState({ isZooming: false });
    };
    const follow = (): void => {
      const zoom = api.getState().transform[2];
      if (zoom === last) return;
      const isFirst = Number.isNaN(last);
      last = zoom;
      clearTimeout(timer);
      const { detail, picture, isZooming } = store.getState();
      if (isFirst || !isLarge(picture.spots)) return land();
      timer = window.setTimeout(land, rest);
      const waits = detailAt(zoom) === 'full' && zoom < near && isPainted(picture, detail);
      if (!waits) settle();
      if (!isZooming) store.setState({ isZooming: true });
    };
    follow();
    const stop = api.subscribe(follow);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [api, store]);
  return useCanvas((state) => state.detail);
}
