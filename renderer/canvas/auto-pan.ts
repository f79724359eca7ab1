import type { ReactFlowInstance } from 'reactflow';
import type { Point } from '../../shared/commands/command.ts';

/** How near the edge the canvas begins to move, and how far in a frame at most, in pixels of the window. */
const margin = 36;
const fastest = 14;

/** Moves the canvas while the pointer is held at its edge, so that a wire reaches what is not in view. */
export function startAutoPan(
  flow: Pick<ReactFlowInstance, 'getViewport' | 'setViewport'>,
  inside: Element,
  pointer: () => Point,
  onPan: () => void,
): { readonly stop: () => void } {
  const bounds = inside.closest('.react-flow')?.getBoundingClientRect();
  let frame = 0;
  const step = (): void => {
    frame = requestAnimationFrame(step);
    if (bounds === undefined) return;
    const { x, y } = pointer();
    const towards = { x: pull(x, bounds.left, bounds.right), y: pull(y, bounds.top, bounds.bottom) };
    if (towards.x === 0 && towards.y === 0) return;
    const view = flow.getViewport();
    void flow.setViewport({ ...view, x: view.x - towards.x, y: view.y - towards.y });
    onPan();
  };
  frame = requestAnimationFrame(step);
  return { stop: () => cancelAnimationFrame(frame) };
}

/** How fast to go for a position between two edges: nothing in the middle, faster the nearer to an edge. */
function pull(at: number, low: number, high: number): number {
  const outside = Math.min(0, at - low - margin) || Math.max(0, at - high + margin);
  return Math.max(-1, Math.min(1, outside / margin)) * fastest;
}
