import * as fc from 'fast-check';
import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvLine, printCsv, unguarded } from '../../../../shared/base/print-csv.ts';
import { csvRows, readCsv, separatorOf } from '../../../../shared/base/read-csv.ts';
import { readSharedData } from '../../../builders/shared-data.ts';

const cellsOf = (text: string): string[][] => readCsv(text).map(({ cells }) => [...cells]);
const anyCell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('=1', "'", "'=", '"', '', ',', ';', '\r\n', '\r', '\n', '\t', '""', '\uFEFF'),
);

describe('a table', () => {
  test.each([',', ';', '\t'])('parted by %j comes back as it was printed', (separator) => {
    const anyRows = fc.array(fc.array(anyCell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(anyRows, (rows) => {
        const printed = [['a', 'b', 'c', 'd'], ...rows].map((row) => csvLine(row, separator)).join('');
        const kept = rows.filter((row) => row.some((each) => each !== ''));
        expect(cellsOf(printed).map((row) => row.map(unguarded))).toEqual([['a', 'b', 'c', 'd'], ...kept]);
      }),
    );
  });

  test('of strings that break programs comes back byte for byte', () => {
    const strings = readSharedData('corpora/blns/blns.json');
    if (strings === null) return;
    const rows = (JSON.parse(strings) as string[]).map((cell, at) => [String(at), cell]);
    expect(rows.length).toBeGreaterThan(400);
    expect(cellsOf(printCsv([['id', 'text'], ...rows])).map((row) => row.map(unguarded))).toEqual([
      ['id', 'text'],
      ...rows,
    ]);
  });

  test('by somebody else is read as another program reads it', () => {
    const anyText = fc.array(fc.constantFrom('a', 'b c', ',', '"', '""', '\n', '"x,y"', '"x ""y""\nz"', '1'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(anyText, (parts) => {
        const text = `head,er\n${parts.join('')}`;
        const other = papaparse.parse<string[]>(text, { delimiter: ',', newline: '\n' });
        // Where it finds a mistake, there is no right answer.
        fc.pre(other.errors.length === 0);
        expect(cellsOf(text)).toEqual(other.data.filter((row) => row.some((cell) => cell !== '')));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    [
      'commas in the quotes of its head',
      '"a,b,c";d\r\n1;2',
      [
        ['a,b,c', 'd'],
        ['1', '2'],
      ],
    ],
    [
      'a line end in the quotes of its head',
      '"a\nb;c",d\n1,2',
      [
        ['a\nb;c', 'd'],
        ['1', '2'],
      ],
    ],
    [
      'words after a quote, and another sign among them',
      'a,b\n"x" y;z,2\n',
      [
        ['a', 'b'],
        ['x y;z', '2'],
      ],
    ],
    [
      'the sign named by a spreadsheet',
      '\uFEFFsep=;\r\na,b;c\r\n1;2\r\n',
      [
        ['a,b', 'c'],
        ['1', '2'],
      ],
    ],
    [
      'old line ends',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'an empty cell at the end',
      'a,b,\n1,2,',
      [
        ['a', 'b', ''],
        ['1', '2', ''],
      ],
    ],
    ['quotes that are never closed', 'a,b\n"1,2\n3', [['a', 'b'], ['1,2\n3']]],
    [
      'a quote inside of a cell',
      'a,b\n5" tall,2',
      [
        ['a', 'b'],
        ['5" tall', '2'],
      ],
    ],
    ['nothing', '', []],
    ['only the mark', '\uFEFF', []],
  ])('with %s', (_what, text, rows) => expect(cellsOf(text)).toEqual(rows));

  test('says where its rows are, in an editor and in a spreadsheet', () => {
    const rows = readCsv('a,b\n"1\n1",2\n\n3,4').map(({ line, row }) => [line, row]);
    expect(rows).toEqual([
      [1, 1],
      [2, 2],
      [5, 4],
    ]);
  });

  test('is read no further than its first row, for whoever needs that alone', () => {
    const [first] = csvRows(`a;b\n${'"'.repeat(1_000_001)}`);
    expect([first?.cells, separatorOf('a;b\n1,2,3')]).toEqual([['a', 'b'], ';']);
  });
});
