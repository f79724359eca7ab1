import { actionArguments } from '../../../shared/actions/action-arguments.ts';
import { checkInputs } from '../../../shared/actions/check-inputs.ts';
import { integrationIn } from '../../../shared/actions/integration-in.ts';
import { staysHere } from '../../../shared/actions/stays-here.ts';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { ActionFailure, ActionRun, EffectResult } from '../../../shared/engine/effect.ts';
import type { EffectSetting } from '../../../shared/runtime/effect-setting.ts';
import { demoOrigin } from '../demo/demo-server.ts';
import type { InterpretPort } from '../interpreters/interpret-port.ts';
import { createInterpreterPerformer } from '../interpreters/interpreter-performer.ts';
import { createOAuthTokens } from '../oauth/oauth-tokens.ts';
import { createActionLimits } from './action-limits.ts';
import { asRefused } from './as-refused.ts';
import { answerMock, createMockDesk, noMockSentence } from './answer-mock.ts';
import { failedResult } from './failed-result.ts';
import { resolveBySystem } from './guarded-connector.ts';
import { createHttpCaller, type HttpCaller } from './http-call.ts';
import type { LivePorts } from './live-call.ts';
import { performForReal } from './perform-for-real.ts';
import type { PerformerPorts, RealPorts } from './performer-ports.ts';
import { createRedactorShelf } from './redactor.ts';
import { isExecuted } from './run-executor.ts';

export type ActionPerformer = {
  /** Never rejects for anything a service, a designer or a network can do. */
  readonly run: (effect: ActionRun, setting: EffectSetting | null, signal: AbortSignal) => Promise<EffectResult>;
  /** Asks the interpreters that are not at hand. */
  readonly interpret: InterpretPort;
  readonly close: () => Promise<void>;
};

/** Carries out actions for one run: from the scenario's own examples, or for real. */
export function createActionPerformer(ports: PerformerPorts): ActionPerformer {
  // Made when the first live action runs: a run with mocks has nothing that could open a socket.
  let http: HttpCaller | null = null;
  const tokens = ports.tokens ?? createOAuthTokens(ports.clock.elapsed);
  const limits = ports.limits ?? createActionLimits(ports.clock.elapsed);
  const { environment = nothing, world = nothing } = ports;
  const redactorOf = createRedactorShelf();
  const live = (): LivePorts => {
    http ??= createHttpCaller(connectPolicy(ports));
    return {
      http,
      tokens,
      environment,
      redactorOf,
      isTrusted: ports.isTrusted,
      secretNamed: ports.secretNamed,
      secretHosts: ports.secretHosts,
      mayCall: ports.consent.ask,
      now: ports.clock.now,
      elapsed: ports.clock.elapsed,
    };
  };
  const inEnvironment = <Setting extends Pick<EffectSetting, 'integration'>>(setting: Setting): Setting => ({
    ...setting,
    integration: integrationIn(setting.integration, environment()),
  });
  const mocks = createMockDesk(world, ports.turns);
  const real: RealPorts = { ...ports, limits, live };
  const interpret = createInterpreterPerformer(ports.mode, live);

  const perform: ActionPerformer['run'] = async (asked, setting, signal) => {
    const mode = ports.mode();
    const refuse = (failure: ActionFailure, detail: string) => failedResult(failure, detail);
    if (setting === null) return refuse('unknownAction', `There is no action "${asked.action}".`);
    const { action } = setting;
    if (!action.enabled) return refuse('switchedOff', `${action.name} is switched off.`);
    const checked = checkArguments(asked, setting);
    if (!checked.ok) return refuse('invalidInput', checked.failure);
    const effect = checked.value;
    const mock = mode === 'mock' ? mocks.pick(setting, effect) : null;
    if (mock !== null) return answerMock(ports.clock, setting, mock, effect, signal);
    if (action.kind !== 'api' && !isExecuted(action))
      return refuse('badRequest', `${action.name} is carried out by the talk itself; nobody is called for it.`);
    if (mode === 'mock' && !staysHere(action))
      return refuse('noMock', noMockSentence(action.name, setting.mocks.length, world()));
    if (!ports.isTrusted()) return refuse('notTrusted', untrusted(action.name));
    return performForReal(real, inEnvironment(setting), effect, signal);
  };
  return {
    run: async (effect, setting, signal) => {
      const result = asRefused(await perform(effect, setting, signal));
      ports.onDone?.(effect, setting, result);
      return result;
    },
    interpret: (effect, setting, signal) => interpret(effect, setting === null ? null : inEnvironment(setting), signal),
    close: async () => {
      await http?.close();
      http = null;
    },
  };
}

/** Without an example there is nothing to talk with either. */
const untrusted = (action: string): string =>
  `This scenario was made elsewhere and is not trusted, so ${action} was not carried out. Trust it in the File menu, or give ${action} an example answer and talk with mocks.`;

const nothing = (): null => null;

/** A talk gives what its action wants. Whoever tries an action by itself may give anything. */
function checkArguments(effect: ActionRun, setting: EffectSetting): Result<ActionRun, string> {
  if (effect.use !== null) return succeed(effect);
  const { action, integration, sensitiveInputs } = setting;
  const wanted = actionArguments(action, action.kind === 'api' ? integration : null);
  const given = checkInputs(action, wanted, effect.arguments, (name) => sensitiveInputs.includes(name));
  if (!given.ok) return fail(given.failure.sentence);
  return succeed({ ...effect, arguments: { ...effect.arguments, ...given.value } });
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
