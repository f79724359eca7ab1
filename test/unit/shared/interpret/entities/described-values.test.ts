import { describe, expect, test } from 'vitest';
import { compileSamples, interpret } from '../../../../../shared/interpret/interpret-utterance.ts';
import { friday, valueIn } from './read-values.ts';

const sizes = [
  { value: 'small', synonyms: ['tiny', 's'] },
  { value: 'large', synonyms: ['big', 'l'] },
  { value: 'extra-large', synonyms: ['xl', 'extra large', 'very big'] },
];

describe('listed values', () => {
  test.each([
    ['a Large one', 'large'],
    ['something tiny', 'small'],
    ['XL', 'extra-large'],
    ['an extra large one', 'extra-large'],
    ['very big please', 'extra-large'],
    ['a lrage one', 'large'],
    ['smal', 'small'],
    ['extra larg', 'extra-large'],
    ['large or smal', 'large'],
    ['smal or large', 'large'],
    ['medium', undefined],
    ['a bug', undefined],
    ['x', undefined],
  ])('[I24] %s', (text, value) => {
    expect(valueIn(text, { name: 'size', type: 'string', values: sizes })).toBe(value);
  });

  test('[I24] a slot takes them, in other words too', () => {
    const index = compileSamples([{ intentId: 'order', samples: ['I want a {user.size} pizza'] }]);
    const expected = new Map([['order', [{ name: 'size', type: 'string', values: sizes } as const]]]);
    const ask = (text: string) => interpret(index, {}, { text, callback: null, value: '', fields: {} }, expected)[0];
    expect(ask('I want a very big pizza')).toMatchObject({ confidence: 1, attributes: { size: 'extra-large' } });
    expect(ask('I want a purple pizza')?.because).toMatch(/^like/);
  });
});

describe('patterns', () => {
  const policy = { name: 'policy', type: 'string', pattern: '[A-Z]{2}-(\\d{4})' } as const;

  test('[I25] the first group is the value, else everything', () => {
    expect(valueIn('it is AB-1234, I think', policy)).toBe('1234');
    expect(valueIn('it is AB-1234, I think', { ...policy, pattern: '[A-Z]{2}-\\d{4}' })).toBe('AB-1234');
    expect(valueIn('level 7', { name: 'level', type: 'int', pattern: 'level (\\d)' })).toBe(7);
  });

  test.each(['(', '(?=a)', '(a)\\1', 'x*'])('[I25] %s finds nothing', (pattern) => {
    expect(valueIn('it is AB-1234', { ...policy, pattern })).toBeUndefined();
  });
});

describe('collections', () => {
  test.each([
    [
      'two small and one lrage, or XL',
      { name: 'sizes', type: 'string[]', values: sizes },
      ['small', 'large', 'extra-large'],
    ],
    ['2 of A and 3 of B', { name: 'counts', type: 'int[]' }, [2, 3]],
    ['write to a@b.co and c@d.org', { name: 'emails_mail', type: 'string[]' }, ['a@b.co', 'c@d.org']],
    ['AB-1234 CD-5678', { name: 'ids', type: 'string[]', pattern: '[A-Z]{2}-\\d{4}' }, ['AB-1234', 'CD-5678']],
    ['orders 77 and A-1001', { name: 'order_ids_id', type: 'string[]' }, ['77', 'A-1001']],
    ['anything at all', { name: 'tags', type: 'string[]' }, undefined],
  ] as const)('[I26] %s', (text, attribute, values) => {
    expect(valueIn(text, attribute)).toEqual(values);
  });
});

describe('phone numbers', () => {
  const phone = { name: 'phone', type: 'string' } as const;
  test.each([
    ['call (213) 373-4253 now', '(213) 373-4253'],
    ['+30 210 123 4567', '+30 210 123 4567'],
    ['it is 030-1234567', '030-1234567'],
    ['my order 1234567890 and my phone 020 7946 0958', '020 7946 0958'],
    ['order 12 please', undefined],
  ])('[I27] %s', (text, value) => {
    expect(valueIn(text, phone, friday)).toBe(value);
  });
});
