import { useReactFlow, useStoreApi } from 'reactflow';
import { useCallback, useEffect } from 'react';
import type { CanvasWish } from '../state/ui-store.ts';
import { useStudio, useUi } from '../state/studio.ts';
import { useCanvasStore } from './canvas-store.ts';
import { drawnIds } from './drawn-ids.ts';
import { around, type Rect } from './layout/rect.ts';
import { fitView, revealView } from './reveal-view.ts';

/** Does what menus, keys and other panels ask of the canvas: show something, edit a text, zoom. */
export function useCanvasRequests(): void {
  const { ui } = useStudio();
  const store = useCanvasStore();
  const wish = useWishes();
  const show = useReveal();
  const reveal = useUi((state) => state.reveal);
  const editText = useUi((state) => state.editText);
  const request = useUi((state) => state.canvasRequest);

  useEffect(() => {
    if (reveal.count > 0) show(reveal.ids);
  }, [reveal, show]);
  useEffect(() => {
    if (editText === null) return;
    store.setState({ editing: editText.id });
    show([editText.id]);
  }, [editText, show, store]);
  useEffect(() => {
    if (request !== null) wish(request.wish);
  }, [request, wish]);

  // Where something goes that is inserted without the mouse.
  const api = useStoreApi();
  useEffect(() => {
    const tell = (): void => {
      const { transform, width, height } = api.getState();
      const [x, y, zoom] = transform;
      ui.setViewCentre({ x: Math.round((width / 2 - x) / zoom), y: Math.round((height / 2 - y) / zoom) });
    };
    tell();
    let timer = 0;
    const stop = api.subscribe((state, before) => {
      if (state.transform === before.transform && state.width === before.width) return;
      clearTimeout(timer);
      timer = window.setTimeout(tell, 120);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [api, ui]);
}

/** A moving view, unless the person asked for less motion. Straight there: stopped half-way, the zoom is still right. */
const glide = (): { readonly duration: number; readonly interpolate: 'linear' } => ({
  duration: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 240,
  interpolate: 'linear',
});

function useReveal(): (ids: readonly string[]) => void {
  const { editor } = useStudio();
  const store = useCanvasStore();
  const flow = useReactFlow();
  const api = useStoreApi();
  return useCallback(
    (ids) => {
      // What was just made is drawn with the next picture.
      requestAnimationFrame(() => {
        const { spots } = store.getState().picture;
        const { document } = editor.getState();
        const drawn = ids.flatMap((id) => drawnIds(document, spots, id));
        const rect = around(drawn.flatMap((id) => spots.get(id)?.rect ?? []));
        const [only] = drawn;
        const frame = drawn.length === 1 ? spots.get(spots.get(only ?? '')?.parent ?? '')?.rect : undefined;
        const next = rect === null ? null : revealView(rect, flow.getViewport(), api.getState(), frame);
        if (next !== null) void flow.setViewport(next, glide());
      });
    },
    [api, editor, flow, store],
  );
}

function useWishes(): (wish: CanvasWish) => void {
  const { editor } = useStudio();
  const store = useCanvasStore();
  const flow = useReactFlow();
  const api = useStoreApi();
  return useCallback(
    (wish) => {
      const { spots } = store.getState().picture;
      const fit = (rects: Iterable<Rect>): void => {
        const rect = around(rects);
        if (rect !== null) void flow.setViewport(fitView(rect, api.getState()), glide());
      };
      switch (wish) {
        case 'fit':
          return fit([...spots.values()].map(({ rect }) => rect));
        case 'fitSelection':
          return fit(editor.getState().selection.flatMap((id) => spots.get(id)?.rect ?? []));
        case 'zoomIn':
          return void flow.zoomIn(glide());
        case 'zoomOut':
          return void flow.zoomOut(glide());
        case 'zoomReset':
          return void flow.zoomTo(1, glide());
      }
    },
    [api, editor, flow, store],
  );
}
