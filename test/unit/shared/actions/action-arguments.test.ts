import { describe, expect, test } from 'vitest';
import { actionArguments, actionReferences } from '../../../../shared/actions/action-arguments.ts';
import { escapeRequestText, parseRequestText } from '../../../../shared/actions/parse-request-text.ts';
import { actionRecordSchema } from '../../../../shared/model/action-record.ts';
import { anApiAction, anIntegration } from '../../../builders/an-action.ts';

const names = (action: Parameters<typeof actionArguments>[0]): readonly string[] =>
  actionArguments(action).map(({ name }) => name);

describe('actionArguments', () => {
  test('[A1] finds every variable of a request, once, in its order', () => {
    const action = anApiAction({
      base: 'https://api.example.com/$version',
      path: '/orders/$orderId/$orderId?view=$view',
      query: { lang: '$lang', $field: 'x' },
      headers: { 'X-$literal': '$token' },
      json: { a: '$productId', b: [{ c: 'for $customer' }], $key: 1 },
    });
    expect(names(action)).toEqual(['version', 'orderId', 'view', 'lang', 'field', 'token', 'productId', 'customer']);
  });

  test('[A1] declared inputs come first and keep what was declared', () => {
    const inputs = [
      { name: 'quantity', type: 'int' as const, required: false, sensitive: true },
      { name: 'orderId', type: 'string' as const },
    ];
    expect(actionArguments(anApiAction({ path: '/orders/$orderId/$sku' }, { inputs }))).toEqual([
      { name: 'quantity', type: 'int', required: false, sensitive: true, declared: true },
      { name: 'orderId', type: 'string', required: true, sensitive: false, declared: true },
      { name: 'sku', type: 'string', required: true, sensitive: false, declared: false },
    ]);
  });

  test('[A1] looks into forms, texts, bodies that are not JSON yet, and the integration', () => {
    expect(names(anApiAction({ form: { $a: '$b' } }))).toEqual(['a', 'b']);
    expect(names(anApiAction({ text: 'Hello $name' }))).toEqual(['name']);
    expect(names(anApiAction({ jsonText: '{"age": $age, "x": "$x"' }))).toEqual(['age', 'x']);
    const integration = anIntegration({ headers: [{ name: 'X-Tenant', value: '$tenant' }] });
    expect(actionArguments(anApiAction({ path: '/$id' }), integration).map(({ name }) => name)).toEqual([
      'id',
      'tenant',
    ]);
  });

  test('[A1] an action without a request has what it declares', () => {
    const action = actionRecordSchema.parse({ id: 'a', kind: 'setAttributes', name: 'a', inputs: [{ name: 'x' }] });
    expect(names(action)).toEqual(['x']);
  });
});

test('[A12] the references of a request can be listed', () => {
  const action = anApiAction({
    path: '/{user.id}',
    headers: { 'X-Name': '{name | url_encode}' },
    json: { a: '{session.b}' },
  });
  expect(actionReferences(action).map(({ context, attribute }) => `${context ?? ''}.${attribute}`)).toEqual([
    'user.id',
    '.name',
    'session.b',
  ]);
});

test.each([
  ['cost $$5', ['cost $5']],
  ['cost \\$name', ['cost $name']],
  ['$5 and $', ['$5 and $']],
  ['$$$name', ['$', 'name']],
  ['{{$a}}', ['{', 'a', '}']],
  ['$a$b', ['a', 'b']],
])('[A2] %s', (text, expected) => {
  const parts = parseRequestText(text).parts.map((part) =>
    typeof part === 'string' ? part : part.kind === 'argument' ? part.name : '?',
  );
  expect(parts).toEqual(expected);
});

test('[A2] variables know where they stand', () => {
  const text = 'a {{ $first {user.x} $$ $second';
  const stands = parseRequestText(text).parts.flatMap((part) =>
    typeof part === 'string' ? [] : [text.slice(part.start, part.end)],
  );
  expect(stands).toEqual(['$first', '{user.x}', '$second']);
});

test.each(['$name', '{user.x}', '$$ {{ }} \\$x', 'plain'])('[A23] %s', (text) => {
  expect(parseRequestText(escapeRequestText(text)).parts).toEqual([text]);
});
