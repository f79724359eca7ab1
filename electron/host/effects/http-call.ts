import { Agent, type Dispatcher } from 'undici';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { ActionFailure } from '../../../shared/engine/effect.ts';
import { createGuardedConnector, type ConnectPolicy } from './guarded-connector.ts';
import { explainCallError, type WantedConsent } from './http-failure.ts';
import { createLifelines } from './lifelines.ts';
import { readOutgoingUrl } from './outgoing-url.ts';
import { readBody } from './read-body.ts';

/** A request with nothing left to fill in. */
export type OutgoingRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | null;
};
export type HttpAnswer = {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  /** Decoded: what the service meant, not what went over the wire. */
  readonly body: Buffer;
};
export type HttpRefusal = {
  readonly failure: ActionFailure;
  readonly detail: string;
  /** Set when a person may allow this origin and the call may be tried again: nothing has been sent. */
  readonly consentFor: WantedConsent | null;
  /** What had come until then. */
  readonly answer: Omit<HttpAnswer, 'body'> | null;
};
export type CallLimits = {
  readonly timeout: number;
  readonly signal: AbortSignal;
  /** Gives an answer that points elsewhere as it is; otherwise it is refused. */
  readonly redirectsAreAnswers?: boolean;
};

/** Makes HTTP requests, one by one, never following where an answer points. */
export type HttpCaller = {
  readonly call: (request: OutgoingRequest, limits: CallLimits) => Promise<Result<HttpAnswer, HttpRefusal>>;
  readonly close: () => Promise<void>;
};

const connectTimeout = 10_000;
const headerCap = 16 * 1024;

/**
 * One agent for one scenario's run: it keeps connections alive between calls, and a connection that was allowed for one
 * scenario is never lent to another.
 */
export function createHttpCaller(policy: ConnectPolicy): HttpCaller {
  const lifelines = createLifelines();
  const agent = new Agent({
    connect: createGuardedConnector(policy, lifelines, connectTimeout),
    connections: 64,
    pipelining: 1,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 10_000,
    maxHeaderSize: headerCap,
  });
  return {
    call: async (request, limits) => {
      const address = checkRequest(request);
      if (!address.ok) return fail({ failure: 'badRequest', detail: address.failure, consentFor: null, answer: null });
      const end = lifelines.begin(address.value.origin);
      const outcome = await callOnce(agent, address.value, request, limits);
      end(!outcome.ok && (outcome.failure.failure === 'timedOut' || outcome.failure.failure === 'cancelled'));
      return outcome;
    },
    close: () => {
      lifelines.cutAll();
      return agent.destroy();
    },
  };
}

/** The address of a request that may be sent, or the sentence that says why it may not. */
function checkRequest(request: OutgoingRequest): Result<URL, string> {
  const managed = request.headers.find(([name]) => isOurs(name));
  return managed === undefined
    ? readOutgoingUrl(request.url)
    : fail(`The header "${managed[0]}" is set by Parley itself.`);
}

async function callOnce(
  agent: Dispatcher,
  url: URL,
  request: OutgoingRequest,
  limits: CallLimits,
): Promise<Result<HttpAnswer, HttpRefusal>> {
  const ending = createEnding(limits);
  let answer: HttpRefusal['answer'] = null;
  try {
    const response = await ending.unlessOver(agent.request(toDispatch(url, request, ending.signal)));
    // A body is put down early on purpose; the stream then reports an abort that nobody is left to hear.
    response.body.on('error', () => undefined);
    answer = { status: response.statusCode, headers: flatten(response.headers) };
    const redirect = redirectOf(answer, url);
    if (redirect !== null && limits.redirectsAreAnswers !== true) {
      response.body.destroy();
      return fail({ failure: 'redirectRefused', detail: redirect, consentFor: null, answer });
    }
    const body = await ending.unlessOver(readBody(response.body, answer.headers));
    if (!body.ok) return fail({ ...body.failure, consentFor: null, answer });
    return succeed({ ...answer, body: body.value });
  } catch (error) {
    const cause = ending.why() ?? error;
    return fail({ ...explainCallError(cause, { url, timeout: limits.timeout, began: answer !== null }), answer });
  } finally {
    ending.forget();
  }
}

type Ending = {
  /** Ends the connection's part in the call. */
  readonly signal: AbortSignal;
  readonly why: () => 'cancelled' | 'timedOut' | null;
  /** The dispatcher hears of an abort only once it is connected; nobody should have to wait for that. */
  readonly unlessOver: <Value>(work: Promise<Value>) => Promise<Value>;
  /** Nothing of it may stay behind: a signal of a whole run would gather listeners, a timer would fire for nobody. */
  readonly forget: () => void;
};

/** What ends a call before its answer does: a person, or the time. */
function createEnding({ timeout, signal }: CallLimits): Ending {
  const stop = new AbortController();
  let why: ReturnType<Ending['why']> = null;
  let giveUp: (reason: Error) => void = () => undefined;
  const end = (because: 'cancelled' | 'timedOut'): void => {
    why ??= because;
    const reason = new Error(because);
    stop.abort(reason);
    giveUp(reason);
  };
  const onCancel = (): void => end('cancelled');
  const timer = setTimeout(() => end('timedOut'), Math.ceil(timeout));
  if (signal.aborted) onCancel();
  else signal.addEventListener('abort', onCancel, { once: true });
  return {
    signal: stop.signal,
    why: () => why,
    unlessOver: (work) =>
      new Promise((resolve, reject) => {
        giveUp = reject;
        if (why !== null) reject(new Error(why));
        work.then(resolve, reject);
      }),
    forget: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onCancel);
    },
  };
}

function toDispatch(url: URL, request: OutgoingRequest, signal: AbortSignal): Dispatcher.RequestOptions {
  const given = new Set(request.headers.map(([name]) => name.toLowerCase()));
  const ours = Object.entries(defaultHeaders).filter(([name]) => !given.has(name));
  return {
    origin: url.origin,
    path: url.pathname + url.search,
    method: request.method,
    headers: [...ours, ...request.headers].flat(),
    body: request.body,
    signal,
    // The end of a call has a timer of its own.
    headersTimeout: 0,
    bodyTimeout: 0,
  };
}

const defaultHeaders = { accept: 'application/json', 'accept-encoding': 'gzip, deflate, br', 'user-agent': 'Parley' };

/** Framing and routing belong to the transport: set by hand they smuggle requests. */
const isOurs = (name: string): boolean => ourHeaders.has(name.toLowerCase()) || /^proxy-/i.test(name);
const ourHeaders = new Set(
  'host content-length transfer-encoding connection keep-alive upgrade te trailer expect'.split(' '),
);

function redirectOf(answer: Omit<HttpAnswer, 'body'>, from: URL): string | null {
  const location = answer.headers['location'];
  if (answer.status < 300 || answer.status > 399 || location === undefined) return null;
  const target = URL.canParse(location, from.href) ? new URL(location, from).href : location;
  return (
    `${from.origin} answered ${answer.status} and points to ${target.slice(0, 300)}. ` +
    'Redirects are not followed, so that no secret travels on: call that address directly if it is the right one.'
  );
}

const flatten = (headers: Dispatcher.ResponseData['headers']): { [name: string]: string } =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
