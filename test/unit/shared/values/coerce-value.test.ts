import { expect, test } from 'vitest';
import type { Json } from '../../../../shared/base/json.ts';
import { attributeTypes, type AttributeMember, type AttributeType } from '../../../../shared/model/attribute-type.ts';
import { coerceValue } from '../../../../shared/values/coerce-value.ts';
import { valueText } from '../../../../shared/values/value-text.ts';
import { readSharedData } from '../../../builders/shared-data.ts';

const table: readonly (readonly [AttributeType, Json, Json])[] = [
  ['string', 'text', 'text'],
  ['string', 12.5, '12.5'],
  ['string', 1e21, '1000000000000000000000'],
  ['string', true, 'true'],
  ['string', { a: [1] }, '{"a":[1]}'],
  ['boolean', true, true],
  ['boolean', 1, true],
  ['boolean', '1', true],
  ['boolean', 'TRUE', true],
  ['boolean', 'on', true],
  ['boolean', 'Yes', true],
  ['boolean', 'something', false],
  ['boolean', '', false],
  ['boolean', 2, false],
  ['boolean', [], false],
  ['int', '15.34', 15],
  ['int', 'abc', 0],
  ['int', '', 0],
  ['int', '-3 apples', -3],
  ['int', '1e3', 1000],
  ['int', -0.5, 0],
  ['int', true, 1],
  ['int', ['1'], 0],
  ['float', '15.34 EUR', 15.34],
  ['float', '.5', 0.5],
  ['float', '5.', 5],
  ['float', '1e999', Number.MAX_VALUE],
  ['timestamp', 1_700_000_000, 1_700_000_000],
  ['timestamp', '1700000000', 1_700_000_000],
  ['timestamp', 1.5, false],
  ['timestamp', 'tomorrow', false],
  ['timestamp', true, false],
  ['list', [1, 'a'], [1, 'a']],
  ['list', 'a', ['a']],
  ['list', { a: 1 }, { a: 1 }],
  ['string[]', 'sports, travel', ['sports', 'travel']],
  ['string[]', [1, null, true], ['1', null, 'true']],
  ['string[]', '', []],
  ['int[]', ['1', '2.9', 'x'], [1, 2, 0]],
  ['boolean[]', ['yes', 'no'], [true, false]],
  ['float[]', 1.5, [1.5]],
  ['timestamp[]', [1, 'x'], [1, false]],
  ['composite', { a: 1 }, { a: 1 }],
  ['json', [1, { a: null }], [1, { a: null }]],
  ['location', '1 Main St', { formatted_address: '1 Main St' }],
  ['location', { lat: '52.5', country: 49, mood: 'good' }, { lat: 52.5, country: '49', mood: 'good' }],
  ['file', { name: 'a.pdf', size: '12 bytes', url: null }, { name: 'a.pdf', size: 12, url: null }],
  ['file[]', { name: 'a.pdf', size: '12' }, [{ name: 'a.pdf', size: 12 }]],
  ['file[]', [{ size: '1' }, 'b.pdf'], [{ size: 1 }, 'b.pdf']],
  ['composite[]', { a: 1 }, { a: 1 }],
];

test.each(table)('[R14] %s of %j is %j', (type, raw, expected) => {
  expect(coerceValue(raw, type)).toStrictEqual(expected);
});

test('[R14] members become what their own types hold, wherever they are', () => {
  const members: readonly AttributeMember[] = [
    { name: 'price', type: 'float' },
    { name: 'to', type: 'composite', members: [{ name: 'vip', type: 'boolean' }] },
    { name: 'lines', type: 'composite[]', members: [{ name: 'count', type: 'int' }] },
  ];
  const raw = { price: '1.5 EUR', to: { vip: 'yes', name: 7 }, lines: [{ count: '3' }, 4], free: '1' };
  const cast = { price: 1.5, to: { vip: true, name: 7 }, lines: [{ count: 3 }, 4], free: '1' };
  expect(coerceValue(raw, 'composite', members)).toStrictEqual(cast);
  expect(coerceValue([raw], 'composite[]', members)).toStrictEqual([cast]);
  expect(coerceValue('text', 'composite', members)).toBe('text');
  expect(coerceValue(raw, 'composite')).toStrictEqual(raw);
});

test.each(attributeTypes)('[R14] null stays null as %s', (type) => {
  expect(coerceValue(null, type)).toBeNull();
});

test.each([
  ['text', undefined, 'text'],
  [null, 'boolean', ''],
  [false, 'boolean', 'false'],
  [1.45, 'float', '1.45'],
  [1e21, undefined, '1000000000000000000000'],
  [1.5e-7, undefined, '0.00000015'],
  [-2.5e-10, undefined, '-0.00000000025'],
  [0, 'timestamp', '1970-01-01T00:00:00+00:00'],
  [1_709_174_045, 'timestamp', '2024-02-29T02:34:05+00:00'],
  [-1, 'timestamp', '1969-12-31T23:59:59+00:00'],
  [-62_167_219_200, 'timestamp', '0000-01-01T00:00:00+00:00'],
  [9e15, 'timestamp', '9000000000000000'],
  [false, 'timestamp', ''],
  [[1, 'a"b'], 'list', '[1,"a\\"b"]'],
  [{ city: 'Athens', days: 3 }, 'formData', 'Athens:3'],
  [{ city: 'Athens' }, 'composite', '{"city":"Athens"}'],
] as const)('[R13] %j as %s reads %j', (value, type, expected) => {
  expect(valueText(value as Json, type)).toBe(expected);
});

type ValueCase = {
  readonly area: string;
  readonly input: { readonly type: AttributeType; readonly raw: Json };
  readonly expected: Json;
};
const cases = readSharedData('cases/opendialog-cases.json');

test.skipIf(cases === null)('[R13, R14] every documented value comes out as documented', () => {
  const examples = JSON.parse(cases ?? '[]') as readonly ValueCase[];
  const values = examples.filter(({ area }) => area === 'attribute_value');
  const texts = examples.filter(({ area }) => area === 'attribute_string');
  expect(values.length).toBeGreaterThan(8);
  expect(values.map(({ input }) => coerceValue(input.raw, input.type))).toEqual(values.map(({ expected }) => expected));
  expect(texts.map(({ input }) => valueText(coerceValue(input.raw, input.type), input.type))).toEqual(
    texts.map(({ expected }) => expected),
  );
});
