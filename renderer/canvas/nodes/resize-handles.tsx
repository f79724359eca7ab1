import { useReactFlow } from 'reactflow';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { NoteRecord } from '../../../shared/model/design-records.ts';
import { useStudio } from '../../state/studio.ts';
import { useCanvasStore } from '../canvas-store.ts';
import { planResize, resizedBy, type Corner } from '../gestures/plan-resize.ts';
import type { Rect } from '../layout/rect.ts';

const corners: readonly (readonly [Corner, string])[] = [
  ['nw', 'top left'],
  ['ne', 'top right'],
  ['sw', 'bottom left'],
  ['se', 'bottom right'],
];
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-8, 0],
  ArrowRight: [8, 0],
  ArrowUp: [0, -8],
  ArrowDown: [0, 8],
};

type Grip = { readonly x: number; readonly y: number; readonly rect: Rect };

/** The corners of what is selected, to make it larger or smaller by: with the mouse, or with arrows on the last one. */
export function ResizeHandles({ note }: { readonly note: NoteRecord }) {
  const { editor } = useStudio();
  const store = useCanvasStore();
  const flow = useReactFlow();
  const grip = useRef<Grip | null>(null);

  const onPointerDown = (event: PointerEvent<HTMLButtonElement>): void => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, y: event.clientY, rect: note };
  };
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>, corner: Corner): void => {
    if (grip.current === null) return;
    const { x, y, rect } = grip.current;
    const zoom = flow.getZoom();
    const next = resizedBy(rect, corner, (event.clientX - x) / zoom, (event.clientY - y) / zoom);
    store.setState({ resized: { id: note.id, rect: next } });
  };
  const onPointerUp = (): void => {
    const { resized } = store.getState();
    const command = grip.current === null || resized === null ? null : planResize(note, resized.rect);
    grip.current = null;
    if (command !== null) editor.execute(command, null, true);
    store.setState({ resized: null });
  };
  const onKeyDown = (event: KeyboardEvent, corner: Corner): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const command = planResize(note, resizedBy(note, corner, ...step));
    if (command !== null) editor.execute(command, `resize ${note.id}`, true);
  };
  return corners.map(([corner, name]) => (
    <button
      key={corner}
      type="button"
      className="resize-handle nodrag nopan"
      data-corner={corner}
      aria-label={`Resize from the ${name} corner`}
      title="Drag to resize; arrows do so step by step"
      tabIndex={corner === 'se' ? 0 : -1}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => onPointerMove(event, corner)}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        grip.current = null;
        store.setState({ resized: null });
      }}
      onKeyDown={(event) => onKeyDown(event, corner)}
    />
  ));
}
