import { useReactFlow } from 'reactflow';
import { useCallback, type PointerEvent } from 'react';
import { noPath, useCanvasStore } from '../canvas-store.ts';
import { spotsAt } from '../find-at.ts';
import { isFrame } from '../layout/frame-box.ts';
import type { Box } from '../layout/spot.ts';
import type { Detail } from '../use-detail.ts';
import { pathsThrough } from '../wires/value-path.ts';
import { isPainted } from './is-painted.ts';
import { paintedWireAt } from './painted-wire-at.ts';

const isGrip = (box: Box, detail: Detail): boolean =>
  detail === 'block' || (detail === 'map' ? box.kind === 'conversation' : isFrame(box) || box.kind === 'note');

/**
 * Where all is painted, what is under the pointer becomes an element of the page before it is pressed: so it can be dragged.
 * Lines of values are too fine to be pointed at from there, so pointing at what they join shows their ways.
 */
export function useHand(): (event: PointerEvent) => void {
  const flow = useReactFlow();
  const store = useCanvasStore();
  return useCallback(
    (event) => {
      const { picture, detail, hand, wireInHand, held, asked } = store.getState();
      if (held.size > 0 || event.buttons !== 0) return;
      if (detail === 'full') {
        if (hand !== null || asked !== null || wireInHand !== null)
          store.setState({ hand: null, wireInHand: null, asked: null, path: noPath });
        return;
      }
      const point = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const under = spotsAt(picture.spots, point);
      const pointed = under.find(({ box }) => !isFrame(box) && box.kind !== 'note')?.id ?? null;
      if (pointed !== asked)
        store.setState({ asked: pointed, path: pointed === null ? noPath : pathsThrough(picture.wires, pointed) });
      if (!isPainted(picture, detail)) {
        if (hand !== null || wireInHand !== null) store.setState({ hand: null, wireInHand: null });
        return;
      }
      const next = under.find(({ box }) => isGrip(box, detail))?.id ?? null;
      // What has its own place in the page is asked for its name and menu; from further off, wires are only chosen.
      const isBetween = detail === 'block' && pointed === null;
      const wire = isBetween ? paintedWireAt(picture, point, flow.getZoom(), detail) : null;
      if (next !== hand || wire !== wireInHand) store.setState({ hand: next, wireInHand: wire });
    },
    [flow, store],
  );
}
