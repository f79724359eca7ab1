import { useCallback } from 'react';
import type { Command } from '../../shared/commands/command.ts';
import { useStudio } from '../state/studio.ts';

export type Execute = (command: Command, merge?: string | null) => readonly string[] | null;

/** Carries a command out; what stands in its way is said in a notice. Gives the ids it is about. */
export function useExecute(): Execute {
  const { editor, ui } = useStudio();
  return useCallback(
    (command, merge = null) => {
      const done = editor.execute(command, merge);
      if (done.ok) return done.value;
      ui.notify('bad', done.failure.sentence);
      return null;
    },
    [editor, ui],
  );
}
