import type { Socket } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { answer, flood, type Misbehave } from '../effects/fault-server.ts';
import { head, megabyte, type Fault } from './fault.ts';

const sends =
  (headers: readonly string[], body: () => Buffer): Misbehave =>
  (socket) =>
    answer(socket, '200 OK', headers, body());
const floods =
  (start: string, piece: () => Buffer): Misbehave =>
  (socket: Socket) => {
    socket.write(start);
    flood(socket, piece(), 512 * megabyte);
  };
const gzip = ['content-encoding: gzip'];
const chunk = (): Buffer => Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(0x10000, 'x'), Buffer.from('\r\n')]);
const letters = (): Buffer => Buffer.alloc(64 * 1024, 'x');

/** 300 MB in 300 kB: as many small files one after the other, which is one gzip. */
const bomb = (): Buffer => Buffer.concat(Array.from({ length: 300 }, () => gzipMegabyte));
const gzipMegabyte = gzipSync(Buffer.alloc(megabyte));
const brotli = (bytes: Buffer): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

const tooLong = { failure: 'tooLarge', says: /larger than 8 MB; reading was stopped/ } as const;
const tooDense = { failure: 'tooLarge', says: /larger than 8 MB|more than a hundred times its size/ } as const;
const tooManyHeaders = { failure: 'tooLarge', says: /more than 16 KB of headers/ } as const;
const tooMuch = { failure: 'tooLarge', says: /sent more than 32 MB for one answer; reading was stopped/ } as const;
const notGzip = { failure: 'malformedResponse', says: /says it is (gzip|br|deflate), but it is not/ } as const;
const twice = { failure: 'malformedResponse', says: /encoded more than once \(gzip, gzip\)/ } as const;

/** Answers that are too much: of body, of headers, of what comes out of a packed body. */
export const sizeFaults: readonly Fault[] = [
  {
    does: 'sends chunks without end',
    family: 7,
    misbehave: floods(`${head}transfer-encoding: chunked\r\n\r\n`, chunk),
    ...tooLong,
  },
  { does: 'sends a body without length or end', family: 7, misbehave: floods(`${head}\r\n`, letters), ...tooLong },
  {
    does: 'announces 200 MB',
    family: 7,
    misbehave: (socket) => void socket.write(`${head}content-length: ${200 * megabyte}\r\n\r\nx`),
    ...tooLong,
  },
  { does: 'packs 300 MB into 300 kB', family: 10, misbehave: sends(gzip, bomb), ...tooDense },
  {
    does: 'packs 6 MB into 6 kB',
    family: 10,
    misbehave: sends(gzip, () => gzipSync(Buffer.alloc(6 * megabyte))),
    failure: 'tooLarge',
    says: /more than a hundred times its size/,
  },
  {
    does: 'packs much into little with deflate',
    family: 10,
    misbehave: sends(['content-encoding: deflate'], () => deflateSync(Buffer.alloc(16 * megabyte))),
    ...tooDense,
  },
  {
    does: 'packs much into little with brotli',
    family: 10,
    misbehave: sends(['content-encoding: br'], () => brotli(Buffer.alloc(32 * megabyte))),
    ...tooDense,
  },
  {
    does: 'packs 300 MB into less than 2 kB by packing twice',
    family: 11,
    misbehave: sends(['content-encoding: gzip, gzip'], () => gzipSync(bomb())),
    ...twice,
  },
  {
    does: 'says in two headers that it packed twice',
    family: 11,
    misbehave: sends([...gzip, ...gzip], () => gzipSync(bomb())),
    ...twice,
  },
  {
    does: 'packs twice and says once',
    family: 11,
    misbehave: sends(gzip, () => gzipSync(gzipSync('{"status":"fine"}'))),
    failure: 'malformedResponse',
    says: /not text in UTF-8/,
  },
  {
    does: 'cuts its gzip off',
    family: 12,
    misbehave: sends(gzip, () => gzipSync('{"a":1}').subarray(0, 15)),
    ...notGzip,
  },
  {
    does: 'sends a gzip with a wrong sum',
    family: 12,
    misbehave: sends(gzip, () => {
      const packed = gzipSync('{"status":"fine"}');
      packed[packed.length - 6] = 0;
      return packed;
    }),
    ...notGzip,
  },
  { does: 'says gzip and means plain', family: 13, misbehave: sends(gzip, () => Buffer.from('{"a":1}')), ...notGzip },
  {
    does: 'says brotli and means plain',
    family: 13,
    misbehave: sends(['content-encoding: br'], () => Buffer.from('{"a":1}')),
    ...notGzip,
  },
  {
    does: 'uses an encoding nobody asked for',
    family: 13,
    misbehave: sends(['content-encoding: zstd'], letters),
    failure: 'malformedResponse',
    says: /encoded as "zstd", which was not asked for/,
  },
  {
    does: 'sends 50,000 headers',
    family: 14,
    misbehave: sends(
      Array.from({ length: 50_000 }, (_, at) => `x-${at}: y`),
      () => Buffer.alloc(0),
    ),
    ...tooManyHeaders,
  },
  {
    does: 'sends 50,000 trailers',
    family: 14,
    misbehave: (socket) =>
      void socket.write(
        `${head}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n${'x-more: y\r\n'.repeat(50_000)}\r\n`,
      ),
    ...tooManyHeaders,
  },
  {
    does: 'sends one header of 10 MB',
    family: 15,
    misbehave: (socket) => answer(socket, '200 OK', [`x-big: ${'y'.repeat(10 * megabyte)}`]),
    ...tooManyHeaders,
  },
  { does: 'sends a header without end', family: 15, misbehave: floods(`${head}x-big: `, letters), ...tooManyHeaders },
  {
    does: 'sends a reason without end',
    family: 15,
    misbehave: floods('HTTP/1.1 200 ', letters),
    ...tooMuch,
  },
  {
    does: 'sends empty lines without end',
    family: 15,
    misbehave: floods('', () => Buffer.alloc(64 * 1024, '\r\n')),
    ...tooMuch,
  },
];
