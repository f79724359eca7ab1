import { fail, succeed, type Result } from '../../base/result.ts';

/**
 * What English words mean, as numbers: a small vector for each piece of a word, learned once from a large model. Words
 * that are used alike lie near each other, so a text can resemble a sample with which it shares no word.
 */
export type WordVectors = {
  readonly dimensions: number;
  /** Piece to row; one that goes on inside a word begins with `##`. Made when a word is first looked up. */
  readonly pieces: () => ReadonlyMap<string, number>;
  readonly rows: Int8Array;
  /** What a row is multiplied with. */
  readonly scales: Float32Array;
};

export const wordVectorsMark = 'PWV1';
const headerSize = 16;
/** No table of ours is near this; a larger one is another file. */
const mostPieces = 200_000;

/** Reads a table: mark, dimensions, pieces, length of their names; then scales, rows, and the names, one a line. */
export function readWordVectors(bytes: Uint8Array): Result<WordVectors, string> {
  if (bytes.length < headerSize || asciiText(bytes.subarray(0, 4)) !== wordVectorsMark)
    return fail('This is not a table of word vectors.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [dimensions, count, nameBytes] = [4, 8, 12].map((at) => view.getUint32(at, true)) as [number, number, number];
  const rowsAt = headerSize + count * 4;
  const namesAt = rowsAt + count * dimensions;
  if (dimensions === 0 || count === 0 || count > mostPieces || namesAt + nameBytes !== bytes.length)
    return fail('The table of word vectors is damaged.');
  let pieces: ReadonlyMap<string, number> | null = null;
  return succeed({
    dimensions,
    pieces: () => (pieces ??= readPieces(bytes.subarray(namesAt), count)),
    rows: new Int8Array(bytes.buffer, bytes.byteOffset + rowsAt, count * dimensions),
    scales: Float32Array.from({ length: count }, (_, row) => view.getFloat32(headerSize + row * 4, true)),
  });
}

const readPieces = (names: Uint8Array, count: number): ReadonlyMap<string, number> =>
  new Map(
    asciiText(names)
      .split('\n')
      .slice(0, count)
      .map((name, row) => [name, row]),
  );

const chunk = 8192;

function asciiText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk) text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return text;
}

/** "A-1001" is made of pieces like any word, and they mean something else. */
const code = /\p{L}\p{N}{3}|\p{N}{5}/u;

/** Cuts a word into the longest pieces there are, from the left; none when it is a code or a part of it has no piece. */
export function wordPieces(vectors: Pick<WordVectors, 'pieces'>, form: string): readonly number[] {
  if (code.test(form)) return [];
  const pieces = vectors.pieces();
  const whole = pieces.get(form);
  if (whole !== undefined) return [whole];
  const found: number[] = [];
  let start = 0;
  while (start < form.length) {
    let end = form.length;
    let row: number | undefined;
    while (end > start && row === undefined) {
      row = pieces.get((start === 0 ? '' : '##') + form.slice(start, end));
      if (row === undefined) end -= 1;
    }
    if (row === undefined) return [];
    found.push(row);
    start = end;
  }
  return found;
}

/** Adds what a word means to a sum. Whether it means anything. */
export function addWord(vectors: WordVectors, form: string, sum: Float64Array): boolean {
  const found = wordPieces(vectors, form);
  for (const row of found) addPiece(vectors, row, sum);
  return found.length > 0;
}

function addPiece({ dimensions, rows, scales }: WordVectors, row: number, sum: Float64Array): void {
  const scale = scales[row] ?? 0;
  const base = row * dimensions;
  for (let at = 0; at < dimensions; at += 1) sum[at] = (sum[at] ?? 0) + scale * (rows[base + at] ?? 0);
}

/** The product of what a word means with another vector. */
export function wordProduct(vectors: WordVectors, form: string, other: Float64Array): number {
  const { dimensions, rows, scales } = vectors;
  let sum = 0;
  for (const row of wordPieces(vectors, form)) {
    let product = 0;
    const base = row * dimensions;
    for (let at = 0; at < dimensions; at += 1) product += (rows[base + at] ?? 0) * (other[at] ?? 0);
    sum += product * (scales[row] ?? 0);
  }
  return sum;
}
