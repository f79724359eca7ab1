import { useReactFlow } from 'reactflow';
import { useCallback, type PointerEvent } from 'react';
import { noPath, useCanvasStore } from '../canvas-store.ts';
import { spotsAt } from '../find-at.ts';
import { isFrame } from '../layout/frame-box.ts';
import { detailAt } from '../use-detail.ts';
import { pathsThrough } from '../wires/value-path.ts';
import { isPainted } from './is-painted.ts';

/**
 * In the far view, what is under the pointer becomes an element of the page before it is pressed: so it can be dragged.
 * Lines of values are too fine to be pointed at from there, so pointing at what they join shows their ways.
 */
export function useHand(): (event: PointerEvent) => void {
  const flow = useReactFlow();
  const store = useCanvasStore();
  return useCallback(
    (event) => {
      const { picture, hand, held, asked } = store.getState();
      const detail = detailAt(flow.getZoom());
      if (held.size > 0 || event.buttons !== 0) return;
      if (detail === 'full') {
        if (hand !== null || asked !== null) store.setState({ hand: null, asked: null, path: noPath });
        return;
      }
      const point = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const under = spotsAt(picture.spots, point);
      const pointed = under.find(({ box }) => !isFrame(box) && box.kind !== 'note')?.id ?? null;
      if (pointed !== asked)
        store.setState({ asked: pointed, path: pointed === null ? noPath : pathsThrough(picture.wires, pointed) });
      const grip = under.find(({ box }) =>
        detail === 'map' ? box.kind === 'conversation' : isFrame(box) || box.kind === 'note',
      );
      const next = isPainted(picture, detail) ? (grip?.id ?? null) : null;
      if (next !== hand) store.setState({ hand: next });
    },
    [flow, store],
  );
}
