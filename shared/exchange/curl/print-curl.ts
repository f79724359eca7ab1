import type { ApiActionRecord } from '../../model/action-record.ts';
import type { NamedValue } from '../../model/action-parts.ts';
import type { IntegrationRecord } from '../../model/integration-record.ts';
import { parseRequestText, type VariablePart } from '../../actions/parse-request-text.ts';
import { actionWithoutSecrets, integrationWithoutSecrets } from '../bundle/without-secrets.ts';

/** A request as it went over the wire, for people to read. */
export type SentRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** A request that was sent, as a command line. What was redacted there stays so. */
export function printCurl({ method, url, headers, body }: SentRequest): string {
  return lines(
    `curl ${method === 'GET' && body === '' ? '' : `-X ${method} `}${quoted(url)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === '' ? [] : [`--data-raw ${quoted(body)}`]),
  );
}

/**
 * The request of an action as a command line: arguments are variables of the shell, secrets are named. References to
 * the talk stay as they are written.
 */
export function printActionCurl(action: ApiActionRecord, service: IntegrationRecord | null): string {
  const { request } = actionWithoutSecrets(action) as ApiActionRecord;
  const integration = service === null ? null : integrationWithoutSecrets(service);
  const base = (integration?.baseUrl ?? request.baseUrl).replace(/\/$/, '');
  const path = request.path === '' || request.path.startsWith('/') ? request.path : `/${request.path}`;
  const login = loginLines(integration);
  const query = [...request.query, ...login.query];
  const url = `${base}${path}${query.length === 0 ? '' : `${path.includes('?') ? '&' : '?'}${query.map(pair).join('&')}`}`;
  const headers = [...(integration?.headers ?? []), ...request.headers].filter(
    ({ name }, index, all) => all.findLastIndex((other) => other.name.toLowerCase() === name.toLowerCase()) === index,
  );
  const bodyLines = bodyOf(request.body);
  return lines(
    `curl ${request.method === 'GET' && bodyLines.length === 0 ? '' : `-X ${request.method} `}${shellText(url)}`,
    ...login.lines,
    ...headers.map(({ name, value }) => `-H ${shellText(`${name}: ${value}`)}`),
    ...(request.followRedirects === true ? ['-L'] : []),
    ...bodyLines,
  );
}

const lines = (...parts: readonly string[]): string => parts.join(' \\\n  ');

const pair = ({ name, value }: NamedValue): string => `${encodedLiteral(name)}=${encodedLiteral(value)}`;

/** What is written down is encoded; what is filled in stays to be read. */
const encodedLiteral = (template: string): string =>
  template.replace(/(\$[A-Za-z_]\w*|\{[^{}]*\})|([^\w.~$!*'(),:@/-])/g, (sign: string, hole: string | undefined) =>
    hole === undefined ? encodeURIComponent(sign) : hole,
  );

function loginLines(integration: IntegrationRecord | null): {
  readonly lines: readonly string[];
  readonly query: NamedValue[];
} {
  const login = integration?.authentication ?? { kind: 'none' };
  switch (login.kind) {
    case 'apiKey':
      return login.in === 'query'
        ? { lines: [], query: [{ name: login.name, value: `<${login.secret}>` }] }
        : { lines: [`-H ${quoted(`${login.name}: <${login.secret}>`)}`], query: [] };
    case 'bearer':
    case 'oauth2':
      return { lines: [`-H ${quoted(`Authorization: Bearer <${login.secret}>`)}`], query: [] };
    case 'basic':
      return { lines: [`-u ${quoted(`${login.user}:<${login.secret}>`)}`], query: [] };
    default:
      return { lines: [], query: [] };
  }
}

function bodyOf(body: ApiActionRecord['request']['body']): readonly string[] {
  switch (body.kind) {
    case 'json':
      return [`-H 'Content-Type: application/json'`, `--data-raw ${shellJson(body.text)}`];
    case 'form':
      return body.fields.map(({ name, value }) => `--data-urlencode ${shellText(`${name}=${value}`)}`);
    case 'text':
      return [`-H 'Content-Type: text/plain'`, `--data-raw ${shellText(body.text)}`];
    default:
      return [];
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const isArgument = (part: string | VariablePart): boolean => typeof part !== 'string' && part.kind === 'argument';

/** Single quotes where nothing is filled in; else double ones, so that `$name` is a variable. */
function shellText(template: string): string {
  const { parts } = parseRequestText(template);
  return parts.some(isArgument) ? `"${inDoubleQuotes(template)}"` : quoted(asWritten(template));
}

/** In JSON only the strings are templates. */
function shellJson(json: string): string {
  const hasArguments = [...json.matchAll(jsonString)].some(([text]) => parseRequestText(text).parts.some(isArgument));
  if (!hasArguments) return quoted(json.replace(jsonString, asWritten));
  const between = json.split(jsonString);
  const strings = [...json.matchAll(jsonString)].map(([text]) => inDoubleQuotes(text));
  return `"${between.map((text, index) => escaped(text) + (strings[index] ?? '')).join('')}"`;
}

const jsonString = /"(?:[^"\\]|\\.)*"/g;

const asWritten = (template: string): string =>
  parseRequestText(template)
    .parts.map((part) => (typeof part === 'string' ? part : template.slice(part.start, part.end)))
    .join('');

const inDoubleQuotes = (template: string): string =>
  parseRequestText(template)
    .parts.map((part) => {
      if (typeof part === 'string') return escaped(part);
      return part.kind === 'argument' ? `$\{${part.name}}` : template.slice(part.start, part.end);
    })
    .join('');

const escaped = (text: string): string => text.replace(/[\\"$`]/g, String.raw`\$&`);
