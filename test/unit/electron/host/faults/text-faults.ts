import { answer, type Misbehave } from '../effects/fault-server.ts';
import type { Fault } from './fault.ts';

const json = (body: string | Buffer, status = '200 OK', ...headers: string[]): Misbehave =>
  ((socket) => answer(socket, status, ['content-type: application/json', ...headers], body)) satisfies Misbehave;
const bytes = (...values: readonly number[]): Buffer => Buffer.from(values);
const fineText = '{"status":"fine"}';

const noText = { failure: 'malformedResponse', says: /^The answer is not text in UTF-8; it was not read\.$/ } as const;
const noJson = { failure: 'malformedResponse', says: /^The answer cannot be used as JSON: .+/ } as const;
const elseThanJson = { failure: 'malformedResponse', says: /something that is not JSON/ } as const;
const fine = { failure: null, says: /^$/, outputs: { status: 'fine' } } as const;
const empty = { failure: null, says: /^$|status is empty/, outputs: { status: null } } as const;
const retry = { times: 2, wait: 10 };
const soon = { failure: 'badStatus', says: /answered with status (429|503)\.$/ } as const;

/** Answers that arrive whole and are not what they seem to be. */
export const textFaults: readonly Fault[] = [
  { does: 'sends a byte that is no text', family: 20, misbehave: json(bytes(0x22, 0xff, 0x22)), ...noText },
  { does: 'sends UTF-16', family: 20, misbehave: json(Buffer.from(`\ufeff${fineText}`, 'utf16le')), ...noText },
  {
    does: 'sends UTF-16 without a mark',
    family: 20,
    misbehave: json(Buffer.from('{"status":"ü"}', 'utf16le')),
    ...noText,
  },
  {
    does: 'sends half a pair of surrogates',
    family: 20,
    misbehave: json(bytes(0x22, 0xed, 0xa0, 0x80, 0x22)),
    ...noText,
  },
  {
    does: 'sends an escaped half of a pair',
    family: 20,
    misbehave: json('{"status":"\\ud800"}'),
    failure: null,
    says: /^$/,
  },
  { does: 'sends letters in too many bytes', family: 20, misbehave: json(bytes(0x22, 0xc0, 0xaf, 0x22)), ...noText },
  { does: 'begins with a byte order mark', family: 20, misbehave: json(`\ufeff${fineText}`), ...fine },
  {
    does: 'nests lists 100,000 deep',
    family: 21,
    misbehave: json('['.repeat(100_000) + ']'.repeat(100_000)),
    ...noJson,
  },
  { does: 'nests objects and never ends them', family: 21, misbehave: json('{"a":'.repeat(100_000)), ...noJson },
  { does: 'sends a million values', family: 21, misbehave: json(`[${'1,'.repeat(1_000_000)}1]`), ...noJson },
  { does: 'reaches for a prototype', family: 22, misbehave: json('{"__proto__":{"status":"x"}}'), ...noJson },
  {
    does: 'reaches for a prototype by its constructor',
    family: 22,
    misbehave: json('{"constructor":{"prototype":{"status":"x"}}}'),
    ...noJson,
  },
  { does: 'says the same twice', family: 22, misbehave: json('{"status":"fine","status":"other"}'), ...noJson },
  { does: 'counts beyond all numbers', family: 22, misbehave: json('{"status":1e400}'), ...noJson },
  {
    does: 'says minus zero',
    family: 22,
    misbehave: json('{"status":-0}'),
    failure: null,
    says: /^$/,
    outputs: { status: '0' },
  },
  { does: 'breaks off its JSON', family: 22, misbehave: json('{"status":"fine"'), ...noJson },
  {
    does: 'sends a page and calls it JSON',
    family: 23,
    misbehave: json('<!doctype html><title>x</title>'),
    ...elseThanJson,
  },
  { does: 'sends nothing and calls it JSON', family: 23, misbehave: json(''), ...empty },
  { does: 'sends a body with 204', family: 23, misbehave: json(fineText, '204 No Content'), ...empty },
  { does: 'sends a list where an object was', family: 23, misbehave: json('[1,2,3]'), ...empty },
  {
    does: 'wants to be asked again in 1e9 seconds',
    family: 24,
    misbehave: json('{}', '429 Too Many Requests', 'retry-after: 1000000000'),
    action: { retry },
    failure: 'badStatus',
    says: /status 429\. It should be tried again after 1000000000 s, which is longer than the action may take/,
  },
  {
    does: 'wants to be asked again in a hundred years',
    family: 24,
    misbehave: json(
      '{}',
      '503 Down',
      'date: Fri, 20 Nov 2026 10:00:00 GMT',
      'retry-after: Sat, 20 Nov 2126 10:00:00 GMT',
    ),
    action: { retry },
    failure: 'badStatus',
    says: /status 503\. It should be tried again after \d+ s/,
  },
  {
    does: 'wants to be asked again before',
    family: 24,
    misbehave: json('{}', '503 Down', 'retry-after: -5'),
    action: { retry },
    ...soon,
  },
  {
    does: 'says nonsense of when to ask again',
    family: 24,
    misbehave: json('{}', '429 No', 'retry-after: soon'),
    action: { retry },
    ...soon,
  },
  {
    does: 'is always busy',
    family: 24,
    misbehave: json('{}', '429 No'),
    action: { retry: { times: 5, wait: 1, factor: 1 } },
    failure: 'badStatus',
    says: /status 429/,
  },
];
