import { assertNever } from '../base/assert-never.ts';
import type { JsonObject } from '../base/json.ts';
import { fail, succeed, type Result } from '../base/result.ts';
import type { ApiActionRecord } from '../model/action-record.ts';
import type { IntegrationRecord } from '../model/integration-record.ts';
import type { ValueScope } from '../reference/read-reference.ts';
import { actionArguments } from './action-arguments.ts';
import { contentTypes, fillBody } from './fill-body.ts';
import { fillHeaders, type Header } from './fill-headers.ts';
import { fillUrl } from './fill-url.ts';
import { planRequest } from './plan-request.ts';
import { RequestFiller, type RequestFailure } from './request-filler.ts';

export type { RequestFailure };

/** Where the host puts a secret. Only its name travels; the host looks it up when it sends. */
export type SecretPlace = {
  readonly in: 'header' | 'query' | 'bearer' | 'basic' | 'oauth2';
  /** The header or query parameter; `authorization` for bearer and basic. */
  readonly name: string;
  readonly secretName: string;
  readonly user?: string;
  /** The secret is the name, and `user` the password. */
  readonly swapped?: true;
  /** How a token is got for the secret, which itself goes to the token's address alone. */
  readonly grant?: OAuthGrant;
};

/** OAuth 2 client credentials, without the secret. */
export type OAuthGrant = {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly scope: string;
  readonly audience: string;
  readonly send: 'header' | 'body';
};

export type HttpRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body: string | null;
  readonly secret: SecretPlace | null;
};

/**
 * The request an action makes with these arguments. `scope` answers `{references}`; null where there is no
 * conversation, and then they are empty. Values are data in every place: none changes where another part begins.
 */
export function buildRequest(
  action: ApiActionRecord,
  integration: IntegrationRecord | null,
  args: JsonObject,
  scope: ValueScope | null,
): Result<HttpRequest, RequestFailure> {
  const planned = planRequest(action, integration);
  if (!planned.ok) return fail({ failure: 'badRequest', sentence: planned.failure });
  const { url, query, headers, body } = planned.value;
  const filler = new RequestFiller(action.inputs, args, scope);
  for (const { name, required } of actionArguments(action, integration)) {
    if (required && (!Object.hasOwn(args, name) || args[name] === null)) filler.miss(name);
  }
  const filledBody = fillBody(body, filler);
  const request: HttpRequest = {
    method: action.request.method,
    url: fillUrl(url, query, filler),
    headers: withContentType(fillHeaders(headers, filler), filledBody === null ? null : contentTypes[body.kind]),
    body: filledBody,
    secret: secretPlace(integration),
  };
  return filler.failure === null ? succeed(request) : fail(filler.failure);
}

const withContentType = (headers: readonly Header[], contentType: string | null): readonly Header[] =>
  contentType === null || headers.some(([name]) => name.toLowerCase() === 'content-type')
    ? headers
    : [...headers, ['content-type', contentType]];

/** Where the secret of an integration goes; null for one that needs none. */
export function secretPlace(integration: IntegrationRecord | null): SecretPlace | null {
  const authentication = integration?.authentication;
  switch (authentication?.kind) {
    case undefined:
    case 'none':
      return null;
    case 'apiKey':
      return { in: authentication.in, name: authentication.name, secretName: authentication.secret };
    case 'bearer':
      return { in: 'bearer', name: 'authorization', secretName: authentication.secret };
    case 'basic':
      return {
        in: 'basic',
        name: 'authorization',
        secretName: authentication.secret,
        user: authentication.user,
        ...(authentication.swapped === true ? { swapped: true } : {}),
      };
    case 'oauth2':
      // The host trades it for a token, which is what travels.
      return {
        in: 'oauth2',
        name: 'authorization',
        secretName: authentication.secret,
        grant: {
          tokenUrl: authentication.tokenUrl,
          clientId: authentication.clientId,
          scope: authentication.scope,
          audience: authentication.audience,
          send: authentication.send,
        },
      };
    default:
      return assertNever(authentication);
  }
}
