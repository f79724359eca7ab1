import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  cacheDir: '.build/vitest',
  test: {
    include: ['test/{unit,property,contract,golden,quality}/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['test/unit/no-complaints.ts', 'test/unit/seen-by-jsdom.ts'],
    // A run that found no test is a failed run, never a quiet success.
    passWithNoTests: false,
    allowOnly: process.env['CI'] === undefined,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    teardownTimeout: 10_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
