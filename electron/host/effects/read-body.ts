import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, type InputType, type ZlibOptions } from 'node:zlib';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { ActionFailure } from '../../../shared/engine/effect.ts';

type BodyFailure = { readonly failure: ActionFailure; readonly detail: string };

/** Decoded bytes; a service of a conversation that says more has been asked the wrong question. */
export const bodyCap = 8 * 1024 * 1024;
const ratioCap = 100;
/** Below this much even a high ratio is harmless: a small answer may well be very regular. */
const ratioFloor = 256 * 1024;

/**
 * Reads an answer to its end, within bounds: size, one encoding, and how much may come out of how little. Rejects when
 * the connection breaks; whoever called it off destroys the body.
 */
export async function readBody(
  body: Readable,
  headers: { readonly [name: string]: string },
): Promise<Result<Buffer, BodyFailure>> {
  const encoding = (headers['content-encoding'] ?? '').trim().toLowerCase();
  const early = refuseUnread(encoding, headers['content-length']);
  if (early !== null) {
    body.destroy();
    return fail(early);
  }
  const received = await receive(body);
  const decode = decoders[encoding];
  return received.ok && decode !== undefined && received.value.length > 0
    ? unpack(received.value, encoding, decode)
    : received;
}

type Decode = (packed: InputType, options: ZlibOptions) => Promise<Buffer>;
const decodeGzip: Decode = promisify(gunzip);

const decoders: { readonly [encoding: string]: Decode | undefined } = {
  gzip: decodeGzip,
  'x-gzip': decodeGzip,
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

function refuseUnread(encoding: string, declared: string | undefined): BodyFailure | null {
  if (declared !== undefined && Number(declared) > bodyCap) return tooLarge;
  if (encoding === '' || encoding === 'identity' || decoders[encoding] !== undefined) return null;
  const detail = encoding.includes(',')
    ? `The answer was encoded more than once (${encoding}); it was not read.`
    : `The answer is encoded as "${encoding.slice(0, 40)}", which was not asked for.`;
  return { failure: 'malformedResponse', detail };
}

/** What comes over the wire, as it comes; a listener costs a fifth of what a pipeline of streams does. */
function receive(body: Readable): Promise<Result<Buffer, BodyFailure>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    body.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bodyCap) chunks.push(chunk);
      else {
        resolve(fail(tooLarge));
        body.destroy();
      }
    });
    body.once('end', () => resolve(succeed(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))));
    body.once('error', reject);
    body.once('close', () => {
      if (!body.readableEnded) reject(new Error('the connection was closed'));
    });
  });
}

async function unpack(packed: Buffer, encoding: string, decode: Decode): Promise<Result<Buffer, BodyFailure>> {
  const most = Math.min(bodyCap, Math.max(ratioFloor, packed.length * ratioCap));
  try {
    return succeed(await decode(packed, { maxOutputLength: most }));
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') return fail(most === bodyCap ? tooLarge : tooDense);
    if (!/^(Z_|ERR__ERROR_|ERR_BROTLI|ERR_ZLIB|ERR_PADDING)/.test(codeOf(error))) throw error;
    return fail({ failure: 'malformedResponse', detail: `The answer says it is ${encoding}, but it is not.` });
  }
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? '';

const tooLarge: BodyFailure = {
  failure: 'tooLarge',
  detail: 'The answer is larger than 8 MB; reading was stopped. Ask the service for less.',
};
const tooDense: BodyFailure = {
  failure: 'tooLarge',
  detail: 'The answer unpacks to more than a hundred times its size; reading was stopped.',
};
