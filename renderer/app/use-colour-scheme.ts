import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { UiStore } from '../state/ui-store.ts';

const darkQuery = '(prefers-color-scheme: dark)';

/** Light or dark: what the person chose, or what the system says. */
export function useColourScheme(ui: UiStore): 'light' | 'dark' {
  const theme = useStore(ui, (state) => state.preferences.theme);
  const system = useSyncExternalStore(onSystemChange, () => (matchMedia(darkQuery).matches ? 'dark' : 'light'));
  return theme === 'system' ? system : theme;
}

function onSystemChange(listener: () => void): () => void {
  const query = matchMedia(darkQuery);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
