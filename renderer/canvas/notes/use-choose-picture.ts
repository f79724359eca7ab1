import { useCallback } from 'react';
import { pictureTypes } from '../../../shared/model/note-picture.ts';
import type { NoteRecord } from '../../../shared/model/design-records.ts';
import { useStudio } from '../../state/studio.ts';
import { firstSize, readPicture } from './read-picture.ts';

/** Lets the person choose a picture for a note. */
export function useChoosePicture(): (note: NoteRecord) => void {
  const { editor, ui } = useStudio();
  return useCallback(
    (note) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = pictureTypes.join();
      const take = async (file: File): Promise<void> => {
        const read = await readPicture(file);
        if (!read.ok) return ui.notify('bad', read.failure);
        const now = editor.getState().document.tables.notes.get(note.id);
        if (now === undefined) return;
        // One that takes the place of another keeps its place.
        const size = now.picture === undefined ? firstSize(read.value) : {};
        const text = now.text === '' ? file.name.replace(/\.\w+$/, '') : now.text;
        const changes = { picture: read.value.address, text, ...size };
        const update = { kind: 'record.update', table: 'notes', id: note.id, changes } as const;
        const done = editor.execute({ kind: 'several', label: 'Choose picture', commands: [update] }, null, true);
        if (!done.ok) ui.notify('bad', done.failure.sentence);
      };
      input.addEventListener('change', () => {
        const [file] = input.files ?? [];
        if (file !== undefined) void take(file);
      });
      input.click();
    },
    [editor, ui],
  );
}
