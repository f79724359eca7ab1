import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

export type SmtpScript = {
  /** What it answers to a command instead of taking it, by the start of the line. */
  readonly answers?: Readonly<Record<string, string>>;
  readonly offers?: readonly string[];
  /** Says nothing after this command. */
  readonly silentAfter?: string;
  /** Speaks TLS from the first word. */
  readonly identity?: { readonly key: string; readonly cert: string };
};

/** A mail server that takes every letter, and keeps each line and letter it was sent. */
export class SmtpServer {
  readonly lines: string[] = [];
  readonly letters: string[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(script: SmtpScript = {}) {
    const serve = (socket: Socket): void => this.#serve(socket, script);
    this.#server = script.identity === undefined ? createServer(serve) : createTlsServer(script.identity, serve);
    this.#server.on('tlsClientError', () => undefined);
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(socket: Socket, { answers = {}, offers = ['AUTH PLAIN'], silentAfter }: SmtpScript): void {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.write('220 ready\r\n');
    let text = '';
    let inLetter = false;
    socket.on('data', (piece) => {
      text += piece.toString('latin1');
      for (;;) {
        const end = text.indexOf(inLetter ? '\r\n.\r\n' : '\r\n');
        if (end === -1) return;
        const taken = text.slice(0, end);
        text = text.slice(end + (inLetter ? 5 : 2));
        if (inLetter) this.letters.push(taken);
        else this.lines.push(taken);
        const wasLetter = inLetter;
        inLetter = !wasLetter && taken.toUpperCase() === 'DATA';
        if (silentAfter !== undefined && taken.startsWith(silentAfter)) return;
        socket.write(`${wasLetter ? '250 taken' : (answerTo(taken, answers) ?? greet(taken, offers))}\r\n`);
      }
    });
  }
}

const answerTo = (line: string, answers: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(answers).find(([start]) => line.startsWith(start))?.[1];

function greet(line: string, offers: readonly string[]): string {
  const word = line.split(' ')[0]?.toUpperCase();
  if (word === 'EHLO') return ['250-here', ...offers.map((offer) => `250-${offer}`), '250 HELP'].join('\r\n');
  if (word === 'STARTTLS') return '502 not here';
  if (word === 'DATA') return '354 go on';
  if (word === 'AUTH') return '235 come in';
  return word === 'QUIT' ? '221 bye' : '250 fine';
}
