import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostEvent } from '../../shared/bridge/contract/event-contract.ts';
import type { BridgeHandlers } from '../../shared/bridge/dispatch.ts';
import { createAuditFiles } from './audit/audit-files.ts';
import { createAuditLog, type AuditChange } from './audit/audit-log.ts';
import { createDemoServer, type DemoServer } from './demo/demo-server.ts';
import type { ActionMachines } from './effects/performer-ports.ts';
import { nodeFiles, type FileOperations } from './files/file-operations.ts';
import { createJournals } from './files/journal.ts';
import { createRecentPictures } from './files/recent-pictures.ts';
import { createScenarioFiles } from './files/scenario-files.ts';
import { createStartGuard, type StartGuard } from './files/start-guard.ts';
import { sweepTemporaries } from './files/temporary-file.ts';
import { createConsents, createTrustList } from './files/trust-list.ts';
import { watchFile, type WatchFile } from './files/watch-file.ts';
import { createAppHandlers } from './handlers/app-handlers.ts';
import { createAuditHandlers } from './handlers/audit-handlers.ts';
import { createDeskHandlers } from './handlers/desk-handlers.ts';
import { createExchangeHandlers } from './handlers/exchange-handlers.ts';
import { closeJournal, createJournalHandlers } from './handlers/journal-handlers.ts';
import { createInterpretHandlers } from './handlers/interpret-handlers.ts';
import { createRecentHandlers } from './handlers/recent-handlers.ts';
import { createRunHandlers } from './handlers/run-handlers.ts';
import { createScenarioHandlers } from './handlers/scenario-handlers.ts';
import { createSecretHandlers } from './handlers/secret-handlers.ts';
import { createSettingsHandlers } from './handlers/settings-handlers.ts';
import { createVersionHandlers } from './handlers/version-handlers.ts';
import type { HostPorts, RunPorts, WindowPorts } from './host-ports.ts';
import { sweepUnsavedFolders } from './places/unsaved-folders.ts';
import { createFilePlaces } from './places/file-places.ts';
import { createActionServices } from './run/action-services.ts';
import { createVersionFiles } from './versions/version-files.ts';
import { foldersOf, standingOf, type HostServices, type WindowSession } from './window-session.ts';

/** Everything behind the bridge. The same in Electron, in the command line and in tests. */
export type Host = {
  readonly guard: StartGuard;
  /** Begins the session of a window that loads its page. */
  readonly connect: (ports: WindowPorts, startFile: string | null) => HostWindow;
  /** The real path a file would have, for asking which window holds it. */
  readonly windowHolding: (path: string) => Promise<HostWindow | null>;
  readonly tokenOf: (path: string) => string;
  readonly close: () => Promise<void>;
};

export type HostWindow = {
  readonly handlers: BridgeHandlers;
  /** The page has come up and asked what to show. */
  readonly isStarted: () => boolean;
  /** Shows the sample or an empty scenario that nobody has touched: another file may take its place. */
  readonly isUntouched: () => boolean;
  readonly heldPaths: () => readonly string[];
  /** Ends the session. `orderly`: its person closed it; otherwise the page died and its work stays for the next one. */
  readonly release: (orderly: boolean) => Promise<void>;
};

/** Replaceable in tests: the disk and its notices. */
export type HostDisk = { readonly operations: FileOperations; readonly watch: WatchFile };

const nodeDisk: HostDisk = { operations: nodeFiles, watch: watchFile };

export async function createHost(ports: HostPorts, disk: HostDisk = nodeDisk): Promise<Host> {
  const journalFolder = join(ports.userFolder, 'journals');
  await mkdir(journalFolder, { recursive: true, mode: 0o700 }).catch(ports.reportFault);
  await sweepTemporaries(disk.operations, journalFolder);
  const guard = createStartGuard(join(ports.userFolder, 'starts.json'));
  const services: HostServices = {
    ...ports,
    operations: disk.operations,
    scenarios: createScenarioFiles({ files: disk.operations, watch: disk.watch }),
    journals: createJournals(disk.operations, journalFolder, guard.session),
    versions: createVersionFiles(disk.operations, join(ports.userFolder, 'versions')),
    places: createFilePlaces(disk.operations, join(ports.userFolder, 'places')),
    pictures: createRecentPictures(disk.operations, join(ports.userFolder, 'recent')),
    trust: createTrustList(ports.settings),
    guard,
    actions: createActionServices(
      createAuditLog(createAuditFiles(join(ports.userFolder, 'audit')), ports.reportFault),
      machinesOf(ports),
    ),
    liveJournals: new Map(),
  };
  await sweepUnsavedFolders(ports.userFolder, services.journals).catch(ports.reportFault);
  // One for all windows, closed by none of them: an order refunded in one is refunded in the other, for good.
  const demo = createDemoServer();
  const shared: DemoServer = { ...demo, close: () => Promise.resolve() };
  const windows = new Map<WindowSession['owner'], HostWindow>();
  return {
    guard,
    connect: (window, startFile) => {
      const session = createSession(services, window, startFile);
      const connected = createWindow(session, shared, () => windows.delete(session.owner));
      windows.set(session.owner, connected);
      return connected;
    },
    windowHolding: async (path) => {
      const real = await disk.operations.resolve(path).catch(() => path);
      const owner = services.scenarios.ownerOf(real);
      return owner === null ? null : (windows.get(owner) ?? null);
    },
    tokenOf: (path) => services.scenarios.tokens.tokenOf(path),
    close: async () => {
      for (const window of windows.values()) await window.release(false);
      await services.actions.audit.settled();
      await ports.python?.close();
      await demo.close();
    },
  };
}

const createSession = (services: HostServices, window: WindowPorts, startFile: string | null): WindowSession => ({
  ...window,
  services,
  owner: {
    onChangedOnDisk: (file, hash) => window.emit({ name: 'scenario.changedOnDisk', payload: { file, hash } }),
    onGone: (file) => window.emit({ name: 'scenario.gone', payload: { file } }),
    onWanted: () => window.frame.focus(),
  },
  startFile,
  unsavedKey: services.journals.newKey(),
  offered: new Map(),
  superseded: new Set(),
  isEdited: false,
  isStarted: false,
});

function createWindow(session: WindowSession, demo: DemoServer, onReleased: () => void): HostWindow {
  const { services } = session;
  const releases: (() => void | Promise<void>)[] = [];
  const ports = runPorts(session, (release) => releases.push(release));
  const stopTelling = services.actions.audit.onChange((change) => session.emit(auditEvent(change)));
  releases.push(stopTelling);
  const handlers: BridgeHandlers = {
    ...createAppHandlers(session),
    ...createSettingsHandlers(services.settings),
    ...createSecretHandlers(services.vault),
    ...createScenarioHandlers(session),
    ...createJournalHandlers(session),
    ...createExchangeHandlers(session),
    ...createVersionHandlers(session),
    ...createRecentHandlers(session),
    ...createRunHandlers(ports, demo),
    ...createAuditHandlers(session),
    ...createDeskHandlers(ports),
    ...createInterpretHandlers(ports),
  };
  return {
    handlers,
    isStarted: () => session.isStarted,
    isUntouched: () =>
      session.isStarted && !session.isEdited && services.scenarios.heldPaths(session.owner).length === 0,
    heldPaths: () => services.scenarios.heldPaths(session.owner),
    release: async (orderly) => {
      await Promise.all(releases.map(async (release) => release()));
      if (orderly) await closeJournals(session);
      for (const [key, owner] of services.liveJournals) if (owner === session) services.liveJournals.delete(key);
      services.scenarios.releaseAll(session.owner);
      onReleased();
    },
  };
}

async function closeJournals(session: WindowSession): Promise<void> {
  const { scenarios, journals } = session.services;
  for (const path of scenarios.heldPaths(session.owner)) await closeJournal(session, journals.keyOf(path), path);
  await closeJournal(session, session.unsavedKey, null);
  for (const key of session.superseded) await closeJournal(session, key, null);
}

const runPorts = (session: WindowSession, onRelease: RunPorts['onRelease']): RunPorts => ({
  emit: session.emit,
  startEngine: session.services.startEngine,
  vault: session.services.vault,
  standing: (file) => standingOf(session, file),
  actions: session.services.actions,
  folders: (file) => foldersOf(session, file),
  consents: createConsents(session.services.settings, (key) => !key.startsWith('unsaved-')),
  now: session.services.now,
  reportFault: session.services.reportFault,
  onRelease,
});

const machinesOf = ({ python, startQuery }: HostPorts): ActionMachines => ({
  ...(python === undefined ? {} : { runPython: python.runPython }),
  ...(startQuery === undefined ? {} : { startQuery }),
});

const auditEvent = (change: AuditChange): HostEvent =>
  change.kind === 'added'
    ? { name: 'audit.added', payload: { entry: change.entry } }
    : { name: 'audit.cleared', payload: {} };
