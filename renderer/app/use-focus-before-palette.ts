import { useCallback, useEffect, useRef } from 'react';

/**
 * Where one was before the palette opened. Choosing gives the focus back first, so that what is chosen finds it there
 * and may take it elsewhere; leaving without a choice gives it back too, or to the canvas when it was nowhere.
 */
export function useFocusBeforePalette(isOpen: boolean): () => void {
  const before = useRef<Element | null>(null);
  const giveBack = useCallback((): void => {
    const active = document.activeElement;
    if (active !== document.body && active?.closest('.command-palette') == null) return;
    const place = before.current;
    if (place instanceof HTMLElement && place.isConnected && place !== document.body)
      place.focus({ preventScroll: true });
    else document.querySelector<HTMLElement>('.canvas')?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (!isOpen) return undefined;
    const active = document.activeElement;
    // A menu that is closing is nowhere to go back to.
    before.current = active?.closest('[role="menu"], .command-palette') == null ? active : null;
    return giveBack;
  }, [giveBack, isOpen]);
  return giveBack;
}
