import { closeSync, openSync, writeSync } from 'node:fs';
import type { AuditDraft } from '../host/audit/audit-log.ts';
import { onOneLine, type Terminal } from './terminal.ts';

export type AuditFile = { readonly add: (draft: AuditDraft) => void; readonly close: () => void };

/** Lines of JSON at the end of a file, one for every action. Null when it cannot be written, which has been told then. */
export function openAuditFile(path: string | null, terminal: Terminal): AuditFile | null {
  if (path === null) return { add: () => undefined, close: () => undefined };
  try {
    const file = openSync(path, 'a', 0o600);
    let id = 0;
    return {
      add: (draft) => {
        id += 1;
        writeSync(file, `${JSON.stringify({ id, ...draft })}\n`);
      },
      close: () => closeSync(file),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    terminal.err(onOneLine(`${path}: : The log of actions cannot be written (${why}).`));
    return null;
  }
}
