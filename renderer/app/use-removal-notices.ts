import { useEffect } from 'react';
import type { Studio } from '../state/studio.ts';
import { removalWords } from './removal-words.ts';

/** Deleting asks nothing, as it can be undone; what is left pointing at nothing is told at once, however it was deleted. */
export function useRemovalNotices({ editor, ui }: Studio): void {
  useEffect(
    () =>
      editor.onChange((diff, { document, history }) => {
        const entry = history.past?.entry;
        const isNew = history.future === null && entry?.diff === diff;
        if (!isNew || !/^(?:Remove|Delete) /.test(`${entry.label} `)) return;
        const words = removalWords(document, diff);
        if (words !== null) ui.notify('info', words);
      }),
    [editor, ui],
  );
}
