import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/**
 * Breaks crash loops: work that crashes the app must not be given back on every start for ever. A start that ends
 * without `settled` having been called counts as failed; after two of them in a row nothing is restored.
 */
export type StartGuard = {
  /** The number of this start. Orders what different starts left, whatever the clock says. */
  readonly session: number;
  readonly isSafeStart: () => boolean;
  /** It ran long enough, or was ended by its person. */
  readonly settled: () => void;
  /** The page died and is being loaded again. */
  readonly crashed: () => void;
};

const failuresAllowed = 2;
const recordSchema = z.object({ session: z.number().int().nonnegative(), failed: z.number().int().nonnegative() });

export function createStartGuard(path: string): StartGuard {
  const before = readRecord(path);
  const session = before.session + 1;
  let { failed } = before;
  // Written as failed until proven otherwise: a crash writes nothing.
  writeRecord(path, { session, failed: failed + 1 });
  return {
    session,
    isSafeStart: () => failed >= failuresAllowed,
    settled: () => {
      failed = 0;
      writeRecord(path, { session, failed });
    },
    crashed: () => {
      failed += 1;
      writeRecord(path, { session, failed: failed + 1 });
    },
  };
}

function readRecord(path: string): z.infer<typeof recordSchema> {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // The first start, or a damaged record: counting begins again.
    return { session: 0, failed: 0 };
  }
}

/** Guarding must never be what stops the app: on a full or read-only disk it starts unguarded. */
function writeRecord(path: string, record: z.infer<typeof recordSchema>): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, JSON.stringify(record), { mode: 0o600 });
  } catch {
    return;
  }
}
