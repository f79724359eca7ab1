import { Worker } from 'node:worker_threads';
import type { FromEngine, ToEngine } from '../../shared/runtime/engine-messages.ts';
import type { EngineProcess, StartEngine } from './start-engine.ts';

/** An engine in a thread of this process: for the command line and for tests that want it out of the way. */
export const startEngineThread =
  (entry: URL): StartEngine =>
  () => {
    const worker = new Worker(entry);
    return {
      post: worker.postMessage.bind(worker),
      onMessage: (listener) => void worker.on('message', listener),
      onExit: (listener) => {
        let told = false;
        const tell = (): void => {
          if (!told) listener();
          told = true;
        };
        worker.on('exit', tell);
        // A fault in the thread arrives here; unheard, it would end the whole process.
        worker.on('error', tell);
      },
      stop: () => void worker.terminate(),
    };
  };

/** What runs inside an engine process: given a way to speak, gives a way to be spoken to. */
export type EngineLoop = (post: (message: FromEngine) => void) => (message: ToEngine) => void;

/** The same conversation without a process: messages are copied and delivered later, as any carrier would. */
export const startEngineInProcess =
  (loop: EngineLoop): StartEngine =>
  (): EngineProcess => {
    let stopped = false;
    const heard: ((message: unknown) => void)[] = [];
    const ended: (() => void)[] = [];
    const deliver = <Message>(message: Message, to: (copy: Message) => void): void => {
      const copy = structuredClone(message);
      setImmediate(() => {
        if (!stopped) to(copy);
      });
    };
    const receive = loop((message) => deliver(message, (copy) => heard.forEach((listener) => listener(copy))));
    return {
      post: (message) => deliver(message as ToEngine, receive),
      onMessage: (listener) => void heard.push(listener),
      onExit: (listener) => void ended.push(listener),
      stop: () => {
        if (stopped) return;
        stopped = true;
        ended.forEach((listener) => listener());
      },
    };
  };
