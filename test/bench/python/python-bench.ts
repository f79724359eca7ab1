import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createChildPython } from '../../../electron/python/child-host/create-child-python.ts';
import { pythonLimits, type PythonPort } from '../../../electron/python/python-port.ts';
import { atMost, milliseconds, type BenchRow, type BenchSection } from '../bench-row.ts';
import { median } from '../measure.ts';
import { openDesk, type BenchDesk } from '../window/bench-desk.ts';
import { timeWindow } from './time-window.ts';

const rounds = 3;

/** In milliseconds: a start with its first script, and a script on an interpreter that waits. */
type Times = { readonly cold: number; readonly snapshot: number; readonly call: number };

/** What it takes to run a Python action, beside the same runtime loaded plainly: starts, and one short script. */
export async function pythonBench(): Promise<BenchSection> {
  const desk = await openDesk();
  try {
    const { bare, ...commandLine } = await timeChild(desk);
    const app = await timeWindow(desk, rounds);
    return {
      title: 'Python: starting, and one short script, against bare loadPyodide in plain Node',
      rows: [
        ...rows('command line', commandLine, bare),
        ...rows('app', app, bare),
        row('app: a script while an interpreter waits, against its start', app.call, app.snapshot, 0.5),
      ],
    };
  } finally {
    desk.close();
  }
}

const rows = (where: string, ours: Times, bare: number): BenchRow[] => [
  row(`${where}: start without a snapshot, and a script`, ours.cold, bare, 1.5),
  row(`${where}: start from a snapshot, and a script`, ours.snapshot, bare, 0.5),
  row(`${where}: a script while an interpreter waits`, ours.call, bare, 0.05),
];

const row = (what: string, ours: number, other: number, most: number): BenchRow => ({
  what,
  ours: milliseconds(ours),
  against: milliseconds(other),
  ratio: ours / other,
  ...atMost(most, ours / other),
});

function loadBare(): Promise<unknown> {
  const script = fileURLToPath(new URL('bare-pyodide.mjs', import.meta.url));
  return promisify(execFile)(process.execPath, [script]);
}

/** The floor takes turns with what is measured, so that whatever else the machine does hits both. */
async function timeChild(desk: BenchDesk): Promise<Times & { readonly bare: number }> {
  const snapshotFolder = desk.file('snapshots');
  const cold = createChildPython({ snapshotFolder: join(process.execPath, 'none') });
  const starting = createChildPython({ snapshotFolder });
  const waiting = createChildPython({ snapshotFolder, keepsSpare: true });
  const times = { bare: [] as number[], cold: [] as number[], snapshot: [] as number[], call: [] as number[] };
  try {
    // The first of each is not counted: it finds out whether there is a snapshot, and makes it.
    for (const port of [cold, starting, waiting]) await runShort(port);
    for (let round = 0; round < rounds; round += 1) {
      times.bare.push(await timed(loadBare));
      times.cold.push(await timed(() => runShort(cold)));
      times.snapshot.push(await timed(() => runShort(starting)));
      times.call.push(await runShort(waiting));
    }
    const { bare, cold: coldStarts, snapshot, call } = times;
    return { bare: median(bare), cold: median(coldStarts), snapshot: median(snapshot), call: median(call) };
  } finally {
    for (const port of [cold, starting, waiting]) await port.close();
  }
}

/** Milliseconds of the script itself, without the start. */
async function runShort(port: PythonPort): Promise<number> {
  const outcome = await port.runPython(
    {
      code: 'def execute_action(context):\n    return context["args"]["x"]\n',
      fileName: 'short.py',
      context: { args: { x: 1 }, conversation: null },
      limits: pythonLimits,
      onHostCall: () => Promise.resolve({ ok: true, value: null }),
      onPrint: () => undefined,
    },
    new AbortController().signal,
  );
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.milliseconds;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
