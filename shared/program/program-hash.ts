import type { Document } from '../model/document.ts';
import { designTables } from '../model/record-tables.ts';
import { addFingerprints, emptyFingerprint, fingerprintOf, fingerprintText, type Fingerprint } from './hash.ts';

// Tests describe the talk, they are no part of it.
const logicTables = designTables.filter((table) => table !== 'tests');

const known = new WeakMap<object, Fingerprint>();

/** The hash of everything that decides how a scenario runs. Records hashed before are not hashed again. */
export function programHash(document: Document): string {
  let total = addFingerprints(emptyFingerprint, recordFingerprint('scenario', document.scenario));
  for (const table of logicTables) {
    for (const record of document.tables[table].values()) {
      total = addFingerprints(total, recordFingerprint(table, record));
    }
  }
  return fingerprintText(total);
}

function recordFingerprint(table: string, record: object): Fingerprint {
  const found = known.get(record);
  if (found !== undefined) return found;
  const made = fingerprintOf([table, record]);
  known.set(record, made);
  return made;
}
