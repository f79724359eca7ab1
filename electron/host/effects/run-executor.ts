import { RequestFiller } from '../../../shared/actions/request-filler.ts';
import { mapResponse } from '../../../shared/actions/map-response.ts';
import type { Json, JsonObject } from '../../../shared/base/json.ts';
import type { ActionRun, EffectResult } from '../../../shared/engine/effect.ts';
import type { ActionOf, ActionRecord } from '../../../shared/model/action-record.ts';
import type { EffectSetting } from '../../../shared/runtime/effect-setting.ts';
import { readJson } from '../../../shared/persistence/read-json.ts';
import { valueText } from '../../../shared/values/value-text.ts';
import type { ActionExecutors, ActionTask, Executed, ExecutedKind, ExecutorPorts } from '../actions/action-executor.ts';
import { scopeOf } from './build-outgoing.ts';
import type { ServiceAround } from './call-service.ts';
import type { Deadline } from './deadline.ts';
import { failedResult } from './failed-result.ts';
import { fillAction } from './fill-action.ts';
import { joinRedactors } from './join-redactors.ts';
import { leastEchoLength } from './live-call.ts';
import { createRedactor, type Redactor } from './redactor.ts';
import { leafTexts, shownCap, withoutSensitive } from './shown-exchange.ts';

export type ExecutedAction = ActionOf<ExecutedKind>;
export type ExecutorSetting = EffectSetting & { readonly action: ExecutedAction };

export const isExecuted = (action: ActionRecord): action is ExecutedAction => {
  switch (action.kind) {
    case 'api':
    case 'setAttributes':
    case 'calculation':
    case 'validation':
    case 'dateTime':
    case 'workflow':
      return false;
    default:
      return true;
  }
};

export type ExecutorRun = {
  readonly executors: ActionExecutors;
  /** The doors of this execution, made with what it has to hide. */
  readonly open: (around: ServiceAround) => ExecutorPorts;
  readonly mayReachOut: boolean;
  readonly deadline: Deadline;
  /** Milliseconds this attempt may take. */
  readonly timeout: number;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** Carries out one attempt of an action that is no API call, from filled texts to mapped outputs. */
export async function runExecutor(
  run: ExecutorRun,
  setting: ExecutorSetting,
  effect: ActionRun,
): Promise<EffectResult> {
  const filled = fillAction(setting.action, setting, effect.arguments, run.now);
  if (!filled.ok) return failedResult(filled.failure.failure, filled.failure.sentence);
  let secrets: Redactor = createRedactor([]);
  const echo = echoOf(setting, effect.arguments);
  const ports = run.open({
    filler: () => new RequestFiller(setting.action.inputs, effect.arguments, scopeOf(setting.values, run.now)),
    echo,
    aside: run.deadline.aside,
    onSecret: (redactor) => {
      secrets = { ...joinRedactors(secrets, redactor), json: bothJson(secrets, redactor) };
    },
  });
  const task = {
    action: filled.value,
    integration: setting.integration,
    args: effect.arguments,
    talk: setting.talk,
    mayReachOut: run.mayReachOut,
    chance: effect.chance ?? 0,
    timeout: run.timeout,
  };
  const stop = new AbortController();
  const executed = await untilStopped(
    run.deadline,
    run.timeout,
    stop,
    execute(run.executors, task, ports, stop.signal),
  );
  return describe(executed, setting, joinRedactors(echo, secrets));
}

const bothJson =
  (first: Redactor, second: Redactor): Redactor['json'] =>
  (value) =>
    second.json(first.json(value));

/** The table says that they fit: the executor of a kind takes tasks of that kind. */
function execute(
  executors: ActionExecutors,
  task: ActionTask<ExecutedKind>,
  ports: ExecutorPorts,
  signal: AbortSignal,
): Promise<Executed> {
  const executor: (task: never, ports: ExecutorPorts, signal: AbortSignal) => Promise<Executed> =
    executors[task.action.kind];
  return executor(task as never, ports, signal);
}

/** Whoever does not hear that nobody waits any more is left behind. */
function untilStopped(
  deadline: Deadline,
  timeout: number,
  stop: AbortController,
  work: Promise<Executed>,
): Promise<Executed> {
  return new Promise((resolve, reject) => {
    const settle = (executed: Executed): void => {
      clearTimeout(timer);
      deadline.signal.removeEventListener('abort', onOver);
      stop.abort();
      resolve(executed);
    };
    const onOver = (): void => settle(deadline.over() === 'cancelled' ? cancelled : timedOut(timeout));
    const untilLate = (): void => {
      // Time that a person took to think was given back meanwhile.
      const late = started + timeout - deadline.spent();
      if (late > 0) timer = setTimeout(untilLate, late);
      else settle(timedOut(timeout));
    };
    const started = deadline.spent();
    let timer = setTimeout(untilLate, timeout);
    deadline.signal.addEventListener('abort', onOver, { once: true });
    if (deadline.signal.aborted) onOver();
    work.then(settle, reject);
  });
}

const cancelled: Executed = {
  ok: false,
  failure: 'cancelled',
  detail: 'The action was stopped before it was done.',
};
const timedOut = (timeout: number): Executed => ({
  ok: false,
  failure: 'timedOut',
  detail: `It was not done within ${Math.round(timeout / 100) / 10} s.`,
});

/** Hides sensitive arguments and values where they turn up in what people read. */
export const echoOf = (setting: EffectSetting, args: JsonObject): Redactor =>
  createRedactor(
    [
      ...setting.sensitiveInputs.map((name) => args[name] ?? null),
      ...setting.values.filter(({ sensitive }) => sensitive).map(({ value }) => value),
    ].map((value) => valueText(value)),
    leastEchoLength,
  );

function describe(executed: Executed, setting: ExecutorSetting, redactor: Redactor): EffectResult {
  const { action, sensitiveOutputs } = setting;
  const body = executed.body ?? null;
  const text = body === null ? '' : JSON.stringify(body);
  const mapped = mapResponse({ outputs: action.outputs }, { status: 200, body, text });
  const outcomes = createRedactor(
    sensitiveOutputs.flatMap((name) => leafTexts(mapped.outputs[name] ?? null)),
    leastEchoLength,
  );
  const hide = (shown: string): string => outcomes.text(redactor.text(shown));
  return {
    outcome: executed.ok ? mapped.outcome : 'failed',
    origin: 'live',
    outputs: executed.ok || executed.body !== undefined ? (redactor.json(mapped.outputs) as JsonObject) : {},
    failure: executed.ok ? mapped.failure : executed.failure,
    detail: hide([executed.detail ?? '', executed.ok ? mapped.detail : ''].filter(Boolean).join(' ')),
    status: executed.status ?? null,
    duration: 0,
    attempts: 1,
    request: executed.request ?? null,
    response:
      executed.response === undefined
        ? null
        : {
            ...executed.response,
            body: withoutSensitive(redactor.text(executed.response.body), body, mapped.outputs, sensitiveOutputs).slice(
              0,
              shownCap,
            ),
          },
    ...givenPart(body, withoutSensitive(redactor.text(text), body, mapped.outputs, sensitiveOutputs)),
    ...(executed.console === undefined ? {} : { console: hide(executed.console).slice(0, consoleCap) }),
  };
}

/** What the outputs were read from, for people to look at. */
function givenPart(body: Json, shown: string): Pick<EffectResult, 'given'> {
  const read = body === null || shown.length > shownCap ? null : readJson(shown);
  return read?.ok === true ? { given: read.value } : {};
}

const consoleCap = 64 * 1024;
