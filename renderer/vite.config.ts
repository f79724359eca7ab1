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
    // Read from the disk beside it, not over a network: one file starts faster than many.
    chunkSizeWarningLimit: 4000,
  },
});
