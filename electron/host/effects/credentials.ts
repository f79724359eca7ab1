import type { HttpRequest, OAuthGrant, SecretPlace } from '../../../shared/actions/build-request.ts';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { ActionFailure } from '../../../shared/engine/effect.ts';
import { basicPair, readToken, tokenRequest } from '../oauth/fetch-token.ts';
import type { FetchedToken, OAuthTokens, TokenFailure, TokenKey } from '../oauth/oauth-tokens.ts';
import type { HttpAnswer, HttpRefusal, OutgoingRequest } from './http-call.ts';
import { createRedactor, type Redactor, type RedactorOf } from './redactor.ts';
import { hostOf, passSecretGate, type GatePorts } from './secret-gate.ts';
import { withQuery } from './shown-exchange.ts';

export type CredentialPorts = GatePorts & {
  readonly secretNamed: (name: string) => Promise<string | null>;
  readonly tokens: OAuthTokens;
  readonly environment: () => string | null;
  /** Makes what hides a secret; a run that sends it again and again makes it once. */
  readonly redactorOf?: RedactorOf;
};

/** What proves who is calling. It is put on at the last moment and taken off again where a request goes elsewhere. */
export type Credential = {
  readonly put: (request: OutgoingRequest) => OutgoingRequest;
  /** Hides it, and everything it was made from. */
  readonly redactor: Redactor;
  /** Gets another one after a service did not take this; null where there is no other. */
  readonly renew: (() => Promise<Result<Credential, CredentialFailure>>) | null;
};
export type CredentialFailure = {
  readonly failure: ActionFailure;
  readonly detail: string;
  readonly answer: HttpRefusal['answer'];
};

export const noCredential: Credential = {
  put: (request) => request,
  redactor: createRedactor([]),
  renew: null,
};

/** How a token is fetched: on the same way out as everything else. */
export type SendPlain = (request: OutgoingRequest) => Promise<Result<HttpAnswer, CredentialFailure>>;

/** Looks the secret up when its person lets it go there. Nothing is read before that. */
export async function obtainCredential(
  ports: CredentialPorts,
  request: HttpRequest,
  send: SendPlain,
  signal: AbortSignal,
): Promise<Result<Credential, CredentialFailure>> {
  const place = request.secret;
  if (place === null) return succeed(noCredential);
  const { grant, secretName } = place;
  const passed = await passSecretGate(ports, secretName, originsOf(request, grant), signal);
  if (!passed.ok) return fail({ ...passed.failure, answer: null });
  const secret = await ports.secretNamed(secretName);
  if (secret === null) return fail({ failure: 'secretMissing', detail: noSecret(secretName), answer: null });
  if (grant === undefined) return succeed(plainCredential(place, secret, ports.redactorOf ?? createRedactor));
  const key: TokenKey = { grant, environment: ports.environment(), secret };
  return tokenCredential(ports.tokens, key, send, signal);
}

function originsOf(request: HttpRequest, grant: OAuthGrant | undefined): readonly string[] {
  const urls = grant === undefined ? [request.url] : [grant.tokenUrl, request.url];
  return urls.map((url) => (URL.canParse(url) ? new URL(url).origin : url));
}

function plainCredential(place: SecretPlace, secret: string, redactorOf: RedactorOf): Credential {
  const pair = place.in === 'basic' ? pairOf(place, secret) : null;
  return {
    put: (request) => {
      if (place.in === 'query') return { ...request, url: withQuery(request.url, place.name, secret) };
      if (pair !== null) return withHeader(request, place.name, `Basic ${pair}`);
      return withHeader(request, place.name, place.in === 'bearer' ? `Bearer ${secret}` : secret);
    },
    redactor: redactorOf(pair === null ? [secret] : [secret, pair]),
    renew: null,
  };
}

async function tokenCredential(
  tokens: OAuthTokens,
  key: TokenKey,
  send: SendPlain,
  signal: AbortSignal,
): Promise<Result<Credential, CredentialFailure>> {
  const { grant, secret } = key;
  // Also what the token's address says when it refuses: it may repeat what it was sent.
  const basis = [secret, basicPair(grant.clientId, secret)];
  const found = await tokens.get(key, () => fetchToken(grant, secret, send, createRedactor(basis)));
  // Somebody else began to fetch it, and was stopped.
  if (!found.ok && found.failure.failure === 'cancelled' && !signal.aborted)
    return tokenCredential(tokens, key, send, signal);
  if (!found.ok) return fail({ ...found.failure, answer: null });
  const token = found.value;
  return succeed({
    put: (request) => withHeader(request, 'authorization', `Bearer ${token}`),
    redactor: createRedactor([...basis, token]),
    renew: () => {
      tokens.drop(key, token);
      return tokenCredential(tokens, key, send, signal);
    },
  });
}

async function fetchToken(
  grant: OAuthGrant,
  secret: string,
  send: SendPlain,
  redactor: Redactor,
): Promise<Result<FetchedToken, TokenFailure>> {
  const answered = await send(tokenRequest(grant, secret));
  const read = answered.ok ? readToken(hostOf(grant.tokenUrl), answered.value) : answered;
  if (read.ok) return read;
  const { failure, detail } = read.failure;
  return fail({ failure, detail: redactor.text(`No token for ${grant.clientId}. ${detail}`) });
}

const pairOf = ({ user = '', swapped }: SecretPlace, secret: string): string =>
  swapped === true ? base64Pair(secret, user) : base64Pair(user, secret);

const base64Pair = (user: string, secret: string): string =>
  Buffer.from(`${user}:${secret}`, 'utf8').toString('base64');

function withHeader(request: OutgoingRequest, name: string, value: string): OutgoingRequest {
  const others = request.headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
  return { ...request, headers: [...others, [name, value]] };
}

const noSecret = (name: string): string => `There is no secret called "${name}" on this machine. Give it first.`;
