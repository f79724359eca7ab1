import { mockResult, pickMock } from '../../../shared/actions/pick-mock.ts';
import type { RunMode } from '../../../shared/bridge/contract/run-contract.ts';
import type { ActionFailure, ActionRun, EffectResult } from '../../../shared/engine/effect.ts';
import type { EffectSetting } from '../../../shared/runtime/effect-setting.ts';
import { demoOrigin, type DemoServer } from '../demo/demo-server.ts';
import type { InterpretPort } from '../interpreters/interpret-port.ts';
import { createInterpreterPerformer } from '../interpreters/interpreter-performer.ts';
import { resolveBySystem, type Resolve } from './guarded-connector.ts';
import { createHttpCaller, type HttpCaller } from './http-call.ts';
import type { ApiSetting } from './build-outgoing.ts';
import { callLive, type LivePorts } from './live-call.ts';
import { shownCap, withoutSensitive } from './shown-exchange.ts';

/** What performing actions needs; everything that may change while a run goes on is asked each time. */
export type PerformerPorts = {
  readonly mode: () => RunMode;
  /** Whether this person trusts the scenario: otherwise nothing is called for it. */
  readonly isTrusted: () => boolean;
  readonly secretNamed: (name: string) => Promise<string | null>;
  readonly consent: {
    /** Without asking; the connector looks here at the moment it connects. */
    readonly isAllowed: (origin: string) => boolean;
    readonly ask: LivePorts['mayCall'];
  };
  readonly demo: DemoServer;
  /** Ports this program itself listens on. */
  readonly ownPorts: () => readonly number[];
  readonly clock: EffectClock;
  readonly resolve?: Resolve;
};

export type EffectClock = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds on a clock that only goes forward. */
  readonly elapsed: () => number;
  /** Resolves after the time, or as soon as it is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

export type ActionPerformer = {
  /** Never rejects for anything a service, a designer or a network can do. */
  readonly run: (effect: ActionRun, setting: EffectSetting | null, signal: AbortSignal) => Promise<EffectResult>;
  /** Asks the interpreters that are not at hand. */
  readonly interpret: InterpretPort;
  readonly close: () => Promise<void>;
};

/** Carries out actions for one run: from the scenario's own examples, or over the network. */
export function createActionPerformer(ports: PerformerPorts): ActionPerformer {
  // Made when the first live action runs: a run with mocks has nothing that could open a socket.
  let http: HttpCaller | null = null;
  const live = (): LivePorts => {
    http ??= createHttpCaller(connectPolicy(ports));
    return {
      http,
      isTrusted: ports.isTrusted,
      secretNamed: ports.secretNamed,
      mayCall: ports.consent.ask,
      now: ports.clock.now,
      elapsed: ports.clock.elapsed,
    };
  };
  return {
    run: async (effect, setting, signal) => {
      const mode = ports.mode();
      if (setting === null) return refuse(mode, 'unknownAction', `There is no action "${effect.action}".`);
      const { action } = setting;
      if (!action.enabled) return refuse(mode, 'switchedOff', `${action.name} is switched off.`);
      if (action.kind !== 'api')
        return refuse(mode, 'badRequest', `${action.name} sets attributes; nobody is called for it.`);
      if (mode === 'mock') return answerFromMocks(ports.clock, { ...setting, action }, effect, signal);
      return callLive(live(), { ...setting, action }, effect, signal);
    },
    interpret: createInterpreterPerformer(ports.mode, live),
    close: async () => {
      await http?.close();
      http = null;
    },
  };
}

function connectPolicy(ports: PerformerPorts) {
  return {
    isAllowed: ports.consent.isAllowed,
    ownPorts: ports.ownPorts,
    rewrite: async (origin: string) =>
      origin === demoOrigin ? { address: '127.0.0.1', port: await ports.demo.port() } : null,
    resolve: ports.resolve ?? resolveBySystem,
  };
}

/** The first example that fits the arguments, after the time it pretends to take. */
async function answerFromMocks(
  clock: EffectClock,
  { action, mocks, sensitiveOutputs }: ApiSetting,
  effect: ActionRun,
  signal: AbortSignal,
): Promise<EffectResult> {
  const mock = pickMock(mocks, effect.arguments);
  if (mock === null) return refuse('mock', 'noMock', noMockSentence(action.name, mocks.length));
  await clock.sleep(Math.min(mock.delay, effect.timeout), signal);
  if (signal.aborted) return refuse('mock', 'cancelled', 'The action was stopped before it was answered.');
  if (mock.delay > effect.timeout)
    return { ...refuse('mock', 'timedOut', timeoutSentence(action.name, effect.timeout)), duration: effect.timeout };
  const result = mockResult(action, mock);
  const body = withoutSensitive(result.response.body, mock.body, result.outputs, sensitiveOutputs);
  return { ...result, response: { ...result.response, body: body.slice(0, shownCap) } };
}

const noMockSentence = (action: string, count: number): string =>
  count === 0
    ? `${action} has no example to answer from. Add one, or run live.`
    : `None of the ${count} examples of ${action} fits these arguments. Add one without conditions as the last.`;

const timeoutSentence = (action: string, timeout: number): string =>
  `${action} was not answered within ${timeout / 1000} s.`;

const refuse = (mode: RunMode, failure: ActionFailure, detail: string): EffectResult => ({
  outcome: 'failed',
  origin: mode === 'mock' ? 'mocked' : 'live',
  outputs: {},
  failure,
  detail,
  status: null,
  duration: 0,
  attempts: 0,
  request: null,
  response: null,
});
