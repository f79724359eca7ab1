import { createContext, Script, type Context } from 'node:vm';
import type { HostFunctions } from '../interpreter/prepare-python.ts';
import { emptyLockFile, heapOfRun, limitMemory, pythonEnvironment, type Pyodide } from '../interpreter/pyodide-api.ts';

export type RealmParts = {
  /** Pyodide's two scripts. */
  readonly loader: string;
  readonly machine: string;
  readonly wasm: Uint8Array;
  readonly standardLibrary: Uint8Array;
  readonly snapshot: Uint8Array | null;
  readonly makeSnapshot: boolean;
  readonly heap: number;
};

export type Realm = {
  readonly pyodide: Pyodide;
  /** The functions again, as objects of the realm: nothing of the process is reachable from them. */
  readonly functions: HostFunctions;
  /** Interrupts the script from the given moment on (of the clock that only goes forward). */
  readonly interruptAt: (moment: number) => void;
  readonly limitHeap: (bytes: number) => void;
};

/**
 * Loads Pyodide in a realm of its own, without `process`, `require`, `import` or timers to speak of, where no text
 * becomes code. What goes in are functions that take and give text and numbers, each wrapped inside the realm: even an
 * error they throw is one of the realm's own.
 */
export async function openLockedRealm(parts: RealmParts, functions: HostFunctions): Promise<Realm> {
  const realm = createContext(Object.create(null) as Context, {
    codeGeneration: { strings: false, wasm: true },
    name: 'python',
  });
  const evaluate = (code: string, fileName: string): unknown =>
    new Script(code, { filename: fileName }).runInContext(realm);
  const furnish = evaluate(furnishing, 'furnishing.js') as Furnish;
  const furnished = furnish(
    functions.ask,
    functions.pause,
    functions.print,
    (work: () => void, milliseconds: number) => void setTimeout(work, milliseconds),
    () => performance.now(),
    () => randomByte(),
    (bytes: Uint8Array) => new TextDecoder().decode(bytes),
    (text: string, into: Uint8Array) => new TextEncoder().encodeInto(text, into).written,
  );
  evaluate(parts.loader, 'pyodide.js');
  evaluate(asPlainScript(limitMemory(parts.machine, parts.heap)), 'pyodide.asm.js');
  const start = evaluate(starting, 'starting.js') as Start;
  const pyodide = await start(
    parts.wasm,
    parts.standardLibrary,
    parts.snapshot,
    parts.makeSnapshot,
    JSON.stringify(emptyLockFile),
    JSON.stringify(pythonEnvironment),
  );
  return { pyodide, ...furnished };
}

/** The second script of Pyodide is a module; the realm takes scripts. */
function asPlainScript(module: string): string {
  const script = module
    .replace('export default _createPyodideModule;', 'globalThis.createPyodideModule = _createPyodideModule;')
    .replaceAll('import.meta.url', '"file:///pyodide.asm.mjs"');
  if (script.includes('export default')) throw new Error('Pyodide exports something else.');
  return script;
}

const pool = new Uint8Array(4096);
let used = pool.length;
function randomByte(): number {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  return pool[used++] ?? 0;
}

type Furnish = (...outer: ((...args: never[]) => unknown)[]) => Omit<Realm, 'pyodide'>;
type Start = (
  wasm: Uint8Array,
  standardLibrary: Uint8Array,
  snapshot: Uint8Array | null,
  makeSnapshot: boolean,
  lockFile: string,
  environment: string,
) => Promise<Pyodide>;

/** What Pyodide expects of the world it is in, made of the realm's own objects. */
const furnishing = `(function (ask, pause, print, later, now, randomByte, decode, encode) {
  'use strict';
  const safe = (outer) => (...args) => {
    let result;
    try { result = outer(...args); } catch { result = safe; }
    if (result === safe) throw new Error('The host could not do it.');
    return result;
  };
  const world = globalThis;
  const clock = safe(now);
  const define = (name, value) => Object.defineProperty(world, name, { value, writable: true, configurable: true });
  const noFiles = () => { throw new Error('There are no files here.'); };
  const quiet = () => {};
  define('self', world);
  define('read', noFiles);
  define('load', noFiles);
  define('readbuffer', noFiles);
  define('console', { log: quiet, warn: quiet, error: quiet, info: quiet, debug: quiet });
  define('location', { href: 'file:///', toString: () => 'file:///' });
  define('WorkerGlobalScope', class {});
  define('setTimeout', (work, milliseconds) => { safe(later)(() => { work(); }, +milliseconds || 0); return 0; });
  define('clearTimeout', quiet);
  define('performance', { now: () => +clock() });
  define('crypto', { getRandomValues: (array) => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = +safe(randomByte)();
    return array;
  } });
  define('TextDecoder', class { decode(given) {
    if (!given) return '';
    return '' + safe(decode)(given instanceof Uint8Array ? given : new Uint8Array(given.buffer || given));
  } });
  define('TextEncoder', class {
    encode(text) { const into = new Uint8Array(('' + text).length * 3); return into.slice(0, +safe(encode)('' + text, into)); }
    encodeInto(text, into) { return { read: text.length, written: +safe(encode)('' + text, into) }; }
  });
  define('URL', class { constructor(url) { this.href = '' + url; } toString() { return this.href; } });
  let due = Infinity;
  // Looked at every few steps of the script; says "interrupt" once.
  define('parleyInterrupt', {
    get 0() { if (clock() < due) return 0; due = Infinity; return 2; },
    set 0(_seen) {},
  });
  return {
    interruptAt: (moment) => { due = +moment; },
    limitHeap: (bytes) => { define('${heapOfRun}', +bytes); },
    functions: {
      ask: (operation, payload) => '' + safe(ask)('' + operation, '' + payload),
      pause: (milliseconds) => { safe(pause)(+milliseconds || 0); },
      print: (text) => { safe(print)('' + text); },
    },
  };
})`;

const starting = `(async function (wasm, standardLibrary, snapshot, makeSnapshot, lockFile, environment) {
  'use strict';
  const copy = (bytes) => { const own = new Uint8Array(bytes.length); own.set(bytes); return own; };
  globalThis.readbuffer = (path) => {
    if (path.endsWith('.wasm')) return copy(wasm).buffer;
    if (path.endsWith('.zip')) return copy(standardLibrary).buffer;
    throw new Error('There are no files here.');
  };
  const quiet = () => {};
  const pyodide = await loadPyodide({
    indexURL: '/', packageBaseUrl: '/', stdLibURL: '/python_stdlib.zip',
    lockFileContents: JSON.parse(lockFile), env: JSON.parse(environment),
    jsglobals: Object.create(null), stdin: () => null, stdout: quiet, stderr: quiet,
    createPyodideModule,
    _makeSnapshot: makeSnapshot || undefined,
    _loadSnapshot: snapshot ? copy(snapshot) : undefined,
  });
  if (!makeSnapshot) pyodide.setInterruptBuffer(parleyInterrupt);
  for (const name of ['createPyodideModule', 'loadPyodide', 'readbuffer', 'parleyInterrupt']) globalThis[name] = undefined;
  return pyodide;
})`;
