import { useStudio, useUi } from '../state/studio.ts';
import { findAction } from './actions/all-actions.ts';
import { shortcutText } from './actions/shortcut.ts';

/** The keys an action has for this person, as tooltips show them; undefined when it has none. */
export function useKeysOf(): (action: string) => string | undefined {
  const studio = useStudio();
  useUi((state) => state.preferences.shortcuts);
  return (action) => {
    const shortcut = findAction(studio, action)?.shortcut ?? null;
    return shortcut === null ? undefined : shortcutText(shortcut, studio.platform);
  };
}

/** A tooltip that is only a title. */
export const withKeys = (words: string, keys: string | undefined): string =>
  keys === undefined ? words : `${words}  ${keys}`;
