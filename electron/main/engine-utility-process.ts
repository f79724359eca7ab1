import { utilityProcess } from 'electron';
import type { StartEngine } from '../host/host-ports.ts';

/** The engine in a utility process: no window, no secret, no socket; a crash of it leaves the app standing. */
export const startEngineUtilityProcess =
  (entry: string): StartEngine =>
  () => {
    const child = utilityProcess.fork(entry, [], {
      serviceName: 'Parley engine',
      stdio: 'ignore',
      // Nothing of the person's environment is its business.
      env: {},
    });
    let hasEnded = false;
    child.once('exit', () => (hasEnded = true));
    return {
      // Electron holds messages back until the process is up.
      post: (message) => {
        if (!hasEnded) child.postMessage(message);
      },
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => {
        if (hasEnded) listener();
        else child.once('exit', () => listener());
      },
      stop: () => void child.kill(),
    };
  };
