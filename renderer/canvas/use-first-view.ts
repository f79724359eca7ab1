import { useReactFlow, useStore, useStoreApi } from 'reactflow';
import { useEffect, useState } from 'react';
import { useEditor } from '../state/studio.ts';
import { useCanvasStore } from './canvas-store.ts';
import { firstView } from './reveal-view.ts';

/** Another scenario is shown from its beginning; edits of the same one never move the view. True once it is shown. */
export function useFirstView(): boolean {
  const flow = useReactFlow();
  const api = useStoreApi();
  const store = useCanvasStore();
  const scenario = useEditor((state) => state.document.scenario.id);
  const canMove = useStore(({ panZoom, width }) => panZoom !== null && width > 0);
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    if (!canMove) return;
    const view = firstView(store.getState().picture.spots, api.getState());
    void flow.setViewport(view ?? { x: 0, y: 0, zoom: 1 }).then(() => setShown(scenario));
  }, [api, canMove, flow, scenario, store]);
  return shown !== null;
}
