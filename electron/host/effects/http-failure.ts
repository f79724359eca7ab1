import type { ActionFailure } from '../../../shared/engine/effect.ts';
import { AnswerTooLong } from './cap-answers.ts';
import { AddressRefused, type Reach } from './guarded-connector.ts';

type Circumstances = {
  readonly url: URL;
  readonly timeout: number;
  /** Whether the status line had come already. */
  readonly began: boolean;
};
/** What a person may allow. */
export type WantedConsent = { readonly origin: string; readonly reach: Reach };
export type Explained = {
  readonly failure: ActionFailure;
  readonly detail: string;
  readonly consentFor: WantedConsent | null;
};

/** Turns what the network threw into a code and one sentence a designer can act on. */
export function explainCallError(error: unknown, about: Circumstances): Explained {
  const { origin } = about.url;
  if (error === 'cancelled') return explain('cancelled', 'The call was stopped before it was answered.');
  if (error === 'timedOut') return explain('timedOut', timeoutSentence(about));
  const refused = inChain(error, (cause) => cause instanceof AddressRefused);
  if (refused instanceof AddressRefused)
    return {
      failure: 'addressRefused',
      detail: refused.message,
      consentFor: refused.reason === 'consentNeeded' ? { origin: refused.origin, reach: refused.reach } : null,
    };
  if (inChain(error, (cause) => cause instanceof AnswerTooLong) !== undefined)
    return explain('tooLarge', `${origin} sent more than 32 MB for one answer; reading was stopped.`);
  const code = codeOf(error);
  if (code.includes('TIMEOUT') && code.startsWith('UND_ERR')) return explain('timedOut', timeoutSentence(about));
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return explain('tooLarge', `${origin} sent more than 16 KB of headers; the answer was not read.`);
  if (code === 'UND_ERR_INVALID_ARG' || code === 'UND_ERR_NOT_SUPPORTED')
    return explain('badRequest', `The request cannot be sent: ${messageOf(error)}.`);
  if (isNotHttp(error) || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH')
    return explain('malformedResponse', `What ${origin} sent is not a well-formed HTTP answer (${messageOf(error)}).`);
  if (about.began)
    return explain('malformedResponse', `${origin} broke off in the middle of its answer${suffix(code)}.`);
  return explain('connectionFailed', connectionSentence(about.url, code));
}

const explain = (failure: ActionFailure, detail: string): Explained => ({ failure, detail, consentFor: null });

const timeoutSentence = ({ url, timeout, began }: Circumstances): string =>
  began
    ? `${url.origin} began to answer but was not done within ${seconds(timeout)}.`
    : `${url.origin} did not answer within ${seconds(timeout)}.`;

const seconds = (milliseconds: number): string => `${Math.round(milliseconds / 100) / 10} s`;

function connectionSentence(url: URL, code: string): string {
  const known = connectionCauses[code];
  if (known !== undefined) return known(url);
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/.test(code))
    return `The certificate of ${url.host} cannot be trusted${suffix(code)}; nothing was sent.`;
  if (code === 'EPROTO' || code.startsWith('ERR_SSL'))
    return `${url.host} does not speak TLS there${suffix(code)}; nothing was sent. Is it http rather than https?`;
  return `No connection to ${url.origin}${suffix(code)}.`;
}

const connectionCauses: { readonly [code: string]: (url: URL) => string } = {
  ECONNREFUSED: (url) => `Nothing is listening at ${url.origin}. Is the service running?`,
  ENOTFOUND: (url) => `There is no machine called ${url.hostname}. Check the base URL.`,
  EAI_AGAIN: (url) => `The name ${url.hostname} could not be looked up. Is this machine online?`,
  ECONNRESET: (url) => `${url.origin} closed the connection without answering.`,
  UND_ERR_SOCKET: (url) => `${url.origin} closed the connection without answering.`,
  UND_ERR_CONNECT_TIMEOUT: (url) => `${url.origin} could not be reached in time.`,
  EHOSTUNREACH: (url) => `There is no way to ${url.host} from here.`,
  ENETUNREACH: (url) => `There is no way to ${url.host} from here. Is this machine online?`,
  ERR_TLS_CERT_ALTNAME_INVALID: (url) => `The certificate there was not issued for ${url.hostname}; nothing was sent.`,
  CERT_HAS_EXPIRED: (url) => `The certificate of ${url.host} has expired; nothing was sent.`,
  DEPTH_ZERO_SELF_SIGNED_CERT: (url) => `The certificate of ${url.host} is self-signed; nothing was sent.`,
};

const isNotHttp = (error: unknown): boolean => error instanceof Error && error.name === 'HTTPParserError';

const suffix = (code: string): string => (code === '' ? '' : ` (${code})`);

/** The first error of a chain of causes that fits: several addresses may have been tried, each with its own error. */
function inChain(error: unknown, fits: (error: unknown) => boolean): unknown {
  if (fits(error)) return error;
  if (error instanceof AggregateError) return error.errors.map((each) => inChain(each, fits)).find(Boolean);
  return error instanceof Error && error.cause !== undefined ? inChain(error.cause, fits) : undefined;
}

function codeOf(error: unknown): string {
  const coded = inChain(error, (cause) => typeof (cause as { code?: unknown } | null)?.code === 'string');
  return (coded as { code: string } | undefined)?.code ?? '';
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message.slice(0, 200) : 'unknown');
