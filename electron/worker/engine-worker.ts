import { parentPort } from 'node:worker_threads';
import type { ToEngine } from '../../shared/runtime/engine-messages.ts';
import { createEngineLoop } from './engine-loop.ts';

/** Electron's utility process speaks through a port on `process`, a thread through Node's own. */
type UtilityPort = {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void;
  readonly postMessage: (message: unknown) => void;
};

const utilityPort = (process as { readonly parentPort?: UtilityPort }).parentPort;
const now = (): number => Date.now();
/** Whoever designs here talks here: "tomorrow at five" is told by the clock of this machine. */
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

// Both carriers have one speaker on the other side: our own host, whose messages are typed.
if (utilityPort !== undefined) {
  const receive = createEngineLoop(utilityPort.postMessage.bind(utilityPort), now, timeZone);
  utilityPort.on('message', ({ data }) => receive(data as ToEngine));
} else if (parentPort !== null) {
  const receive = createEngineLoop(parentPort.postMessage.bind(parentPort), now, timeZone);
  parentPort.on('message', (data: unknown) => receive(data as ToEngine));
} else {
  throw new Error('The engine runs in a process or thread of its own; it has no one to talk to here.');
}
