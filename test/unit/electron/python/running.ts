import { join } from 'node:path';
import { createChildPython } from '../../../../electron/python/child-host/create-child-python.ts';
import type { HostAnswer, HostCall } from '../../../../electron/python/host-operations.ts';
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

export type Asked = { readonly calls: readonly HostCall[]; readonly outcome: PythonOutcome };

/** Runs a script and keeps what it asks; answers from the list, the last one again and again. */
export async function runAsking(port: PythonPort, code: string, ...answers: readonly HostAnswer[]): Promise<Asked> {
  const calls: HostCall[] = [];
  const outcome = await runCode(port, code, {
    onHostCall: (call) => {
      calls.push(call);
      return Promise.resolve(answers[Math.min(calls.length, answers.length) - 1] ?? { ok: true, value: null });
    },
  });
  return { calls, outcome };
}
