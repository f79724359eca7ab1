import { expect, test } from 'vitest';
import { rankCommands } from '../../../../renderer/app/rank-commands.ts';

const commands = [
  { id: 'open', label: 'Open…', keywords: ['scenario', 'load'] },
  { id: 'save', label: 'Save', keywords: ['write'] },
  { id: 'save-as', label: 'Save as…', keywords: ['copy'] },
  { id: 'export', label: 'Export action bundle…', keywords: ['json', 'save'] },
  { id: 'go', label: 'Save the day', keywords: ['please save it'], isPlace: true },
];
const found = (query: string, limit = 10): string[] => rankCommands(commands, query, limit).map(({ id }) => id);

test('names come before keywords, things to do before places', () => {
  expect(found('save')).toEqual(['save', 'save-as', 'go', 'export']);
  expect(found('bundle')).toEqual(['export']);
});

test('every word has to fit somewhere, in any order', () => {
  expect(found('json export')).toEqual(['export']);
  expect(found('save nothing')).toEqual([]);
});

test('places only show when they are searched for, and a list has an end', () => {
  expect(found('')).toEqual(['open', 'save', 'save-as', 'export']);
  expect(found('', 2)).toEqual(['open', 'save']);
});

test('signs that mean something in patterns are only signs', () => {
  expect(found('save (')).toEqual([]);
  expect(found('[')).toEqual([]);
});
