import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../shared/base/json.ts';
import { parseReference } from '../../../../shared/reference/parse-reference.ts';
import { parseTemplate } from '../../../../shared/reference/parse-template.ts';
import { readReference, renderTemplate, type ValueScope } from '../../../../shared/reference/read-reference.ts';
import { aScope } from '../../../builders/a-scope.ts';

function read(text: string, scope: ValueScope): Json {
  const parsed = parseReference(text);
  if (!parsed.ok) throw new Error(parsed.failure.sentence);
  return readReference(parsed.value, scope);
}

const render = (text: string, scope: ValueScope): string => renderTemplate(parseTemplate(text), scope);

const scope = aScope({
  'user.name': 'Ada',
  'user.items': [{ name: 'lamp', 'unit price': 12.5 }, { name: 'desk' }],
  'user.keyed': { '3': [[1], [2]], list: ['a'], constructor: 'mine' },
  'session.name': 'Grace',
});

describe('readReference', () => {
  test('[R2] reads from user when no context is named', () => {
    expect(read('name', scope)).toBe('Ada');
    expect(read('session.name', scope)).toBe('Grace');
  });

  test.each([
    ['items[1].name', 'desk'],
    ["items[0]['unit price']", 12.5],
    ['keyed[3][1][0]', 2],
    ['keyed.3.0', [1]],
  ])('[R1] follows %s', (text, expected) => {
    expect(read(text, scope)).toEqual(expected);
  });

  test.each([
    'nothing',
    'nowhere.name',
    'name[0]',
    'items[9]',
    'items[9].name.more',
    'user.items.name',
    'user.keyed.list[1]',
    'user.name.length',
  ])('[R9] %s is null', (text) => {
    expect(read(text, scope)).toBeNull();
  });

  test.each([
    'user.items.length',
    'user.items.map',
    'user.keyed.__proto__',
    'user.keyed.toString',
    'user.keyed.list.constructor',
    'user.name.constructor.name',
    "items[0]['__proto__']['polluted']",
  ])('[R10] %s leads nowhere', (text) => {
    expect(read(text, scope)).toBeNull();
  });

  test('[R10] an own key may have any name', () => {
    const named = aScope({ 'user.odd': JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}') as Json });
    expect(read('user.odd.__proto__.a', named)).toBe(1);
    expect(read('user.odd.constructor', named)).toBe(2);
  });
});

describe('renderTemplate', () => {
  test('[R9] missing values leave nothing behind', () => {
    expect(render('Hi {nothing}{nowhere.x}, {items[7].name | uppercase}!', scope)).toBe('Hi , !');
  });

  test('[R11] a value is never read as a template', () => {
    const hostile = aScope({ 'user.a': '{user.b} {{x}} {secret.key}', 'user.b': 'leaked', 'secret.key': 'leaked' });
    expect(render('<{user.a}>', hostile)).toBe('<{user.b} {{x}} {secret.key}>');
  });

  test('[R12] escapes values, never the text around them', () => {
    expect(renderTemplate(parseTemplate('*Hi* {name}'), aScope({ 'user.name': '*Ada*' }), (text) => `«${text}»`)).toBe(
      '*Hi* «*Ada*»',
    );
  });

  test('[R13] the type of the attribute decides how it reads', () => {
    const typed = aScope(
      { 'user.seen': 1_700_000_000, 'user.times': [0, 60], 'user.plain': 1_700_000_000, 'user.ok': true },
      { types: { seen: 'timestamp', times: 'timestamp[]', ok: 'boolean' } },
    );
    expect(render('{seen} {times[1]} {plain} {ok}', typed)).toBe(
      '2023-11-14T22:13:20+00:00 1970-01-01T00:01:00+00:00 1700000000 true',
    );
  });

  test('[R13] a declared member reads as its own type', () => {
    const typed: ValueScope = {
      ...aScope({ 'user.order': { sent: 60, count: 60 } }),
      memberTypeOf: (attribute, path) => (attribute === 'order' && path[0] === 'sent' ? 'timestamp' : undefined),
    };
    expect(render('{user.order.sent} {user.order.count}', typed)).toBe('1970-01-01T00:01:00+00:00 60');
  });

  test('[R13] a filtered value is no longer what its attribute was', () => {
    const typed = aScope({ 'user.times': [0, 60] }, { types: { times: 'timestamp[]' } });
    expect(render('{times | count}', typed)).toBe('2');
  });
});
