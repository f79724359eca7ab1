import { useEffect } from 'react';
import { hasUnsavedWork } from '../state/saved-state.ts';
import { useEditor, type Studio } from '../state/studio.ts';

/** Keeps the title of the system's window true. */
export function useWindowTitle({ host }: Studio): void {
  const title = useEditor((state) => state.document.scenario.name);
  const edited = useEditor(hasUnsavedWork);
  useEffect(() => {
    void host.call('app.title', { title: title.slice(0, 300), edited });
  }, [host, title, edited]);
}
