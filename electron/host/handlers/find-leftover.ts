import type { OpenedScenario } from '../../../shared/bridge/contract/scenario-contract.ts';
import { readTextFile } from '../files/read-text-file.ts';
import { findRecovery } from '../files/recovery.ts';
import type { WindowSession } from '../window-session.ts';
import { offerRecovery, openScenario, type OfferedRecovery } from './open-scenario.ts';

export type Leftover = { readonly opened: OpenedScenario | null; readonly unsaved: OfferedRecovery | null };

/** The newest work that an earlier session left and no window has taken up. Journals that hold nothing new are removed. */
export async function findLeftover(session: WindowSession): Promise<Leftover> {
  const { journals, liveJournals } = session.services;
  for (const { key, header } of await journals.list()) {
    if (liveJournals.has(key)) continue;
    const leftover = await takeUp(session, key, header.path);
    if (leftover !== null) return leftover;
  }
  return { opened: null, unsaved: null };
}

async function takeUp(session: WindowSession, key: string, path: string | null): Promise<Leftover | null> {
  const { journals, scenarios, operations, liveJournals } = session.services;
  if (path !== null && scenarios.ownerOf(path) !== null) return null;
  const present = path === null ? null : await readTextFile(operations, path);
  const recovery = await findRecovery(journals, key, present?.ok === true ? present.value.text : null);
  if (recovery.kind === 'nothing') await journals.remove(key);
  if (recovery.kind !== 'found') return null;
  if (path !== null && present?.ok === true) {
    const opened = await openScenario(session, path);
    return opened.ok ? { opened: opened.value, unsaved: null } : null;
  }
  // No file, or not there any more: it goes on as work without one, in the journal it already has.
  session.unsavedKey = key;
  liveJournals.set(key, session);
  return { opened: null, unsaved: offerRecovery(session, recovery.journal, null) };
}
