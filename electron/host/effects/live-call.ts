import { mapResponse } from '../../../shared/actions/map-response.ts';
import type { JsonObject } from '../../../shared/base/json.ts';
import type { ActionFailure, ActionRun, EffectResult } from '../../../shared/engine/effect.ts';
import { valueText } from '../../../shared/values/value-text.ts';
import { readAnswerText } from './answer-text.ts';
import { buildOutgoing, type ApiSetting } from './build-outgoing.ts';
import type { CredentialFailure } from './credentials.ts';
import { failedResult } from './failed-result.ts';
import type { HttpAnswer } from './http-call.ts';
import { joinRedactors } from './join-redactors.ts';
import { createRedactor, type Redactor } from './redactor.ts';
import { sendRequest, type RedirectWish, type SendLimits, type SendPorts } from './send-request.ts';
import { showRequest, showResponse, withoutSensitive } from './shown-exchange.ts';

/** What a live call needs from around it. */
export type LivePorts = SendPorts & {
  readonly isTrusted: () => boolean;
  /** Milliseconds since 1970, for filters in the request. */
  readonly now: () => number;
  /** Milliseconds on a clock that only goes forward. */
  readonly elapsed: () => number;
};
export type CallBounds = Pick<SendLimits, 'timeout' | 'signal'> & Partial<Pick<SendLimits, 'aside'>>;

/** One call of an API action over the network, from template to mapped outputs. */
export async function callLive(
  ports: LivePorts,
  setting: ApiSetting,
  effect: Pick<ActionRun, 'arguments'>,
  { timeout, signal, aside = atOnce }: CallBounds,
): Promise<EffectResult> {
  if (!ports.isTrusted()) return failedResult('notTrusted', untrusted);
  const built = buildOutgoing(setting, effect.arguments, ports.now());
  if (!built.ok) return failedResult(built.failure.failure, built.failure.sentence);
  const { request, shown, hidden } = built.value;
  const echo = createRedactor(
    hidden.map((value) => valueText(value)),
    leastEchoLength,
  );
  const limits = { timeout, signal, aside, elapsed: ports.elapsed };
  const { outcome, redactor: secrets, duration } = await sendRequest(ports, request, redirectWish(setting), limits);
  const redactor = joinRedactors(echo, secrets);
  const isSent = outcome.ok || !unsent.has(outcome.failure.failure);
  const around = { duration, attempts: isSent ? 1 : 0, request: showRequest(shown, redactor) };
  if (!outcome.ok) return { ...describeRefusal(outcome.failure, redactor), ...around };
  return { ...describeAnswer(outcome.value, setting, redactor), ...around };
}

const atOnce: SendLimits['aside'] = (work) => work();

/** Nothing was on its way when these were found. */
const unsent = new Set<ActionFailure>(['secretMissing', 'addressRefused', 'badRequest']);

function redirectWish({ action }: ApiSetting): RedirectWish {
  if (action.request.followRedirects === true) return 'follow';
  // Whoever says what a 3xx means wants to hear of it.
  return action.successes?.['3xx'] === undefined ? 'refuse' : 'answer';
}

function describeRefusal({ failure, detail, answer }: CredentialFailure, redactor: Redactor): EffectResult {
  return {
    ...failedResult(failure, redactor.text(detail)),
    status: answer?.status ?? null,
    response: answer === null ? null : showResponse({ ...answer, bytes: 0 }, '', redactor),
  };
}

function describeAnswer(answer: HttpAnswer, setting: ApiSetting, redactor: Redactor): EffectResult {
  const { action, sensitiveOutputs } = setting;
  const { text, json, problem, warning } = readAnswerText(answer.body);
  const mapped = mapResponse(action, { status: answer.status, body: json, text });
  // What could not be read matters only to those who wanted something out of it.
  const unread = problem !== null && mapped.failure !== 'badStatus' && action.outputs.length > 0;
  return {
    outcome: unread ? 'failed' : mapped.outcome,
    origin: 'live',
    outputs: unread ? {} : (redactor.json(mapped.outputs) as JsonObject),
    failure: unread ? 'malformedResponse' : mapped.failure,
    detail: redactor.text(unread ? problem : [mapped.detail, warning].filter((said) => said !== '').join(' ')),
    status: answer.status,
    duration: 0,
    attempts: 1,
    request: null,
    response: showResponse(
      { ...answer, bytes: answer.body.length },
      withoutSensitive(text, json, mapped.outputs, sensitiveOutputs),
      redactor,
    ),
  };
}

/** Shorter than for secrets: such a value never stood in what is shown, this only catches its echo in the answer. */
export const leastEchoLength = 4;

const untrusted =
  'This scenario was made elsewhere and is not trusted, so nobody is called for it. Trust it in the File menu, or talk with mocks.';
