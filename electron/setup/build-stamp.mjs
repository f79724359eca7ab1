import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildFolder, inProject, projectRoot } from './project-paths.mjs';

const stampFile = join(buildFolder, 'app.stamp');
const sources = ['electron', 'renderer', 'shared', 'package.json', 'package-lock.json'];

/** Whether .build/app was built from the sources as they are now. */
export const isAppCurrent = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hashSources();

/** Called before anything in .build/app changes, so that a build that breaks off is never taken for a whole one. */
export const forgetBuild = () => rmSync(stampFile, { force: true });

/** By content, not by time: a checkout or a copy touches every time and changes nothing. */
export function hashSources() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => listFiles(inProject(source)))) {
    hash.update(relative(projectRoot, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} hash of the sources as they were when the build began */
export const rememberBuild = (hash) => writeFileSync(stampFile, hash);

/**
 * @param {string} path
 * @returns {string[]}
 */
function listFiles(path) {
  if (!existsSync(path)) return [];
  if (path.endsWith('.json')) return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
