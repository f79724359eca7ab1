import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { inProject } from '../../../electron/setup/project-paths.mjs';

const outDir = inProject('.build', 'python-app');

/** Builds the small app around Python; gives the folder to start Electron with. */
export async function buildPythonApp(): Promise<string> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    cacheDir: inProject('.build', 'vite'),
    publicDir: false,
    logLevel: 'warn',
    ssr: { target: 'node', noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('main.ts', import.meta.url)),
      outDir,
      emptyOutDir: true,
      target: 'node24',
      reportCompressedSize: false,
      rolldownOptions: { external: ['electron'], output: { entryFileNames: 'main.js', codeSplitting: false } },
    },
  });
  writeFileSync(join(outDir, 'package.json'), '{ "name": "python-app", "type": "module", "main": "main.js" }\n');
  return outDir;
}

/** Where the built app's runtime lies, as a switch for it. */
export const runtimeSwitch = `--python-runtime=${inProject('.build', 'app')}`;
