import { setTimeout as wait } from 'node:timers/promises';
import { _electron as electron } from '@playwright/test';
import type { PythonPort } from '../../../electron/python/python-port.ts';
import { buildPythonApp, runtimeSwitch } from '../../builders/python-app/build-python-app.ts';
import { median } from '../measure.ts';
import { switches, type BenchDesk } from '../window/bench-desk.ts';

type Times = { readonly cold: number; readonly snapshot: number; readonly call: number };

/** The same in the app's hidden window, timed in its main process. */
export async function timeWindow(desk: BenchDesk, rounds: number): Promise<Times> {
  const app = await electron.launch({
    executablePath: desk.executable,
    args: [...switches(desk.file('python-profile')), runtimeSwitch, await buildPythonApp()],
    env: desk.env,
    timeout: 60_000,
  });
  try {
    while (!(await app.evaluate(() => 'startingPython' in globalThis))) await wait(50);
    const times = (which: Which): Promise<number[]> =>
      app
        .evaluate(timeRuns, JSON.stringify({ which, rounds: rounds + 1 }))
        .then((text) => JSON.parse(text) as number[]);
    // The first of each is not counted: it opens the window, or makes the snapshot.
    const [cold, snapshot] = [await times('cold'), await times('snapshot')];
    const call = await times('waiting');
    const counted = (all: readonly number[]): number => median(all.slice(1));
    return { cold: counted(cold), snapshot: counted(snapshot), call: counted(call) };
  } finally {
    await app.close();
  }
}

type Which = 'cold' | 'snapshot' | 'waiting';

/** Runs in the main process. Where an interpreter waits, the script alone is counted. */
async function timeRuns(_electron: unknown, asked: string): Promise<string> {
  const { which, rounds } = JSON.parse(asked) as { readonly which: Which; readonly rounds: number };
  const ports = globalThis as unknown as {
    readonly python: PythonPort;
    readonly startingPython: Readonly<Record<'cold' | 'snapshot', PythonPort>>;
  };
  const port = which === 'waiting' ? ports.python : ports.startingPython[which];
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    const outcome = await port.runPython(
      {
        code: 'def execute_action(context):\n    return context["args"]["x"]\n',
        fileName: 'short.py',
        context: { args: { x: 1 }, conversation: null },
        limits: { timeout: 30_000, printBytes: 1000, resultBytes: 1000, hostCalls: 10, heap: 0 },
        onHostCall: async () => ({ ok: true, value: null }),
        onPrint: () => undefined,
      },
      new AbortController().signal,
    );
    if (!outcome.ok) throw new Error(outcome.message);
    times.push(which === 'waiting' ? outcome.milliseconds : performance.now() - began);
  }
  return JSON.stringify(times);
}
