import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Session } from 'electron';
import { limitMemory } from '../interpreter/pyodide-api.ts';
import { pythonOrigin, pythonScheme } from '../protocol/frame-message.ts';
import type { RuntimePlaces } from '../runtime-files.ts';
import { framePage, isolation, windowPage, type ServedPage } from './python-pages.ts';

export type ServedRuntime = {
  readonly places: RuntimePlaces;
  readonly heap: number;
  /** The one snapshot there is just now, by its path. */
  readonly snapshot: () => string | null;
};

type Served = { readonly body: Uint8Array<ArrayBuffer> | string; readonly type: string; readonly policy?: string };

/** Serves the runtime to one session under its own scheme. The table is all there is: no path is made from a request. */
export function serveRuntime(session: Session, runtime: ServedRuntime): void {
  const table = tableOf(runtime);
  session.protocol.handle(pythonScheme, async (request) => {
    const path = request.url.startsWith(`${pythonOrigin}/`) ? request.url.slice(pythonOrigin.length) : null;
    const read = path === null || request.method !== 'GET' ? undefined : (table.get(path) ?? snapshotAt(path, runtime));
    if (read === undefined) return new Response('', { status: 404, headers: isolation });
    const { body, type, policy } = await read();
    const headers = {
      ...isolation,
      'content-type': type,
      ...(policy === undefined ? {} : { 'content-security-policy': policy }),
    };
    return new Response(body, { headers });
  });
}

const javascript = 'text/javascript; charset=utf-8';

function tableOf({ places, heap }: ServedRuntime): ReadonlyMap<string, () => Promise<Served>> {
  const page =
    ({ text, policy }: ServedPage) =>
    async (): Promise<Served> => ({
      body: text,
      type: 'text/html; charset=utf-8',
      policy,
    });
  const file = (path: string, type: string) => async (): Promise<Served> => ({ body: await readFile(path), type });
  let limited: Promise<string> | null = null;
  const machine = async (): Promise<Served> => {
    limited ??= readFile(join(places.pyodide, 'pyodide.asm.mjs'), 'utf8').then((text) => limitMemory(text, heap));
    return { body: await limited, type: javascript };
  };
  return new Map([
    ['/', page(windowPage)],
    ['/frame.html', page(framePage)],
    ['/frame.js', file(places.frameScript, javascript)],
    ['/worker.js', file(places.workerScript, javascript)],
    ['/pyodide/pyodide.mjs', file(join(places.pyodide, 'pyodide.mjs'), javascript)],
    ['/pyodide/pyodide.asm.mjs', machine],
    ['/pyodide/pyodide.asm.wasm', file(join(places.pyodide, 'pyodide.asm.wasm'), 'application/wasm')],
    ['/pyodide/python_stdlib.zip', file(join(places.pyodide, 'python_stdlib.zip'), 'application/zip')],
  ]);
}

function snapshotAt(path: string, { snapshot }: ServedRuntime): (() => Promise<Served>) | undefined {
  const file = snapshot();
  if (file === null || path !== `/${snapshotAddress(file)}`) return undefined;
  return async () => ({ body: await readFile(file), type: 'application/octet-stream' });
}

export const snapshotAddress = (file: string): string => `snapshots/${basename(file)}`;
