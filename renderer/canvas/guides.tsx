import { ViewportPortal } from 'reactflow';
import { useCanvas } from './canvas-store.ts';

/** Where what is dragged stands in line with something: two lines that follow the drag by themselves. */
export function Guides() {
  const isDragged = useCanvas((state) => state.raised.size > 0);
  if (!isDragged) return null;
  return (
    <ViewportPortal>
      <div className="guide" data-axis="x" aria-hidden />
      <div className="guide" data-axis="y" aria-hidden />
    </ViewportPortal>
  );
}
