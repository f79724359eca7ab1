import { useReactFlow } from 'reactflow';
import { useCallback, type PointerEvent } from 'react';
import { useCanvasStore } from '../canvas-store.ts';
import { spotsAt } from '../find-at.ts';
import { isFrame } from '../layout/frame-box.ts';
import { detailAt } from '../use-detail.ts';
import { isPainted } from './is-painted.ts';

/** In the far view, what is under the pointer becomes an element of the page before it is pressed: so it can be dragged. */
export function useHand(): (event: PointerEvent) => void {
  const flow = useReactFlow();
  const store = useCanvasStore();
  return useCallback(
    (event) => {
      const { picture, hand, held } = store.getState();
      const detail = detailAt(flow.getZoom());
      if (held.size > 0 || event.buttons !== 0) return;
      if (!isPainted(picture, detail)) {
        if (hand !== null) store.setState({ hand: null });
        return;
      }
      const point = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const under = spotsAt(picture.spots, point).find(({ box }) =>
        detail === 'map' ? box.kind === 'conversation' : isFrame(box) || box.kind === 'note',
      );
      if ((under?.id ?? null) !== hand) store.setState({ hand: under?.id ?? null });
    },
    [flow, store],
  );
}
