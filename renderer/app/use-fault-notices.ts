import { useEffect } from 'react';
import type { Studio } from '../state/studio.ts';

/** A fault outside of drawing: nobody may be left wondering why nothing happened. */
export function useFaultNotices({ ui, journal }: Studio): void {
  useEffect(() => {
    const onFault = (event: ErrorEvent | PromiseRejectionEvent): void => {
      // Resizing faster than the screen draws is reported as an error, and is none.
      if ('message' in event && event.message.startsWith('ResizeObserver')) return;
      void journal.flush();
      ui.notify('bad', 'Something went wrong inside Parley. Your work is safe; save it, and try again.');
    };
    window.addEventListener('error', onFault);
    window.addEventListener('unhandledrejection', onFault);
    return () => {
      window.removeEventListener('error', onFault);
      window.removeEventListener('unhandledrejection', onFault);
    };
  }, [ui, journal]);
}
