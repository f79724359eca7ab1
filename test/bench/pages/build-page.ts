import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { inProject } from '../../../electron/setup/project-paths.mjs';

/** Builds a page Parley's canvas is compared with, as an app would ship it; gives the file to show. */
export async function buildPage(name: 'plain-flow' | 'by-hand'): Promise<string> {
  const outDir = inProject('.build', 'bench', name);
  await build({
    configFile: false,
    root: fileURLToPath(new URL(name, import.meta.url)),
    base: './',
    cacheDir: inProject('.build', 'vite'),
    plugins: [react()],
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, target: 'chrome140', reportCompressedSize: false, chunkSizeWarningLimit: 4000 },
  });
  return join(outDir, 'index.html');
}
