import { expect, test } from 'vitest';
import { fieldLines, placeWords } from '../../../../renderer/versions/field-lines.ts';

test('a list of words tells what came and went, a name what it was and is', () => {
  const { lines } = fieldLines([
    { field: 'name', before: 'Old', after: 'New' },
    { field: 'samples', before: ['a', 'b'], after: ['b', 'c'] },
    { field: 'confidence', before: 0.5, after: 0.7 },
  ]);
  expect(lines).toEqual([
    { path: 'name', before: '“Old”', after: '“New”' },
    { path: 'sample utterances', before: '“a”', after: null },
    { path: 'sample utterances', before: null, after: '“c”' },
    { path: 'confidence', before: '0.5', after: '0.7' },
  ]);
});

test('inside a message the innermost place is told, by the name of the message', () => {
  const message = (text: string, name: string) => [{ id: 'm', name, blocks: [{ kind: 'text', text }] }];
  const { lines } = fieldLines([{ field: 'messages', before: message('Hi', ''), after: message('Hello', '') }]);
  expect(lines).toEqual([{ path: 'message › block › text', before: '“Hi”', after: '“Hello”' }]);
  const named = fieldLines([{ field: 'messages', before: message('Hi', 'Greet'), after: message('Ho', 'Greet') }]);
  expect(named.lines[0]?.path).toBe('message “Greet” › block › text');
});

test('of several messages and blocks it is told which', () => {
  const said = (second: string) => ({
    id: 'two',
    name: '',
    blocks: [
      { kind: 'text', text: 'One' },
      { kind: 'text', text: second },
    ],
  });
  const first = { id: 'one', name: '', blocks: [] };
  const { lines } = fieldLines([{ field: 'messages', before: [first, said('Hi')], after: [first, said('Ho')] }]);
  expect(lines).toEqual([{ path: 'message 2 › block 2 › text', before: '“Hi”', after: '“Ho”' }]);
  const come = fieldLines([{ field: 'branches', before: [first], after: [first, said('Ho')] }]);
  expect(come.lines[0]?.path).toBe('branch 2');
});

test('what is long is cut, what is much is counted', () => {
  const many = Array.from({ length: 9 }, (_, at) => ({ field: `field${at}`, before: 'x'.repeat(500), after: null }));
  const { lines, more } = fieldLines(many);
  expect([lines.length, more]).toEqual([6, 3]);
  expect(lines[0]?.before).toHaveLength(140);
});

test('a place is said by what is there, not by the ids that lead to it', () => {
  const record = {
    id: 'greet',
    messages: [
      { id: 'm-1', name: '', blocks: [] },
      { id: 'm-2', name: 'Morning', blocks: [{ kind: 'text', text: 'Hi' }] },
    ],
    behaviors: ['STARTING'],
  };
  expect(placeWords(record, [])).toBe('');
  expect(placeWords(record, ['messages', 'm-1', 'blocks'])).toBe('message 1 › blocks');
  expect(placeWords(record, ['messages', 'm-2', 'blocks', '0', 'text'])).toBe('message “Morning” › block › text');
  expect(placeWords(record, ['expectedAttributes'])).toBe('expected attributes');
  expect(placeWords(null, ['messages', 'gone'])).toBe('messages › gone');
});
