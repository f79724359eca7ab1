import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, type InputType, type ZlibOptions } from 'node:zlib';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { ActionFailure } from '../../../shared/engine/effect.ts';

export type BodyFailure = { readonly failure: ActionFailure; readonly detail: string };
type Headers = { readonly [name: string]: string };

/** Bytes, also once they are unpacked; a service of a conversation that says more has been asked the wrong question. */
export const bodyCap = 8 * 1024 * 1024;
const ratioCap = 100;
/** Below this much even a high ratio is harmless: a small answer may well be very regular. */
const ratioFloor = 256 * 1024;

export const tooLarge: BodyFailure = {
  failure: 'tooLarge',
  detail: 'The answer is larger than 8 MB; reading was stopped. Ask the service for less.',
};
const tooDense: BodyFailure = {
  failure: 'tooLarge',
  detail: 'The answer unpacks to more than a hundred times its size; reading was stopped.',
};

/** Why a body is not even begun: it says that it is too large, or packed in a way nobody asked for. */
export function refuseBody(headers: Headers): BodyFailure | null {
  const encoding = encodingOf(headers);
  const declared = headers['content-length'];
  if (declared !== undefined && Number(declared) > bodyCap) return tooLarge;
  if (encoding === '' || encoding === 'identity' || decoders[encoding] !== undefined) return null;
  const detail = encoding.includes(',')
    ? `The answer was encoded more than once (${encoding}); it was not read.`
    : `The answer is encoded as "${encoding.slice(0, 40)}", which was not asked for.`;
  return { failure: 'malformedResponse', detail };
}

/** What the service meant, out of what went over the wire: within bounds of size, and of how much comes out of how little. */
export async function unpackBody(received: Buffer, headers: Headers): Promise<Result<Buffer, BodyFailure>> {
  const encoding = encodingOf(headers);
  const decode = decoders[encoding];
  if (decode === undefined || received.length === 0) return succeed(received);
  const most = Math.min(bodyCap, Math.max(ratioFloor, received.length * ratioCap));
  try {
    return succeed(await decode(received, { maxOutputLength: most }));
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (code === 'ERR_BUFFER_TOO_LARGE') return fail(most === bodyCap ? tooLarge : tooDense);
    if (!/^(Z_|ERR__ERROR_|ERR_BROTLI|ERR_ZLIB|ERR_PADDING)/.test(code)) throw error;
    return fail({ failure: 'malformedResponse', detail: `The answer says it is ${encoding}, but it is not.` });
  }
}

const encodingOf = (headers: Headers): string => (headers['content-encoding'] ?? '').trim().toLowerCase();

type Decode = (packed: InputType, options: ZlibOptions) => Promise<Buffer>;
const decodeGzip: Decode = promisify(gunzip);

const decoders: { readonly [encoding: string]: Decode | undefined } = {
  gzip: decodeGzip,
  'x-gzip': decodeGzip,
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};
