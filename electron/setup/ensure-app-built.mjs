import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildFolder, inProject, projectNode, projectRoot } from './project-paths.mjs';
import { runCommand } from './run-command.mjs';
import { SetupStop, say } from './setup-stop.mjs';

const stampFile = join(buildFolder, 'app.stamp');
const sources = ['electron', 'renderer', 'shared', 'package.json', 'package-lock.json'];

/** Builds the app into .build/app unless the sources are those of the last build. */
export async function ensureAppBuilt() {
  const wanted = hashSources();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  say('Building the app');
  const built = await runCommand(projectNode, [inProject('electron', 'setup', 'build.mjs')], { seconds: 300 });
  if (built.code !== 0) throw new SetupStop('The app could not be built; the reason is above.');
  writeFileSync(stampFile, wanted);
}

/** By content, not by time: a checkout or a copy touches every time and changes nothing. */
function hashSources() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => listFiles(inProject(source)))) {
    hash.update(relative(projectRoot, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

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
