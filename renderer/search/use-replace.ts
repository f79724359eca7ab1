import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Problem } from '../../shared/problems/problem.ts';
import { useEditor, useStudio } from '../state/studio.ts';
import {
  findReplacements,
  noReplacements,
  planReplace,
  type Replacement,
  type Replacements,
  type ReplaceWish,
} from './find-replacements.ts';
import { searchStore } from './search-store.ts';

type Replacing = {
  readonly found: Replacements;
  /** Replaces in these texts, as one step; false when that is not allowed. */
  readonly replace: (meant: readonly Replacement[]) => boolean;
};

/** What would be replaced as things stand, looked for while the words are typed. */
export function useReplace(problems: readonly Problem[]): Replacing {
  const { editor, ui } = useStudio();
  const state = useStore(searchStore);
  const document = useEditor((now) => now.document);
  const { query, by, matchesCase, wholeWords, isReplacing } = useDeferredValue(state);
  const wish: ReplaceWish = useMemo(
    () => ({ query, by, matchesCase, wholeWords }),
    [query, by, matchesCase, wholeWords],
  );
  const found = useMemo(
    () => (isReplacing ? findReplacements(document, problems, wish) : noReplacements),
    [document, isReplacing, problems, wish],
  );
  const replace = (meant: readonly Replacement[]): boolean => {
    const now = searchStore.getState();
    const command = planReplace(editor.getState().document, problems, now, meant);
    if (command === null) return false;
    const done = editor.execute(command, null, true);
    if (!done.ok) {
      ui.notify('bad', `Nothing was replaced. ${done.failure.sentence}`);
      return false;
    }
    ui.notify(
      'good',
      meant.length === 1 ? 'Replaced in one text.' : `Replaced in ${meant.length.toLocaleString('en')} texts.`,
    );
    return true;
  };
  return { found, replace };
}
