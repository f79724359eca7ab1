import type { Json, JsonObject } from '../../../shared/base/json.ts';
import type { ActionFailure, RequestSummary, ResponseSummary } from '../../../shared/engine/effect.ts';
import type { ActionKind, ActionOf } from '../../../shared/model/action-record.ts';
import type { IntegrationRecord } from '../../../shared/model/integration-record.ts';
import type { TalkSoFar } from '../../../shared/runtime/effect-setting.ts';
import type { RunPython } from '../../python/python-port.ts';
import type { HandOffDesk } from '../desk/hand-off-desk.ts';
import type { StartEngine } from '../start-engine.ts';

/** Kinds the host carries out by itself; the engine does the rest, and API calls have a way of their own. */
export type ExecutedKind = Exclude<
  ActionKind,
  'api' | 'setAttributes' | 'calculation' | 'validation' | 'dateTime' | 'workflow'
>;

/** One run of an action, after everything that is the same for all kinds: checks, limits, mocks, cache. */
export type ActionTask<Kind extends ExecutedKind> = {
  /** Its texts are filled in already: no `$name` and no `{reference}` is left, but for the parameters of a query. */
  readonly action: ActionOf<Kind>;
  readonly integration: IntegrationRecord | null;
  readonly args: JsonObject;
  readonly talk: TalkSoFar | null;
  /** Whether it may reach beyond this machine: false in mock mode and in a scenario nobody trusts. */
  readonly mayReachOut: boolean;
  /** The same for the same place in the same talk; all that is drawn by chance comes from it. */
  readonly chance: number;
  /** Milliseconds left. */
  readonly timeout: number;
};

/** How it went. `body` is the result outputs are picked from, by JMESPath. */
export type Executed =
  | ({ readonly ok: true; readonly body: Json; readonly status?: number; readonly detail?: string } & Told)
  | ({
      readonly ok: false;
      readonly failure: ActionFailure;
      readonly detail: string;
      readonly body?: Json;
      readonly status?: number;
    } & Told);

/** What people may read of it; already without secrets and sensitive values. */
type Told = {
  readonly request?: RequestSummary;
  readonly response?: ResponseSummary;
  readonly console?: string;
};

/** A request to a service through an integration: policy, consent, secrets, redaction and limits are the caller's. */
export type ServiceRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';
  /** Below the base URL of the integration, or a whole URL where there is none. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?:
    | { readonly kind: 'json'; readonly value: Json }
    | { readonly kind: 'form'; readonly fields: Readonly<Record<string, string>> }
    | { readonly kind: 'text'; readonly text: string };
};
export type ServiceAnswer =
  | ({
      readonly ok: true;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly text: string;
      readonly json: Json | null;
    } & Told)
  | ({ readonly ok: false; readonly failure: ActionFailure; readonly detail: string } & Told);

/** What executors may do outside; each of these obeys the policy of the run. */
export type ExecutorPorts = {
  /** Asks a service. `integration` null: the path is the whole URL, and no secret goes along. */
  readonly callService: (
    request: ServiceRequest,
    integration: IntegrationRecord | null,
    around: { readonly timeout: number; readonly signal: AbortSignal },
  ) => Promise<ServiceAnswer>;
  /** For what speaks no HTTP (a database, a mail server): resolved once, checked, and allowed by the person; null when refused. */
  readonly allowAddress: (
    url: URL,
    secretName: string | null,
    signal: AbortSignal,
  ) => Promise<
    | { readonly host: string; readonly address: string; readonly port: number; readonly secret: string | null }
    | { readonly refused: string; readonly failure: ActionFailure }
  >;
  /** A folder of the app's own for this scenario: outbox, desk, sheets of scenarios without a file. */
  readonly scenarioFolder: () => Promise<string>;
  /** The folder the scenario's file lies in; null for one that was never saved or is not trusted. */
  readonly besideScenario: () => string | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Runs Python; absent where this program has none. */
  readonly runPython?: RunPython;
  /** A process that reads SQLite files, so that a query without end can be ended; absent: a Node of our own. */
  readonly startQuery?: StartEngine;
  /** Where talks wait for a person; absent where nobody sits at one. */
  readonly desk?: HandOffDesk;
};

/** Carries out one kind. Never rejects for anything a service, a designer or a person can do. */
export type ActionExecutor<Kind extends ExecutedKind> = (
  task: ActionTask<Kind>,
  ports: ExecutorPorts,
  signal: AbortSignal,
) => Promise<Executed>;

export type ActionExecutors = { readonly [Kind in ExecutedKind]: ActionExecutor<Kind> };
