import { useEffect } from 'react';
import { useAddPicture } from './use-add-picture.ts';

/** A picture on the clipboard is pasted where there is room in view. */
export function usePicturePaste(): void {
  const add = useAddPicture();
  useEffect(() => {
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
  }, [add]);
}
