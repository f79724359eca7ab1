import { useEffect } from 'react';
import type { EditorState } from '../state/editor-store.ts';
import { useEditor, type Studio } from '../state/studio.ts';

/** Long enough after a file was opened or saved that its person is not kept waiting for anything. */
const pause = 1500;

/** Has the host keep a small picture of the open file as it is on disk, when there is nothing else to do. */
export function useSmallPicture({ host }: Studio): void {
  const saved = useEditor((state) => state.saved);
  const file = useEditor((state) => state.openFile?.file ?? null);
  useEffect(() => {
    if (file === null) return undefined;
    let idle: number | null = null;
    const timer = setTimeout(() => {
      idle = requestIdleCallback(() => void keep(host, file, saved), { timeout: pause });
    }, pause);
    return () => {
      clearTimeout(timer);
      if (idle !== null) cancelIdleCallback(idle);
    };
  }, [host, file, saved]);
}

/** A picture that cannot be kept is nothing to bother anybody with: the list shows the name. */
async function keep(host: Studio['host'], file: string, saved: EditorState['saved']): Promise<void> {
  const { smallPicture } = await import('./small-picture.ts');
  const picture = smallPicture(saved);
  if (picture !== null) await host.call('recent.keepPicture', { file, picture });
}
