import { fail, succeed, type Result } from '../base/result.ts';
import { problemAt, type ReadProblem } from './read-problem.ts';

/**
 * Bytes to text, strictly: what is not UTF-8 is refused, never replaced, because a replaced character would be saved
 * back. (ES has no decoder of its own.) A byte order mark is an editor's habit, not content, and is skipped.
 */
export function decodeUtf8(bytes: Uint8Array): Result<string, ReadProblem> {
  const pieces: string[] = [];
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length) {
    const plainEnd = endOfPlain(bytes, at);
    if (plainEnd > at) {
      pieces.push(textOf(bytes.subarray(at, plainEnd)));
      at = plainEnd;
      continue;
    }
    const units = new Uint16Array(pieceSize + 1);
    let filled = 0;
    // Goes on through plain characters between accented ones: pieces should be long.
    while (at < bytes.length && filled < pieceSize) {
      const lead = bytes[at] as number;
      const point = lead < 0x80 ? lead : codePointAt(bytes, at, lead);
      if (point < 0) return fail(problemAt([], notUtf8(bytes, at)));
      at += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (point >= 0x10000) units[filled++] = 0xd800 + ((point - 0x10000) >> 10);
      units[filled++] = point < 0x10000 ? point : 0xdc00 + ((point - 0x10000) & 0x3ff);
    }
    pieces.push(textOf(units.subarray(0, filled)));
  }
  return succeed(pieces.join(''));
}

/** As many arguments as every engine takes in one call. */
const pieceSize = 8192;

const textOf = (units: Uint8Array | Uint16Array): string =>
  String.fromCharCode.apply(null, units as unknown as number[]);

/** Where a stretch of one-byte characters ends, at most a piece away. */
function endOfPlain(bytes: Uint8Array, start: number): number {
  const limit = Math.min(bytes.length, start + pieceSize);
  let at = start;
  while (at < limit && (bytes[at] as number) < 0x80) at += 1;
  return at;
}

/** The code point of a sequence of two to four bytes; -1 when it is broken, too long for its value, or a surrogate. */
function codePointAt(bytes: Uint8Array, at: number, lead: number): number {
  const second = continuation(bytes[at + 1]);
  if (lead >= 0xc2 && lead <= 0xdf) return second < 0 ? -1 : ((lead & 0x1f) << 6) | second;
  const third = continuation(bytes[at + 2]);
  if (second < 0 || third < 0) return -1;
  if (lead >= 0xe0 && lead <= 0xef) {
    const point = ((lead & 0x0f) << 12) | (second << 6) | third;
    return point < 0x800 || (point >= 0xd800 && point <= 0xdfff) ? -1 : point;
  }
  const fourth = continuation(bytes[at + 3]);
  if (fourth < 0 || lead < 0xf0 || lead > 0xf4) return -1;
  const point = ((lead & 0x07) << 18) | (second << 12) | (third << 6) | fourth;
  return point < 0x10000 || point > 0x10ffff ? -1 : point;
}

const continuation = (byte: number | undefined): number =>
  byte !== undefined && (byte & 0xc0) === 0x80 ? byte & 0x3f : -1;

function notUtf8(bytes: Uint8Array, at: number): string {
  const start = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (start === 0xfffe || start === 0xfeff)
    return 'Expected text in UTF-8, found UTF-16. Save it as UTF-8 and try again.';
  const found = (bytes[at] ?? 0).toString(16).padStart(2, '0');
  return `Expected text in UTF-8; byte ${at + 1} (0x${found}) is none. Save it as UTF-8 and try again.`;
}
