import type { Studio } from '../../state/studio.ts';
import type { CanvasStore } from '../canvas-store.ts';
import type { ClipTarget } from './clip-target.ts';

/**
 * Where pasted things go: to the empty place they were asked for at, else into what is selected, else back to where they
 * were cut from; what no frame takes in stands where there is room.
 */
export function pasteTarget({ editor }: Studio, store: CanvasStore, home: string | null = null): ClipTarget {
  const { pasteAt } = store.getState();
  if (pasteAt !== null) return { at: pasteAt, into: () => null };
  const { document, selection } = editor.getState();
  const [into = home !== null && document.homes.has(home) ? home : null] = selection;
  return { into: () => into };
}
