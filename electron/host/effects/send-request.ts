import type { HttpRequest } from '../../../shared/actions/build-request.ts';
import { fail, type Result } from '../../../shared/base/result.ts';
import {
  obtainCredential,
  type Credential,
  type CredentialFailure,
  type CredentialPorts,
  noCredential,
} from './credentials.ts';
import { isRedirect, mostHops, nextRequest } from './follow-redirect.ts';
import type { HttpAnswer, HttpCaller, OutgoingRequest } from './http-call.ts';
import type { Redactor } from './redactor.ts';
import { notAllowed } from './secret-gate.ts';

export type SendPorts = CredentialPorts & { readonly http: HttpCaller };

export type SendLimits = {
  /** Milliseconds for everything; a person's thinking is not counted. */
  readonly timeout: number;
  readonly signal: AbortSignal;
  /** Holds the clock while a person thinks. */
  readonly aside: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Milliseconds on a clock that only goes forward. */
  readonly elapsed: () => number;
};

export type RedirectWish = 'refuse' | 'answer' | 'follow';

export type Sent = {
  readonly outcome: Result<HttpAnswer, CredentialFailure>;
  /** Hides what went along. */
  readonly redactor: Redactor;
  /** Milliseconds on the way. */
  readonly duration: number;
};

/**
 * The way every request takes: may the secret go there, may anybody go there, where does the answer point. Everything a
 * request carries to prove who is calling is put on here and nowhere else.
 */
export async function sendRequest(
  ports: SendPorts,
  request: HttpRequest,
  redirects: RedirectWish,
  limits: SendLimits,
): Promise<Sent> {
  const timer = createTimer(limits);
  const gated: CredentialPorts = {
    ...ports,
    mayCall: (...asked) => timer.aside(() => ports.mayCall(...asked)),
  };
  const plain = (each: OutgoingRequest) => callAllowed(ports, each, false, limits, timer);
  const obtained = await obtainCredential(gated, request, plain, limits.signal);
  if (!obtained.ok) return { outcome: fail(obtained.failure), redactor: noCredential.redactor, duration: 0 };
  const credential = obtained.value;
  const outcome = await sendWith(ports, request, credential, redirects, limits, timer);
  const refused = outcome.ok && outcome.value.status === 401 ? credential.renew : null;
  if (refused === null) return { outcome, redactor: credential.redactor, duration: timer.spent() };
  const renewed = await refused();
  if (!renewed.ok) return { outcome: fail(renewed.failure), redactor: credential.redactor, duration: timer.spent() };
  const again = await sendWith(ports, request, renewed.value, redirects, limits, timer);
  return { outcome: again, redactor: renewed.value.redactor, duration: timer.spent() };
}

async function sendWith(
  ports: SendPorts,
  first: OutgoingRequest,
  credential: Credential,
  redirects: RedirectWish,
  limits: SendLimits,
  timer: Timer,
): Promise<Sent['outcome']> {
  let request = first;
  let mayProve = true;
  for (let hops = 0; ; hops += 1) {
    const outgoing = mayProve ? credential.put(request) : request;
    const outcome = await callAllowed(ports, outgoing, redirects !== 'refuse', limits, timer);
    if (redirects !== 'follow' || !outcome.ok || !isRedirect(outcome.value)) return outcome;
    const next = nextRequest(request, outcome.value);
    if (!next.ok) return refuseRedirect(outcome.value, `${next.failure} The redirect was not followed.`);
    if (hops === mostHops) return refuseRedirect(outcome.value, `More than ${mostHops} redirects; gave up.`);
    if (next.value.isElsewhere) mayProve = false;
    // A service can put into the address what it was sent.
    if (!mayProve && credential.redactor.text(next.value.request.url) !== next.value.request.url)
      return refuseRedirect(outcome.value, 'The address it points to holds a secret. The redirect was not followed.');
    request = next.value.request;
  }
}

const refuseRedirect = ({ status, headers }: HttpAnswer, detail: string): Sent['outcome'] =>
  fail({ failure: 'redirectRefused', detail, answer: { status, headers } });

/** Calls; where a person must first allow the origin, asks and calls again. */
async function callAllowed(
  ports: SendPorts,
  request: OutgoingRequest,
  redirectsAreAnswers: boolean,
  limits: SendLimits,
  timer: Timer,
): Promise<Sent['outcome']> {
  const timeout = limits.timeout - timer.spent();
  if (timeout <= 0) return fail({ failure: 'timedOut', detail: 'There was no time left to call.', answer: null });
  const outcome = await ports.http.call(request, { timeout, signal: limits.signal, redirectsAreAnswers });
  if (outcome.ok) return outcome;
  const { consentFor, ...refusal } = outcome.failure;
  if (consentFor === null) return fail(refusal);
  if (await timer.aside(() => ports.mayCall(consentFor.origin, null, limits.signal, consentFor.reach)))
    return callAllowed(ports, request, redirectsAreAnswers, limits, timer);
  return fail({ ...refusal, ...notAllowed(consentFor.origin) });
}

type Timer = {
  readonly spent: () => number;
  readonly aside: SendLimits['aside'];
};

/** The time of this one request: all of it, but for what was spent asking. */
function createTimer({ elapsed, aside }: SendLimits): Timer {
  const began = elapsed();
  let outside = 0;
  return {
    spent: () => Math.round(elapsed() - began - outside),
    aside: async (work) => {
      const left = elapsed();
      try {
        return await aside(work);
      } finally {
        outside += elapsed() - left;
      }
    },
  };
}
