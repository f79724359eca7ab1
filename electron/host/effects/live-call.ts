import type { HttpRequest, SecretPlace } from '../../../shared/actions/build-request.ts';
import { mapResponse } from '../../../shared/actions/map-response.ts';
import type { JsonObject } from '../../../shared/base/json.ts';
import type { ActionFailure, ActionRun, EffectResult } from '../../../shared/engine/effect.ts';
import { valueText } from '../../../shared/values/value-text.ts';
import { demoOrigin } from '../demo/demo-server.ts';
import { readAnswerText } from './answer-text.ts';
import { buildOutgoing, type ApiSetting } from './build-outgoing.ts';
import type { HttpAnswer, HttpCaller, HttpRefusal, OutgoingRequest } from './http-call.ts';
import { createRedactor, type Redactor } from './redactor.ts';
import { showRequest, showResponse, withoutSensitive, withQuery } from './shown-exchange.ts';

/** What a live call needs from around it. */
export type LivePorts = {
  readonly http: HttpCaller;
  readonly isTrusted: () => boolean;
  readonly secretNamed: (name: string) => Promise<string | null>;
  /** Asks once per origin and remembers; `secret` names the secret that would travel there. */
  readonly mayCall: (origin: string, secret: string | null, signal: AbortSignal) => Promise<boolean>;
  /** Milliseconds since 1970, for filters in the request. */
  readonly now: () => number;
  /** Milliseconds on a clock that only goes forward. */
  readonly elapsed: () => number;
};

/** One call of an API action over the network, from template to mapped outputs. */
export async function callLive(
  ports: LivePorts,
  setting: ApiSetting,
  effect: ActionRun,
  signal: AbortSignal,
): Promise<EffectResult> {
  if (!ports.isTrusted()) return failed('notTrusted', untrusted);
  const built = buildOutgoing(setting, effect.arguments, ports.now());
  if (!built.ok) return failed(built.failure.failure, built.failure.sentence);
  const { request, shown, hidden } = built.value;
  const echo = createRedactor(
    hidden.map((value) => valueText(value)),
    leastEchoLength,
  );
  const refuse = (failure: ActionFailure, detail: string): EffectResult => ({
    ...failed(failure, detail),
    request: showRequest(shown, echo),
  });

  if (!(await mayUseSecret(ports, request, signal))) return refuse('addressRefused', notAllowed(originOf(request.url)));
  const secret = request.secret === null ? null : await ports.secretNamed(request.secret.secretName);
  if (request.secret !== null && secret === null) return refuse('secretMissing', noSecret(request.secret.secretName));

  const redactor = both(echo, createRedactor(secret === null ? [] : [secret]));
  const sent = await send(ports, withSecret(request, secret), effect.timeout, signal);
  const around = { duration: sent.duration, attempts: 1, request: showRequest(shown, redactor) };
  if ('refusal' in sent) return { ...describeRefusal(sent.refusal, redactor), ...around };
  return { ...describeAnswer(sent.answer, setting, redactor), ...around };
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

function describeAnswer(answer: HttpAnswer, setting: ApiSetting, redactor: Redactor): EffectResult {
  const { action, sensitiveOutputs } = setting;
  const { text, json, problem } = readAnswerText(answer.body);
  const mapped = mapResponse(action, { status: answer.status, body: json, text });
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
    response: showResponse(
      { ...answer, bytes: answer.body.length },
      withoutSensitive(text, json, mapped.outputs, sensitiveOutputs),
      redactor,
    ),
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

/** Shorter than for secrets: such a value never stood in what is shown, this only catches its echo in the answer. */
const leastEchoLength = 4;

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
