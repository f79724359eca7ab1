import { useEffect, useState } from 'react';
import { canvasTables } from '../../shared/model/record-tables.ts';
import { emptyHistory } from '../state/history.ts';
import { useStudio } from '../state/studio.ts';

/** Where things are drawn makes no difference to what is understood. */
const drawing: ReadonlySet<string> = new Set(canvasTables);

/** Rises with every edit of the design, and when it becomes another one. */
export function useDesignVersion(): number {
  const { editor } = useStudio();
  const [version, setVersion] = useState(0);
  useEffect(() => {
    const rise = (): void => setVersion((before) => before + 1);
    const stops = [
      editor.onChange((diff) => {
        if (!diff.every(({ table }) => drawing.has(table))) rise();
      }),
      // Only a replaced document comes with the very history that is empty.
      editor.subscribe(({ document, history }, before) => {
        if (document !== before.document && history === emptyHistory) rise();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor]);
  return version;
}
