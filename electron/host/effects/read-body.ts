import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { ActionFailure } from '../../../shared/engine/effect.ts';

type BodyFailure = { readonly failure: ActionFailure; readonly detail: string };

/** Decoded bytes; a service of a conversation that says more has been asked the wrong question. */
export const bodyCap = 8 * 1024 * 1024;
const ratioCap = 100;
/** Below this much even a high ratio is harmless: a small answer may well be very regular. */
const ratioFloor = 256 * 1024;

/** Reads an answer to its end, within bounds: size, one encoding, and how much may come out of how little. */
export async function readBody(
  body: Readable,
  headers: { readonly [name: string]: string },
  signal: AbortSignal,
): Promise<Result<Buffer, BodyFailure>> {
  const encoding = (headers['content-encoding'] ?? '').trim().toLowerCase();
  const early = refuseUnread(encoding, headers['content-length']);
  if (early !== null) {
    body.destroy();
    return fail(early);
  }
  const decoder = decoders[encoding]?.() ?? null;
  const { count, collect, result } = createMeter();
  try {
    if (decoder === null) await pipeline(body, count, collect, { signal });
    else await pipeline(body, count, decoder, collect, { signal });
    return succeed(result());
  } catch (error) {
    if (error instanceof BodyRefused) return fail(error.reason);
    if (decoder !== null && isDecoderError(error))
      return fail({ failure: 'malformedResponse', detail: `The answer says it is ${encoding}, but it is not.` });
    throw error;
  }
}

const decoders: { readonly [encoding: string]: (() => Transform) | undefined } = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

function refuseUnread(encoding: string, declared: string | undefined): BodyFailure | null {
  if (declared !== undefined && Number(declared) > bodyCap) return tooLarge;
  if (encoding === '' || encoding === 'identity' || decoders[encoding] !== undefined) return null;
  const detail = encoding.includes(',')
    ? `The answer was encoded more than once (${encoding}); it was not read.`
    : `The answer is encoded as "${encoding.slice(0, 40)}", which was not asked for.`;
  return { failure: 'malformedResponse', detail };
}

/** Ends a pipeline from within; carries the reason out. */
class BodyRefused extends Error {
  readonly reason: BodyFailure;

  constructor(reason: BodyFailure) {
    super(reason.detail);
    this.reason = reason;
  }
}

/** Counts what comes over the wire and what comes out of the decoder. */
function createMeter(): {
  readonly count: (this: void, source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>;
  readonly collect: (this: void, source: AsyncIterable<Buffer>) => Promise<void>;
  readonly result: () => Buffer;
} {
  const chunks: Buffer[] = [];
  let received = 0;
  let decoded = 0;
  return {
    count: async function* (source) {
      for await (const chunk of source) {
        received += chunk.length;
        if (received > bodyCap) throw new BodyRefused(tooLarge);
        yield chunk;
      }
    },
    collect: async (source) => {
      for await (const chunk of source) {
        decoded += chunk.length;
        if (decoded > bodyCap) throw new BodyRefused(tooLarge);
        if (decoded > ratioFloor && decoded > received * ratioCap) throw new BodyRefused(tooDense);
        chunks.push(chunk);
      }
    },
    result: () => Buffer.concat(chunks),
  };
}

const tooLarge: BodyFailure = {
  failure: 'tooLarge',
  detail: 'The answer is larger than 8 MB; reading was stopped. Ask the service for less.',
};
const tooDense: BodyFailure = {
  failure: 'tooLarge',
  detail: 'The answer unpacks to more than a hundred times its size; reading was stopped.',
};

const isDecoderError = (error: unknown): boolean =>
  /^(Z_|ERR__ERROR_|ERR_BROTLI|ERR_ZLIB|ERR_PADDING)/.test((error as { code?: string }).code ?? '');
