import { useStore, ViewportPortal } from 'reactflow';
import { useCanvas } from './canvas-store.ts';

/** Letters of its name, in pixels of the window. */
const letters = 12;

/** The frame that would be made around what is dragged, where it would be. */
export function MakingMark() {
  const making = useCanvas((state) => state.making);
  const zoom = useStore(({ transform }) => transform[2]);
  if (making === null) return null;
  const { x, y, width, height } = making.rect;
  return (
    <ViewportPortal>
      <div className="drop-making" style={{ transform: `translate(${x}px, ${y}px)`, width, height }} aria-hidden>
        <span style={{ fontSize: letters / zoom }}>{making.label}</span>
      </div>
    </ViewportPortal>
  );
}
