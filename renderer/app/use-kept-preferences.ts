import { useEffect } from 'react';
import type { Studio } from '../state/studio.ts';

/** Long enough that dragging an edge writes once. */
const pause = 400;

/** Remembers theme, panels and the like for the next start. */
export function useKeptPreferences({ host, ui }: Studio): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const keep = (): void => {
      timer = null;
      void host.call('settings.set', { preferences: ui.getState().preferences });
    };
    const stop = ui.subscribe(({ preferences }, before) => {
      if (preferences === before.preferences) return;
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(keep, pause);
    });
    return () => {
      stop();
      if (timer === null) return;
      clearTimeout(timer);
      keep();
    };
  }, [host, ui]);
}
