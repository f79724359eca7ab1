import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Calls back some time after something happened to a file. The answer stops watching. */
export type WatchFile = (path: string, onChange: () => void) => () => void;

const settleMilliseconds = 120;

/** Watches the folder, because saving by rename gives the name another file. */
export const watchFile: WatchFile = (path, onChange) => {
  const name = basename(path);
  // A folder that is moved or deleted tells its own name.
  const folder = basename(dirname(path));
  let timer: NodeJS.Timeout | undefined;
  const onEvent = (_kind: string, changed: string | null): void => {
    if (changed !== null && changed !== name && changed !== folder) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, settleMilliseconds);
    timer.unref();
  };
  const watcher = watchFolder(dirname(path), onEvent);
  return () => {
    clearTimeout(timer);
    watcher?.close();
  };
};

function watchFolder(
  folder: string,
  onEvent: (kind: string, name: string | null) => void,
): { close: () => void } | null {
  try {
    const watcher = watch(folder, { persistent: false }, onEvent);
    // The folder went away, or the system ran out of watches. Saving still compares the hash, so nothing can be lost.
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}
