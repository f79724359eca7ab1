import { secretPlace, type HttpRequest } from '../../../shared/actions/build-request.ts';
import { contentTypes } from '../../../shared/actions/fill-body.ts';
import { fillHeaders } from '../../../shared/actions/fill-headers.ts';
import { fillUrl } from '../../../shared/actions/fill-url.ts';
import { parseRequestText } from '../../../shared/actions/parse-request-text.ts';
import type { RequestFiller } from '../../../shared/actions/request-filler.ts';
import { planUrl } from '../../../shared/actions/url-plan.ts';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { ActionFailure } from '../../../shared/engine/effect.ts';
import type { IntegrationRecord } from '../../../shared/model/integration-record.ts';
import type { ExecutorPorts, ServiceAnswer, ServiceRequest } from '../actions/action-executor.ts';
import { readAnswerText } from './answer-text.ts';
import { joinRedactors } from './join-redactors.ts';
import type { LivePorts } from './live-call.ts';
import { readOutgoingUrl } from './outgoing-url.ts';
import type { Redactor } from './redactor.ts';
import { sendRequest, type SendLimits } from './send-request.ts';
import { showRequest, showResponse } from './shown-exchange.ts';

/** What the requests of one execution share. */
export type ServiceAround = {
  /** Fills the texts of integrations. */
  readonly filler: () => RequestFiller;
  /** Hides sensitive values of the execution. */
  readonly echo: Redactor;
  readonly aside: SendLimits['aside'];
  /** Told of everything that hides a secret that was used. */
  readonly onSecret: (redactor: Redactor) => void;
};

/** Requests of executors, on the one way out that API actions take. */
export const createServiceCaller =
  (ports: LivePorts, around: ServiceAround): ExecutorPorts['callService'] =>
  async (request, integration, { timeout, signal }) => {
    const built = buildService(request, integration, around.filler());
    if (!built.ok) return { ok: false, failure: 'badRequest', detail: built.failure };
    const limits = { timeout, signal, aside: around.aside, elapsed: ports.elapsed };
    const { outcome, redactor: secrets } = await sendRequest(ports, built.value, 'answer', limits);
    around.onSecret(secrets);
    const redactor = joinRedactors(around.echo, secrets);
    const shown = { request: showRequest(built.value, redactor) };
    if (!outcome.ok) {
      const { failure, detail, answer } = outcome.failure;
      const response = answer === null ? {} : { response: showResponse({ ...answer, bytes: 0 }, '', redactor) };
      return { ok: false, failure, detail: redactor.text(detail), ...shown, ...response };
    }
    const { text, isText, json, problem } = readAnswerText(outcome.value.body);
    const answer = { ...outcome.value, bytes: outcome.value.body.length };
    const response = showResponse(answer, text, redactor);
    if (!isText)
      return { ok: false, failure: 'malformedResponse', detail: redactor.text(problem ?? ''), ...shown, response };
    return {
      ok: true,
      status: answer.status,
      headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, secrets.text(value)])),
      // What a service repeats of a secret is no business of the action either.
      text: secrets.text(text),
      json: secrets.json(json),
      ...shown,
      response,
    } satisfies ServiceAnswer;
  };

/** Values are in place already; what is added is where the integration lives and what it always sends. */
function buildService(
  request: ServiceRequest,
  integration: IntegrationRecord | null,
  filler: RequestFiller,
): Result<HttpRequest, string> {
  const url = integration === null ? readOutgoingUrl(request.path) : urlBelow(integration, request.path, filler);
  if (!url.ok) return url;
  for (const [name, value] of Object.entries(request.query ?? {})) url.value.searchParams.append(name, value);
  const own = Object.entries(request.headers ?? {}).map(([name, value]) => ({ name, value: [value] }));
  const shared = (integration?.headers ?? []).map(({ name, value }) => ({
    name,
    value: parseRequestText(value).parts,
  }));
  const ownNames = new Set(own.map(({ name }) => name.toLowerCase()));
  const fields = [...shared.filter(({ name }) => !ownNames.has(name.toLowerCase())), ...own];
  const body = bodyOf(request.body);
  const hasType = fields.some(({ name }) => name.toLowerCase() === 'content-type');
  const headers = [
    ...fillHeaders(fields, filler),
    ...(body === null || hasType ? [] : [['content-type', body.type] as const]),
  ];
  if (filler.failure !== null) return fail(filler.failure.sentence);
  return succeed({
    method: request.method,
    url: url.value.href,
    headers,
    body: body?.text ?? null,
    secret: secretPlace(integration),
  });
}

/** A path stays below the base URL: it may not name another host, nor climb. */
function urlBelow(integration: IntegrationRecord, path: string, filler: RequestFiller): Result<URL, string> {
  const plan = planUrl(integration.baseUrl, '');
  if (!plan.ok) return plan;
  const base = fillUrl(plan.value, [], filler).replace(/\/$/, '');
  const below = path === '' || path.startsWith('?') ? path : `/${path.replace(/^\/+/, '')}`;
  const isClimbing = /[\\#]|(?:^|\/)(?:\.|%2e){1,2}(?:[/?]|$)/i.test(path);
  if (isClimbing) return fail(`The path "${path.slice(0, 200)}" leads away from ${integration.name}.`);
  return readOutgoingUrl(base + below);
}

function bodyOf(body: ServiceRequest['body']): { readonly type: string; readonly text: string } | null {
  if (body === undefined) return null;
  const type = contentTypes[body.kind];
  if (body.kind === 'json') return { type, text: JSON.stringify(body.value) };
  return { type, text: body.kind === 'text' ? body.text : new URLSearchParams(body.fields).toString() };
}

/** For a run that may not reach out: said to the executor, which says it to people. */
export const refuseService =
  (failure: ActionFailure, detail: string): ExecutorPorts['callService'] =>
  () =>
    Promise.resolve({ ok: false, failure, detail });
