import type { Socket } from 'node:net';
import { answer, drip, flood } from '../effects/fault-server.ts';
import { head, type Fault } from './fault.ts';

const says =
  (bytes: string) =>
  (socket: Socket): void =>
    void socket.write(bytes);
const ends =
  (bytes: string) =>
  (socket: Socket): void =>
    void socket.end(bytes);

/** The same over and over, until nobody listens. */
function again(socket: Socket, bytes: string): void {
  const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write(bytes)), 10);
}

const silent = { failure: 'timedOut', says: /did not answer within 0\.4 s/ } as const;
const unfinished = { failure: 'timedOut', says: /began to answer but was not done within 0\.4 s/ } as const;
const lost = { failure: 'connectionFailed', says: /closed the connection without answering/ } as const;
const brokenOff = {
  failure: 'malformedResponse',
  says: /broke off in the middle|not a well-formed HTTP answer/,
} as const;
const nonsense = { failure: 'malformedResponse', says: /not a well-formed HTTP answer/ } as const;
const fine = { failure: null, says: /^$/, outputs: { status: 'fine' } } as const;
const body = '{"status":"fine"}';
const fineLength = `content-length: ${body.length}`;

/** Connections that fail, answers that take for ever, and answers that end too early or too late. */
export const slowFaults: readonly Fault[] = [
  { does: 'is not there', family: 1, at: 'closed', failure: 'connectionFailed', says: /Nothing is listening at/ },
  { does: 'resets the connection it accepted', family: 2, at: 'resetting', ...lost },
  { does: 'resets after it has read', family: 2, misbehave: (socket) => void socket.resetAndDestroy(), ...lost },
  { does: 'hangs up politely', family: 2, misbehave: (socket) => void socket.end(), ...lost },
  { does: 'never answers', family: 3, misbehave: () => undefined, ...silent },
  { does: 'says its status and falls silent', family: 4, misbehave: says(head), ...silent },
  {
    does: 'says its headers and falls silent',
    family: 4,
    misbehave: says(`${head}content-length: 9\r\n\r\n`),
    ...unfinished,
  },
  {
    does: 'sends early hints for ever',
    family: 4,
    misbehave: (socket) => again(socket, 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'),
    ...silent,
  },
  {
    does: 'drips its headers',
    family: 5,
    misbehave: (socket) => drip(socket, `${head}x-slow: ${'y'.repeat(200)}`, 50),
    ...silent,
  },
  {
    does: 'drips its body',
    family: 6,
    misbehave: (socket) => {
      socket.write(`${head}content-length: 500\r\n\r\n`);
      drip(socket, 'z'.repeat(500), 50);
    },
    ...unfinished,
  },
  {
    does: 'drips chunks of one byte',
    family: 6,
    misbehave: (socket) => {
      socket.write(`${head}transfer-encoding: chunked\r\n\r\n`);
      again(socket, '1\r\nz\r\n');
    },
    ...unfinished,
  },
  {
    does: 'says less than it promised',
    family: 8,
    misbehave: ends(`${head}content-length: 100\r\n\r\n{"short":`),
    ...brokenOff,
  },
  {
    does: 'cuts a chunk in two',
    family: 8,
    misbehave: ends(`${head}transfer-encoding: chunked\r\n\r\n40\r\n{"status":`),
    ...brokenOff,
  },
  {
    does: 'never says which chunk is the last',
    family: 8,
    misbehave: ends(`${head}transfer-encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n`),
    ...brokenOff,
  },
  {
    does: 'says more than it promised',
    family: 9,
    misbehave: says(`${head}${fineLength}\r\n\r\n${body}HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nforged`),
    ...fine,
  },
  {
    does: 'names two lengths',
    family: 9,
    misbehave: ends(`${head}${fineLength}\r\ncontent-length: 2\r\n\r\n${body}`),
    ...nonsense,
  },
  {
    does: 'names a length and sends chunks',
    family: 9,
    misbehave: ends(`${head}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n`),
    ...nonsense,
  },
  {
    does: 'names a length that is no number',
    family: 9,
    misbehave: ends(`${head}content-length: -5\r\n\r\nx`),
    ...nonsense,
  },
  {
    does: 'sends a chunk of a length that is no number',
    family: 9,
    misbehave: ends(`${head}transfer-encoding: chunked\r\n\r\nzz\r\nx\r\n0\r\n\r\n`),
    ...nonsense,
  },
  {
    does: 'gives an early hint, then answers',
    family: 25,
    misbehave: (socket) => {
      socket.write('HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n');
      answer(socket, '200 OK', [], body);
    },
    ...fine,
  },
  {
    does: 'sends chunk extensions for ever',
    family: 7,
    misbehave: (socket) => {
      socket.write(`${head}transfer-encoding: chunked\r\n\r\n1;`);
      flood(socket, Buffer.alloc(64 * 1024, 'x'), 512 * 1024 * 1024);
    },
    failure: 'tooLarge',
    says: /sent more than 32 MB for one answer; reading was stopped/,
  },
];
