import { useEffect } from 'react';
import { ActionForm, ActionUseForm, ContextForm, IntentForm, LevelForm } from '../inspector/lazy-forms.ts';
import { loadClipPlan } from '../canvas/clipboard/take-clip.ts';
import { SearchBar } from '../search/lazy-search.tsx';
import { ChatPanel, Dialogs } from './lazy-panels.ts';

/** What somebody opens in the first minute, in the order in which it is mostly wanted. */
const wantedSoon = [
  IntentForm,
  ChatPanel,
  { load: loadClipPlan },
  SearchBar,
  ActionUseForm,
  ActionForm,
  Dialogs,
  ContextForm,
  LevelForm,
];

/** Fetches, while there is nothing else to do, what would be an empty panel for a moment when it is first opened. */
export function useFetchAhead(): void {
  useEffect(() => {
    let waiting = 0;
    const fetchOne = (at: number): void => {
      const part = wantedSoon[at];
      if (part === undefined) return;
      const goOn = (): void => fetchOne(at + 1);
      // What cannot be read says so where it is shown.
      waiting = requestIdleCallback(() => void part.load().then(goOn, goOn));
    };
    fetchOne(0);
    return () => cancelIdleCallback(waiting);
  }, []);
}
