import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { limitMemory } from '../../../../electron/python/interpreter/pyodide-api.ts';
import {
  checkPyodide,
  findRuntime,
  pyodideFiles,
  pyodideVersion,
  readPrelude,
  snapshotKey,
} from '../../../../electron/python/runtime-files.ts';
import { makeTemporaryFolder } from '../host/files/temporary-folder.ts';

const { pyodide, prelude } = findRuntime();

describe('the runtime', () => {
  test('is the package we name, byte for byte', async () => {
    await expect(checkPyodide(pyodide)).resolves.toBeUndefined();
    const manifest = JSON.parse(readFileSync(join(pyodide, 'package.json'), 'utf8')) as { version: string };
    expect(manifest.version).toBe(pyodideVersion);
  });

  test('with one byte changed is refused (T40)', async () => {
    const folder = makeTemporaryFolder();
    for (const name of Object.keys(pyodideFiles)) cpSync(join(pyodide, name), join(folder, name));
    const library = readFileSync(join(folder, 'python_stdlib.zip'));
    library[1000] = (library[1000] ?? 0) ^ 1;
    writeFileSync(join(folder, 'python_stdlib.zip'), library);
    await expect(checkPyodide(folder)).rejects.toThrow('python_stdlib.zip of the Python runtime is not the file');
  });

  test('is told apart by its Python, so that a snapshot fits what it was made of', async () => {
    const ours = await readPrelude(prelude);
    expect(Object.keys(ours)).toContain('requests/__init__.py');
    expect(snapshotKey('child', ours)).not.toBe(snapshotKey('child', { ...ours, 'requests/__init__.py': '' }));
    expect(snapshotKey('child', ours)).not.toBe(snapshotKey('window', ours));
  });

  test('is given its bounds in the one place each has, or not loaded at all', () => {
    const machine = readFileSync(join(pyodide, 'pyodide.asm.mjs'), 'utf8');
    expect(limitMemory(machine, 1234)).toContain('getHeapMax=()=>Math.min(1234,globalThis.parleyHeap||1234)');
    expect(() => limitMemory(machine.replace('getHeapMax', 'getHeapMost'), 1234)).toThrow(
      'not the one this was written for',
    );
  });
});
