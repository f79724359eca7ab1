import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { switches, type BenchDesk, type Shown } from './bench-desk.ts';

const reportReady = fileURLToPath(new URL('report-ready.cjs', import.meta.url));
const longestStart = 30_000;

/** Milliseconds from starting the program to a page that says it is ready. The profile is kept, as a person's is. */
export async function timeStart(desk: BenchDesk, profile: string, { args, env }: Shown): Promise<number> {
  const started = performance.timeOrigin + performance.now();
  const child = spawn(desk.executable, ['-r', reportReady, ...switches(desk.file(profile)), ...args], {
    env: { ...desk.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  // However the bench ends, no window may outlive it.
  const end = (): void => endGroup(child.pid);
  process.once('exit', end);
  const gone = once(child, 'exit');
  try {
    const late = AbortSignal.timeout(longestStart);
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    while (!/ready (\S+)\n/.test(said)) {
      if (late.aborted || child.exitCode !== null) throw new Error(`no window was ready within ${longestStart} ms`);
      await wait(5);
    }
    return Number(/ready (\S+)\n/.exec(said)?.[1]) - started;
  } finally {
    // Asked first, so that it can write down what makes the next start quick.
    child.kill('SIGTERM');
    await Promise.race([gone, wait(3000)]);
    end();
    process.off('exit', end);
  }
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Already gone, which is what we wanted.
  }
}
