import { useEffect, useState } from 'react';

/**
 * What had the focus when a dialog opened has it again when the last one is closed, unless closing it went somewhere.
 * What is gone by then, or was nowhere, leaves the focus to the canvas: from there every key has its meaning.
 */
export function useFocusGivenBack(): void {
  // As it was before the dialog took it.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const active = document.activeElement;
        if (active !== document.body && active?.closest('[role="dialog"]') == null) return;
        const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
        const place = isThere ? before : document.querySelector<HTMLElement>('.canvas');
        place?.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
