import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createActionPerformer } from '../../../../../electron/host/effects/action-performer.ts';
import type { EffectSetting } from '../../../../../shared/runtime/effect-setting.ts';
import { need } from '../../../../builders/need.ts';
import { effectOf, openPorts, settingOf } from '../effects/performing.ts';
import { headerBreaks, hostileStrings, naughtyStrings } from './hostile-strings.ts';
import { readRaw, startRawService, type RawRequest, type RawService } from './raw-service.ts';

const performer = createActionPerformer(openPorts);
const never = new AbortController().signal;
let service: RawService;
beforeAll(async () => {
  service = await startRawService();
});
afterAll(async () => {
  await performer.close();
  await service.close();
});

/** What arrived of an action with this value; null when it was refused before anything was sent. */
async function send(setting: EffectSetting, v: string): Promise<RawRequest | null> {
  const before = service.received.length;
  const result = await performer.run(effectOf(setting, { v }), setting, never);
  const arrived = service.received.slice(before);
  expect(arrived.length).toBeLessThanOrEqual(1);
  expect(result.failure).toBeOneOf(arrived.length === 1 ? [null] : ['badRequest', 'missingInput']);
  return arrived[0] ?? null;
}

const baseUrl = (): string => service.origin;
const own = [{ name: 'x-before', value: '1' }];
const places = (): EffectSetting =>
  settingOf({
    inputs: [{ name: 'v' }],
    request: {
      baseUrl: baseUrl(),
      method: 'POST',
      path: '/orders/$v/items',
      query: [
        { name: 'before', value: '1' },
        { name: 'q', value: '$v' },
        { name: 'after', value: '2' },
      ],
      headers: own,
      body: { kind: 'json', text: '{"before":1,"exact":"$v","inside":"for $v!","after":[2]}' },
    },
  });
const form = (): EffectSetting =>
  settingOf({
    inputs: [{ name: 'v' }],
    request: {
      baseUrl: baseUrl(),
      method: 'POST',
      body: {
        kind: 'form',
        fields: [
          { name: 'before', value: '1' },
          { name: 'field', value: '$v' },
          { name: 'after', value: '2' },
        ],
      },
    },
  });
const header = (): EffectSetting =>
  settingOf({
    inputs: [{ name: 'v' }],
    request: {
      baseUrl: baseUrl(),
      headers: [...own, { name: 'x-field', value: 'v$v' }, { name: 'x-after', value: '2' }],
    },
  });

/** What a receiver finds in the first request of a kind; every other one must have the same shape. */
const namesOf = (request: RawRequest): string => request.headers.map(([name]) => name).join(' ');
const pairs = (text: string): [string, string][] => [...new URLSearchParams(text)];
/** Half of a surrogate pair is no character; the web sends U+FFFD for it. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

function shapeOf(request: RawRequest): unknown {
  const [path = '', query = ''] = request.target.split('?');
  const segments = path.split('/').map((part) => decodeURIComponent(part));
  return [request.method, segments, pairs(query), JSON.parse(request.body), namesOf(request)];
}
const shapeFor = (v: string, names: string): unknown => [
  'POST',
  ['', 'orders', wellFormed(v), 'items'],
  [
    ['before', '1'],
    ['q', wellFormed(v)],
    ['after', '2'],
  ],
  { before: 1, exact: v, inside: `for ${v}!`, after: [2] },
  names,
];

describe.skipIf(hostileStrings.length === 0)('a value on the wire', () => {
  test('1,284 strings in a segment, the query and JSON change no structure (T18)', { timeout: 60_000 }, async () => {
    expect(hostileStrings).toHaveLength(1_284);
    const names = namesOf(need(await send(places(), 'plain')));
    const refused: string[] = [];
    for (const v of hostileStrings) {
      const request = await send(places(), v);
      if (request === null) refused.push(v);
      expect(request === null ? null : shapeOf(request)).toEqual(request === null ? null : shapeFor(v, names));
    }
    // Two dots for a segment are no value but a way.
    expect(refused.filter((v) => !/^\.{1,2}$/.test(v))).toEqual([]);
  });

  test('and in a form (T18)', { timeout: 60_000 }, async () => {
    for (const v of hostileStrings)
      expect(pairs(need(await send(form(), v)).body)).toEqual([
        ['before', '1'],
        ['field', wellFormed(v)],
        ['after', '2'],
      ]);
  });

  test('1,284 strings and 217 line breaks in a header stay in it, or nothing is sent (T18, T19)', async () => {
    expect(headerBreaks).toHaveLength(217);
    const names = namesOf(need(await send(header(), 'plain')));
    let refused = 0;
    for (const v of [...hostileStrings, ...headerBreaks]) {
      const request = await send(header(), v);
      if (request === null) {
        refused += 1;
        continue;
      }
      const value = request.headers.find(([name]) => name === 'x-field')?.[1];
      expect([namesOf(request), value]).toEqual([names, `v${v}`.trim()]);
    }
    expect(refused).toBeGreaterThan(100);
    expect(service.received.filter(({ headers }) => headers.some(([name]) => name === 'x-injected'))).toEqual([]);
  });

  test('515 naughty strings in JSON arrive as they were, to the byte (T20)', async () => {
    expect(naughtyStrings).toHaveLength(515);
    const inJson = settingOf({
      inputs: [{ name: 'v' }],
      request: { baseUrl: baseUrl(), method: 'POST', body: { kind: 'json', text: '{"v":"$v","inside":"<$v>"}' } },
    });
    for (const v of naughtyStrings) {
      const { body } = need(await send(inJson, v));
      const read = JSON.parse(body) as { v: string; inside: string };
      expect(Buffer.from(read.v, 'utf16le').equals(Buffer.from(v, 'utf16le'))).toBe(true);
      expect(read.inside).toBe(`<${v}>`);
    }
  });
});

/** The controls: the same strings, pasted. */
describe.skipIf(hostileStrings.length === 0)('pasting values into text', () => {
  test('breaks out of half of the places, and puts headers of its own into a request (T18, T19)', () => {
    const paste = (v: string): RawRequest | null =>
      readRaw(Buffer.from(`GET /orders/${v}/items?q=${v} HTTP/1.1\r\nx-field: v${v}\r\nx-after: 2\r\n\r\n`, 'latin1'));
    const broken = hostileStrings.filter((v) => {
      const target = paste(v)?.target ?? '';
      return URL.parse(target, 'http://x')?.pathname !== `/orders/${encodeURIComponent(v)}/items`;
    });
    expect(broken.length).toBeGreaterThan(hostileStrings.length / 2);
    const added = headerBreaks.filter((v) => paste(v)?.headers.length !== 2);
    expect(added.length).toBeGreaterThan(50);
  });

  test('breaks JSON (T20)', () => {
    const broken = naughtyStrings.filter((v) => {
      try {
        return (JSON.parse('{"v":"$v"}'.replace('$v', v)) as { v: string }).v !== v;
      } catch {
        return true;
      }
    });
    expect(broken.length).toBeGreaterThan(20);
  });
});
