import { describe, expect, test } from 'vitest';
import { readLabelledTexts } from '../../../../../shared/interpret/workbench/read-labelled-texts.ts';
import { unwrap } from '../../../../builders/unwrap.ts';

describe('a table of texts', () => {
  test.each([
    ['text,intent\nhello,greet\n', [['hello', 'greet']]],
    [
      'text,intent\r\nhello,greet\r\nbye,leave',
      [
        ['hello', 'greet'],
        ['bye', 'leave'],
      ],
    ],
    ['\uFEFFText, Intent\nhello,greet', [['hello', 'greet']]],
    ['id,intent,note,text\n1,greet,,hello', [['hello', 'greet']]],
    ['text,intent\n"hello, you",greet', [['hello, you', 'greet']]],
    ['text,intent\n"say ""hi""",greet', [['say "hi"', 'greet']]],
    [
      'text,intent\n"two\nlines",greet\nbye,leave',
      [
        ['two\nlines', 'greet'],
        ['bye', 'leave'],
      ],
    ],
    ['text,intent\n\n  ,\nhello,greet\n\n', [['hello', 'greet']]],
    ['text,intent\n  hello ,greet ', [['hello', 'greet']]],
    ['text,intent\n"hello"s,greet', [['hellos', 'greet']]],
    ['text,intent\nit is 5" long,size', [['it is 5" long', 'size']]],
  ] as const)('[I30] %j', (csv, rows) => {
    expect(unwrap(readLabelledTexts(csv)).map(({ text, intent }) => [text, intent])).toEqual(rows);
  });

  test.each([
    ['', 1, 'The first line must name the columns: "text,intent".'],
    ['utterance,label\nhello,greet', 1, 'The first line must name the columns: "text,intent".'],
    ['text,intent', 1, 'There is no line but the first.'],
    ['text,intent\nhello,greet\n,greet', 3, 'The text is missing.'],
    ['text,intent\n"two\nlines",greet\nbye', 4, 'The intent is missing.'],
    ['text,intent\n"never closed,greet', 2, 'The intent is missing.'],
  ])('[I30] %j cannot be used', (csv, line, sentence) => {
    expect(readLabelledTexts(csv)).toEqual({ ok: false, failure: [{ line, sentence }] });
  });

  test('[I30] of many broken lines the first are named', () => {
    const read = readLabelledTexts(`text,intent\n${',x\n'.repeat(500)}`);
    expect(read.ok ? [] : read.failure).toHaveLength(20);
  });
});
