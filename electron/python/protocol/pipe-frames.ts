/** Messages on a pipe: four bytes of length, one of kind, then JSON or plain bytes. */
export const headerBytes = 5;
export const jsonFrame = 0;
export const bytesFrame = 1;

export function frameHeader(kind: number, length: number): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32LE(length, 0);
  header.writeUInt8(kind, 4);
  return header;
}

/** Puts frames together from whatever pieces a pipe brings. Null when a frame is longer than it may be. */
export class FrameReader {
  #pieces: Buffer[] = [];
  #held = 0;
  readonly #longest: number;

  constructor(longest: number) {
    this.#longest = longest;
  }

  /** The frames that are whole now; null once the other side no longer speaks our language. */
  take(piece: Buffer): { readonly kind: number; readonly body: Buffer }[] | null {
    this.#pieces.push(piece);
    this.#held += piece.length;
    const frames: { kind: number; body: Buffer }[] = [];
    while (this.#held >= headerBytes) {
      const header = this.#peekHeader();
      if (header.length > this.#longest) return null;
      if (this.#held < headerBytes + header.length) break;
      const whole = Buffer.concat(this.#pieces);
      const end = headerBytes + header.length;
      frames.push({ kind: header.kind, body: whole.subarray(headerBytes, end) });
      this.#pieces = [whole.subarray(end)];
      this.#held = whole.length - end;
    }
    return frames;
  }

  #peekHeader(): { readonly length: number; readonly kind: number } {
    let first = this.#pieces[0] ?? Buffer.alloc(0);
    if (first.length < headerBytes) {
      first = Buffer.concat(this.#pieces);
      this.#pieces = [first];
    }
    return { length: first.readUInt32LE(0), kind: first.readUInt8(4) };
  }
}
