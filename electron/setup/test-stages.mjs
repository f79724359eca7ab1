import { ensureAppBuilt } from './ensure-app-built.mjs';
import { packApp } from './pack-app.mjs';
import { inProject } from './project-paths.mjs';
import { countPlaywright, countVitest, reportFile } from './run-stages.mjs';

const roots = ['electron', 'renderer', 'shared', 'test'];

/** @type {readonly import('./run-stages.mjs').Stage[]} */
export const codeStages = [
  { name: 'format', seconds: 120, tool: ['oxfmt/bin/oxfmt', '--check', ...roots] },
  { name: 'types', seconds: 300, tool: ['typescript/bin/tsc', '-b'] },
  {
    name: 'lint',
    seconds: 300,
    tool: ['oxlint/bin/oxlint', '--type-aware', '--deny-warnings', ...roots],
  },
  {
    name: 'unit',
    seconds: 1200,
    tool: [
      'vitest/vitest.mjs',
      'run',
      '-c',
      'test/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile('unit')}`,
    ],
    count: countVitest,
  },
];

/**
 * The app as it is used: built, packed, and driven by Playwright.
 * @param {import('./runtime-path.mjs').Runtime} runtime
 * @param {readonly string[]} playwrightArguments
 * @returns {readonly import('./run-stages.mjs').Stage[]}
 */
export function appStages(runtime, playwrightArguments = []) {
  return [
    { name: 'build', seconds: 300, run: () => ensureAppBuilt().then(() => 0) },
    { name: 'pack', seconds: 600, run: () => packApp(runtime) },
    {
      name: 'e2e',
      seconds: 2400,
      tool: [
        '@playwright/test/cli.js',
        'test',
        '-c',
        inProject('test', 'playwright.config.ts'),
        ...playwrightArguments,
      ],
      count: countPlaywright,
    },
  ];
}
