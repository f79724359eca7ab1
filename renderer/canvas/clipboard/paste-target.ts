import type { Point } from '../../../shared/commands/command.ts';
import type { PasteTarget } from '../../../shared/exchange/clipboard/plan-clip-paste.ts';
import type { Studio } from '../../state/studio.ts';
import type { CanvasStore } from '../canvas-store.ts';

/**
 * Where pasted things go: to the empty place they were asked for at, else into what is selected, else back to where they
 * were cut from; `shift` away from the middle of the view.
 */
export function pasteTarget(
  { editor, ui }: Studio,
  store: CanvasStore,
  shift = 0,
  home: string | null = null,
): PasteTarget {
  const { pasteAt } = store.getState();
  if (pasteAt !== null) return { at: rounded(pasteAt), into: () => null };
  const { x, y } = ui.getState().viewCentre;
  const { document, selection } = editor.getState();
  const [into = home !== null && document.homes.has(home) ? home : null] = selection;
  return { at: { x: x + shift, y: y + shift }, into: () => into };
}

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });
