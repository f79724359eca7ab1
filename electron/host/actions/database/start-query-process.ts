import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { StartEngine } from '../../host-ports.ts';

/**
 * A query runs in a process, not in a thread: SQLite does not look up from its work, so a thread in it cannot be ended.
 * This one is a Node of our own, for the command line and for tests; the app has processes of its own.
 */
export const startQueryProcess: StartEngine = () => {
  const child = fork(entry(), { env: {}, execArgv: ['--no-warnings'], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  // It must not keep a program from ending that has nothing else to do.
  child.unref();
  child.channel?.unref();
  return {
    post: (message) => void child.send(message as object, () => undefined),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      child.once('exit', () => listener());
      child.once('error', () => listener());
    },
    stop: () => void child.kill('SIGKILL'),
  };
};

function entry(): string {
  const built = fileURLToPath(new URL('../query/query-process.js', import.meta.url));
  return existsSync(built) ? built : fileURLToPath(new URL('query-process.ts', import.meta.url));
}
