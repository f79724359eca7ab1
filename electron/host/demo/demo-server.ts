import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from '../../../shared/base/json.ts';
import { createOrderDesk, type DeskAnswer, type OrderDesk } from './order-desk.ts';

/** What scenarios call; a name, so that no scenario holds a port. */
export const demoOrigin = 'http://orders.parley.localhost';
const demoHost = new URL(demoOrigin).host;

const bodyCap = 16 * 1024;

/** The demo service: not running until it is first asked for. */
export type DemoServer = {
  /** Its port on loopback; starts it when need be. Rejects when no port is to be had. */
  readonly port: () => Promise<number>;
  /** The ports it listens on now. */
  readonly listening: () => readonly number[];
  readonly close: () => Promise<void>;
};

export function createDemoServer(): DemoServer {
  let running: Promise<Server> | null = null;
  let listening: readonly number[] = [];
  return {
    port: async () => {
      running ??= listen();
      try {
        const { port } = (await running).address() as AddressInfo;
        listening = [port];
        return port;
      } catch (error) {
        // The next call tries again.
        running = null;
        throw error;
      }
    },
    listening: () => listening,
    close: async () => {
      const server = await running?.catch(() => null);
      running = null;
      listening = [];
      if (server == null) return;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listen(): Promise<Server> {
  // Node's module of HTTP brings a whole client with it, which no start should wait for.
  const { createServer } = await import('node:http');
  const desk = createOrderDesk();
  const server = createServer(
    { headersTimeout: 5_000, requestTimeout: 10_000, keepAliveTimeout: 5_000, maxHeaderSize: 8 * 1024 },
    (request, response) => void serve(desk, request, response),
  );
  server.maxConnections = 32;
  // The app must be able to end while a connection idles.
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

async function serve(desk: OrderDesk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await answerTo(desk, request);
  const body = JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(body);
}

async function answerTo(desk: OrderDesk, request: IncomingMessage): Promise<DeskAnswer> {
  // A page in a browser may reach loopback: it sends an Origin, or a Host that is not ours.
  if (request.headers.host !== demoHost || request.headers.origin !== undefined)
    return { status: 403, body: { error: 'The order desk answers Parley only.' } };
  const body = await readBody(request);
  if (body === tooLarge) return { status: 413, body: { error: 'The request is too large.' } };
  if (body === notJson) return { status: 400, body: { error: 'The body must be JSON.' } };
  const target = readTarget(request.url ?? '/');
  if (target === null) return { status: 400, body: { error: 'The path cannot be read.' } };
  return desk({ method: request.method ?? 'GET', ...target, body });
}

function readTarget(target: string): { path: readonly string[]; query: URLSearchParams } | null {
  try {
    const url = new URL(target, demoOrigin);
    const segments = url.pathname.split('/').filter((segment) => segment !== '');
    return { path: segments.map(decodeURIComponent), query: url.searchParams };
  } catch {
    return null;
  }
}

const tooLarge = Symbol('too large');
const notJson = Symbol('not JSON');

async function readBody(request: IncomingMessage): Promise<Json | typeof tooLarge | typeof notJson> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyCap) return tooLarge;
    chunks.push(chunk);
  }
  if (size === 0) return null;
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Json;
  } catch {
    return notJson;
  }
}
