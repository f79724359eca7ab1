import { Agent, type Dispatcher } from 'undici';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { ActionFailure } from '../../../shared/engine/effect.ts';
import { exchangeOnce } from './exchange-once.ts';
import { createGuardedConnector, type ConnectPolicy } from './guarded-connector.ts';
import { explainCallError, type WantedConsent } from './http-failure.ts';
import { createLifelines } from './lifelines.ts';
import { readOutgoingUrl } from './outgoing-url.ts';
import { bodyCap, refuseBody, tooLarge, unpackBody, type BodyFailure } from './read-body.ts';

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
  { timeout, signal, redirectsAreAnswers = false }: CallLimits,
): Promise<Result<HttpAnswer, HttpRefusal>> {
  let answer: HttpRefusal['answer'] = null;
  let ended: 'cancelled' | 'timedOut' | null = null;
  const { done, stop } = exchangeOnce<BodyFailure>(agent, toDispatch(url, request), {
    onHead: (head) => {
      answer = head;
      const redirect = redirectsAreAnswers ? null : redirectOf(head, url);
      return redirect === null ? refuseBody(head.headers) : { failure: 'redirectRefused', detail: redirect };
    },
    most: bodyCap,
    tooMuch: tooLarge,
  });
  const end = (because: 'cancelled' | 'timedOut'): void => {
    ended ??= because;
    stop(new Error(because));
  };
  const onCancel = (): void => end('cancelled');
  const timer = setTimeout(() => end('timedOut'), Math.ceil(timeout));
  if (signal.aborted) onCancel();
  else signal.addEventListener('abort', onCancel, { once: true });
  try {
    const exchanged = await done;
    if ('refusal' in exchanged) return fail({ ...exchanged.refusal, consentFor: null, answer });
    const body = await unpackBody(exchanged.body, exchanged.head.headers);
    if (!body.ok) return fail({ ...body.failure, consentFor: null, answer });
    return succeed({ ...exchanged.head, body: body.value });
  } catch (error) {
    return fail({ ...explainCallError(ended ?? error, { url, timeout, began: answer !== null }), answer });
  } finally {
    // Nothing may stay behind: the signal of a whole run would gather listeners, and a timer fire for nobody.
    clearTimeout(timer);
    signal.removeEventListener('abort', onCancel);
  }
}

function toDispatch(url: URL, request: OutgoingRequest): Dispatcher.DispatchOptions {
  const given = new Set(request.headers.map(([name]) => name.toLowerCase()));
  const ours = Object.entries(defaultHeaders).filter(([name]) => !given.has(name));
  return {
    origin: url.origin,
    path: url.pathname + url.search,
    method: request.method,
    headers: [...ours, ...request.headers].flat(),
    body: request.body,
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
