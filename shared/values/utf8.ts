/** The bytes of a text. Half a surrogate pair becomes U+FFFD, as everywhere on the web. */
export function utf8Encode(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = wellFormed(character.codePointAt(0) ?? 0);
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return Uint8Array.from(bytes);
}

const tail = (code: number): number => 0x80 | (code & 0x3f);
const replacement = 0xfffd;
const wellFormed = (code: number): number => (code >= 0xd800 && code <= 0xdfff ? replacement : code);

/** The text of bytes; null when they are not UTF-8, so that nobody reads half a text. */
export function utf8Decode(bytes: Uint8Array): string | null {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes[at] ?? 0);
    const code = length === 0 ? null : decodeSequence(bytes, at, length);
    if (code === null) return null;
    text += String.fromCodePoint(code);
    at += length;
  }
  return text;
}

function sequenceLength(first: number): 0 | 1 | 2 | 3 | 4 {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;
  if (first < 0xe0) return 2;
  if (first < 0xf0) return 3;
  return first < 0xf5 ? 4 : 0;
}

/** The smallest code point of each length: anything below was written too long, an old way around filters. */
const smallest = [0, 0, 0x80, 0x800, 0x10000] as const;

function decodeSequence(bytes: Uint8Array, at: number, length: 1 | 2 | 3 | 4): number | null {
  const first = bytes[at] ?? 0;
  let code = length === 1 ? first : first & (0x7f >> length);
  for (let offset = 1; offset < length; offset += 1) {
    const byte = bytes[at + offset];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return null;
    code = (code << 6) | (byte & 0x3f);
  }
  return code < smallest[length] || code > 0x10ffff || wellFormed(code) !== code ? null : code;
}
