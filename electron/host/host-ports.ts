import type { HostEvent } from '../../shared/bridge/contract/event-contract.ts';
import type { AuditLog } from './audit/audit-log.ts';
import type { PythonPort } from '../python/python-port.ts';
import type { ActionExecutors } from './actions/action-executor.ts';
import type { ActionLimits } from './effects/action-limits.ts';
import type { HandOffDesk } from './desk/hand-off-desk.ts';
import type { ActionMachines, ScenarioFolders } from './effects/performer-ports.ts';
import type { OAuthTokens } from './oauth/oauth-tokens.ts';
import type { SecretVault } from './secret-vault.ts';
import type { SettingsStore } from './settings-store.ts';
import type { EngineProcess, StartEngine } from './start-engine.ts';

export type { EngineProcess, StartEngine };

/** What the host cannot do by itself, for the whole app: Electron's main gives one set, the command line and tests others. */
export type HostPorts = {
  readonly version: string;
  readonly platform: 'linux' | 'darwin' | 'win32';
  /** The app's own folder of the person: journals live here. */
  readonly userFolder: string;
  readonly settings: SettingsStore;
  readonly vault: SecretVault;
  readonly startEngine: StartEngine;
  /** Runs actions in Python; absent where there is none. */
  readonly python?: PythonPort;
  /** A process that reads SQLite files; absent: a Node of our own. */
  readonly startQuery?: StartEngine;
  readonly nativeDialogs: boolean;
  /** Milliseconds since 1970, for people to read; nothing is ordered by it. */
  readonly now: () => number;
  readonly reportFault: (fault: unknown) => void;
};

/** What one window gives on top. */
export type WindowPorts = {
  readonly emit: (event: HostEvent) => void;
  readonly dialogs: Dialogs;
  readonly frame: WindowFrame;
};

/** Asks the person for a place. A path comes from here and nowhere else; null means cancelled. */
export type Dialogs = {
  /** Whether the file of somebody else may call services, run Python and use secrets. */
  readonly confirmTrust: (path: string) => Promise<boolean>;
  readonly chooseScenario: () => Promise<string | null>;
  readonly chooseImport: (what: ImportKind) => Promise<string | null>;
  readonly chooseSavePath: (what: SaveKind, suggestedName: string) => Promise<string | null>;
};
export type SaveKind = 'scenario' | 'export';
export type ImportKind = 'bundle' | 'session' | 'translations';

/** The window around the page. */
export type WindowFrame = {
  readonly setTitle: (title: string, edited: boolean) => void;
  readonly setMenu: (menus: readonly FrameMenu[]) => void;
  /** The answer to `app.closing`. */
  readonly close: (proceed: boolean) => void;
  readonly focus: () => void;
  /** Another window: with a file, or with the sample. A file that is open has its window brought to the front. */
  readonly openWindow: (path: string | null) => void;
};
export type FrameMenu = { readonly label: string; readonly items: readonly FrameMenuItem[] };
export type FrameMenuItem =
  | { readonly kind: 'separator' }
  | {
      readonly kind: 'action';
      readonly id: string;
      readonly label: string;
      readonly shortcut: string;
      readonly enabled: boolean;
    };

/** What the run handlers of one window are given. */
export type RunPorts = {
  readonly emit: (event: HostEvent) => void;
  readonly startEngine: StartEngine;
  readonly vault: SecretVault;
  /** Whose scenario it is: the key consents are kept under, and whether its person trusts it. */
  readonly standing: (file: string | null) => ScenarioStanding;
  readonly consents: OriginConsents;
  readonly actions: ActionServices;
  /** Where the actions of a scenario keep files. */
  readonly folders: (file: string | null) => ScenarioFolders;
  readonly now: () => number;
  readonly reportFault: (fault: unknown) => void;
  /** Called when the window goes away, so that no run outlives it. */
  readonly onRelease: (release: () => void | Promise<void>) => void;
};
/** What counts over all talks of the app, in all windows. */
export type ActionServices = {
  readonly limits: ActionLimits;
  readonly tokens: OAuthTokens;
  readonly audit: AuditLog;
  /** Loaded when the first action needs one of them. */
  readonly executors: () => Promise<ActionExecutors>;
  readonly machines: ActionMachines;
  /** Where talks wait for a person. */
  readonly desk: HandOffDesk;
};
export type ScenarioStanding = { readonly trusted: boolean; readonly key: string };

/** May this scenario call that origin? Null means nobody has been asked yet. */
export type OriginConsents = {
  readonly get: (scenarioKey: string, origin: string) => boolean | null;
  readonly set: (scenarioKey: string, origin: string, allowed: boolean) => void;
};
