import type { CanvasState } from './canvas-store.ts';

/** Shows all attributes of a context, or only those wired there again. */
export function toggledContext({ expanded }: CanvasState, id: string): Pick<CanvasState, 'expanded'> {
  const next = new Set(expanded);
  if (!next.delete(id)) next.add(id);
  return { expanded: next };
}
