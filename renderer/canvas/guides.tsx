import { ViewportPortal } from 'reactflow';
import { useCanvas } from './canvas-store.ts';

/** Where what is dragged stands in line with something. */
export function Guides() {
  const guides = useCanvas((state) => state.guides);
  if (guides.length === 0) return null;
  return (
    <ViewportPortal>
      <svg className="guides" aria-hidden>
        {guides.map(({ axis, at, from, to }) => (
          <path key={axis} d={axis === 'x' ? `M${at},${from}V${to}` : `M${from},${at}H${to}`} />
        ))}
      </svg>
    </ViewportPortal>
  );
}
