import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A request as it came over the wire, taken apart by nobody's rules but those of the lines. */
export type RawRequest = {
  readonly method: string;
  readonly target: string;
  /** Every line of the head after the first, split at its first colon. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
};
export type RawService = {
  readonly origin: string;
  readonly received: RawRequest[];
  /** Connections so far. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
};

/** Listens without understanding: answers `{}` to whatever seems to be a request, and keeps its bytes. */
export async function startRawService(): Promise<RawService> {
  const received: RawRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    let bytes = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      const request = readRaw(bytes);
      if (request === null) return;
      bytes = Buffer.alloc(0);
      received.push(request);
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Null while the end of the head, or of as much body as it announces, has not come. */
export function readRaw(bytes: Buffer): RawRequest | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [first = '', ...lines] = bytes
    .subarray(0, end)
    .toString('latin1')
    .split(/\r\n|\r|\n/);
  const [method = '', target = ''] = first.split(' ');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  const length = Number(headers.find(([name]) => name === 'content-length')?.[1] ?? 0);
  const body = bytes.subarray(end + 4);
  return body.length < length ? null : { method, target, headers, body: body.toString('utf8') };
}
