import { closeSync, openSync, writeSync } from 'node:fs';
import { onOneLine, type Terminal } from './terminal.ts';

export type TraceFile = { readonly write: (line: string) => void; readonly close: () => void };

/** A file that grows line by line, so that a talk that ends badly leaves its trace. Null when it cannot be written. */
export function openTraceFile(path: string | null, terminal: Terminal): TraceFile | null {
  if (path === null) return { write: () => undefined, close: () => undefined };
  try {
    const file = openSync(path, 'w');
    return { write: (line) => void writeSync(file, line), close: () => closeSync(file) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    terminal.err(onOneLine(`${path}: : The trace cannot be written (${why}).`));
    return null;
  }
}
