import { useEffect, useState } from 'react';
import { pathOfDrop } from '../host/connect-host.ts';
import type { Studio } from '../state/studio.ts';

/** A file dragged onto the window is opened, or taken in as what it is. True while one hovers over it. */
export function useFileDrop(studio: Studio): boolean {
  const [dropping, setDropping] = useState(false);
  useEffect(() => {
    const isFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const onDragOver = (event: DragEvent): void => {
      if (!isFile(event)) return;
      event.preventDefault();
      setDropping(true);
    };
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDropping(false);
    };
    const onDrop = (event: DragEvent): void => {
      setDropping(false);
      if (!isFile(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      void import('./files/take-dropped.ts').then(({ takeDropped }) =>
        takeDropped(studio, files, { pathOf: pathOfDrop, at: { x: event.clientX, y: event.clientY } }),
      );
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [studio]);
  return dropping;
}
