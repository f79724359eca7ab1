import { ViewportPortal } from 'reactflow';
import { useCanvas } from './canvas-store.ts';

/** Between which two of its siblings what is dragged would go. */
export function DropLineMark() {
  const line = useCanvas((state) => state.line);
  if (line === null) return null;
  const { x, y, width } = line;
  return (
    <ViewportPortal>
      <div className="drop-line" style={{ transform: `translate(${x}px, ${y}px)`, width }} aria-hidden />
    </ViewportPortal>
  );
}
