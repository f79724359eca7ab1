import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ActionServices, HostPorts, ScenarioStanding, WindowPorts } from './host-ports.ts';
import type { ScenarioFolders } from './effects/performer-ports.ts';
import type { FileOperations } from './files/file-operations.ts';
import type { FileOwner } from './files/file-holdings.ts';
import type { Journals } from './files/journal.ts';
import type { RecentPictures } from './files/recent-pictures.ts';
import type { ScenarioFiles } from './files/scenario-files.ts';
import type { StartGuard } from './files/start-guard.ts';
import type { TrustList } from './files/trust-list.ts';
import type { FilePlaces } from './places/file-places.ts';
import type { VersionFiles } from './versions/version-files.ts';

/** What all windows share. */
export type HostServices = HostPorts & {
  readonly operations: FileOperations;
  readonly scenarios: ScenarioFiles;
  readonly journals: Journals;
  readonly versions: VersionFiles;
  readonly places: FilePlaces;
  readonly pictures: RecentPictures;
  readonly trust: TrustList;
  readonly guard: StartGuard;
  readonly actions: ActionServices;
  /** Journals of this start and whose they are; any other was left by an earlier start. */
  readonly liveJournals: Map<string, WindowSession>;
};

/** One window, from loading its page to the end of that page: what it holds, and what its handlers need. */
export type WindowSession = WindowPorts & {
  readonly services: HostServices;
  readonly owner: FileOwner;
  /** A file to show first; null for the sample, or for what a crash left. */
  readonly startFile: string | null;
  /** Where work without a file is journalled. What a crash left is taken over and goes on under its own key. */
  unsavedKey: string;
  /** What was offered for recovery, by journal, until the page goes on from it. */
  readonly offered: Map<string, string>;
  /** Journals whose work is now in a file of another name; gone as soon as that one has a journal of its own. */
  readonly superseded: Set<string>;
  /** As the page says in `app.title`. */
  isEdited: boolean;
  /** The page has asked what to show. */
  isStarted: boolean;
};

/** The journal of a file this window holds, or of its work without one; null for a file it does not hold. */
export function journalOf(session: WindowSession, file: string | null): { key: string; path: string | null } | null {
  if (file === null) return { key: session.unsavedKey, path: null };
  const path = session.services.scenarios.heldBy(session.owner, file);
  return path === null ? null : { key: session.services.journals.keyOf(path), path };
}

/** Files of actions: a folder of the app's own for each scenario, and, for one that is trusted, the place it lies in. */
export const foldersOf = (session: WindowSession, file: string | null): ScenarioFolders => ({
  own: async () => {
    const folder = join(session.services.userFolder, 'scenarios', standingOf(session, file).key);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return folder;
  },
  beside: () => {
    const path = file === null ? null : session.services.scenarios.heldBy(session.owner, file);
    return path !== null && session.services.trust.has(path) ? dirname(path) : null;
  },
});

/** Work in a window that holds a stranger's scenario may be that scenario, so it is not trusted either. */
export function standingOf(session: WindowSession, file: string | null): ScenarioStanding {
  const { scenarios, trust, journals } = session.services;
  if (file === null) {
    const trusted = scenarios.heldPaths(session.owner).every((path) => trust.has(path));
    return { trusted, key: session.unsavedKey };
  }
  const path = scenarios.heldBy(session.owner, file);
  return path === null ? { trusted: false, key: 'unknown' } : { trusted: trust.has(path), key: journals.keyOf(path) };
}
