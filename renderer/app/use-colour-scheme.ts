import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { UiStore } from '../state/ui-store.ts';

const darkQuery = '(prefers-color-scheme: dark)';

/** Light or dark: what the person chose, or what the system says. */
export function useColourScheme(ui: UiStore): 'light' | 'dark' {
  const theme = useStore(ui, (state) => state.preferences.theme);
  const system = useSyncExternalStore(onSystemChange, () => (matchMedia(darkQuery).matches ? 'dark' : 'light'));
  const scheme = theme === 'system' ? system : theme;
  useTurnAtOnce(scheme);
  return scheme;
}

/** Nothing fades from one theme to the other: half way, words and what they stand on would be of different ones. */
function useTurnAtOnce(scheme: string): void {
  const shown = useRef(scheme);
  useLayoutEffect(() => {
    if (shown.current === scheme) return undefined;
    shown.current = scheme;
    const { dataset } = document.documentElement;
    dataset['turning'] = '';
    let frame = requestAnimationFrame(() => {
      // The next one comes when this one has been painted.
      frame = requestAnimationFrame(() => delete dataset['turning']);
    });
    return () => {
      cancelAnimationFrame(frame);
      delete dataset['turning'];
    };
  }, [scheme]);
}

function onSystemChange(listener: () => void): () => void {
  const query = matchMedia(darkQuery);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
