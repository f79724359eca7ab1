import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** One bundle per process; the mode names it: `vite build -c electron/vite.config.ts --mode preload`. */
const bundles = {
  /** The app's main process and the command line do the same work: what both need, or need seldom, lies in `chunks`. */
  host: { entries: { 'main/boot': here('main/boot.ts'), 'cli/parley': here('cli/parley.ts') }, format: 'es' },
  // A sandboxed preload must be one CommonJS file.
  preload: { entry: 'preload/bridge.ts', file: 'bridge.cjs', format: 'cjs' },
  worker: { entry: 'worker/engine-worker.ts', file: 'engine-worker.js', format: 'es' },
  query: { entry: 'host/actions/database/query-process.ts', file: 'query-process.js', format: 'es' },
  'python/child': { entry: 'python/child/python-child.ts', file: 'python-child.js', format: 'es' },
  'python/frame': { entry: 'python/frame/frame.ts', file: 'frame.js', format: 'es' },
  'python/worker': { entry: 'python/frame/worker.ts', file: 'worker.js', format: 'es' },
  'python/preload': { entry: 'python/frame/python-preload.ts', file: 'python-preload.cjs', format: 'cjs' },
} as const;

const isBundle = (mode: string): mode is keyof typeof bundles => mode in bundles;

export default defineConfig(({ mode }) => {
  if (!isBundle(mode)) throw new Error(`No bundle "${mode}". Name one of: ${Object.keys(bundles).join(', ')}.`);
  const bundle = bundles[mode];
  return {
    root: here('.'),
    cacheDir: here('../.build/vite'),
    publicDir: false,
    // Everything but Electron and Node itself goes into the bundle: the packaged app carries no node_modules.
    ssr: { target: 'node', noExternal: true },
    build: {
      ssr: true,
      outDir: here('../.build/app'),
      emptyOutDir: false,
      target: 'node24',
      minify: true,
      sourcemap: 'hidden',
      reportCompressedSize: false,
      rolldownOptions: {
        external: ['electron', /^electron\//],
        ...('entries' in bundle
          ? {
              input: bundle.entries,
              // Folders of one depth: what is found from one place is found from the other.
              output: { format: bundle.format, entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
            }
          : {
              input: here(bundle.entry),
              output: { format: bundle.format, entryFileNames: `${mode}/${bundle.file}`, codeSplitting: false },
            }),
      },
    },
  };
});
