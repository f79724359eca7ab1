import type { HostMessage } from './host-message.ts';

/** The scheme the hidden window is made of. It serves the runtime's files and nothing else. */
export const pythonScheme = 'parley-python';
export const pythonOrigin = `${pythonScheme}://runtime`;

/** Sent into the frame with a port: one interpreter is wanted at the other end of it. */
export type OpenMessage = {
  /** The address of a snapshot below the origin; null for a cold start. */
  readonly snapshot: string | null;
};

/** What comes through the port: the host's messages, and two that reach an interpreter that does not listen. */
export type FrameMessage = HostMessage | { readonly kind: 'interrupt' } | { readonly kind: 'kill' };

/** What a worker is given besides: everything it would otherwise have to fetch, and the memory it shares. */
export type WorkerParts<Module> = {
  readonly module: Module;
  readonly standardLibrary: ArrayBuffer;
  readonly snapshot: ArrayBuffer | null;
  /** Three numbers: whether a piece of an answer is there, how long it is, whether more comes. */
  readonly control: SharedArrayBuffer;
  readonly answer: SharedArrayBuffer;
  /** One byte: 2 interrupts the script. */
  readonly interrupt: SharedArrayBuffer;
};

export const pieceReady = 0;
export const pieceLength = 1;
export const pieceFollows = 2;
