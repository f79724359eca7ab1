import { useReactFlow } from 'reactflow';
import { useCallback, type MouseEvent } from 'react';
import { useStudio } from '../state/studio.ts';
import { useCanvasStore } from './canvas-store.ts';
import { nodeEntries, paneEntries, wireEntries } from './gestures/canvas-menu-entries.ts';
import { spotsAt } from './find-at.ts';

/** The menu of whatever is under the pointer: a wire, a node, the inside of a frame, or the empty canvas. */
export function useCanvasMenu(): (event: MouseEvent) => void {
  const { editor, ui } = useStudio();
  const store = useCanvasStore();
  const flow = useReactFlow();
  return useCallback(
    (event) => {
      if (!(event.target instanceof Element) || event.target.closest('input, textarea, .canvas-bar') !== null) return;
      event.preventDefault();
      // Asked for by a key, it belongs to what has the focus, wherever the pointer may be.
      if (isByKey(event.nativeEvent)) return ui.askCanvas('menu');
      const at = { x: event.clientX, y: event.clientY };
      const point = flow.screenToFlowPosition(at);
      const { picture } = store.getState();
      const { document, selection } = editor.getState();
      const wireId = event.target.closest('[data-wire]')?.getAttribute('data-wire');
      const wire = picture.wires.find(({ id }) => id === wireId);
      if (wire !== undefined) {
        editor.select([]);
        store.setState({ selectedWires: [wire.id], menu: { at, entries: wireEntries(document, wire, picture) } });
        return;
      }
      const [spot] = spotsAt(picture.spots, point);
      if (spot === undefined) {
        store.setState({ menu: { at, entries: paneEntries(point) } });
        return;
      }
      const ids = selection.includes(spot.id) ? selection : [spot.id];
      if (!selection.includes(spot.id)) editor.select(ids);
      store.setState({ menu: { at, entries: nodeEntries(document, spot, ids, point) } });
    },
    [editor, flow, store, ui],
  );
}

/** A key that asks for a menu points with nothing. */
const isByKey = (event: Event): boolean =>
  event instanceof PointerEvent && event.pointerType === '' && event.button !== 2;
