import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** What a misbehaving service does with a connection once it has read the head of a request. */
export type Misbehave = (socket: Socket, path: string) => void;

export type FaultServer = {
  readonly origin: string;
  readonly port: number;
  /** Bytes that were written, so that a test can tell when the other side stopped reading. */
  readonly written: () => number;
  /** Called with every connection from now on, ahead of anything that was read. */
  readonly onConnect: (greet: (socket: Socket) => void) => void;
  /** Connections that are still open. */
  readonly open: () => number;
  readonly close: () => Promise<void>;
};

/** A raw server on loopback: it can break every rule of HTTP. Bounded in time and bytes, whatever a test does. */
export async function startFaultServer(misbehave: Misbehave): Promise<FaultServer> {
  const sockets = new Set<Socket>();
  let written = 0;
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.setTimeout(15_000, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      written += socket.bytesWritten;
      sockets.delete(socket);
    });
    let head = '';
    socket.on('data', (chunk: Buffer) => {
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      const path = head.split(' ')[1] ?? '/';
      head = '';
      misbehave(socket, path);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    onConnect: (greet) => void server.on('connection', greet),
    written: () => written + [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, 0),
    open: () => sockets.size,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A whole, well-formed answer. */
export function answer(socket: Socket, status: string, headers: readonly string[], body: string | Buffer = ''): void {
  const lines = [`HTTP/1.1 ${status}`, ...headers, `content-length: ${Buffer.byteLength(body)}`, '', ''];
  socket.write(lines.join('\r\n'));
  socket.write(body);
}

/** Writes as fast as the other side reads, at most `limit` bytes, until the connection is closed. */
export function flood(socket: Socket, chunk: Buffer, limit: number): void {
  let left = limit;
  const more = (): void => {
    while (left > 0 && !socket.destroyed) {
      left -= chunk.length;
      if (!socket.write(chunk)) {
        socket.once('drain', more);
        return;
      }
    }
    if (!socket.destroyed) socket.end();
  };
  more();
}

/** One byte at a time, `every` milliseconds, until the connection is closed. */
export function drip(socket: Socket, text: string, every: number): void {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || at >= text.length) clearInterval(timer);
    else socket.write(text.charAt(at));
    at += 1;
  }, every);
}
