import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  // The page is served from the app's own scheme, so every address is relative.
  base: './',
  cacheDir: here('../.build/vite'),
  plugins: [react()],
  build: {
    outDir: here('../.build/app/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    // The content security policy allows neither inline scripts nor data: addresses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Kept on disk to read stack traces with; the package leaves them out.
    sourcemap: 'hidden',
    reportCompressedSize: false,
    // One stylesheet in one order: a part that comes later is dressed when it comes.
    cssCodeSplit: false,
    // Read from the disk beside it, not over a network: what the first picture needs is one large file.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      output: {
        // Named after one part each; named after all that share them, they outgrow what Windows allows.
        chunkFileNames: ({ name }) => `assets/${name.replace(/~.*/, '')}-[hash].js`,
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'] },
            // Parts that come later share few files, not a hundred small ones.
            { name: 'shared', entriesAware: true, entriesAwareMergeThreshold: 3_000, minShareCount: 2 },
          ],
        },
      },
    },
  },
});
