import { useReactFlow, useStoreApi } from 'reactflow';
import { useCallback, useEffect } from 'react';
import { searchStore } from '../search/search-store.ts';
import { useStudio, useUi } from '../state/studio.ts';
import { holdKeys } from '../ui/held-keys.ts';
import { isWriting } from '../ui/press-again.ts';
import { useCanvasStore } from './canvas-store.ts';
import { drawnIds } from './drawn-ids.ts';
import { createPlacing } from './free-place.ts';
import { glide } from './glide.ts';
import { around } from './layout/rect.ts';
import { opened } from './opened.ts';
import { revealView } from './reveal-view.ts';
import { useMovingView } from './use-moving-view.tsx';
import { useCanvasWishes } from './use-canvas-wishes.ts';

/** Does what menus, keys and other panels ask of the canvas: show something, edit a text, zoom. */
export function useCanvasRequests(): void {
  const { ui } = useStudio();
  const store = useCanvasStore();
  const wish = useCanvasWishes();
  const show = useReveal();
  const reveal = useUi((state) => state.reveal);
  const editText = useUi((state) => state.editText);
  const request = useUi((state) => state.canvasRequest);

  useEffect(() => {
    if (reveal.count > 0) show(reveal.ids, reveal.keepsZoom);
  }, [reveal, show]);
  useEffect(() => {
    if (editText === null) return;
    store.setState({ editing: editText.id });
    show([editText.id]);
    // Here or in its form, the text has a field in a moment.
    holdKeys(() => isWriting(document.activeElement));
  }, [editText, show, store]);
  useEffect(() => {
    if (request !== null) wish(request.wish);
  }, [request, wish]);

  // Where something goes that is inserted without the mouse.
  const moving = useMovingView();
  const studio = useStudio();
  const api = useStoreApi();
  useEffect(() => ui.setPlacing(createPlacing(studio, store, api.getState)), [api, store, studio, ui]);
  useEffect(() => {
    const tell = (): void => {
      const { transform, width, height } = moving.getState();
      const [x, y, zoom] = transform;
      ui.setViewCentre({ x: Math.round((width / 2 - x) / zoom), y: Math.round((height / 2 - y) / zoom) });
    };
    tell();
    let timer = 0;
    const stop = moving.subscribe(() => {
      clearTimeout(timer);
      timer = window.setTimeout(tell, 120);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [moving, ui]);
}

/** What is found is looked at beside the list it was found in. */
const searchWidth = 424;

function useReveal(): (ids: readonly string[], keepsZoom?: boolean) => void {
  const { editor } = useStudio();
  const store = useCanvasStore();
  const flow = useReactFlow();
  const api = useStoreApi();
  return useCallback(
    (ids, keepsZoom = false) => {
      // What is asked for is shown, even if somebody had closed the frame around it or looked at something else.
      const { part } = store.getState();
      const open = opened(part, editor.getState().document, ids);
      if (open !== part) store.setState({ part: open });
      // What was just made is drawn with the next picture.
      requestAnimationFrame(() => {
        const { spots } = store.getState().picture;
        const { document } = editor.getState();
        const drawn = ids.flatMap((id) => drawnIds(document, spots, id));
        const rect = around(drawn.flatMap((id) => spots.get(id)?.rect ?? []));
        const [only] = drawn;
        const frame = drawn.length === 1 ? spots.get(spots.get(only ?? '')?.parent ?? '')?.rect : undefined;
        const covered = searchStore.getState().isOpen ? searchWidth : 0;
        const how = { frame, keepsZoom, covered };
        const next = rect === null ? null : revealView(rect, flow.getViewport(), api.getState(), how);
        if (next !== null) void flow.setViewport(next, glide());
      });
    },
    [api, editor, flow, store],
  );
}
