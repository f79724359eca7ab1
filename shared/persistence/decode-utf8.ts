import { fail, succeed, type Result } from '../base/result.ts';
import { problemAt, type ReadProblem } from './read-problem.ts';

/**
 * Bytes to text, strictly: what is not UTF-8 is refused, never replaced, because a replaced character would be saved
 * back. (ES has no decoder of its own.) A byte order mark is an editor's habit, not content, and is skipped.
 */
export function decodeUtf8(bytes: Uint8Array): Result<string, ReadProblem> {
  const units = new Uint16Array(chunkSize + 2);
  const pieces: string[] = [];
  let filled = 0;
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length) {
    const byte = bytes[at] as number;
    if (byte < 0x80) {
      units[filled++] = byte;
      at += 1;
    } else {
      const point = codePointAt(bytes, at, byte);
      if (point < 0) return fail(problemAt([], notUtf8(bytes, at)));
      if (point < 0x10000) {
        units[filled++] = point;
        at += point < 0x800 ? 2 : 3;
      } else {
        units[filled++] = 0xd800 + ((point - 0x10000) >> 10);
        units[filled++] = 0xdc00 + ((point - 0x10000) & 0x3ff);
        at += 4;
      }
    }
    if (filled >= chunkSize) {
      pieces.push(textOf(units, filled));
      filled = 0;
    }
  }
  pieces.push(textOf(units, filled));
  return succeed(pieces.join(''));
}

/** As many arguments as every engine takes in one call. */
const chunkSize = 8192;

const textOf = (units: Uint16Array, count: number): string =>
  String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[]);

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
