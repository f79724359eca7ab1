import { expect, test } from 'vitest';
import {
  duplicatesIn,
  pastedSamples,
  sortedSamples,
  withoutDuplicates,
} from '../../../../renderer/inspector/intent/paste-samples.ts';

test.each<[what: string, text: string, samples: string[]]>([
  ['lines', 'where is it\r\n\r\n  track it  \rany news', ['where is it', '  track it  ', 'any news']],
  ['bullets', '- one\n* two\n• three\n– four', ['one', 'two', 'three', 'four']],
  ['numbers', '1. one\n2) two\n10. ten', ['one', 'two', 'ten']],
  ['a number that is said', '2 pizzas please\n1. FC Köln', ['2 pizzas please', '1. FC Köln']],
  ['quotes', '“where is it”\n"track it"', ['where is it', 'track it']],
  ['CSV', 'text,intent\n"hello, you",greet\n"he said ""hi""",greet', ['hello, you', 'he said "hi"']],
  ['a comma that is said', 'hello, how are you\nhi, there', ['hello, how are you', 'hi, there']],
  ['cells with line breaks', '"two\nlines",x\n"one",y', ['two lines', 'one']],
  ['a spreadsheet', 'Utterance\tIntent\nwhere is it\tstatus\ntrack it\tstatus', ['where is it', 'track it']],
  ['lines that only look like lists', '- 1\n"quoted" or not\na\tb', ['- 1', '"quoted" or not', 'a\tb']],
  ['quotes in a list', '- "a"\n- b', ['a', 'b']],
  ['references', 'where is {session.order_id}\n', ['where is {session.order_id}']],
  ['nothing', '\n \n', []],
])('%s', (_, text, samples) => {
  expect(pastedSamples(text)).toEqual(samples);
});

test('case and spaces make no other sample', () => {
  expect(withoutDuplicates(['Hi there', 'hi  there ', 'bye'])).toEqual({ kept: ['Hi there', 'bye'], gone: 1 });
  expect([...duplicatesIn(['a', 'b', 'A', ' b', ''])]).toEqual([
    [2, 0],
    [3, 1],
  ]);
  expect(sortedSamples(['b', 'A 10', 'a 2', 'Ä'])).toEqual(['Ä', 'a 2', 'A 10', 'b']);
});
