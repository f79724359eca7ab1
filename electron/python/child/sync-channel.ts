import { readSync, writeSync } from 'node:fs';
import { bytesFrame, frameHeader, headerBytes, jsonFrame } from '../protocol/pipe-frames.ts';

export type SyncChannel = {
  /** Waits for the next message. Ends the process when the host is gone. */
  readonly read: () => unknown;
  readonly write: (message: object) => void;
  readonly writeBytes: (bytes: Uint8Array) => void;
};

/**
 * Reads and writes pipes while everything else stands still: a script that waits for an answer waits here, in the one
 * thread there is. Worker threads would be outside the permission model.
 */
export function openSyncChannel(input: number, output: number): SyncChannel {
  // Kept: later the process itself is out of reach.
  const exit = process.exit.bind(process);
  const readWhole = (length: number): Buffer => {
    const bytes = Buffer.alloc(length);
    for (let at = 0; at < length;) {
      const count = patiently(() => readSync(input, bytes, at, length - at, null));
      if (count === 0) exit(0);
      at += count;
    }
    return bytes;
  };
  const writeWhole = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length;) at += writeSync(output, bytes, at, bytes.length - at);
  };
  return {
    read: () => JSON.parse(readWhole(readWhole(headerBytes).readUInt32LE(0)).toString('utf8')),
    write: (message) => {
      const body = Buffer.from(JSON.stringify(message));
      writeWhole(frameHeader(jsonFrame, body.length));
      writeWhole(body);
    },
    writeBytes: (bytes) => {
      writeWhole(frameHeader(bytesFrame, bytes.length));
      writeWhole(bytes);
    },
  };
}

const still = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** Some systems hand over pipes that do not wait by themselves, and say the end of one as an error. */
function patiently(work: () => number): number {
  for (;;) {
    try {
      return work();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(still, 0, 0, 2);
    }
  }
}
