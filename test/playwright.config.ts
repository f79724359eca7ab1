import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  testDir: here('e2e'),
  outputDir: here('../.build/e2e'),
  // One desktop, one app at a time: windows that overlap take each other's focus.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 90_000,
  globalTimeout: 35 * 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: here('../.build/test/e2e.json') }]],
});
