import {
  connectPython,
  importCommon,
  importOurs,
  writePrelude,
  type HostFunctions,
  type RunScript,
} from '../interpreter/prepare-python.ts';
import {
  emptyLockFile,
  heapOfRun,
  pythonEnvironment,
  type LoadPyodide,
  type Pyodide,
} from '../interpreter/pyodide-api.ts';
import { pieceFollows, pieceLength, pieceReady, pythonOrigin, type WorkerParts } from '../protocol/frame-message.ts';
import type { RunMessage, StartMessage } from '../protocol/host-message.ts';
import { forgetTheWeb } from './forget-the-web.ts';

type Parts = WorkerParts<WebAssembly.Module>;
type StartWithParts = StartMessage & { readonly parts: Parts };

const say = postMessage as (message: object) => void;
let run: RunScript | null = null;

addEventListener('message', ({ data }: MessageEvent<StartWithParts | RunMessage>) => {
  if (data.kind === 'run') runOnce(data);
  else start(data).catch((fault: unknown) => say({ kind: 'failed', message: String(fault) }));
});

async function start({ parts, prelude, how }: StartWithParts): Promise<void> {
  const pyodide = await load(parts, how);
  writePrelude(pyodide, prelude);
  if (how !== 'snapshot') importOurs(pyodide);
  if (how === 'make snapshot') {
    importCommon(pyodide);
    return say(new Uint8Array(pyodide.makeMemorySnapshot()));
  }
  pyodide.setInterruptBuffer(new Uint8Array(parts.interrupt));
  run = connectPython(pyodide, hostFunctions(parts));
  forgetTheWeb();
  say({ kind: 'ready' });
}

function runOnce({ code, fileName, context, printBytes, resultBytes, heap }: RunMessage): void {
  Reflect.set(globalThis, heapOfRun, heap);
  const given = run;
  run = null;
  if (given === null) return;
  try {
    say({ kind: 'done', outcome: given(code, fileName, context, { printBytes, resultBytes }) });
  } catch (fault) {
    say({ kind: 'failed', message: String(fault) });
  }
}

/** Pyodide, with everything at hand: nothing is fetched, and the machine is not compiled again. */
async function load({ module, standardLibrary, snapshot }: Parts, how: StartMessage['how']): Promise<Pyodide> {
  globalThis.fetch = () => Promise.resolve(new Response(standardLibrary));
  WebAssembly.instantiateStreaming = async (_source, imports) => ({
    module,
    instance: await WebAssembly.instantiate(module, imports),
  });
  const loader: unknown = await import(/* @vite-ignore */ `${pythonOrigin}/pyodide/pyodide.mjs`);
  const { loadPyodide } = loader as { readonly loadPyodide: LoadPyodide };
  const quiet = (): void => undefined;
  return loadPyodide({
    indexURL: `${pythonOrigin}/pyodide/`,
    packageBaseUrl: `${pythonOrigin}/pyodide/`,
    stdLibURL: `${pythonOrigin}/pyodide/python_stdlib.zip`,
    lockFileContents: emptyLockFile,
    jsglobals: Object.create(null) as object,
    env: { ...pythonEnvironment },
    stdin: () => null,
    stdout: quiet,
    stderr: quiet,
    ...(how === 'make snapshot' ? { _makeSnapshot: true } : {}),
    ...(snapshot === null ? {} : { _loadSnapshot: new Uint8Array(snapshot) }),
  });
}

function hostFunctions({ control, answer }: Parts): HostFunctions {
  const state = new Int32Array(control);
  const window = new Uint8Array(answer);
  const still = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let calls = 0;
  const readAnswer = (): string => {
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      Atomics.wait(state, pieceReady, 0);
      const follows = Atomics.load(state, pieceFollows) === 1;
      text += decoder.decode(window.slice(0, Atomics.load(state, pieceLength)), { stream: follows });
      Atomics.store(state, pieceReady, 0);
      Atomics.notify(state, pieceReady);
      if (!follows) return text;
    }
  };
  return {
    ask: (operation, payload) => {
      calls += 1;
      say({ kind: 'call', id: calls, operation, payload });
      return readAnswer();
    },
    pause: (milliseconds) => void Atomics.wait(still, 0, 0, milliseconds),
    print: (text) => say({ kind: 'print', text }),
  };
}
