import { pieceFollows, pieceLength, pieceReady } from '../protocol/frame-message.ts';

/** Writes answers into memory a waiting worker looks at, piece by piece when one is longer than that memory. */
export function createAnswerWriter(controlMemory: SharedArrayBuffer, answerMemory: SharedArrayBuffer) {
  const control = new Int32Array(controlMemory);
  const answer = new Uint8Array(answerMemory);
  const push = (bytes: Uint8Array, from: number): void => {
    const piece = bytes.subarray(from, from + answer.length);
    const next = from + piece.length;
    answer.set(piece);
    Atomics.store(control, pieceLength, piece.length);
    Atomics.store(control, pieceFollows, next < bytes.length ? 1 : 0);
    Atomics.store(control, pieceReady, 1);
    Atomics.notify(control, pieceReady);
    if (next >= bytes.length) return;
    const taken = Atomics.waitAsync(control, pieceReady, 1);
    void Promise.resolve(taken.value).then(() => push(bytes, next));
  };
  return { write: (text: string): void => push(new TextEncoder().encode(text), 0) };
}
