import { escapeRequestText } from '../../actions/parse-request-text.ts';
import type { RequestTemplate } from '../../model/action-kinds.ts';
import type { NamedValue } from '../../model/action-parts.ts';
import { requestMethodSchema } from '../../model/action-kinds.ts';
import type { CurlCommand, CurlData } from './read-curl.ts';
import { shellVariable } from './shell-words.ts';

type Body = RequestTemplate['body'];

/** A command as the request of an action: variables of the shell are arguments, everything else means itself. */
export type CurlRequest = Pick<RequestTemplate, 'method' | 'path' | 'headers' | 'query' | 'body'> & {
  /** Scheme, host and port. */
  readonly origin: string;
  /** `name:password` that stood in the address. */
  readonly userInfo: string | null;
  readonly notes: readonly string[];
};

export function curlRequest(command: CurlCommand): CurlRequest {
  const { data, headers } = command;
  const notes = [...command.notes];
  const url = urlOf(command.url);
  const sent = command.asQuery ? [] : data;
  const body = bodyOf(sent, headers, notes);
  const asked = command.asQuery ? data.flatMap(fieldsOf) : [];
  const extra = command.query.flatMap((text) => fieldsOf({ kind: 'urlencode', text }));
  return {
    origin: url.origin,
    userInfo: url.userInfo,
    method: methodOf(command, sent, notes),
    path: toTemplate(url.path),
    query: [...url.query, ...asked, ...extra].map(asTemplates),
    headers: headersFor(headers, sent, body).map((header) => ({ ...header, value: toTemplate(header.value) })),
    body,
    notes,
  };
}

/** Marked variables become arguments; whatever else would mean something in a request means itself. */
export const toTemplate = (text: string): string => escapeRequestText(text).replace(shellVariable, '$$$1');

const asTemplates = ({ name, value }: NamedValue): NamedValue => ({ name: toTemplate(name), value: toTemplate(value) });

function methodOf(
  { method, asQuery }: CurlCommand,
  sent: readonly CurlData[],
  notes: string[],
): RequestTemplate['method'] {
  const wanted = method ?? (sent.length > 0 && !asQuery ? 'POST' : 'GET');
  const known = requestMethodSchema.safeParse(wanted);
  if (known.success) return known.data;
  notes.push(`The method ${wanted} is not known here; it became GET.`);
  return 'GET';
}

function urlOf(given: string) {
  // Without a scheme, curl takes http.
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `http://${given}`;
  const [, scheme = 'http://', authority = '', rest = ''] =
    /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)([\s\S]*)$/i.exec(whole) ?? [];
  const at = authority.lastIndexOf('@');
  const [path, query] = cutOnce(rest.replace(/#[\s\S]*$/, ''), '?');
  return {
    origin: scheme.toLowerCase() + authority.slice(at + 1),
    userInfo: at < 0 ? null : decoded(authority.slice(0, at)),
    path,
    query: pairsOf(query),
  };
}

const cutOnce = (text: string, sign: string): readonly [string, string] => {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + sign.length)];
};

const pairsOf = (text: string): NamedValue[] =>
  text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name, value] = cutOnce(pair, '=');
      return { name: decoded(name), value: decoded(value) };
    });

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** What is sent, as names with values. */
function fieldsOf(data: CurlData): NamedValue[] {
  if (data.kind === 'field') return [{ name: data.name, value: data.value }];
  if (data.kind !== 'urlencode') return pairsOf(data.text);
  // `name=content`, `=content` or `content`: only the content is encoded.
  const [name, value] = data.text.includes('=') ? cutOnce(data.text, '=') : ['', data.text];
  return [name === '' ? { name: value, value: '' } : { name: decoded(name), value }];
}

function bodyOf(sent: readonly CurlData[], headers: readonly NamedValue[], notes: string[]): Body {
  if (sent.length === 0) return { kind: 'none' };
  if (sent.some(({ kind }) => kind === 'field')) {
    notes.push('A form of several parts became a plain form.');
    return { kind: 'form', fields: sent.flatMap(fieldsOf).map(asTemplates) };
  }
  const type = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
  const whole = sent
    .map((data) => ('text' in data ? data.text : ''))
    .join(sent.some(({ kind }) => kind === 'json') ? '' : '&');
  const json = jsonTemplate(whole);
  const saysJson = /json/i.test(type) || sent.some(({ kind }) => kind === 'json');
  if (json !== null && (saysJson || type === '' || /urlencoded/i.test(type)) && (saysJson || /^\s*[[{]/.test(whole)))
    return { kind: 'json', text: json };
  const isForm = (type === '' || /urlencoded/i.test(type)) && /^[^\s=&]+=/.test(whole);
  if (isForm) return { kind: 'form', fields: sent.flatMap(fieldsOf).map(asTemplates) };
  return { kind: 'text', text: toTemplate(whole) };
}

const jsonString = /"(?:[^"\\]|\\.)*"/g;

/** JSON whose strings mean themselves; null when it is none. Numbers stay as they were written, however long. */
function jsonTemplate(text: string): string | null {
  const quoted = withQuotedVariables(text);
  try {
    const value: unknown = JSON.parse(quoted);
    const isExact = !/\d{16}/.test(quoted);
    const laidOut = isExact && !quoted.includes('\n') && quoted.length > 40 ? JSON.stringify(value, null, 2) : quoted;
    return laidOut.replace(jsonString, toTemplate);
  } catch {
    return null;
  }
}

/** A variable outside of a string was a value by itself. */
function withQuotedVariables(text: string): string {
  const strings = [...text.matchAll(jsonString)].map(({ index, 0: { length } }) => [index, index + length] as const);
  return text.replace(shellVariable, (whole: string, _name: string, at: number) =>
    strings.some(([start, end]) => at > start && at < end) ? whole : `"${whole}"`,
  );
}

/** Headers that follow from the body are left to it. */
function headersFor(headers: readonly NamedValue[], sent: readonly CurlData[], body: Body): readonly NamedValue[] {
  const follows = {
    json: /^application\/json\b/i,
    form: /^application\/x-www-form-urlencoded\b/i,
    text: null,
    none: null,
  }[body.kind];
  return headers.filter(({ name, value }) => {
    const plain = name.toLowerCase();
    if (plain === 'content-length' || plain === 'host') return false;
    return plain !== 'content-type' || follows === null || !follows.test(value) || sent.length === 0;
  });
}
