import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer, startFaultServer, type FaultServer, type Misbehave } from './fault-server.ts';

/** Services of one test file, closed with `closeServices` after each test. */
const cleanups: (() => Promise<void>)[] = [];

export async function closeServices(): Promise<void> {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
}

/** A service that behaves as told, byte for byte. */
export async function service(behave: Misbehave): Promise<FaultServer> {
  const server = await startFaultServer(behave);
  cleanups.push(server.close);
  return server;
}

/** An answer in JSON. */
export const json =
  (body: string, status = '200 OK'): Misbehave =>
  (socket) =>
    answer(socket, status, ['content-type: application/json'], body);

/** A service that remembers the head of every request. */
export async function listening(body = '{}'): Promise<{ readonly origin: string; readonly heads: string[] }> {
  const heads: string[] = [];
  const server = createServer((request, response) => {
    heads.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heads };
}
