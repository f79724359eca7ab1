import { useLayoutEffect } from 'react';
import { useCanvas, useCanvasStore } from './canvas-store.ts';
import { isLarge } from './far/is-painted.ts';
import { detailAt, type Detail } from './use-detail.ts';
import { useMovingView } from './use-moving-view.tsx';

/**
 * How much is drawn at the zoom there is now. While the zoom of a large scenario changes, what is in the page stays as it
 * is, or steps aside where it is too far to be read, and a drawing shows the rest: mounting on the way would make zooming
 * stutter.
 */
export function useLevel(): Detail {
  const view = useMovingView();
  const store = useCanvasStore();
  useLayoutEffect(() => {
    let last = view.getState().transform[2];
    const settle = (): void => {
      const [detail, before] = [detailAt(view.getState().transform[2]), store.getState()];
      view.surface()?.removeAttribute('data-aside');
      if (detail !== before.detail || before.isZooming) store.setState({ detail, isZooming: false });
    };
    const follow = (): void => {
      const zoom = view.getState().transform[2];
      const { detail, picture, isZooming } = store.getState();
      const isChanged = zoom !== last;
      last = zoom;
      if (!view.isMoving() || !isLarge(picture.spots)) return settle();
      if (!isChanged) return;
      view.surface()?.toggleAttribute('data-aside', detail === 'full' && detailAt(zoom) !== 'full');
      if (!isZooming) store.setState({ isZooming: true });
    };
    settle();
    return view.subscribe(follow);
  }, [view, store]);
  return useCanvas((state) => state.detail);
}
