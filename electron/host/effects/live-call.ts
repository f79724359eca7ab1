import { buildRequest, type HttpRequest, type SecretPlace } from '../../../shared/actions/build-request.ts';
import { mapResponse } from '../../../shared/actions/map-response.ts';
import type { JsonObject } from '../../../shared/base/json.ts';
import type { ActionFailure, Effect, EffectResult } from '../../../shared/engine/effect.ts';
import type { ApiActionRecord } from '../../../shared/model/action-record.ts';
import type { EffectSetting } from '../../../shared/runtime/effect-setting.ts';
import { demoOrigin } from '../demo/demo-server.ts';
import { readAnswerText } from './answer-text.ts';
import type { HttpAnswer, HttpCaller, HttpRefusal, OutgoingRequest } from './http-call.ts';
import { createRedactor, mask, type Redactor } from './redactor.ts';
import { maskLeaves, showRequest, showResponse, withQuery } from './shown-exchange.ts';

/** What a live call needs from around it. */
export type LivePorts = {
  readonly http: HttpCaller;
  readonly isTrusted: () => boolean;
  readonly secretNamed: (name: string) => Promise<string | null>;
  /** Asks once per origin and remembers; `secret` names the secret that would travel there. */
  readonly mayCall: (origin: string, secret: string | null, signal: AbortSignal) => Promise<boolean>;
  /** Milliseconds on a clock that only goes forward. */
  readonly elapsed: () => number;
};

/** The setting of an action that calls somebody. */
export type ApiSetting = EffectSetting & { readonly action: ApiActionRecord };

/** One call of an API action over the network, from template to mapped outputs. */
export async function callLive(
  ports: LivePorts,
  { action, integration, sensitiveInputs, sensitiveOutputs }: ApiSetting,
  effect: Effect,
  signal: AbortSignal,
): Promise<EffectResult> {
  if (!ports.isTrusted()) return failed('notTrusted', untrusted);
  const built = buildRequest(action, integration, effect.arguments, null);
  if (!built.ok) return failed(built.failure.failure, built.failure.sentence);
  const request = built.value;
  const masked = buildRequest(action, integration, maskArguments(effect.arguments, sensitiveInputs), null);
  const said = createRedactor(
    sensitiveInputs.map((name) => effect.arguments[name]).filter((value) => typeof value === 'string'),
    leastArgumentLength,
  );
  const shown = masked.ok ? masked.value : { ...request, url: mask, body: mask };

  const allowed = await mayUseSecret(ports, request, signal);
  if (!allowed) return { ...failed('addressRefused', notAllowed(originOf(request.url))), request: showRequest(shown, said) };
  const secret = request.secret === null ? null : await ports.secretNamed(request.secret.secretName);
  if (request.secret !== null && secret === null)
    return { ...failed('secretMissing', noSecret(request.secret.secretName)), request: showRequest(shown, said) };

  const redactor = both(said, createRedactor(secret === null ? [] : [secret]));
  const sent = await send(ports, withSecret(request, secret), effect.timeout, signal);
  const timing = { duration: sent.duration, attempts: 1, request: showRequest(shown, redactor) };
  if ('refusal' in sent) return { ...describeRefusal(sent.refusal, redactor), ...timing };
  return { ...describeAnswer(sent.answer, action, sensitiveOutputs, redactor), ...timing };
}

type Sent = { readonly duration: number } & ({ readonly answer: HttpAnswer } | { readonly refusal: HttpRefusal });

/** Sends; where a person must first allow the origin, asks and sends again. Thinking is not counted as duration. */
async function send(ports: LivePorts, request: OutgoingRequest, timeout: number, signal: AbortSignal): Promise<Sent> {
  const began = ports.elapsed();
  const outcome = await ports.http.call(request, { timeout, signal });
  const duration = Math.round(ports.elapsed() - began);
  if (outcome.ok) return { answer: outcome.value, duration };
  const origin = outcome.failure.consentFor;
  if (origin === null) return { refusal: outcome.failure, duration };
  if (await ports.mayCall(origin, null, signal)) return send(ports, request, timeout, signal);
  return { refusal: { ...outcome.failure, detail: notAllowed(origin) }, duration };
}

/** A secret goes to an origin only after a person said so, also to a public one: a bundle could name our secret and its own host. */
async function mayUseSecret(ports: LivePorts, request: HttpRequest, signal: AbortSignal): Promise<boolean> {
  const origin = originOf(request.url);
  if (request.secret === null || origin === demoOrigin) return true;
  return ports.mayCall(origin, request.secret.secretName, signal);
}

function withSecret(request: HttpRequest, secret: string | null): OutgoingRequest {
  const place = request.secret;
  if (place === null || secret === null) return request;
  if (place.in === 'query') return { ...request, url: withQuery(request.url, place.name, secret) };
  const others = request.headers.filter(([name]) => name.toLowerCase() !== place.name.toLowerCase());
  return { ...request, headers: [...others, [place.name, secretHeader(place, secret)]] };
}

function secretHeader(place: SecretPlace, secret: string): string {
  if (place.in === 'bearer') return `Bearer ${secret}`;
  if (place.in !== 'basic') return secret;
  return `Basic ${Buffer.from(`${place.user ?? ''}:${secret}`, 'utf8').toString('base64')}`;
}

function describeRefusal(refusal: HttpRefusal, redactor: Redactor): EffectResult {
  const { answer } = refusal;
  return {
    ...failed(refusal.failure, redactor.text(refusal.detail)),
    status: answer?.status ?? null,
    response: answer === null ? null : showResponse({ ...answer, bytes: 0 }, '', redactor),
  };
}

function describeAnswer(
  answer: HttpAnswer,
  action: ApiActionRecord,
  sensitive: readonly string[],
  redactor: Redactor,
): EffectResult {
  const { text, json, problem } = readAnswerText(answer.body);
  const mapped = mapResponse(action, { status: answer.status, body: json, text });
  const hidden = Object.entries(mapped.outputs).flatMap(([name, value]) => (sensitive.includes(name) ? [value] : []));
  const body = hidden.length === 0 ? text : JSON.stringify(maskLeaves(json, hidden));
  // What could not be read matters only to those who wanted something out of it.
  const unread = problem !== null && answer.status < 400 && action.outputs.length > 0;
  return {
    outcome: unread ? 'failed' : mapped.outcome,
    origin: 'live',
    outputs: unread ? {} : (redactor.json(mapped.outputs) as JsonObject),
    failure: unread ? 'malformedResponse' : mapped.failure,
    detail: redactor.text(unread ? problem : mapped.detail),
    status: answer.status,
    duration: 0,
    attempts: 1,
    request: null,
    response: showResponse({ ...answer, bytes: answer.body.length }, body, redactor),
  };
}

const failed = (failure: ActionFailure, detail: string): EffectResult => ({
  outcome: 'failed',
  origin: 'live',
  outputs: {},
  failure,
  detail,
  status: null,
  duration: 0,
  attempts: 0,
  request: null,
  response: null,
});

/** Shorter than for secrets: an argument is masked where it stood, this only catches its echo in the answer. */
const leastArgumentLength = 4;

const maskArguments = (args: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [name, names.includes(name) ? mask : value]));

const both = (first: Redactor, second: Redactor): Redactor => ({
  text: (text) => second.text(first.text(text)),
  json: (value) => second.json(value),
  longest: Math.max(first.longest, second.longest),
});

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);

const untrusted =
  'This scenario was made by somebody else and is not trusted yet, so nothing is called for it. Trust it, or talk with mocks.';
const notAllowed = (origin: string): string => `This scenario was not allowed to call ${origin}.`;
const noSecret = (name: string): string => `There is no secret called "${name}" on this machine. Give it first.`;
