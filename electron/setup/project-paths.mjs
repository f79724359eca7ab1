import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository, found from this file so that no script depends on the folder it was started in. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

/** @param {...string} parts */
export const inProject = (...parts) => join(projectRoot, ...parts);

/** Everything the scripts make lives here or in node_modules, so deleting both gives a fresh clone. */
export const buildFolder = inProject('.build');

/** Node 24 from the `node` package: runs our TypeScript directly, whatever Node the machine has. */
export const projectNode = inProject('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Downloads that are worth keeping between clones.
 * @param {...string} parts
 */
export function inUserCache(...parts) {
  const home = homedir();
  const byPlatform = {
    win32: process.env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'),
    darwin: join(home, 'Library', 'Caches'),
  };
  const fallback = process.env['XDG_CACHE_HOME'] ?? join(home, '.cache');
  const base = process.platform === 'win32' || process.platform === 'darwin' ? byPlatform[process.platform] : fallback;
  return join(base, 'parley', ...parts);
}
