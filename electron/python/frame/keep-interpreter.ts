import { pythonOrigin, type FrameMessage, type WorkerParts } from '../protocol/frame-message.ts';
import { createAnswerWriter } from './answer-writer.ts';
import { createGate } from './gate.ts';

export type RuntimeParts = Pick<WorkerParts<WebAssembly.Module>, 'module' | 'standardLibrary' | 'snapshot'>;

const answerBytes = 1024 * 1024;

/** A worker of an origin of its own, since it comes from a `data:` address: no two interpreters can meet. */
const workerAddress = `data:text/javascript,${encodeURIComponent(`import '${pythonOrigin}/worker.js'`)}`;

/** One interpreter at one port, from its start to its end. */
export function keepInterpreter(port: MessagePort, readParts: () => Promise<RuntimeParts>): void {
  const worker = new Worker(workerAddress, { type: 'module', name: 'Python' });
  const shared = {
    control: new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT),
    answer: new SharedArrayBuffer(answerBytes),
    interrupt: new SharedArrayBuffer(1),
  };
  const writer = createAnswerWriter(shared.control, shared.answer);
  const gate = createGate();
  const end = (): void => {
    worker.terminate();
    port.close();
  };
  const fail = (message: string): void => {
    worker.terminate();
    port.postMessage({ kind: 'failed', message });
  };
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (gate.lets(data)) port.postMessage(data);
    else fail('it said too much');
  });
  worker.addEventListener('error', (event) => fail(event.message || 'its worker ended'));
  port.addEventListener('message', ({ data }: MessageEvent<FrameMessage>) => {
    switch (data.kind) {
      case 'start':
        readParts().then(
          (parts) => worker.postMessage({ ...data, parts: { ...parts, ...shared } }, []),
          (error: unknown) => fail(String(error)),
        );
        return;
      case 'run':
        return worker.postMessage(data, []);
      case 'answer':
        return writer.write(data.answer);
      case 'interrupt':
        Atomics.store(new Uint8Array(shared.interrupt), 0, 2);
        return;
      case 'kill':
        return end();
    }
  });
  port.start();
}
