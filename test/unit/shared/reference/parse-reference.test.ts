import { describe, expect, test } from 'vitest';
import { parsePath, parseReference, type Reference } from '../../../../shared/reference/parse-reference.ts';
import { unwrapFailure } from '../../../builders/unwrap.ts';

const plain = (context: string | null, attribute: string, path: Reference['path'] = []): Reference => ({
  context,
  attribute,
  path,
  filters: [],
});

describe('parseReference', () => {
  test.each([
    ['user.first_name', plain('user', 'first_name')],
    ['_intent.city', plain('_intent', 'city')],
    ['  user.first_name  ', plain('user', 'first_name')],
    ['user.list.0.name', plain('user', 'list', [0, 'name'])],
    ['user.list[0].name', plain('user', 'list', [0, 'name'])],
    ['user.list[0][name]', plain('user', 'list', [0, 'name'])],
    ["user.list[0]['name']", plain('user', 'list', [0, 'name'])],
    ['user.list[ 0 ]["name"]', plain('user', 'list', [0, 'name'])],
    ["user.quote['Quote']['AddOns'][3]['Price']", plain('user', 'quote', ['Quote', 'AddOns', 3, 'Price'])],
    ['user.quote[Add Ons][line-items]', plain('user', 'quote', ['Add Ons', 'line-items'])],
    ["user.quote['it\\'s']['a]b']['a|b']", plain('user', 'quote', ["it's", 'a]b', 'a|b'])],
    ["user.map['0'][007]", plain('user', 'map', ['0', '007'])],
    ['user.map.größe', plain('user', 'map', ['größe'])],
  ])('[R1] reads %s', (text, expected) => {
    expect(parseReference(text)).toEqual({ ok: true, value: expected });
  });

  test.each([
    ['first_name', plain(null, 'first_name')],
    ['list.0.name', plain(null, 'list', [0, 'name'])],
    ["quote['Price']", plain(null, 'quote', ['Price'])],
    ['list[2]', plain(null, 'list', [2])],
  ])('[R2] %s needs no context', (text, expected) => {
    expect(parseReference(text)).toEqual({ ok: true, value: expected });
  });

  const text = (value: string) => ({ kind: 'text', text: value });
  const filters = [{ name: 'range', args: [text('0'), text('3')] }];

  test.each([
    ['user.a | range 0 3', filters],
    ['user.a|range(0,3)', filters],
    ['user.a |range( 0 , 3 )', filters],
    [
      'user.a | uppercase | lowercase()',
      [
        { name: 'uppercase', args: [] },
        { name: 'lowercase', args: [] },
      ],
    ],
    ['user.a | replace \', \' ""', [{ name: 'replace', args: [text(', '), text('')] }]],
    ['user.a | replace } x', null],
    ['user.a | replace "}|{" x', [{ name: 'replace', args: [text('}|{'), text('x')] }]],
    [
      'user.a | format_date "jS \\o\\f F" "Europe/London"',
      [{ name: 'format_date', args: [text('jS \\o\\f F'), text('Europe/London')] }],
    ],
    ['user.a | replace "say \\"hi\\"" \\', [{ name: 'replace', args: [text('say "hi"'), text('\\')] }]],
    ['user.a | where status open >=', [{ name: 'where', args: [text('status'), text('open'), text('>=')] }]],
    ['user.a | base64 -d', [{ name: 'base64', args: [text('-d')] }]],
    ['user.a | replace @ at', [{ name: 'replace', args: [text('@'), text('at')] }]],
    [
      "user.a | hmac(sha256, @global.keys['x'][0], hex)",
      [
        {
          name: 'hmac',
          args: [
            text('sha256'),
            { kind: 'reference', target: { context: 'global', attribute: 'keys', path: ['x', 0] } },
            text('hex'),
          ],
        },
      ],
    ],
    [
      'user.a | range @start',
      [{ name: 'range', args: [{ kind: 'reference', target: { context: null, attribute: 'start', path: [] } }] }],
    ],
  ])('[R3] reads the filters of %s', (reference, expected) => {
    const parsed = parseReference(reference);
    expect(parsed.ok ? parsed.value.filters : null).toEqual(expected);
  });

  test.each([
    ['', 0, 'A reference starts with'],
    ['   ', 3, 'A reference starts with'],
    ['9lives', 0, 'A reference starts with'],
    ['user.', 5, 'After "user." comes'],
    ['user.name!', 9, '"!" cannot stand here'],
    ['user.list[0', 9, 'never closed'],
    ["user.list['a]", 10, 'quote'],
    ['user.list[]', 9, 'Between brackets'],
    ['user.list..a', 10, 'After "." comes'],
    ['user.a |', 8, 'After "|" comes'],
    ['user.a | range(0', 14, 'never closed'],
    ['user.a | range(0,)', 17, 'A value is missing'],
    ['user.a | replace "x', 17, 'quote'],
    ['user.a b', 7, '"b" cannot stand here'],
  ])('[R4] says what is wrong in "%s" and where', (text, position, sentence) => {
    const failure = unwrapFailure(parseReference(text));
    expect(failure).toMatchObject({ position, sentence: expect.stringContaining(sentence) });
    expect(failure.position + failure.length).toBeLessThanOrEqual(text.length);
  });
});

test('[R1] a path inside a value is read like one behind an attribute', () => {
  expect(parsePath("items[0]['unit price'].cents")).toEqual(['items', 0, 'unit price', 'cents']);
  expect(parsePath('[1].a')).toEqual([1, 'a']);
  expect(parsePath('items[')).toBeNull();
  expect(parsePath('')).toBeNull();
});
