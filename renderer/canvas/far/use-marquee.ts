import { useStoreApi } from 'reactflow';
import { useEffect } from 'react';
import { useStudio } from '../../state/studio.ts';
import { useCanvasStore } from '../canvas-store.ts';
import { bottom, right, type Rect } from '../layout/rect.ts';
import { isPainted } from './is-painted.ts';

const contains = (outer: Rect, inner: Rect): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && right(inner) <= right(outer) && bottom(inner) <= bottom(outer);

/** A frame drawn around what is painted chooses it, as React Flow does with what is an element of the page. */
export function useMarquee(): void {
  const api = useStoreApi();
  const { editor } = useStudio();
  const store = useCanvasStore();
  useEffect(
    () =>
      api.subscribe(({ userSelectionRect: drawn, userSelectionActive, transform: [x, y, zoom] }, before) => {
        if (drawn === null || !userSelectionActive || drawn === before.userSelectionRect) return;
        const { picture, detail } = store.getState();
        if (!isPainted(picture, detail)) return;
        const around = {
          x: (drawn.x - x) / zoom,
          y: (drawn.y - y) / zoom,
          width: drawn.width / zoom,
          height: drawn.height / zoom,
        };
        const inside: string[] = [];
        for (const { id, box, rect } of picture.spots.values())
          if (contains(around, rect) && !(box.kind === 'context' && box.isAutomatic)) inside.push(id);
        const { selection } = editor.getState();
        const isSame = inside.length === selection.length && inside.every((id, index) => id === selection[index]);
        if (!isSame) editor.select(inside);
      }),
    [api, editor, store],
  );
}
