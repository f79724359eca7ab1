import { pythonOrigin, type OpenMessage } from '../protocol/frame-message.ts';
import { keepInterpreter } from './keep-interpreter.ts';

/**
 * The page around the interpreters: an opaque origin under a policy that reaches the runtime's folder alone. It runs no
 * script of anybody's; it starts workers, ends them, and hands messages on.
 */
const fetchBytes = async (path: string): Promise<ArrayBuffer> => {
  const response = await fetch(`${pythonOrigin}/${path}`);
  if (!response.ok) throw new Error(`${path} is missing.`);
  return response.arrayBuffer();
};

/** Fetched and compiled once, for all interpreters there will be. */
const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | null = null;
  return () => (made ??= make());
};
const compile = once(() => WebAssembly.compileStreaming(fetch(`${pythonOrigin}/pyodide/pyodide.asm.wasm`)));
const readStandardLibrary = once(() => fetchBytes('pyodide/python_stdlib.zip'));

let kept: { readonly path: string; readonly bytes: Promise<ArrayBuffer> } | null = null;
const readSnapshot = (path: string): Promise<ArrayBuffer> => {
  if (kept?.path !== path) kept = { path, bytes: fetchBytes(path) };
  return kept.bytes;
};

addEventListener('message', ({ data, ports, source }: MessageEvent<OpenMessage>) => {
  const [port] = ports;
  if (source !== window.parent || port === undefined) return;
  const { snapshot } = data;
  keepInterpreter(port, async () => ({
    module: await compile(),
    standardLibrary: await readStandardLibrary(),
    snapshot: snapshot === null ? null : await readSnapshot(snapshot),
  }));
});
