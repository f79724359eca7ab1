import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** One bundle per process; the mode names it: `vite build -c electron/vite.config.ts --mode preload`. */
const bundles = {
  main: { entry: 'main/boot.ts', file: 'boot.js', format: 'es' },
  // A sandboxed preload must be one CommonJS file.
  preload: { entry: 'preload/bridge.ts', file: 'bridge.cjs', format: 'cjs' },
  worker: { entry: 'worker/engine-worker.ts', file: 'engine-worker.js', format: 'es' },
  query: { entry: 'host/actions/database/query-process.ts', file: 'query-process.js', format: 'es' },
  cli: { entry: 'cli/parley.ts', file: 'parley.js', format: 'es' },
  'python/child': { entry: 'python/child/python-child.ts', file: 'python-child.js', format: 'es' },
  'python/frame': { entry: 'python/frame/frame.ts', file: 'frame.js', format: 'es' },
  'python/worker': { entry: 'python/frame/worker.ts', file: 'worker.js', format: 'es' },
  'python/preload': { entry: 'python/frame/python-preload.ts', file: 'python-preload.cjs', format: 'cjs' },
} as const;

const isBundle = (mode: string): mode is keyof typeof bundles => mode in bundles;

export default defineConfig(({ mode }) => {
  if (!isBundle(mode)) throw new Error(`No bundle "${mode}". Name one of: ${Object.keys(bundles).join(', ')}.`);
  const { entry, file, format } = bundles[mode];
  return {
    root: here('.'),
    cacheDir: here('../.build/vite'),
    publicDir: false,
    // Everything but Electron and Node itself goes into the bundle: the packaged app carries no node_modules.
    ssr: { target: 'node', noExternal: true },
    build: {
      ssr: here(entry),
      outDir: here(`../.build/app/${mode}`),
      emptyOutDir: true,
      target: 'node24',
      minify: true,
      sourcemap: 'hidden',
      reportCompressedSize: false,
      rolldownOptions: {
        external: ['electron', /^electron\//],
        output: { format, entryFileNames: file, codeSplitting: false },
      },
    },
  };
});
