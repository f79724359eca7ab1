import { expect, test } from 'vitest';
import { curlRequest, type CurlRequest } from '../../../../../shared/exchange/curl/curl-request.ts';
import { looksLikeCurl, readCurl } from '../../../../../shared/exchange/curl/read-curl.ts';

function requestOf(line: string): CurlRequest {
  const read = readCurl(line);
  if (!read.ok) throw new Error(read.failure);
  return curlRequest(read.value);
}
const named = (...pairs: readonly (readonly [string, string])[]) => pairs.map(([name, value]) => ({ name, value }));

test.each<[string, Partial<CurlRequest>]>([
  ['curl https://a.example', { origin: 'https://a.example', method: 'GET', path: '', body: { kind: 'none' } }],
  ['curl a.example:8080/x', { origin: 'http://a.example:8080', path: '/x' }],
  ["curl -XPUT 'https://a.example/x y'", { method: 'PUT', path: '/x y' }],
  ['curl -sSL -XDELETE https://a.example', { method: 'DELETE', notes: [] }],
  ['curl --request PATCH --url https://a.example', { method: 'PATCH' }],
  ['curl -I https://a.example', { method: 'GET', notes: ['The method HEAD is not known here; it became GET.'] }],
  ['curl "https://a.example/?a=1&a=2&b=%C3%A9+x&c"', { query: named(['a', '1'], ['a', '2'], ['b', 'é x'], ['c', '']) }],
  [
    'curl -G -d a=1 --data-urlencode "b=x y" https://a.example',
    { method: 'GET', query: named(['a', '1'], ['b', 'x y']) },
  ],
  [
    'curl -d a=1 -d b=2 https://a.example',
    { method: 'POST', body: { kind: 'form', fields: named(['a', '1'], ['b', '2']) } },
  ],
  ['curl https://a.example --data-urlencode "q=a&b=c"', { body: { kind: 'form', fields: named(['q', 'a&b=c']) } }],
  [`curl https://a.example -d '{"a": 1}'`, { body: { kind: 'json', text: '{"a": 1}' } }],
  [
    `curl --json '{"a": 12345678901234567890}' https://a.example`,
    { body: { kind: 'json', text: '{"a": 12345678901234567890}' } },
  ],
  [
    `curl https://a.example -d "{\\"id\\": \\"$ID\\", \\"n\\": $N}"`,
    { body: { kind: 'json', text: '{"id": "$ID", "n": "$N"}' } },
  ],
  [`curl https://a.example -d '{"price": "$5 {off}"}'`, { body: { kind: 'json', text: '{"price": "$$5 {{off}}"}' } }],
  [
    `curl https://a.example -H 'content-type: text/xml' -d '<a/>'`,
    { body: { kind: 'text', text: '<a/>' }, headers: named(['content-type', 'text/xml']) },
  ],
  [
    `curl https://a.example -H 'Content-Type: application/json' -d '[]'`,
    { headers: [], body: { kind: 'json', text: '[]' } },
  ],
  ['curl https://a.example/orders/$ORDER_ID', { path: '/orders/$ORDER_ID' }],
  ["curl 'https://a.example/orders/$5'", { path: '/orders/$$5' }],
  ["curl https://a.example -H $'X-A: it\\'s\\u0041\\x42'", { headers: named(['X-A', "it'sAB"]) }],
  [
    'curl https://a.example -H "A;" -H "B:" -H @file',
    { headers: named(['A', '']), notes: ['The file “file” is not read; put what it holds into the body.'] },
  ],
  [
    'curl https://a.example -A agent -e from -b "x=1"',
    { headers: named(['User-Agent', 'agent'], ['Referer', 'from'], ['Cookie', 'x=1']) },
  ],
  ['curl https://a.example \\\n  -H "A: b" # a remark', { headers: named(['A', 'b']), notes: [] }],
  ['curl https://a.example | jq .', { notes: ['What follows the command was left out.'] }],
  [
    'curl --frobnicate -Z https://a.example',
    { notes: ['“--frobnicate” is not known and was left out.', '“-Z” is not known and was left out.'] },
  ],
  ['curl -k --no-compressed https://a.example', { notes: ['Certificates are always checked here.'] }],
  [
    'curl.exe "https://a.example/" ^\n  -H "A: b" ^\n  --data-raw "^{^\\"a^\\":^\\"b^\\"^}"',
    { headers: named(['A', 'b']), body: { kind: 'json', text: '{"a":"b"}' } },
  ],
  ['curl https://a.example `\n  -H "A: b"', { headers: named(['A', 'b']) }],
  [
    '$ curl https://a.example\ncurl https://b.example',
    { origin: 'https://a.example', notes: ['What follows the command was left out.'] },
  ],
])('%s', (line, expected) => {
  expect(requestOf(line)).toMatchObject(expected);
});

test('what is no command for curl, or not a whole one, says so', () => {
  const failure = (line: string): string => {
    const read = readCurl(line);
    return read.ok ? 'read' : read.failure;
  };
  expect(failure('wget https://a.example')).toContain('begins with “curl”');
  expect(failure('curl -H')).toBe('“-H” stands at the end without what belongs to it.');
  expect(failure('curl -s')).toBe('The command names no address.');
  expect(failure("curl 'https://a.example")).toBe("A ' is opened and never closed.");
  expect([' curl https://a', '$ curl x', 'curl', 'https://a', 'curly braces'].map(looksLikeCurl)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
