import { fail, succeed } from '../../../shared/base/result.ts';
import type { BridgeHandlers } from '../../../shared/bridge/dispatch.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import { readTextFile } from '../files/read-text-file.ts';
import { findRecovery } from '../files/recovery.ts';
import { removeUnsavedFolder } from '../places/unsaved-folders.ts';
import { journalOf, type WindowSession } from '../window-session.ts';

/** Remembering unsaved work, and forgetting it when its person says so. */
export function createJournalHandlers(
  session: WindowSession,
): Pick<BridgeHandlers, 'scenario.journal' | 'scenario.discardJournal'> {
  const { journals, liveJournals } = session.services;
  return {
    'scenario.journal': async ({ file, base, hash, edits }) => {
      const journal = journalOf(session, file);
      if (journal === null) return fail(unknownFile);
      liveJournals.set(journal.key, session);
      const appended = await journals.append(journal.key, journal.path, base, edits, hash);
      if (!appended.ok) return appended;
      if (base !== null) await startedAnew(session, journal.key, base);
      return succeed({ sequence: appended.value });
    },
    'scenario.discardJournal': async ({ file }) => {
      const journal = journalOf(session, file);
      if (journal === null) return fail(unknownFile);
      await dropJournal(session, journal.key);
      return succeed({});
    },
  };
}

/** Lets go of a journal at the end of a window's work on it. What is in no file stays, and is offered next time. */
export async function closeJournal(session: WindowSession, key: string, path: string | null): Promise<void> {
  const { journals, liveJournals, operations, userFolder } = session.services;
  if (liveJournals.get(key) !== session) {
    // Never edited, but talked to: what its actions put down ends with the window.
    if (key === session.unsavedKey) await removeUnsavedFolder(userFolder, key);
    return;
  }
  if (!session.superseded.has(key)) {
    const present = path === null ? null : await readTextFile(operations, path);
    const recovery = await findRecovery(journals, key, present?.ok === true ? present.value.text : null);
    if (recovery.kind !== 'nothing') {
      liveJournals.delete(key);
      return;
    }
  }
  await dropJournal(session, key);
}

/** The page goes on from here, so what it went on from is safe in the new journal. */
async function startedAnew(session: WindowSession, key: string, base: string): Promise<void> {
  const { journals } = session.services;
  if (session.offered.get(key) === base) await journals.forgetEarlier(key);
  session.offered.delete(key);
  session.superseded.delete(key);
  for (const other of session.superseded) await dropJournal(session, other);
}

async function dropJournal(session: WindowSession, key: string): Promise<void> {
  const { journals, liveJournals, userFolder } = session.services;
  await journals.remove(key);
  await removeUnsavedFolder(userFolder, key);
  liveJournals.delete(key);
  session.offered.delete(key);
  session.superseded.delete(key);
  // Work without a file begins again under a key of its own.
  if (session.unsavedKey === key) session.unsavedKey = journals.newKey();
}

const unknownFile: Failure = { code: 'scenario.unknownFile', detail: '', path: '' };
