import { wordVectorsMark } from '../../../shared/interpret/classifier/word-vectors.ts';

/** The table as its reader wants it: each row as whole numbers from -127 to 127 and what to multiply them with. */
export function printWordVectors(names: readonly string[], vectors: Float32Array, dimensions: number): Uint8Array {
  const listed = Buffer.from(names.join('\n'), 'latin1');
  const rowsAt = 16 + names.length * 4;
  const bytes = Buffer.alloc(rowsAt + names.length * dimensions + listed.length);
  bytes.write(wordVectorsMark, 0, 'latin1');
  bytes.writeUInt32LE(dimensions, 4);
  bytes.writeUInt32LE(names.length, 8);
  bytes.writeUInt32LE(listed.length, 12);
  for (let row = 0; row < names.length; row += 1) {
    const vector = vectors.subarray(row * dimensions, (row + 1) * dimensions);
    const scale = Math.max(...vector.map(Math.abs)) / 127 || 1;
    bytes.writeFloatLE(scale, 16 + row * 4);
    vector.forEach((value, at) => bytes.writeInt8(Math.round(value / scale), rowsAt + row * dimensions + at));
  }
  listed.copy(bytes, rowsAt + names.length * dimensions);
  return bytes;
}
