import { useCanvas } from './canvas-store.ts';
import { dataPath, roundedPath } from './wires/wire-path.ts';

/** The wire that is being pulled, from its pin to the pointer: over everything, as the hand is. */
export function PulledWire() {
  const pulled = useCanvas((state) => state.pulled);
  if (pulled === null) return null;
  const { start, at, over, from } = pulled;
  const end = { ...at, side: start.side === 'left' ? 'right' : 'left' } as const;
  const path = from.kind === 'next' ? roundedPath([start, { x: start.x, y: at.y }, at], 10) : dataPath(start, end);
  return (
    <svg className="wires" style={{ zIndex: 40 }} aria-hidden>
      <path className="pulled-wire" data-over={over !== null || undefined} data-from={from.kind} d={path} />
    </svg>
  );
}
