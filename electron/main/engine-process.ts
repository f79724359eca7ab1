import { utilityProcess } from 'electron';
import type { StartEngine } from '../host/host-ports.ts';

/** The engine in a process of its own: if a run goes wrong, it alone goes down. It has no secrets and no environment. */
export const createEngineStarter =
  (workerFile: string): StartEngine =>
  () => {
    const child = utilityProcess.fork(workerFile, [], { serviceName: 'Parley engine', stdio: 'inherit', env: {} });
    return {
      post: (message) => child.postMessage(message, []),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', () => listener()),
      stop: () => void child.kill(),
    };
  };
