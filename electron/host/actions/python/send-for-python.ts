import { STATUS_CODES } from 'node:http';
import type { ActionFailure } from '../../../../shared/engine/effect.ts';
import type { HostAnswer, HostFailureKind, HostInput } from '../../../python/host-operations.ts';
import type { ExecutorPorts, ServiceAnswer, ServiceRequest } from '../action-executor.ts';

type Asked = HostInput<'http.request'>;
type CallService = ExecutorPorts['callService'];

const mostHops = 5;
const mostBody = 1024 * 1024;

/** Sends what `requests` was told to send, on the way all requests take; redirects are followed one by one, each asked about. */
export async function sendForPython(
  asked: Asked,
  callService: CallService,
  milliseconds: number,
  signal: AbortSignal,
): Promise<HostAnswer> {
  const first = toRequest(asked);
  if ('message' in first) return first;
  const timeout = Math.min(milliseconds, (asked.timeoutSeconds ?? Number.POSITIVE_INFINITY) * 1000);
  const began = performance.now();
  let request = first;
  for (let hops = 0; hops <= mostHops; hops += 1) {
    const left = Math.max(1, Math.round(timeout - (performance.now() - began)));
    const answer = await callService(request, null, { timeout: left, signal });
    if (!answer.ok) return refuse(kindOf(answer.failure, answer.detail), answer.detail);
    const next = asked.followRedirects ? nextOf(request, answer) : null;
    if (next === null) return toResponse(request.path, answer, performance.now() - began);
    request = next;
  }
  return refuse('redirects', `More than ${mostHops} redirects, the last to ${request.path.slice(0, 200)}.`);
}

const refuse = (kind: HostFailureKind, message: string) => ({ ok: false, kind, message }) as const;

const methods: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);
const isMethod = (method: string): method is ServiceRequest['method'] => methods.has(method);

/** What the transport sets by itself, and `requests` likes to set too. */
const ofTheTransport: ReadonlySet<string> = new Set(['connection', 'content-length', 'accept-encoding', 'keep-alive']);

function toRequest({ method, url, headers, body }: Asked): ServiceRequest | ReturnType<typeof refuse> {
  if (!isMethod(method)) return refuse('badRequest', `${method} is no method that an action may use.`);
  if (!URL.canParse(url)) return refuse('invalidUrl', `"${url.slice(0, 200)}" is no URL.`);
  const text = body === null ? null : decode(body);
  if (text === undefined)
    return refuse('badRequest', 'The body of a request has to be text in UTF-8, of 1 MB at most.');
  return {
    method,
    path: url,
    headers: Object.fromEntries(headers.filter(([name]) => !ofTheTransport.has(name.toLowerCase()))),
    ...(text === null ? {} : { body: { kind: 'text', text } }),
  };
}

/** Undefined: it is no text. */
function decode(base64: string): string | undefined {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > mostBody) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

type Answer = Extract<ServiceAnswer, { ok: true }>;

/** Where the answer sends the script; null when it is an answer to keep. What proves who asks stays with its origin. */
function nextOf(request: ServiceRequest, { status, headers }: Answer): ServiceRequest | null {
  const location = headers['location'];
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return null;
  if (!URL.canParse(location, request.path)) return null;
  const [from, to] = [new URL(request.path), new URL(location, request.path)];
  const becomesGet = status === 303 ? request.method !== 'HEAD' : status < 303 && request.method === 'POST';
  const names = (name: string): boolean =>
    (from.origin === to.origin || !/^(authorization|cookie|proxy-|x-)|key|token|secret/i.test(name)) &&
    !(becomesGet && /^content-/i.test(name));
  const kept = Object.entries(request.headers ?? {}).filter(([name]) => names(name));
  const { body, ...rest } = request;
  return {
    ...rest,
    method: becomesGet ? 'GET' : request.method,
    path: to.href,
    headers: Object.fromEntries(kept),
    ...(body === undefined || becomesGet || from.origin !== to.origin ? {} : { body }),
  };
}

function toResponse(url: string, { status, headers, text }: Answer, milliseconds: number): HostAnswer {
  const reason = STATUS_CODES[status] ?? '';
  const body = Buffer.from(text, 'utf8').toString('base64');
  // It was unpacked on the way.
  const pairs = Object.entries(headers).filter(([name]) => name !== 'content-encoding' && name !== 'content-length');
  return { ok: true, value: { status, reason, url, headers: pairs, body, milliseconds } };
}

function kindOf(failure: ActionFailure, detail: string): HostFailureKind {
  if (failure === 'connectionFailed' && /certificate|TLS/i.test(detail)) return 'certificate';
  return kinds[failure] ?? 'failed';
}

const kinds: Readonly<Partial<Record<ActionFailure, HostFailureKind>>> = {
  timedOut: 'timeout',
  cancelled: 'timeout',
  connectionFailed: 'connection',
  addressRefused: 'refused',
  notTrusted: 'refused',
  noMock: 'refused',
  rateLimited: 'refused',
  badRequest: 'invalidUrl',
  redirectRefused: 'redirects',
  tooLarge: 'body',
  malformedResponse: 'body',
};
