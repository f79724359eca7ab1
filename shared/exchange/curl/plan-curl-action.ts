import type { RequestTemplate } from '../../model/action-kinds.ts';
import type { NamedValue } from '../../model/action-parts.ts';
import type { ApiActionRecord } from '../../model/action-record.ts';
import type { Document } from '../../model/document.ts';
import { asId, freeId, freeNumbered, slugify, type IntegrationId } from '../../model/ids.ts';
import type { Authentication, IntegrationRecord } from '../../model/integration-record.ts';
import { isSecretName } from '../../model/secret-names.ts';
import { curlRequest } from './curl-request.ts';
import type { CurlCommand } from './read-curl.ts';
import { shellVariable } from './shell-words.ts';

/** A secret that stood in the command. Its value belongs into the vault of this machine and nowhere else. */
export type FoundSecret = { readonly name: string; readonly value: string };

export type CurlPlan = {
  readonly changes: Pick<ApiActionRecord, 'request'> & Partial<Pick<ApiActionRecord, 'timeout'>>;
  /** One to be made for the service, when the command says who is asking. */
  readonly integration: IntegrationRecord | null;
  readonly secret: FoundSecret | null;
  readonly notes: readonly string[];
};

type Login = { readonly authentication: Authentication; readonly value: string | null };

/** What a command comes to for an action: its request, an integration that logs in, and never a secret in either. */
export function planCurlAction(document: Document, command: CurlCommand): CurlPlan {
  const { origin, userInfo, notes: read, ...rest } = curlRequest(command);
  const notes = [...read];
  const host = origin.replace(/^[a-z]+:\/\//, '');
  const login = loginOf(command, userInfo, rest.query, `${slugify(host)}-key`);
  const headers = withoutSecrets(rest.headers, 'header', login, notes);
  const query = withoutSecrets(rest.query, 'parameter', login, notes);
  const services = [...document.tables.integrations.values()].filter(({ baseUrl }) => isBaseOf(baseUrl, origin));
  const here =
    login === null ? services[0] : services.find((one) => logsInAlike(one.authentication, login.authentication));
  const made =
    login === null || here !== undefined ? null : newIntegration(document, host, origin, login.authentication);
  const integration = here?.id ?? made?.id ?? null;
  const request: RequestTemplate = {
    ...rest,
    headers,
    query,
    integration,
    baseUrl: integration === null ? origin : '',
    ...(command.followRedirects ? { followRedirects: true } : {}),
  };
  if (here !== undefined) notes.push(`It goes through the integration “${here.name}”, which has this address.`);
  const secret = made !== null && login !== null && login.value !== null ? secretOf(login) : null;
  const timeout =
    command.maxTime === null ? {} : { timeout: Math.min(600_000, Math.max(1, Math.round(command.maxTime * 1000))) };
  return { changes: { request, ...timeout }, integration: made, secret, notes };
}

const secretOf = ({ authentication, value }: Login): FoundSecret | null =>
  'secret' in authentication && value !== null ? { name: authentication.secret, value } : null;

const isBaseOf = (baseUrl: string, origin: string): boolean =>
  baseUrl.replace(/\/+$/, '').toLowerCase() === origin.toLowerCase();

const logsInAlike = (left: Authentication, right: Authentication): boolean => left.kind === right.kind;

/** Who asks, by the strongest sign there is; a variable of the shell names the secret and gives no value. */
function loginOf(
  { user, bearer, headers }: CurlCommand,
  userInfo: string | null,
  query: readonly NamedValue[],
  name: string,
): Login | null {
  const authorization = headers.find((header) => header.name.toLowerCase() === 'authorization')?.value ?? '';
  const [, token] = /^Bearer\s+([\s\S]+)$/i.exec(authorization) ?? [];
  const [, basic] = /^Basic\s+(\S+)$/i.exec(authorization) ?? [];
  const pair = user ?? userInfo ?? (basic === undefined ? null : fromBase64(basic));
  if (bearer !== null || token !== undefined) {
    const given = secretNamed(bearer ?? token ?? '', name);
    return { authentication: { kind: 'bearer', secret: given.name }, value: given.value };
  }
  if (pair !== null) {
    const at = pair.indexOf(':');
    const given = secretNamed(at < 0 ? '' : pair.slice(at + 1), name);
    const person = (at < 0 ? pair : pair.slice(0, at)).replace(shellVariable, '$1');
    return { authentication: { kind: 'basic', user: person, secret: given.name }, value: given.value };
  }
  const header = headers.find((one) => isKeyName(one.name) && one.value !== '');
  if (header !== undefined) return apiKey('header', header.name, header.value, name);
  const parameter = query.find((one) => isKeyName(one.name) && one.value !== '' && isSaidOnce(query, one.name));
  return parameter === undefined ? null : apiKey('query', parameter.name, unescaped(parameter.value), name);
}

/** A cookie is no key of a service, and a whole `Authorization` of another kind is sent as one. */
const isKeyName = (name: string): boolean => isSecretName(name) && !/^(?:set-)?cookie$/i.test(name);

/** Nobody has two keys: what is said more than once is a list. */
const isSaidOnce = (entries: readonly NamedValue[], name: string): boolean =>
  entries.filter((entry) => entry.name === name).length === 1;

function apiKey(place: 'header' | 'query', name: string, value: string, secret: string): Login {
  const given = secretNamed(value, secret);
  return { authentication: { kind: 'apiKey', in: place, name, secret: given.name }, value: given.value };
}

function secretNamed(value: string, name: string): { readonly name: string; readonly value: string | null } {
  const [variable] = [...value.matchAll(shellVariable)];
  if (variable !== undefined) return { name: slugify(variable[1] ?? name), value: null };
  const [, argument] = /^\$([A-Za-z_]\w*)$/.exec(value) ?? [];
  return argument === undefined
    ? { name, value: value === '' ? null : value }
    : { name: slugify(argument), value: null };
}

/** Templates double what means something in them. */
const unescaped = (template: string): string => template.replace(/([${}])\1/g, '$1');

/** What logs in goes with the integration; any other secret that was written down has no place in a request. */
function withoutSecrets(
  entries: readonly NamedValue[],
  word: 'header' | 'parameter',
  login: Login | null,
  notes: string[],
): readonly NamedValue[] {
  const { authentication = null } = login ?? {};
  return entries.filter(({ name, value }) => {
    if (!isSecretName(name) || !isSaidOnce(entries, name) || /^\$[A-Za-z_]\w*$/.test(value))
      return !isLogin(authentication, name, word);
    if (!isLogin(authentication, name, word)) notes.push(`The ${word} “${name}” held a secret and was left out.`);
    return false;
  });
}

function isLogin(authentication: Authentication | null, name: string, word: 'header' | 'parameter'): boolean {
  if (authentication === null) return false;
  if (authentication.kind === 'apiKey')
    return authentication.name === name && (authentication.in === 'header') === (word === 'header');
  return word === 'header' && name.toLowerCase() === 'authorization';
}

function newIntegration(
  document: Document,
  host: string,
  baseUrl: string,
  authentication: Authentication,
): IntegrationRecord {
  const all = document.tables.integrations;
  const name = freeNumbered(host, ' ', (wanted) => all.some((one) => one.name === wanted));
  const id = freeId(name, (wanted) => document.homes.has(wanted));
  return { id: asId<IntegrationId>(id), name, description: '', baseUrl, headers: [], authentication };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The name and password of a `Basic` header; null when it is none. */
function fromBase64(text: string): string | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  const bits = [...text.replace(/=+$/, '')].map((char) => alphabet.indexOf(char).toString(2).padStart(6, '0')).join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  try {
    return decodeURIComponent(
      bytes.map((byte) => `%${Number.parseInt(byte, 2).toString(16).padStart(2, '0')}`).join(''),
    );
  } catch {
    return null;
  }
}
