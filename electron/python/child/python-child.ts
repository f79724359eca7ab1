import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  connectPython,
  importCommon,
  importOurs,
  writePrelude,
  type HostFunctions,
} from '../interpreter/prepare-python.ts';
import type { AnswerMessage, RunMessage, StartMessage } from '../protocol/host-message.ts';
import { hardenProcess } from './harden-process.ts';
import { openLockedRealm, type Realm } from './locked-realm.ts';
import { openSyncChannel, type SyncChannel } from './sync-channel.ts';

// One interpreter, one script, then the end. The host ends it by killing the process.
const [pyodideFolder = '', snapshotFile = ''] = process.argv.slice(2);
const exit = process.exit.bind(process);
const channel = openSyncChannel(0, 1);
const parts = {
  loader: readFileSync(join(pyodideFolder, 'pyodide.js'), 'utf8'),
  machine: readFileSync(join(pyodideFolder, 'pyodide.asm.mjs'), 'utf8'),
  wasm: readFileSync(join(pyodideFolder, 'pyodide.asm.wasm')),
  standardLibrary: readFileSync(join(pyodideFolder, 'python_stdlib.zip')),
  snapshot: snapshotFile === '' ? null : readFileSync(snapshotFile),
};
hardenProcess();
try {
  await serve(channel);
} catch (fault) {
  channel.write({ kind: 'failed', message: fault instanceof Error ? fault.message : String(fault) });
}
exit(0);

async function serve(channel: SyncChannel): Promise<void> {
  const start = channel.read() as StartMessage;
  const makeSnapshot = start.how === 'make snapshot';
  const realm = await openLockedRealm({ ...parts, makeSnapshot, heap: start.heap }, hostFunctions(channel));
  writePrelude(realm.pyodide, start.prelude);
  if (start.how !== 'snapshot') importOurs(realm.pyodide);
  if (makeSnapshot) {
    importCommon(realm.pyodide);
    return channel.writeBytes(realm.pyodide.makeMemorySnapshot());
  }
  runOnce(channel, realm);
}

function runOnce(channel: SyncChannel, realm: Realm): void {
  const run = connectPython(realm.pyodide, realm.functions);
  channel.write({ kind: 'ready' });
  const { code, fileName, context, milliseconds, heap, printBytes, resultBytes } = channel.read() as RunMessage;
  realm.limitHeap(heap);
  realm.interruptAt(performance.now() + milliseconds);
  channel.write({ kind: 'done', outcome: run(code, fileName, context, { printBytes, resultBytes }) });
}

function hostFunctions(channel: SyncChannel): HostFunctions {
  const still = new Int32Array(new SharedArrayBuffer(4));
  let calls = 0;
  return {
    ask: (operation, payload) => {
      calls += 1;
      channel.write({ kind: 'call', id: calls, operation, payload });
      return (channel.read() as AnswerMessage).answer;
    },
    pause: (milliseconds) => void Atomics.wait(still, 0, 0, milliseconds),
    print: (text) => channel.write({ kind: 'print', text }),
  };
}
