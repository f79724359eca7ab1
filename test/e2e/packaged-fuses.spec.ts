import { hash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { pyodideFiles } from '../../electron/python/runtime-files.ts';
import { findRuntime } from '../../electron/setup/runtime-path.mjs';
import { packagedExecutable, packagedFolder } from './fixtures/launch-packaged.ts';
import { readAsar } from './fixtures/read-asar.ts';

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

test('the package weighs at most 1.05 of a bare Electron with one language, and Python 15 MB on top', () => {
  const runtime = findRuntime();
  const bare = weigh(runtime?.folder ?? '', (path) => !path.includes('locales') || path.endsWith('en-US.pak'));
  const packed = weigh(packagedFolder, () => true);
  expect(bare).toBeGreaterThan(50_000_000);
  const python = [...readAsar(archive)].filter(([path]) => path.startsWith('python/'));
  const pythonBytes = python.reduce((total, [, bytes]) => total + bytes.length, 0);
  expect((packed - pythonBytes) / bare).toBeLessThanOrEqual(1.05);
  expect(pythonBytes).toBeLessThanOrEqual(15_000_000);
});

test('the package holds the Python runtime, byte for byte, our own Python, and the licences of both', () => {
  const files = readAsar(archive);
  const hashes = Object.keys(pyodideFiles).map((name) => [
    name,
    hash('sha256', files.get(`python/pyodide/${name}`) ?? Buffer.alloc(0)),
  ]);
  expect(Object.fromEntries(hashes)).toEqual(pyodideFiles);
  expect([...files.keys()]).toEqual(
    expect.arrayContaining([
      'python/prelude/requests/__init__.py',
      'python/frame/frame.js',
      'python/worker/worker.js',
      'python/preload/python-preload.cjs',
      'python/licences/MPL-2.0.txt',
      'python/licences/Python.txt',
      'python/licences/NOTICE.md',
    ]),
  );
});

const archive = join(packagedFolder, 'resources', 'app.asar');

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
