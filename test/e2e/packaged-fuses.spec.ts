import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { findRuntime } from '../../electron/setup/runtime-path.mjs';
import { packagedExecutable, packagedFolder } from './fixtures/launch-packaged.ts';

const wanted = {
  RunAsNode: FuseState.DISABLE,
  EnableCookieEncryption: FuseState.ENABLE,
  EnableNodeOptionsEnvironmentVariable: FuseState.DISABLE,
  EnableNodeCliInspectArguments: FuseState.DISABLE,
  EnableEmbeddedAsarIntegrityValidation: FuseState.ENABLE,
  OnlyLoadAppFromAsar: FuseState.ENABLE,
  LoadBrowserProcessSpecificV8Snapshot: FuseState.DISABLE,
  GrantFileProtocolExtraPrivileges: FuseState.DISABLE,
} as const satisfies Partial<Record<keyof typeof FuseV1Options, FuseState>>;

test('the packaged app has its fuses set, the bare one has not', async () => {
  const runtime = findRuntime();
  expect(await readFuses(packagedExecutable)).toEqual(wanted);
  // The same question to an Electron nobody changed: if it gave the same answer, this test could not fail.
  expect(await readFuses(runtime?.executable ?? '')).not.toEqual(wanted);
});

test('the package weighs at most 1.05 of a bare Electron with one language', () => {
  const runtime = findRuntime();
  const bare = weigh(runtime?.folder ?? '', (path) => !path.includes('locales') || path.endsWith('en-US.pak'));
  const packed = weigh(packagedFolder, () => true);
  expect(bare).toBeGreaterThan(50_000_000);
  expect(packed / bare).toBeLessThanOrEqual(1.05);
});

async function readFuses(executable: string): Promise<Record<string, FuseState | undefined>> {
  const wire = await getCurrentFuseWire(executable);
  const names = Object.keys(wanted) as (keyof typeof wanted)[];
  return Object.fromEntries(names.map((name) => [name, wire[FuseV1Options[name]]]));
}

function weigh(folder: string, counts: (path: string) => boolean): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  return files
    .filter((path) => counts(path))
    .map((path) => statSync(path))
    .reduce((total, stats) => total + (stats.isFile() ? stats.size : 0), 0);
}
