import { expect, test } from 'vitest';
import { completionAt, completionInTemplate } from '../../../../shared/reference/completion-at.ts';

/** The caret is where the bar stands. */
function caretIn(text: string): [text: string, caret: number] {
  return [text.replace('¦', ''), text.indexOf('¦')];
}

test.each([
  ['¦', { expects: 'context', context: null, typed: '' }],
  ['us¦', { expects: 'context', context: null, typed: 'us' }],
  ['us¦er.name', { expects: 'context', context: null, typed: 'us', start: 0, end: 4 }],
  ['user.¦', { expects: 'attribute', context: 'user', typed: '' }],
  ['session.or¦der_id', { expects: 'attribute', context: 'session', typed: 'or', start: 8, end: 16 }],
  ['user.items[0].na¦', { expects: 'key', typed: 'na' }],
  ['user.name | up¦', { expects: 'filter', typed: 'up', start: 12 }],
  ['user.name |¦', { expects: 'filter', typed: '' }],
  ['user.name | replace(a, ¦', { expects: 'argument', typed: '' }],
  ['user.name | replace @ses¦', { expects: 'context', typed: 'ses' }],
  ['user.name | replace @session.¦', { expects: 'attribute', context: 'session' }],
])('[R8] in %s', (marked, expected) => {
  expect(completionAt(...caretIn(marked))).toMatchObject(expected);
});

test.each([['user.name ¦'], ['user name¦'], ['!¦']])('[R8] offers nothing in %s', (marked) => {
  expect(completionAt(...caretIn(marked))).toBeNull();
});

test('[R8] in a text it looks inside the braces around the caret', () => {
  expect(completionInTemplate(...caretIn('Hi {user.na¦} there'))).toEqual({
    expects: 'attribute',
    context: 'user',
    typed: 'na',
    start: 9,
    end: 11,
  });
  expect(completionInTemplate(...caretIn('Hi {¦'))).toMatchObject({ expects: 'context', start: 4 });
  expect(completionInTemplate(...caretIn('Hi {{user.¦'))).toBeNull();
  expect(completionInTemplate(...caretIn('Hi {user.name} user.¦'))).toBeNull();
});
