import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { inProject } from '../../../electron/setup/project-paths.mjs';

const outDir = inProject('.build', 'bench', 'plain-flow');

/** Builds the page Parley's canvas is compared with, as an app would ship it; gives the file to show. */
export async function buildPlainFlow(): Promise<string> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('plain-flow', import.meta.url)),
    base: './',
    cacheDir: inProject('.build', 'vite'),
    plugins: [react()],
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, target: 'chrome140', reportCompressedSize: false, chunkSizeWarningLimit: 4000 },
  });
  return join(outDir, 'index.html');
}
