import { useEffect } from 'react';
import { useStudio } from '../../state/studio.ts';
import { useExecute } from '../use-execute.ts';
import { firstSize, readPicture } from './read-picture.ts';

/** A picture on the clipboard is pasted where there is room in view. */
export function usePicturePaste(): void {
  const { editor, ui } = useStudio();
  const execute = useExecute();
  useEffect(() => {
    const add = async (file: File): Promise<void> => {
      const read = await readPicture(file);
      if (!read.ok) return ui.notify('bad', read.failure);
      const size = firstSize(read.value);
      const { address: picture } = read.value;
      const made = execute(ui.place((at) => ({ kind: 'note.add', text: '', form: 'picture', picture, size, at })));
      if (made === null) return;
      editor.select(made);
      ui.reveal(made, true);
    };
    const take = (event: ClipboardEvent): void => {
      const [file] = [...(event.clipboardData?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
      const target = event.target instanceof Element ? event.target : null;
      if (file === undefined || target?.closest('input, textarea, [contenteditable="true"], [role="dialog"]') != null)
        return;
      event.preventDefault();
      void add(file);
    };
    window.addEventListener('paste', take);
    return () => window.removeEventListener('paste', take);
  }, [editor, execute, ui]);
}
