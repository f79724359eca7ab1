import { useLayoutEffect } from 'react';
import type { Studio } from '../state/studio.ts';
import { holdKeys } from '../ui/held-keys.ts';

/** What the first window that opens consists of is read from the disk: what is typed until then is meant for it. */
const patience = 2000;

/** Keys pressed after something was asked for that covers the window belong to that. */
export function useKeysForDialog({ ui }: Studio, hasDialog: boolean): void {
  useLayoutEffect(() => {
    if (!hasDialog) return;
    holdKeys(
      () => ui.getState().dialog === null || document.activeElement?.closest('[role="dialog"]') != null,
      patience,
    );
  }, [hasDialog, ui]);
}
