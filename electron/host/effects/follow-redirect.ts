import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { HttpAnswer, OutgoingRequest } from './http-call.ts';
import { readOutgoingUrl } from './outgoing-url.ts';

/** Each of them is looked at as if somebody had asked for it. */
export const mostHops = 5;

export type NextRequest = {
  readonly request: OutgoingRequest;
  /** The request goes to somebody else now: nothing that proves who is calling may go along, from here on. */
  readonly isElsewhere: boolean;
};

/** Whether an answer points to another address. */
export const isRedirect = ({ status, headers }: Pick<HttpAnswer, 'status' | 'headers'>): boolean =>
  [301, 302, 303, 307, 308].includes(status) && headers['location'] !== undefined;

/**
 * The request an answer points to, or the sentence that says why nobody goes there. `from` is what was sent, without its
 * credential.
 */
export function nextRequest(from: OutgoingRequest, answer: HttpAnswer): Result<NextRequest, string> {
  const here = new URL(from.url);
  const target = readLocation(here, answer.headers['location'] ?? '');
  if (!target.ok) return target;
  const isElsewhere = target.value.origin !== here.origin;
  const asGet = answer.status === 303 || (answer.status < 303 && from.method === 'POST');
  const moved = { ...from, url: target.value.href };
  const plain = asGet ? { ...moved, method: 'GET', body: null, headers: withoutBodyHeaders(moved.headers) } : moved;
  if (!isElsewhere) return succeed({ request: plain, isElsewhere });
  // What an action sends was meant for the one it was sent to.
  if (plain.body !== null)
    return fail(`${here.origin} points to ${target.value.origin}, and the body of a request is not handed on.`);
  return succeed({
    request: { ...plain, headers: plain.headers.filter(([name]) => harmless.has(name.toLowerCase())) },
    isElsewhere,
  });
}

/** Relative or whole; of the web and nothing else. */
function readLocation(here: URL, location: string): Result<URL, string> {
  const text = location.trim();
  const isOdd = [...text].some((character) => character <= ' ' || character === '\\' || character === '\u007f');
  const isWhole = /^[a-z][a-z0-9+.-]*:/i.test(text);
  if (text === '' || isOdd || (isWhole && !/^https?:\/\/[^/]/i.test(text)) || !URL.canParse(text, here.href))
    return fail(`${here.origin} points to "${text.slice(0, 200)}", which is no address of the web.`);
  return readOutgoingUrl(new URL(text, here).href);
}

/** All a stranger may know: whatever else a designer or a secret put there stays behind. */
const harmless = new Set(['accept', 'accept-language', 'user-agent']);

const withoutBodyHeaders = (headers: OutgoingRequest['headers']): OutgoingRequest['headers'] =>
  headers.filter(([name]) => !/^content-/i.test(name));
