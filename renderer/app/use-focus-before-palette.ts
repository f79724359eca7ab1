import { useCallback, useEffect, useRef } from 'react';
import { focusCanvas } from '../canvas/focus-node.ts';
import { placeBefore } from '../ui/take-focus.ts';

/**
 * Where one was before the palette opened. Choosing gives the focus back first, so that what is chosen finds it there
 * and may take it elsewhere; leaving without a choice gives it back too, or to the canvas when it was nowhere.
 */
export function useFocusBeforePalette(isOpen: boolean): () => void {
  const before = useRef<HTMLElement | null>(null);
  const giveBack = useCallback((): void => {
    const active = document.activeElement;
    if (active !== document.body && active?.closest('.command-palette') == null) return;
    if (before.current?.isConnected === true) before.current.focus({ preventScroll: true });
    else focusCanvas();
  }, []);
  useEffect(() => {
    if (!isOpen) return undefined;
    before.current = placeBefore();
    return giveBack;
  }, [giveBack, isOpen]);
  return giveBack;
}
