import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutorPorts } from '../../../../../electron/host/actions/action-executor.ts';
import type { Json } from '../../../../../shared/base/json.ts';
import { readJson } from '../../../../../shared/persistence/read-json.ts';
import { unwrap } from '../../../../builders/unwrap.ts';

export type Received = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: Json;
};
type Reply = { readonly status?: number; readonly json: Json };

/** A service on loopback that replies as written down, and a plain way to it: policy is tested elsewhere. */
export async function aLoopbackService(reply: (received: Received) => Reply | 'hang') {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString();
      const read = readJson(text);
      const got = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        text,
        body: read.ok ? read.value : null,
      };
      received.push(got);
      const given = reply(got);
      if (given === 'hang') return;
      response.writeHead(given.status ?? 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(given.json));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    received,
    callService,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const callService: ExecutorPorts['callService'] = async (request, integration, { signal }) => {
  const url = new URL(`${integration?.baseUrl ?? ''}${request.path}`);
  for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.append(name, value);
  const body = request.body?.kind === 'json' ? JSON.stringify(request.body.value) : null;
  try {
    const response = await fetch(url, {
      method: request.method,
      headers: { ...request.headers, ...(body === null ? {} : { 'content-type': 'application/json' }) },
      body,
      signal,
    });
    const text = await response.text();
    const json = unwrap(readJson(text));
    return { ok: true, status: response.status, headers: Object.fromEntries(response.headers), text, json };
  } catch {
    return { ok: false, failure: signal.aborted ? 'cancelled' : 'connectionFailed', detail: 'No answer.' };
  }
};
