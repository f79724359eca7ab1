import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';

/** Everything a client said, in its order. */
export type Heard =
  | { readonly kind: 'startup'; readonly settings: Readonly<Record<string, string>> }
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'query' | 'parse'; readonly sql: string }
  | { readonly kind: 'bind'; readonly values: readonly (string | null)[] }
  | { readonly kind: 'execute'; readonly rows: number }
  | { readonly kind: 'cancel' | 'tls' | 'end' };

export type Script = {
  readonly columns?: readonly (readonly [name: string, type: number])[];
  readonly rows?: readonly (readonly (string | null)[])[];
  readonly tag?: string;
  readonly error?: string;
  /** Never answers the statement. */
  readonly hangs?: boolean;
  /** Hangs up instead of answering it. */
  readonly breaksOff?: boolean;
  /** Begins a row of a gigabyte, and never ends it. */
  readonly floods?: boolean;
  readonly refuses?: string;
  /** Speaks TLS when asked to. */
  readonly identity?: { readonly key: string; readonly cert: string };
};

/** As much of PostgreSQL's protocol as a client needs for one statement; what it answers is written down beforehand. */
export class PostgresServer {
  readonly heard: Heard[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #script: Script;

  constructor(script: Script) {
    this.#script = script;
    this.#server = createServer((socket) => this.#serve(socket));
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  openConnections(): number {
    return this.#sockets.size;
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    this.#listenTo(socket);
  }

  #listenTo(socket: Socket): void {
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
    let bytes = Buffer.alloc(0);
    let isStarted = false;
    socket.on('data', (piece) => {
      bytes = Buffer.concat([bytes, piece]);
      for (;;) {
        const head = isStarted ? 1 : 0;
        if (bytes.length < head + 4) return;
        const size = head + bytes.readInt32BE(head);
        if (bytes.length < size) return;
        const [type, body] = [isStarted ? String.fromCharCode(bytes[0] ?? 0) : '', bytes.subarray(head + 4, size)];
        bytes = bytes.subarray(size);
        if (isStarted) this.#hear(socket, type, body);
        else isStarted = this.#start(socket, body);
      }
    });
  }

  #start(socket: Socket, body: Buffer): boolean {
    const code = body.readInt32BE(0);
    if (code === 80_877_102) this.heard.push({ kind: 'cancel' });
    else if (code === 80_877_103) {
      this.heard.push({ kind: 'tls' });
      const { identity } = this.#script;
      socket.write(identity === undefined ? 'N' : 'S');
      if (identity === undefined) return false;
      socket.removeAllListeners('data');
      this.#listenTo(new TLSSocket(socket, { isServer: true, ...identity }));
    } else {
      const words = body.subarray(4).toString().split('\0');
      const settings = Object.fromEntries(
        words.flatMap((word, at) => (at % 2 === 0 && word !== '' ? [[word, words[at + 1] ?? '']] : [])),
      );
      this.heard.push({ kind: 'startup', settings });
      socket.write(message('R', int32(3)));
      return true;
    }
    return false;
  }

  #hear(socket: Socket, type: string, body: Buffer): void {
    if (type === 'p') return this.#letIn(socket, textAt(body, 0));
    if (type === 'Q') {
      this.heard.push({ kind: 'query', sql: textAt(body, 0) });
      socket.write(Buffer.concat([message('C', text(textAt(body, 0).split(' ')[0] ?? '')), ready]));
    } else if (type === 'P') this.heard.push({ kind: 'parse', sql: textAt(body, textAt(body, 0).length + 1) });
    else if (type === 'B') this.heard.push({ kind: 'bind', values: boundValues(body) });
    else if (type === 'E') this.heard.push({ kind: 'execute', rows: body.readInt32BE(body.length - 4) });
    else if (type === 'S') this.#answer(socket);
    else if (type === 'X') this.heard.push({ kind: 'end' });
  }

  #letIn(socket: Socket, password: string): void {
    this.heard.push({ kind: 'password', password });
    if (this.#script.refuses !== undefined) socket.end(failure('28P01', this.#script.refuses));
    else
      socket.write(Buffer.concat([message('R', int32(0)), message('K', Buffer.concat([int32(7), int32(77)])), ready]));
  }

  #answer(socket: Socket): void {
    const { columns = [], rows = [], tag = `SELECT ${rows.length}`, error, hangs, breaksOff, floods } = this.#script;
    if (hangs === true) return;
    if (floods === true) {
      socket.write(Buffer.from([0x44, 0x40, 0, 0, 0]));
      const pour = (): void => {
        while (!socket.destroyed && socket.write(Buffer.alloc(1024 * 1024)));
      };
      socket.on('drain', pour);
      return pour();
    }
    if (breaksOff === true) return void socket.destroy();
    if (error !== undefined) return void socket.write(Buffer.concat([failure('42601', error), ready]));
    const last = this.heard.findLast((each) => each.kind === 'execute');
    const most = last?.kind === 'execute' && last.rows > 0 ? last.rows : rows.length;
    socket.write(
      Buffer.concat([
        message('1', Buffer.alloc(0)),
        message('2', Buffer.alloc(0)),
        columns.length === 0 ? message('n', Buffer.alloc(0)) : describeColumns(columns),
        ...rows.slice(0, most).map(dataRow),
        rows.length > most ? message('s', Buffer.alloc(0)) : message('C', text(tag)),
        ready,
      ]),
    );
  }
}

const int16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
};
const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const text = (value: string): Buffer => Buffer.from(`${value}\0`);
const message = (type: string, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
const ready = message('Z', Buffer.from('T'));

const failure = (code: string, sentence: string): Buffer =>
  message('E', Buffer.concat([text('SERROR'), text(`C${code}`), text(`M${sentence}`), Buffer.from([0])]));

const describeColumns = (columns: readonly (readonly [string, number])[]): Buffer =>
  message(
    'T',
    Buffer.concat([
      int16(columns.length),
      ...columns.map(([name, type]) =>
        Buffer.concat([text(name), int32(0), int16(0), int32(type), int16(-1), int32(-1), int16(0)]),
      ),
    ]),
  );

const dataRow = (values: readonly (string | null)[]): Buffer =>
  message(
    'D',
    Buffer.concat([
      int16(values.length),
      ...values.map((value) =>
        value === null ? int32(-1) : Buffer.concat([int32(Buffer.byteLength(value)), Buffer.from(value)]),
      ),
    ]),
  );

const textAt = (body: Buffer, at: number): string => body.subarray(at, body.indexOf(0, at)).toString();

function boundValues(body: Buffer): (string | null)[] {
  let at = textAt(body, 0).length + 1;
  at += textAt(body, at).length + 1;
  at += 2 + 2 * body.readInt16BE(at);
  const count = body.readInt16BE(at);
  at += 2;
  return Array.from({ length: count }, () => {
    const size = body.readInt32BE(at);
    at += 4;
    if (size < 0) return null;
    const value = body.subarray(at, at + size).toString();
    at += size;
    return value;
  });
}
