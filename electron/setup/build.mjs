import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { checkPyodide, pyodideFiles } from '../python/runtime-files.ts';
import { forgetBuild, hashSources, rememberBuild } from './build-stamp.mjs';
import { inProject } from './project-paths.mjs';

// Run with Node 24 (`npm run build`): the Vite configs are TypeScript.
const sourcesHash = hashSources();
forgetBuild();
const appFolder = inProject('.build', 'app');
rmSync(appFolder, { recursive: true, force: true });
mkdirSync(appFolder, { recursive: true });

const apps = ['host', 'preload', 'worker', 'query'];
const bundles = [...apps, 'python/child', 'python/frame', 'python/worker', 'python/preload'];
await Promise.all([
  ...bundles.map((mode) => build({ configFile: inProject('electron', 'vite.config.ts'), mode, logLevel: 'warn' })),
  build({ configFile: inProject('renderer', 'vite.config.ts'), logLevel: 'warn' }),
]);

// Read by the engine when it first needs to know what words mean.
mkdirSync(inProject('.build', 'app', 'assets'), { recursive: true });
for (const file of ['word-vectors.bin', 'NOTICE.md'])
  copyFileSync(inProject('shared', 'interpret', 'assets', file), inProject('.build', 'app', 'assets', file));

// Python, as it came in its package: what is not byte for byte what we know stops the build.
const pyodide = inProject('node_modules', 'pyodide');
const python = inProject('.build', 'app', 'python');
await checkPyodide(pyodide);
mkdirSync(join(python, 'pyodide'), { recursive: true });
for (const file of Object.keys(pyodideFiles)) copyFileSync(join(pyodide, file), join(python, 'pyodide', file));
cpSync(inProject('electron', 'python', 'prelude'), join(python, 'prelude'), { recursive: true });
cpSync(inProject('electron', 'python', 'licences'), join(python, 'licences'), { recursive: true });

// What Electron reads when it is pointed at the folder, and what electron-builder packs: no dependencies, all is bundled.
const { name, version, description, license, author } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
const manifest = {
  name,
  productName: 'Parley',
  version,
  description,
  license,
  author,
  type: 'module',
  main: 'main/boot.js',
};
writeFileSync(inProject('.build', 'app', 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
rememberBuild(sourcesHash);
