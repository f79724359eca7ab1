import { fail, succeed, type Result } from '../base/result.ts';
import { parseRequestText, type VariablePart } from './parse-request-text.ts';

export type TextParts = readonly (string | VariablePart)[];

/** A web address with holes. Where the path and its segments end is decided here, before any value is known. */
export type UrlPlan = {
  /** Scheme and host, without variables: `https://api.example.com:8443`. */
  readonly origin: string;
  /** Each is sent behind a slash. */
  readonly segments: readonly TextParts[];
  /** What the address itself holds after `?`, one entry for each `&`; a value of null has no `=`. */
  readonly query: readonly { readonly name: TextParts; readonly value: TextParts | null }[];
};

const baseShape = /^(https?:\/\/)([^/?#\\]*)(.*)$/is;
/** A host name, an address in brackets, a port. No user and password, no space, nothing that could be a variable. */
const hostShape = /^(?:\[[0-9a-f:.]+\]|[^\s$%&'()*+,:;<=>@[\]^`{|}"]+)(?::\d{1,5})?$/i;

/** The failure is a sentence. */
export function planUrl(base: string, path: string): Result<UrlPlan, string> {
  const found = baseShape.exec(base.trim());
  if (found === null) return fail('The base URL must start with http:// or https:// and a host.');
  const [, scheme = '', host = '', rest = ''] = found;
  if (/[${}]/.test(host)) {
    return fail('The host of the base URL holds a variable; only the path, query, headers and body can.');
  }
  if (host.includes('@')) return fail('The base URL holds a user or password; they belong to the authentication.');
  if (!hostShape.test(host)) return fail(`"${host}" in the base URL is not a host.`);
  const basePath = cut(withoutFragment(rest), '?');
  const ownPath = cut(withoutFragment(path.trim()), '?');
  return succeed({
    origin: scheme.toLowerCase() + host,
    segments: joinSegments(segmentsOf(basePath[0] ?? []), segmentsOf(ownPath[0] ?? [])),
    query: [...basePath.slice(1), ...ownPath.slice(1)].flatMap(planQuery),
  });
}

/** What follows `#` is for browsers and never sent. */
const withoutFragment = (text: string): TextParts => cut(parseRequestText(text).parts, '#')[0] ?? [];

/** The pieces between slashes, without what stands before the first: a path starts with a slash, written or not. */
function segmentsOf(path: TextParts): readonly TextParts[] {
  const segments = split(path, '/');
  return segments[0]?.length === 0 ? segments.slice(1) : segments;
}

/** `/v1/` and `/orders` are `/v1/orders`: one slash between them, whoever wrote it. */
function joinSegments(base: readonly TextParts[], own: readonly TextParts[]): readonly TextParts[] {
  if (own.length === 0) return base;
  return [...(base.at(-1)?.length === 0 ? base.slice(0, -1) : base), ...own];
}

const planQuery = (query: TextParts): UrlPlan['query'] =>
  split(query, '&')
    .filter((pair) => pair.length > 0)
    .map((pair) => {
      const [name = [], value = null] = cut(pair, '=');
      return { name, value };
    });

/** Cuts at the first separator the author wrote; a separator inside a value is none. */
function cut(parts: TextParts, separator: string): readonly TextParts[] {
  for (const [index, part] of parts.entries()) {
    const at = typeof part === 'string' ? part.indexOf(separator) : -1;
    if (typeof part !== 'string' || at < 0) continue;
    return [
      [...parts.slice(0, index), ...nonEmpty(part.slice(0, at))],
      [...nonEmpty(part.slice(at + 1)), ...parts.slice(index + 1)],
    ];
  }
  return [parts];
}

function split(parts: TextParts, separator: string): readonly TextParts[] {
  const pieces: (string | VariablePart)[][] = [[]];
  for (const part of parts) {
    if (typeof part !== 'string') {
      pieces.at(-1)?.push(part);
      continue;
    }
    for (const [index, text] of part.split(separator).entries()) {
      if (index > 0) pieces.push([]);
      pieces.at(-1)?.push(...nonEmpty(text));
    }
  }
  return pieces;
}

const nonEmpty = (text: string): string[] => (text === '' ? [] : [text]);
