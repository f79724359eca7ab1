import { isJsonObject, type Json, type JsonObject } from '../../../shared/base/json.ts';
import type { HttpRequest } from '../../../shared/actions/build-request.ts';
import type { RequestSummary, ResponseSummary } from '../../../shared/engine/effect.ts';
import { MASK } from '../../../shared/engine/mask.ts';
import { isSecretName } from '../../../shared/model/secret-names.ts';
import { valueText } from '../../../shared/values/value-text.ts';
import { hiddenToken } from './build-outgoing.ts';
import type { Redactor } from './redactor.ts';

/** What people see of a body; the rest is said to be there by its size. */
export const shownCap = 16 * 1024;

/** A request for people to read. It was built without the secret; what looks like one is masked all the same. */
export function showRequest(request: HttpRequest, redactor: Redactor): RequestSummary {
  const { secret } = request;
  const headers = request.headers.map(
    ([name, value]) => [name, isSecretName(name) ? MASK : redactor.text(readableMask(value))] as const,
  );
  const added =
    secret === null || secret.in === 'query' ? [] : [[secret.name, `${schemes[secret.in]}${MASK}`] as const];
  const url = secret?.in === 'query' ? withQuery(request.url, secret.name, MASK) : request.url;
  return {
    method: request.method,
    url: cut(readableMask(maskQuery(url)), redactor),
    headers: Object.fromEntries([...headers, ...added]),
    body: cut(readableMask(request.body ?? ''), redactor),
  };
}

const schemes = { header: '', bearer: 'Bearer ', oauth2: 'Bearer ', basic: 'Basic ' } as const;

export function showResponse(
  response: { readonly status: number; readonly headers: { readonly [name: string]: string }; readonly bytes: number },
  text: string,
  redactor: Redactor,
): ResponseSummary {
  const headers = Object.entries(response.headers).map(
    ([name, value]) => [name, isSecretName(name) ? MASK : redactor.text(value)] as const,
  );
  return {
    status: response.status,
    headers: Object.fromEntries(headers),
    body: cut(text, redactor),
    bytes: response.bytes,
  };
}

/** The text of an answer, with everything masked in it that says what a sensitive output says. */
export function withoutSensitive(
  text: string,
  body: Json,
  outputs: JsonObject,
  sensitiveOutputs: readonly string[],
): string {
  const hidden = new Set(sensitiveOutputs.flatMap((name) => leafTexts(outputs[name] ?? null)));
  if (hidden.size === 0) return text;
  if (body === null) return MASK;
  const walk = (value: Json): Json => {
    if (Array.isArray(value)) return (value as readonly Json[]).map(walk);
    if (isJsonObject(value)) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each)]));
    return hidden.has(valueText(value)) ? MASK : value;
  };
  return JSON.stringify(walk(body));
}

/** Every single value inside, as text. */
export function leafTexts(value: Json): string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(leafTexts);
  if (isJsonObject(value)) return Object.values(value).flatMap(leafTexts);
  return value === null || value === '' ? [] : [valueText(value)];
}

export const withQuery = (url: string, name: string, value: string): string => {
  const target = new URL(url);
  target.searchParams.append(name, value);
  return target.href;
};

function maskQuery(url: string): string {
  const target = url.includes('?') ? URL.parse(url) : null;
  if (target === null) return url;
  const secretNames = [...target.searchParams.keys()].filter(isSecretName);
  if (secretNames.length === 0) return url;
  for (const name of secretNames) target.searchParams.set(name, MASK);
  return target.href;
}

/** What stood for hidden values while the request was built, and masks a URL has encoded, as people know them. */
const readableMask = (text: string): string => text.replaceAll(hiddenToken, MASK).replaceAll(encodedMask, MASK);
const encodedMask = encodeURIComponent(MASK);

/** Masks before it cuts, with room for a secret that straddles the end. */
function cut(text: string, redactor: Redactor): string {
  const shown = redactor.text(text.slice(0, shownCap + redactor.longest));
  return text.length > shownCap ? `${shown.slice(0, shownCap)}…` : shown;
}
