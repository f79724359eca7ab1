import { describe, expect, test } from 'vitest';
import { readJson } from '../../../../shared/persistence/read-json.ts';
import { readLimits, recordLimit } from '../../../../shared/persistence/read-limits.ts';
import { readScenario } from '../../../../shared/persistence/read-scenario.ts';
import { readSharedCorpus } from '../../../builders/shared-corpus.ts';
import { readSharedData } from '../../../builders/shared-data.ts';
import { unwrap, unwrapFailure } from '../../../builders/unwrap.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Milliseconds of this thread's own work, whatever else the machine does, and bytes a piece of work takes. */
function costOf(work: () => unknown): { time: number; memory: number } {
  const memory = process.memoryUsage().rss;
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return { time: (user + system) / 1000, memory: process.memoryUsage().rss - memory };
}

describe('text', () => {
  test.each([
    ['plain', 'hello'],
    ['accents', 'Zoë está aquí'],
    ['every length', '$¢€𐍈'],
    ['the ends of every length', '\u007f\u0080\u07ff\u0800\ud7ff\ue000\uffff\u{10000}\u{10ffff}'],
    ['longer than a piece', 'aé€🙂'.repeat(9000)],
    ['a pair across two pieces', `${'a'.repeat(8190)}🙂🙂🙂`],
  ])('[F9] with %s is decoded', (_, text) => {
    expect(unwrap(readJson(utf8(JSON.stringify(text))))).toBe(text);
  });

  test('[F9] behind a byte order mark is read, and only one is skipped', () => {
    expect(unwrap(readJson(new Uint8Array([0xef, 0xbb, 0xbf, 0x37])))).toBe(7);
    expect(unwrapFailure(readJson(new Uint8Array([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x37])))).toHaveLength(1);
  });

  test.each([
    ['a lone continuation', [0x80]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['an overlong slash of three', [0xe0, 0x80, 0xaf]],
    ['an overlong of four', [0xf0, 0x80, 0x80, 0xaf]],
    ['half a surrogate pair', [0xed, 0xa0, 0x80]],
    ['beyond the last character', [0xf4, 0x90, 0x80, 0x80]],
    ['five bytes', [0xf8, 0x88, 0x80, 0x80, 0x80]],
    ['a sequence cut short', [0xe2, 0x82]],
  ])('[F9] with %s is refused', (_, bytes) => {
    const source = new Uint8Array([0x22, ...bytes, 0x22]);
    expect(unwrapFailure(readJson(source))[0]?.sentence).toContain('Expected text in UTF-8; byte 2 ');
  });

  test('[F9] half a surrogate pair, written as an escape, is kept', () => {
    expect(unwrap(readJson('"a\\ud800b"'))).toBe('a\ud800b');
  });

  const cases = readSharedData('corpora/utf8/utf8tests.txt');
  test.skipIf(cases === null)('[F9] of the corpus is decoded or refused as it says', () => {
    const lines = (cases ?? '').split('\n').flatMap((line) => {
      const found = /^[\d.]+:(valid|valid hex|invalid hex):([^:]*)/.exec(line);
      return found === null ? [] : [{ kind: found[1] ?? '', data: (found[2] ?? '').replaceAll(' ', '') }];
    });
    const outcomes = lines.map(({ kind, data }) => {
      const bytes =
        kind === 'valid' ? utf8(data) : Uint8Array.from(data.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
      const isPlain = bytes.every((byte) => byte >= 0x20 && byte !== 0x22 && byte !== 0x5c);
      return isPlain ? [kind.startsWith('valid'), readJson(new Uint8Array([0x22, ...bytes, 0x22])).ok] : [true, true];
    });
    expect(outcomes.length).toBeGreaterThan(100);
    expect(outcomes.filter(([expected, found]) => expected !== found)).toEqual([]);
  });
});

describe('the JSON test suite', () => {
  const corpus = readSharedCorpus('jsontestsuite/test_parsing');
  const named = (letter: string) => (corpus ?? []).filter(({ name }) => name.startsWith(`${letter}_`));

  test.skipIf(corpus === null)('[F7] what must be refused is refused, in time and memory', () => {
    const accepted = named('n').filter(({ bytes }) => readJson(bytes).ok);
    expect(named('n').length).toBeGreaterThan(180);
    expect(accepted.map(({ name }) => name)).toEqual([]);
    const { time, memory } = costOf(() => named('n').forEach(({ bytes }) => readScenario(bytes)));
    expect(time).toBeLessThan(1000);
    expect(memory).toBeLessThan(200e6);
  });

  test.skipIf(corpus === null)(
    '[F7, F11] what must be accepted is read as JSON.parse does, but for keys given twice',
    () => {
      const refused = named('y').filter(({ bytes }) => !readJson(bytes).ok);
      expect(refused.map(({ name }) => name)).toEqual([
        'y_object_duplicated_key.json',
        'y_object_duplicated_key_and_value.json',
      ]);
      for (const { bytes } of named('y').filter((file) => !refused.includes(file)))
        expect(unwrap(readJson(bytes))).toEqual(JSON.parse(new TextDecoder().decode(bytes)));
    },
  );

  test.skipIf(corpus === null)('[F7] what may be either gives one or the other', () => {
    for (const { bytes } of named('i')) expect(typeof readJson(bytes).ok).toBe('boolean');
  });
});

describe('limits', () => {
  const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

  test('[F10] 64 levels are read, 65 are not', () => {
    expect(readJson(nested(64)).ok).toBe(true);
    expect(unwrapFailure(readJson(nested(65)))).toEqual([
      { pointer: '/0'.repeat(64), sentence: 'Expected at most 64 levels of nesting.' },
    ]);
  });

  test.each([
    ['100 MB of nested lists', () => '['.repeat(100e6)],
    ['100 MB of nested lists in bytes', () => new Uint8Array(100e6).fill(0x5b)],
    ['60 MB of nested lists in bytes', () => new Uint8Array(60e6).fill(0x5b)],
    ['60 MB of nested objects', () => '{"a":'.repeat(12e6)],
    ['10 million values', () => `[${'1,'.repeat(10e6)}1]`],
    ['10 million objects', () => `[${'{},'.repeat(10e6)}{}]`],
    ['an endless text', () => `"${'a'.repeat(60e6)}`],
  ])('[F10] %s are refused in less than a second, without building them', (_, make) => {
    const source = make();
    const { time, memory } = costOf(() => expect(readScenario(source).ok).toBe(false));
    expect(time).toBeLessThan(1000);
    expect(memory).toBeLessThan(300e6);
  });

  test('[F10] size is told in MB', () => {
    expect(unwrapFailure(readJson(new Uint8Array(readLimits.bytes + 1)))).toEqual([
      { pointer: '', sentence: 'Expected at most 64 MB, found 65 MB.' },
    ]);
  });

  test('[F10] may be tighter for others', () => {
    const limits = { ...readLimits, bytes: 20, values: 3, depth: 1 };
    expect(readJson('[1,2]', limits).ok).toBe(true);
    expect(
      [readJson('[1,2,3]', limits), readJson('[[]]', limits), readJson(' '.repeat(21), limits)].map(({ ok }) => ok),
    ).toEqual([false, false, false]);
  });

  test('[F10] more records than a scenario may have are refused', () => {
    const records = Array.from({ length: recordLimit + 1 }, (_, index) => `"n${index}":{}`).join(',');
    const file = `{"format":"parley.scenario","version":1,"scenario":{"id":"s","name":"S"},"tests":{${records}}}`;
    expect(unwrapFailure(readScenario(file))).toEqual([
      { pointer: '', sentence: 'Expected at most 200000 records, found 200001.' },
    ]);
  });
});

describe('what JSON.parse would pass over', () => {
  test.each([
    ['{"a":1,"b":2,"a":3}', ['/a']],
    ['{"a":{"x":1,"x":1},"b":[{"y":1,"y":1}]}', ['/a/x', '/b/0/y']],
    ['{"a":1,"\\u0061":2}', ['/a']],
    ['[1e308,1e309,-1e400]', ['/1', '/2']],
    [`[${'9'.repeat(310)}]`, ['/0']],
    ['{"a":{"__proto__":1}}', ['/a/__proto__']],
    ['{"constructor":{"prototype":1}}', ['/constructor/prototype']],
  ])('[F11, F12] %s is refused', (text, pointers) => {
    expect(unwrapFailure(readJson(text)).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  test.each(['{"constructor":1,"prototype":2,"a":{"prototype":3}}', '[-0,1E-400,0.1e1]', '{"":{"":1}}'])(
    '[F11, F12] %s is fine',
    (text) => {
      expect(unwrap(readJson(text))).toEqual(JSON.parse(text));
    },
  );
});
