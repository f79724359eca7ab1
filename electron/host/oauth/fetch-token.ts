import type { OAuthGrant } from '../../../shared/actions/build-request.ts';
import { isJsonObject } from '../../../shared/base/json.ts';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import { readAnswerText } from '../effects/answer-text.ts';
import type { HttpAnswer, OutgoingRequest } from '../effects/http-call.ts';
import type { FetchedToken, TokenFailure } from './oauth-tokens.ts';

/** The request that trades the client's name and secret for a token. */
export function tokenRequest(grant: OAuthGrant, secret: string): OutgoingRequest {
  const { tokenUrl, clientId, scope, audience, send } = grant;
  const fields = new URLSearchParams({ grant_type: 'client_credentials' });
  if (scope !== '') fields.set('scope', scope);
  if (audience !== '') fields.set('audience', audience);
  if (send === 'body') {
    fields.set('client_id', clientId);
    fields.set('client_secret', secret);
  }
  const headers: [string, string][] = [['content-type', 'application/x-www-form-urlencoded']];
  if (send === 'header') headers.push(['authorization', `Basic ${basicPair(clientId, secret)}`]);
  return { method: 'POST', url: tokenUrl, headers, body: fields.toString() };
}

/** Both halves are encoded as in a form first, so that a colon in either ends neither. */
export const basicPair = (clientId: string, secret: string): string =>
  Buffer.from(`${formEncode(clientId)}:${formEncode(secret)}`, 'utf8').toString('base64');

const formEncode = (text: string): string => new URLSearchParams({ x: text }).toString().slice(2);

/** Reads what the token's address answered. What it says of a failure is told, the token never is. */
export function readToken(origin: string, answer: HttpAnswer): Result<FetchedToken, TokenFailure> {
  const { json } = readAnswerText(answer.body);
  const said = isJsonObject(json) ? json : {};
  const text = (name: string): string => (typeof said[name] === 'string' ? said[name] : '');
  if (answer.status >= 400) {
    const why = [text('error'), text('error_description')].filter((part) => part !== '').join(': ');
    const detail = `${origin} gave no token: status ${answer.status}${why === '' ? '' : ` (${why.slice(0, 300)})`}.`;
    return fail({ failure: 'badStatus', detail });
  }
  const token = text('access_token');
  const type = text('token_type');
  if (!/^[\x21-\x7e]+$/.test(token))
    return fail({ failure: 'malformedResponse', detail: `${origin} answered without an access token.` });
  if (type !== '' && type.toLowerCase() !== 'bearer')
    return fail({ failure: 'malformedResponse', detail: `${origin} gave a token of the type "${type.slice(0, 40)}".` });
  const seconds = Number(said['expires_in'] ?? Number.NaN);
  return succeed({ token, lifetime: Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null });
}
