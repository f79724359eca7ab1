import { readSharedData } from '../../../../builders/shared-data.ts';

const lines = (name: string): readonly string[] =>
  (readSharedData(`corpora/injection/${name}.txt`) ?? '').split('\n').filter((line) => line !== '');

/** What is tried on addresses and headers: paths out, other hosts, line breaks. */
export const hostileStrings = ['crlf', 'traversal', 'traversal-exotic', 'open-redirect'].flatMap(lines);

export const naughtyStrings = JSON.parse(readSharedData('corpora/blns/blns.json') ?? '[]') as readonly string[];

const breaks = [
  '\r\n',
  '\n',
  '\r',
  '\r\n ',
  '\n\t',
  '\r\n\r\n',
  '\0',
  '\u000b',
  '\u0085',
  '\u2028',
  '\u560d\u560a',
  '%0d%0a',
  '%0a',
  '\\r\\n',
  '\u010a',
  '\u010d\u010a',
];
const smuggled = [
  'x-injected: yes',
  'Set-Cookie: a=b',
  'Host: evil.example',
  'Content-Length: 0',
  'Transfer-Encoding: chunked',
  'Authorization: Bearer x',
  'GET /stolen HTTP/1.1',
  '<html>',
  ' folded',
  ': ',
  '',
  '\r\nx-injected: twice',
  'x-injected\t: tab',
];

/** Line breaks as they are, encoded, disguised and lost in other letters, with what one would like to put behind them. */
export const headerBreaks = [
  ...lines('crlf'),
  ...breaks.flatMap((each) => smuggled.map((what) => `v${each}${what}`)).slice(0, 200),
];
