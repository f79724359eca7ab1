import { describe, expect, test } from 'vitest';
import { buildRequest } from '../../../../shared/actions/build-request.ts';
import { anApiAction } from '../../../builders/an-action.ts';
import { readSharedData } from '../../../builders/shared-data.ts';

/** Every hostile string we have: naughty strings, paths out, header breaks, redirects, odd addresses. */
function readHostile(): readonly string[] {
  const lines = (name: string): readonly string[] =>
    (readSharedData(`corpora/injection/${name}.txt`) ?? '').split('\n').filter((line) => line !== '');
  const naughty = JSON.parse(readSharedData('corpora/blns/blns.json') ?? '[]') as readonly string[];
  const addresses = JSON.parse(readSharedData('corpora/url/urltestdata.json') ?? '[]') as readonly unknown[];
  const inputs = addresses.flatMap((each) =>
    typeof each === 'object' && each !== null && 'input' in each && typeof each.input === 'string' ? [each.input] : [],
  );
  const files = ['crlf', 'csv', 'open-redirect', 'traversal', 'traversal-exotic'].flatMap(lines);
  return [
    ...new Set([...naughty, ...files, ...inputs, '.', '..', '%2e%2e', '\ud800', '$1$&$`', '$v {user.v}', '__proto__']),
  ];
}

const hostile = readHostile();
const hasCorpus = hostile.length > 100;
/** Half of a surrogate pair is no character; the web sends U+FFFD for it. */
const wellFormed = (text: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));

const action = anApiAction({
  method: 'POST',
  path: '/orders/$v/items',
  query: { before: '1', lang: '$v', after: '2' },
  json: { before: 1, exact: '$v', inside: 'for $v!', after: [2] },
});
const form = anApiAction({ method: 'POST', form: { before: '1', field: '$v', after: '2' } });
const headers = anApiAction({ headers: { 'X-Before': '1', 'X-Field': 'v$v', 'X-After': '2' } });

type Structure = {
  readonly origin: string;
  readonly path: readonly string[];
  readonly query: readonly (readonly [string, string])[];
  readonly body: unknown;
};

/** The request as its receiver takes it apart. */
function structureOf(url: string, body: string): Structure {
  const parsed = new URL(url);
  return {
    origin: `${parsed.origin} ${parsed.username}:${parsed.password} ${parsed.hash}`,
    path: parsed.pathname.split('/').map((segment) => decodeURIComponent(segment)),
    query: [...parsed.searchParams],
    body: JSON.parse(body),
  };
}

function wanted(raw: string): Structure {
  const value = wellFormed(raw);
  return {
    origin: 'https://api.example.com : ',
    path: ['', 'orders', value, 'items'],
    query: [
      ['before', '1'],
      ['lang', value],
      ['after', '2'],
    ],
    body: { before: 1, exact: raw, inside: `for ${raw}!`, after: [2] },
  };
}

const asJson = (value: unknown): string => JSON.stringify(value);

/** What a program does that pastes values into text. */
function splice(value: string): Structure {
  const paste = (text: string): string => text.replaceAll('$v', value);
  const body = '{"before":1,"exact":"$v","inside":"for $v!","after":[2]}';
  return structureOf(paste('https://api.example.com/orders/$v/items?before=1&lang=$v&after=2'), paste(body));
}

describe.skipIf(!hasCorpus)('hostile values', () => {
  test('[A7, A8, A10] change no structure in path, query and JSON', () => {
    expect(hostile.length).toBeGreaterThan(2000);
    const broken = hostile.filter((value) => {
      const built = buildRequest(action, null, { v: value }, null);
      if (!built.ok) return !['', '.', '..'].includes(value);
      return asJson(structureOf(built.value.url, built.value.body ?? '')) !== asJson(wanted(value));
    });
    expect(broken).toEqual([]);
  });

  test('[A7] what cannot be kept in its segment is refused', () => {
    const refused = hostile.filter((value) => !buildRequest(action, null, { v: value }, null).ok);
    expect(refused.toSorted()).toEqual(['', '.', '..']);
  });

  test('[A11] come out of a form as they went in', () => {
    const broken = hostile.filter((value) => {
      const built = buildRequest(form, null, { v: value }, null);
      const fields = built.ok ? [...new URLSearchParams(built.value.body ?? '')] : [];
      return (
        asJson(fields) !==
        asJson([
          ['before', '1'],
          ['field', wellFormed(value)],
          ['after', '2'],
        ])
      );
    });
    expect(broken).toEqual([]);
  });

  test('[A9] stand in one header or in none', () => {
    const fits = (value: string): boolean => /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
    const broken = hostile.filter((value) => {
      const built = buildRequest(headers, null, { v: value }, null);
      if (!built.ok) return fits(value) || !built.failure.sentence.includes('X-Field');
      return (
        asJson(built.value.headers) !==
        asJson([
          ['X-Before', '1'],
          ['X-Field', `v${value}`],
          ['X-After', '2'],
        ])
      );
    });
    expect(broken).toEqual([]);
    expect(hostile.filter((value) => !fits(value)).length).toBeGreaterThan(100);
  });

  test('[A7, A8, A10] pasting them into text does break it', () => {
    const broken = hostile.filter((value) => {
      try {
        return asJson(splice(value)) !== asJson(wanted(value));
      } catch {
        return true;
      }
    });
    expect(broken.length).toBeGreaterThan(hostile.length / 2);
  });
});
