import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HostAnswer, HostInput } from '../../../../electron/python/host-operations.ts';

/** A request as the shop saw it. */
export type SeenRequest = {
  readonly line: string;
  readonly authorization: string | undefined;
  readonly type: string | undefined;
  readonly body: string;
};

export type LoopbackShop = {
  readonly seen: readonly SeenRequest[];
  /** Does what a host does with a request of a script, with every host of the world being this server. */
  readonly call: (request: HostInput<'http.request'>, signal: AbortSignal) => Promise<HostAnswer>;
  readonly close: () => Promise<void>;
};

const answers: Readonly<Record<string, readonly [number, unknown]>> = {
  'GET api.example.com/orders?id=A-1': [200, { id: 'A-1', isRefunded: false, isCancellable: true }],
  'GET api.example.com/orders?id=A-2': [200, { id: 'A-2', isRefunded: true }],
  'POST api.example.com/refund': [200, { amount: 42.5 }],
  'POST api.example.com/orders': [201, { orderId: 'N-7', total: 30, confirmationUrl: 'https://shop.example.com/N-7' }],
  'GET erp.example.com/orders?id=A-1&email=ada%40example.com': [200, { status: 'sent', trackingNumber: 'T 9' }],
  'GET tracking.example.com/shipments?tracking_number=T+9': [200, { events: [{ at: 'Athens' }] }],
};

export async function openLoopbackShop(): Promise<LoopbackShop> {
  const seen: SeenRequest[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const line = `${request.method} ${String(request.headers['x-original-host'])}${request.url}`;
    const { authorization, 'content-type': type } = request.headers;
    seen.push({ line, authorization, type, body: await readText(request) });
    const [status, body] = answers[line] ?? [404, { message: 'Nothing is here.' }];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    seen,
    call: async ({ method, url, headers, body }, signal) => {
      const { host, pathname, search } = new URL(url);
      const content = body === null ? {} : { body: Buffer.from(body, 'base64') };
      const response = await fetch(`http://127.0.0.1:${port}${pathname}${search}`, {
        method,
        headers: { ...Object.fromEntries(headers), 'x-original-host': host },
        signal,
        ...content,
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      const { status, statusText } = response;
      const value = { status, reason: statusText, url, headers: [...response.headers], body: bytes.toString('base64') };
      return { ok: true, value: { ...value, milliseconds: 1 } };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
