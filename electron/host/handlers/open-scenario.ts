import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import type { OpenedScenario } from '../../../shared/bridge/contract/scenario-contract.ts';
import type { LeftJournal } from '../files/journal-folder.ts';
import { findRecovery } from '../files/recovery.ts';
import type { WindowSession } from '../window-session.ts';
import { forgetRecentFile, isPinned, rememberRecentFile } from './recent-files.ts';

export type OfferedRecovery = NonNullable<OpenedScenario['recovery']>;

/** Opens a file in this window, with the unsaved work an earlier session left for it. */
export async function openScenario(session: WindowSession, path: string): Promise<Result<OpenedScenario, Failure>> {
  const { scenarios, journals, settings, trust, now } = session.services;
  const opened = await scenarios.open(session.owner, path);
  if (!opened.ok) {
    if (opened.failure.code === 'scenario.notFound' && !isPinned(settings, path)) forgetRecentFile(settings, path);
    return fail(opened.failure);
  }
  const held = opened.value;
  rememberRecentFile(settings, held.path, now());
  const key = journals.keyOf(held.path);
  // The page itself wrote what a live journal holds; there is nothing it does not know.
  const isLive = session.services.liveJournals.has(key);
  const recovery = isLive ? null : await findRecovery(journals, key, held.text);
  return succeed({
    file: held.file,
    name: held.name,
    place: held.place,
    text: held.text,
    hash: held.hash,
    trusted: trust.has(held.path),
    recovery: recovery?.kind === 'found' ? offerRecovery(session, recovery.journal, held.hash) : null,
  });
}

/** `present` is the hash of the file as it is now; null for work that is in no file. */
export function offerRecovery(
  session: WindowSession,
  { key, header, base, text, savedAt, edits }: LeftJournal,
  present: string | null,
): OfferedRecovery {
  session.offered.set(key, text);
  const { hash } = header;
  const isChanged = hash !== undefined && present !== null && hash !== present;
  return { text, savedAt, edits, ...(isChanged ? { base: { text: base, hash } } : {}) };
}
