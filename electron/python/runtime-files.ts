import { hash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const pyodideVersion = '314.0.7';

/** What of the package `pyodide` we ship, and what each file has to be. No other byte of Python's is ever loaded. */
export const pyodideFiles: Readonly<Record<string, string>> = {
  'pyodide.js': '3141b814715a72e59b51b1b18b9ceae5bf19f7c852417e431bb0a34feadf825c',
  'pyodide.mjs': '6f1d60f7bf529beb300f0f47983c921d3982363640ba20af0e38efdddbc66109',
  'pyodide.asm.mjs': 'f7cdc8ece80678ceb712f8e65ebe6d3a83203a180c399865f49612a051693635',
  'pyodide.asm.wasm': 'cc36e3cab04fdfc9a63ff13eb52eae2b911bf46c025cc7b281f394bd3de1d5e6',
  'python_stdlib.zip': 'fa1957e5777068fc4f7437f96d860ae2fbe9c19732ba06c84e004ec16dd7dd7a',
};

/** Where the parts of the runtime lie: beside the bundles when built, among sources and packages otherwise. */
export type RuntimePlaces = {
  readonly pyodide: string;
  readonly prelude: string;
  /** What the command line's child process runs, and the folders that it is made of. */
  readonly childEntry: string;
  readonly childFolders: readonly string[];
  /** What the hidden window is made of; only a build has these. */
  readonly frameScript: string;
  readonly workerScript: string;
  readonly preloadScript: string;
};

export function findRuntime(here = dirname(fileURLToPath(import.meta.url))): RuntimePlaces {
  const built = join(here, '..', 'python');
  const scripts = {
    frameScript: join(built, 'frame', 'frame.js'),
    workerScript: join(built, 'worker', 'worker.js'),
    preloadScript: join(built, 'preload', 'python-preload.cjs'),
  };
  const childFolder = join(built, 'child');
  const childEntry = join(childFolder, 'python-child.js');
  if (existsSync(childEntry))
    return {
      ...scripts,
      pyodide: join(built, 'pyodide'),
      prelude: join(built, 'prelude'),
      childEntry,
      childFolders: [childFolder],
    };
  return {
    ...scripts,
    pyodide: join(here, '..', '..', 'node_modules', 'pyodide'),
    prelude: join(here, 'prelude'),
    childEntry: join(here, 'child', 'python-child.ts'),
    childFolders: ['child', 'interpreter', 'protocol'].map((folder) => join(here, folder)),
  };
}

/** Refuses files that are not those this version was made with. */
export async function checkPyodide(folder: string): Promise<void> {
  for (const [name, expected] of Object.entries(pyodideFiles)) {
    if (hash('sha256', await readFile(join(folder, name))) !== expected)
      throw new Error(`${name} of the Python runtime is not the file this version of Parley came with.`);
  }
}

export type Prelude = Readonly<Record<string, string>>;

/** Our own Python, by path. */
export async function readPrelude(folder: string): Promise<Prelude> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  return Object.fromEntries(paths.map((path, at) => [relative(folder, path).split(sep).join('/'), texts[at] ?? '']));
}

/** What a snapshot depends on, as a word for a file name. */
export const snapshotKey = (kind: string, prelude: Prelude): string =>
  `${kind}-${pyodideVersion}-${hash('sha256', JSON.stringify([prelude, pyodideFiles])).slice(0, 16)}`;
