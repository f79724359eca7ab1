import type { CSSProperties } from 'react';
import { useStore, ViewportPortal } from 'reactflow';
import { useEditor } from '../state/studio.ts';
import { useCanvas } from './canvas-store.ts';
import { ResizeHandles } from './nodes/resize-handles.tsx';

/** In pixels of the window: on something smaller, corners would cover what they belong to. */
const smallest = 18;

/** The corners of the note that is selected, above everything: an area itself lies behind what it is drawn around. */
export function ResizeLayer() {
  const note = useEditor(({ selection, document }) =>
    selection.length === 1 ? document.tables.notes.get(selection[0] ?? '') : undefined,
  );
  const drawn = useCanvas((state) => (note === undefined ? undefined : state.picture.spots.get(note.id)?.rect));
  const resized = useCanvas((state) => (state.resized?.id === note?.id ? (state.resized?.rect ?? null) : null));
  const zoom = useStore(({ transform }) => transform[2]);
  const isDragged = useCanvas((state) => state.held.size > 0);
  if (note === undefined || drawn === undefined || isDragged) return null;
  const { x, y, width, height } = resized ?? drawn;
  if (Math.min(width, height) * zoom < smallest) return null;
  // A corner is as large on the screen however far away one is.
  const style = {
    transform: `translate(${x}px, ${y}px)`,
    width,
    height,
    '--corner': `${12 / zoom}px`,
  } as CSSProperties;
  return (
    <ViewportPortal>
      <div className="resize-layer" style={style}>
        <ResizeHandles note={note} />
      </div>
    </ViewportPortal>
  );
}
