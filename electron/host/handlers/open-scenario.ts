import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import type { OpenedScenario } from '../../../shared/bridge/contract/scenario-contract.ts';
import { basename, dirname } from 'node:path';
import type { LeftJournal } from '../files/journal-folder.ts';
import { findRecovery } from '../files/recovery.ts';
import type { HeldFile } from '../files/scenario-files.ts';
import { findFormer } from '../places/former-places.ts';
import { takeAlong } from '../places/take-along.ts';
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
  const key = journals.keyOf(held.path);
  const moved = await recognise(session, held, key);
  rememberRecentFile(settings, held.path, now());
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
    ...(moved === null ? {} : { moved }),
  });
}

/** A file that another program renamed or moved comes with all that was kept for it. Gives what it was, if it was. */
async function recognise(session: WindowSession, held: HeldFile & { readonly text: string }, key: string) {
  const { places, reportFault } = session.services;
  const { path, hash, text } = held;
  try {
    const former = await findFormer(session, { key, path, hash, text });
    if (former !== null) await takeAlong(session, former, { key, path, hash, text });
    // Nobody waits for it, and whoever asks for places asks after it.
    void places.note({ key, path, hash });
    if (former === null) return null;
    const { place, versions } = former;
    return { name: basename(place.path), place: dirname(place.path), versions };
  } catch (fault) {
    // A file opens whatever becomes of its past.
    reportFault(fault);
    return null;
  }
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
