import { join } from 'node:path';
import { createChildPython } from '../../../../electron/python/child-host/create-child-python.ts';
import {
  pythonLimits,
  type PythonOutcome,
  type PythonPort,
  type PythonRun,
} from '../../../../electron/python/python-port.ts';
import { inProject } from '../../../../electron/setup/project-paths.mjs';

/** The snapshot is worth keeping between test files: it is named by what it was made of. */
export const testSnapshots = join(inProject('.build'), 'test', 'python');

export const openTestPython = (): PythonPort => createChildPython({ snapshotFolder: testSnapshots, keepsSpare: true });

/** A run with everything usual, apart from what a test is about. */
export const aRun = (code: string, about: Partial<PythonRun> = {}): PythonRun => ({
  code,
  fileName: 'tryIt.py',
  context: { args: {}, conversation: null },
  limits: { ...pythonLimits, timeout: 20_000 },
  onHostCall: () => Promise.resolve({ ok: false, kind: 'refused', message: 'Nobody may be called.' }),
  onPrint: () => undefined,
  ...about,
});

export const runCode = (port: PythonPort, code: string, about: Partial<PythonRun> = {}): Promise<PythonOutcome> =>
  port.runPython(aRun(code, about), new AbortController().signal);

/** A script of one function, from the lines of its body. */
export const action = (...lines: string[]): string =>
  ['def execute_action(context):', ...lines.map((line) => `    ${line}`), ''].join('\n');
