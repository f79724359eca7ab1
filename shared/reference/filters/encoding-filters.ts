import { hmac as hmacOf } from '@noble/hashes/hmac.js';
import { md5 as md5Of, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { Json } from '../../base/json.ts';
import { fail, succeed, type Result } from '../../base/result.ts';
import { fromBase64, fromHex, toBase64, toHex } from '../../values/byte-text.ts';
import { percentEncode } from '../../values/percent-encode.ts';
import { utf8Decode, utf8Encode } from '../../values/utf8.ts';
import { valueText } from '../../values/value-text.ts';
import type { Filter, Piped } from './filter.ts';

const isFlag = (value: Json | undefined): boolean => value === true || value === 'true' || value === '1';

/** Lists and objects go in as their JSON. */
const bytesOf = (value: Exclude<Piped, null>): Uint8Array =>
  value instanceof Uint8Array ? value : utf8Encode(valueText(value));

export const urlEncode: Filter = {
  summary: 'Safe inside a web address; `true` writes a space as %20 instead of +',
  usage: 'url_encode true',
  apply: (value, args) => {
    if (value === null || value instanceof Uint8Array) return succeed(value);
    const encoded = percentEncode(valueText(value));
    return succeed(isFlag(args[0]) ? encoded : encoded.replaceAll('%20', '+').replaceAll('~', '%7E'));
  },
};

export const urlDecode: Filter = {
  summary: 'Takes the encoding of a web address away',
  usage: 'url_decode',
  apply: (value) => {
    if (value === null) return succeed(null);
    if (typeof value === 'object') return fail('It needs a text.');
    return succeed(
      valueText(value)
        .replaceAll('+', ' ')
        // What is not UTF-8 stays as it was written.
        .replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
          const bytes = fromHex(run.replaceAll('%', ''));
          return (bytes === null ? null : utf8Decode(bytes)) ?? run;
        }),
    );
  },
};

export const base64: Filter = {
  summary: 'Base64; -d decodes',
  usage: 'base64 -d',
  apply: (value, args) => {
    if (value === null) return succeed(null);
    if (args[0] !== '-d') return succeed(toBase64(bytesOf(value)));
    const bytes = typeof value === 'string' ? fromBase64(value) : null;
    if (bytes === null) return fail('This is not base64.');
    return succeed(utf8Decode(bytes) ?? bytes);
  },
};

export const md5: Filter = {
  summary: 'MD5 digest in hex; `true` gives raw bytes for base64',
  usage: 'md5 true | base64',
  apply: (value, args) => {
    // The documented result for an empty text is an empty text, not the digest of nothing.
    if (value === null || value === '') return succeed(value);
    const digest = md5Of(bytesOf(value));
    return succeed(isFlag(args[0]) ? digest : toHex(digest));
  },
};

const algorithms = new Map([
  ['md5', md5Of],
  ['sha1', sha1],
  ['sha256', sha256],
  ['sha384', sha384],
  ['sha512', sha512],
]);

export const hmac: Filter = {
  summary: 'Signs with a key (text, base64 or hex); raw bytes for base64',
  usage: 'hmac sha256 @user.key text | base64',
  apply: (value, args) => {
    if (value === null) return succeed(null);
    const algorithm = algorithms.get(valueText(args[0] ?? null).toLowerCase());
    if (algorithm === undefined) return fail(`It knows ${[...algorithms.keys()].join(', ')}.`);
    const key = keyBytes(valueText(args[1] ?? null), valueText(args[2] ?? 'text'));
    return key.ok ? succeed(hmacOf(algorithm, key.value, bytesOf(value))) : key;
  },
};

function keyBytes(key: string, encoding: string): Result<Uint8Array, string> {
  const bytes = encoding === 'base64' ? fromBase64(key) : encoding === 'hex' ? fromHex(key) : utf8Encode(key);
  return bytes === null ? fail(`The key is not ${encoding}.`) : succeed(bytes);
}
