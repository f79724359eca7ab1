import { expect, test } from 'vitest';
import { withoutMarks } from '../../../../shared/base/without-marks.ts';

test.each([
  ['A **bold** claim, an *aside* and `code`', 'A bold claim, an aside and code'],
  ['__both__ ~~gone~~ _one_', 'both gone one'],
  ['See [our shop](https://a.example/x) now', 'See our shop now'],
  ['# Welcome\n\n- one\n* two', 'Welcome\n\n• one\n• two'],
])('%j is shown as its words', (text, words) => expect(withoutMarks(text)).toBe(words));

test.each(['2 * 3 * 4', 'snake_case_name', 'is {user.order_id} or {session._id_} there', 'a*b*c', '*', '_ _'])(
  '%j marks nothing and stays',
  (text) => expect(withoutMarks(text)).toBe(text),
);
