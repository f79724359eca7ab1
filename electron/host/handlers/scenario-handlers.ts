import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { BridgeOutput } from '../../../shared/bridge/contract/bridge-contract.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import type { BridgeHandlers } from '../../../shared/bridge/dispatch.ts';
import { moveOwnFolder } from '../places/take-along.ts';
import { journalOf, standingOf, type WindowSession } from '../window-session.ts';
import { closeJournal } from './journal-handlers.ts';
import { openScenario } from './open-scenario.ts';
import { listRecentFiles, rememberRecentFile } from './recent-files.ts';
import { findLeftover } from './find-leftover.ts';

type ScenarioMethod =
  | `scenario.${'startup' | 'choose' | 'reopen' | 'openDropped' | 'recent'}`
  | `scenario.${'save' | 'saveAs' | 'trust' | 'close'}`;

/** Opening, saving and letting go of scenario files. */
export function createScenarioHandlers(session: WindowSession): Pick<BridgeHandlers, ScenarioMethod> {
  const { scenarios, settings, guard, places } = session.services;
  return {
    'scenario.startup': async () => {
      session.isStarted = true;
      if (session.startFile !== null) {
        const opened = await openScenario(session, session.startFile);
        return opened.ok ? succeed({ opened: opened.value, unsaved: null }) : opened;
      }
      if (guard.isSafeStart()) return succeed({ opened: null, unsaved: null });
      return succeed(await findLeftover(session));
    },
    'scenario.choose': async () => {
      const path = await session.dialogs.chooseScenario();
      return path === null ? succeed({ kind: 'cancelled' }) : openChosen(session, path);
    },
    'scenario.reopen': async ({ file }) => {
      const path = scenarios.tokens.pathOf(file);
      return path === null ? fail(unknownFile) : openChosen(session, path);
    },
    'scenario.openDropped': async ({ path }) => openChosen(session, path),
    'scenario.recent': async () => succeed({ files: listRecentFiles(settings, scenarios.tokens) }),
    'scenario.save': async ({ file, text, ifHash }) => {
      const saved = await scenarios.save(session.owner, file, text, ifHash);
      const journal = journalOf(session, file);
      if (!saved.ok || journal === null) return saved;
      await session.services.journals.forgetLeft(journal.key);
      // Nobody waits for it: it is asked for only when the file is met under another name.
      if (journal.path !== null) void places.note({ key: journal.key, path: journal.path, hash: saved.value.hash });
      return saved;
    },
    'scenario.saveAs': async ({ suggestedName, text }) => saveAs(session, suggestedName, text),
    'scenario.trust': async ({ file, trusted }) => {
      const path = scenarios.heldBy(session.owner, file);
      if (path === null) return fail(unknownFile);
      // Asked here and not in the page: what a page can answer, whoever gets hold of the page answers as well.
      const isTrusted = trusted && (await session.dialogs.confirmTrust(path));
      session.services.trust.set(path, isTrusted);
      return succeed({ trusted: isTrusted });
    },
    'scenario.close': async ({ file }) => {
      const journal = journalOf(session, file);
      if (journal === null) return fail(unknownFile);
      await closeJournal(session, journal.key, journal.path);
      scenarios.release(session.owner, file);
      return succeed({});
    },
  };
}

async function openChosen(session: WindowSession, path: string) {
  const opened = await openScenario(session, path);
  return opened.ok ? succeed({ kind: 'opened' as const, scenario: opened.value }) : opened;
}

async function saveAs(
  session: WindowSession,
  suggestedName: string,
  text: string,
): Promise<Result<BridgeOutput<'scenario.saveAs'>, Failure>> {
  const { scenarios, settings, trust, journals, places, userFolder, now } = session.services;
  const path = await session.dialogs.chooseSavePath('scenario', suggestedName);
  if (path === null) return succeed({ kind: 'cancelled' });
  // Asked before the new file is held: a stranger's scenario stays one under another name.
  const { trusted } = standingOf(session, null);
  const before = scenarios.heldPaths(session.owner);
  const saved = await scenarios.saveAs(session.owner, path, text);
  if (!saved.ok) return saved;
  const { file, name, place, hash } = saved.value;
  trust.set(saved.value.path, trusted);
  rememberRecentFile(settings, saved.value.path, now());
  const key = journals.keyOf(saved.value.path);
  await journals.forgetEarlier(key);
  // Letters and tickets of work that had no file are the file's from now on.
  if (before.length === 0) await moveOwnFolder(userFolder, session.unsavedKey, key);
  await places.note({ key, path: saved.value.path, hash });
  supersede(session, saved.value.path, before);
  const versions = await copyVersions(session, before[0], saved.value.path);
  return succeed({ kind: 'saved', file, name, place, hash, ...versions });
}

/** A copy of a scenario has its versions too. That they could not be copied must not undo a save that went well. */
async function copyVersions(session: WindowSession, from: string | undefined, to: string) {
  const { versions, journals, reportFault } = session.services;
  if (from === undefined) return {};
  try {
    const count = await versions.copy(journals.keyOf(from), journals.keyOf(to));
    return count === 0 ? {} : { versions: count };
  } catch (fault) {
    reportFault(fault);
    return {};
  }
}

/** What other journals of this window hold is in the new file, once that has a journal for what comes after. */
function supersede(session: WindowSession, path: string, held: readonly string[]): void {
  const { journals } = session.services;
  session.superseded.add(session.unsavedKey);
  for (const other of held) if (other !== path) session.superseded.add(journals.keyOf(other));
}

const unknownFile: Failure = { code: 'scenario.unknownFile', detail: '', path: '' };
