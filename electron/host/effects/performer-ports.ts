import type { RunMode } from '../../../shared/bridge/contract/run-contract.ts';
import type { ActionRun, EffectResult } from '../../../shared/engine/effect.ts';
import type { EffectSetting } from '../../../shared/runtime/effect-setting.ts';
import type { HandOffDesk } from '../desk/hand-off-desk.ts';
import type { ActionExecutors, ExecutorPorts } from '../actions/action-executor.ts';
import type { DemoServer } from '../demo/demo-server.ts';
import type { OAuthTokens } from '../oauth/oauth-tokens.ts';
import type { ActionLimits } from './action-limits.ts';
import type { EffectClock } from './effect-clock.ts';
import type { ConnectPolicy, Resolve } from './guarded-connector.ts';
import type { LivePorts } from './live-call.ts';
import type { GatePorts, SecretHosts } from './secret-gate.ts';

/** What performing actions needs; everything that may change while a run goes on is asked each time. */
export type PerformerPorts = {
  readonly mode: () => RunMode;
  /** The id of the world examples are taken from. */
  readonly world?: () => string | null;
  readonly environment?: () => string | null;
  /** How far sequences of examples have come, for actions that are tried again and again. */
  readonly turns?: Map<string, number>;
  /** Whether this person trusts the scenario: otherwise nothing is called for it. */
  readonly isTrusted: () => boolean;
  readonly secretNamed: (name: string) => Promise<string | null>;
  /** Without them a secret goes wherever consent lets it. */
  readonly secretHosts?: SecretHosts;
  readonly consent: {
    /** Without asking; the connector looks here at the moment it connects. */
    readonly isAllowed: ConnectPolicy['isAllowed'];
    readonly ask: GatePorts['mayCall'];
  };
  readonly demo: DemoServer;
  /** Ports this program itself listens on. */
  readonly ownPorts: () => readonly number[];
  readonly clock: EffectClock;
  readonly resolve?: Resolve;
  /** Whoever carries out the kinds that are no API calls. */
  readonly executors?: () => Promise<ActionExecutors>;
  /** Shared by everybody whose limits count together; otherwise they count for this performer alone. */
  readonly limits?: ActionLimits;
  readonly tokens?: OAuthTokens;
  /** Keeps scenarios apart in what is shared. */
  readonly scenario?: string;
  readonly folders?: ScenarioFolders;
  readonly machines?: ActionMachines;
  /** Where talks wait for a person; absent where nobody sits at one. */
  readonly desk?: HandOffDesk;
  /** Told of every execution. */
  readonly onDone?: (effect: ActionRun, setting: EffectSetting | null, result: EffectResult) => void;
};

/** What runs code of others for executors. */
export type ActionMachines = Pick<ExecutorPorts, 'runPython' | 'startQuery'>;

/** Where actions of a scenario keep files. */
export type ScenarioFolders = {
  /** The app's own folder for it; made when it is first asked for. */
  readonly own: () => Promise<string>;
  /** Where its file lies; null where nothing may be written there. */
  readonly beside: () => string | null;
};

/** The same, for what is carried out for real. */
export type RealPorts = PerformerPorts & {
  readonly limits: ActionLimits;
  /** Makes what opens sockets, when it is first asked for. */
  readonly live: () => LivePorts;
};
