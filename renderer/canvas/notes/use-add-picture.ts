import { useCallback } from 'react';
import { useStudio } from '../../state/studio.ts';
import type { PlaceWish } from '../../state/ui-store.ts';
import { useExecute } from '../use-execute.ts';
import { firstSize, readPicture } from './read-picture.ts';

/** Puts a picture on the canvas, where it was asked for or where there is room in view. */
export function useAddPicture(): (file: File, wish?: PlaceWish) => Promise<void> {
  const { editor, ui } = useStudio();
  const execute = useExecute();
  return useCallback(
    async (file, wish = {}) => {
      const read = await readPicture(file);
      if (!read.ok) return ui.notify('bad', read.failure);
      const { address: picture } = read.value;
      const size = firstSize(read.value);
      const made = execute(
        ui.place((at) => ({ kind: 'note.add', text: '', form: 'picture', picture, size, at }), wish),
      );
      if (made === null) return;
      editor.select(made);
      ui.reveal(made, true);
    },
    [editor, execute, ui],
  );
}
