import { useReactFlow, useStore, useStoreApi } from 'reactflow';
import { useEffect, useState } from 'react';
import { emptyHistory } from '../state/history.ts';
import { useStudio } from '../state/studio.ts';
import { useCanvasStore } from './canvas-store.ts';
import { firstView } from './reveal-view.ts';
import { useMovingView } from './use-moving-view.tsx';

/** Another scenario is shown from its beginning; edits of the same one never move the view. True once it is shown. */
export function useFirstView(): boolean {
  const flow = useReactFlow();
  const api = useStoreApi();
  const store = useCanvasStore();
  const { editor } = useStudio();
  const moving = useMovingView();
  const canMove = useStore(({ panZoom, width }) => panZoom !== null && width > 0);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!canMove) return undefined;
    const show = (): void => {
      const view = firstView(store.getState().picture.spots, api.getState());
      void flow.setViewport(view ?? { x: 0, y: 0, zoom: 1 }).then(() => {
        moving.settle();
        setShown(true);
      });
    };
    show();
    return editor.subscribe(({ document, history }, before) => {
      // Only a document that took the place of another comes with the very history that is empty.
      if (document === before.document || history !== emptyHistory) return;
      const start = performance.now();
      requestAnimationFrame(() => {
        show();
        // What is drawn is seen with the next frame; kept where the browser keeps such times.
        requestAnimationFrame(() => performance.measure('canvas: first picture', { start }));
      });
    });
  }, [api, canMove, editor, flow, moving, store]);
  return shown;
}
