import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../shared/base/json.ts';
import { buildRequest, type HttpRequest } from '../../../../shared/actions/build-request.ts';
import type { ValueScope } from '../../../../shared/reference/read-reference.ts';
import { anApiAction, anIntegration, type RequestOptions } from '../../../builders/an-action.ts';
import { aScope } from '../../../builders/a-scope.ts';
import { unwrap, unwrapFailure } from '../../../builders/unwrap.ts';

type Inputs = Parameters<typeof anApiAction>[1];

const build = (request: RequestOptions, args: JsonObject = {}, rest: Inputs = {}, scope: ValueScope | null = null) =>
  buildRequest(anApiAction(request, rest), null, args, scope);
const built = (...parameters: Parameters<typeof build>): HttpRequest => unwrap(build(...parameters));
const refused = (...parameters: Parameters<typeof build>) => unwrapFailure(build(...parameters));

const optional = (...names: readonly string[]): Inputs => ({
  inputs: names.map((name) => ({ name, required: false })),
});

describe('arguments', () => {
  test('[A3] a required argument without a value is named', () => {
    const missing = { failure: 'missingInput', sentence: 'The input orderId has no value.' };
    expect(refused({ path: '/orders/$orderId' })).toEqual(missing);
    expect(refused({ path: '/orders/$orderId' }, { orderId: null })).toEqual(missing);
    expect(refused({ path: '/orders' }, {}, { inputs: [{ name: 'orderId' }] })).toEqual(missing);
    expect(refused({ path: '/orders/$toString' })).toMatchObject({ sentence: 'The input toString has no value.' });
  });

  test('[A4] what an optional argument would fill alone is left out', () => {
    const request = built(
      {
        path: '/orders?page=$page',
        query: { lang: '$lang', note: 'for $lang' },
        headers: { 'X-Trace': '$trace', 'X-Note': 'for $trace' },
        json: { a: '$a', b: 'for $a', c: ['$a'] },
      },
      {},
      optional('page', 'lang', 'trace', 'a'),
    );
    expect(request).toMatchObject({
      url: 'https://api.example.com/orders?note=for%20',
      headers: [
        ['X-Note', 'for '],
        ['content-type', 'application/json'],
      ],
      body: '{"b":"for ","c":[null]}',
    });
    expect(built({ form: { a: '$a', b: 'x$a' } }, {}, optional('a')).body).toBe('b=x');
  });

  test('[A5] declared inputs are cast, others keep their type', () => {
    const inputs = {
      inputs: [
        { name: 'age', type: 'int' as const },
        { name: 'sku', type: 'string' as const },
      ],
    };
    const request = built({ json: { age: '$age', sku: '$sku', raw: '$raw' } }, { age: '42', sku: 7, raw: 7 }, inputs);
    expect(request.body).toBe('{"age":42,"sku":"7","raw":7}');
  });

  test('[A15] a value is filled in once', () => {
    const hostile = '$b {user.c} $$ {{';
    const request = built({ text: '<$a>{user.d}' }, { a: hostile }, {}, aScope({ 'user.c': 'leaked', 'user.d': '$a' }));
    expect(request.body).toBe(`<${hostile}>$a`);
  });
});

describe('the address', () => {
  test.each([
    ['https://api.example.com', '/orders', 'https://api.example.com/orders'],
    ['https://api.example.com/', '/orders', 'https://api.example.com/orders'],
    ['https://api.example.com', 'orders', 'https://api.example.com/orders'],
    ['https://api.example.com/v1/', 'orders/', 'https://api.example.com/v1/orders/'],
    ['https://api.example.com/v1', '', 'https://api.example.com/v1'],
    ['https://api.example.com/v1', '/', 'https://api.example.com/v1/'],
    ['https://api.example.com', '', 'https://api.example.com'],
    ['HTTP://localhost:8080/a?x=1', '/b?y=2', 'http://localhost:8080/a/b?x=1&y=2'],
    ['http://[::1]:8080', '/a#part', 'http://[::1]:8080/a'],
    [' https://münchen.example ', '/a b/ü?q=a b', 'https://münchen.example/a%20b/%C3%BC?q=a%20b'],
    ['https://api.example.com', '/a%20b/x;y=1/@me', 'https://api.example.com/a%20b/x;y=1/@me'],
    ['https://api.example.com', '\\@evil.example', 'https://api.example.com/%5C@evil.example'],
    ['https://api.example.com', '//evil.example/x', 'https://api.example.com//evil.example/x'],
  ])('[A6] %s and %s', (base, path, url) => {
    expect(built({ base, path }).url).toBe(url);
  });

  test.each([
    ['', 'must start with http'],
    ['api.example.com', 'must start with http'],
    ['ftp://api.example.com', 'must start with http'],
    ['file:///etc/passwd', 'must start with http'],
    ['https:///path', 'is not a host'],
    ['https://$host/x', 'holds a variable'],
    ['https://api.example.com$suffix', 'holds a variable'],
    ['https://{user.host}', 'holds a variable'],
    ['https://user:pass@api.example.com', 'authentication'],
    ['https://api.example.com:port', 'is not a host'],
    ['https://api example.com', 'is not a host'],
  ])('[A6] refuses the base URL %s', (base, sentence) => {
    const args = { host: 'evil.example', suffix: '.evil.example' };
    expect(refused({ base }, args)).toMatchObject({
      failure: 'badRequest',
      sentence: expect.stringContaining(sentence),
    });
  });

  test('[A6] nothing behind the host joins it', () => {
    const hosts = ['\\@evil.example', '\\.evil.example', '?@evil.example', '#.evil.example'].map(
      (rest) => new URL(built({ base: `https://api.example.com${rest}` }).url).host,
    );
    expect(new Set(hosts)).toEqual(new Set(['api.example.com']));
  });

  test('[A7] a value stays in its segment', () => {
    const path = '/orders/$id/items/item-$sku';
    expect(built({ path }, { id: 'A 1/../2?x#y%2f@z', sku: 'ü\\' }).url).toBe(
      'https://api.example.com/orders/A%201%2F..%2F2%3Fx%23y%252f%40z/items/item-%C3%BC%5C',
    );
  });

  test.each(['.', '..'])('[A7] %s is refused as a segment', (id) => {
    expect(refused({ path: '/orders/$id/items' }, { id })).toEqual({
      failure: 'badRequest',
      sentence: `The value of id would lead to another path ("${id}").`,
    });
    expect(built({ path: '/orders/x$id' }, { id }).url).toBe(`https://api.example.com/orders/x${id}`);
  });

  test('[A7] two halves cannot make a way up either', () => {
    expect(refused({ path: '/orders/.$id' }, { id: '.' })).toMatchObject({ failure: 'badRequest' });
    expect(refused({ path: '/orders/%2e$id' }, { id: '.' })).toMatchObject({ failure: 'badRequest' });
    expect(refused({ path: '/orders/$a$b' }, { a: '.', b: '.' })).toMatchObject({ failure: 'badRequest' });
  });

  test('[A7] an empty segment would mean all orders', () => {
    expect(refused({ path: '/orders/$id' }, { id: '' })).toEqual({
      failure: 'missingInput',
      sentence: 'The input id has no value.',
    });
    expect(refused({ path: '/orders/{user.id}' }, {}, {}, aScope())).toMatchObject({ failure: 'missingInput' });
    expect(built({ path: '/orders/a$id' }, { id: '' }).url).toBe('https://api.example.com/orders/a');
  });

  test('[A8] names and values of the query are encoded', () => {
    const request = built(
      { path: '/s?$k=$v&fixed=a+b%20c', query: { 'a b': 'c&d=$v', $k: '100%' } },
      { k: 'x=1&', v: 'y&z=2#' },
    );
    expect(request.url).toBe(
      'https://api.example.com/s?x%3D1%26=y%26z%3D2%23&fixed=a+b%20c&a%20b=c%26d%3Dy%26z%3D2%23&x%3D1%26=100%25',
    );
  });
});

describe('headers', () => {
  test.each([
    ['a\r\nX-Evil: 1', 'a line break'],
    ['a\nb', 'a line break'],
    ['a\u0000b', 'a control character'],
    ['a\u007fb', 'a control character'],
    ['snow ☃', '"☃"'],
  ])('[A9] %j is refused by name', (value, what) => {
    expect(refused({ headers: { 'X-Name': 'for $value' } }, { value })).toEqual({
      failure: 'badRequest',
      sentence: `The header X-Name would hold ${what}, which a header cannot carry.`,
    });
  });

  test('[A9] Latin-1 and tabs pass', () => {
    expect(built({ headers: { 'X-Name': '$v' } }, { v: 'é\tü' }).headers).toEqual([['X-Name', 'é\tü']]);
  });

  test.each(['Host', 'content-length', 'Transfer-Encoding', 'Connection', 'Upgrade'])('[A9] %s is refused', (name) => {
    expect(refused({ headers: { [name]: 'x' } })).toMatchObject({ failure: 'badRequest' });
  });

  test('[A9] a name that is no name is refused', () => {
    expect(refused({ headers: { 'X Name': 'x' } })).toMatchObject({
      sentence: '"X Name" cannot be the name of a header.',
    });
  });
});

describe('the body', () => {
  test('[A10] a text that is one variable takes the value with its type', () => {
    const json = { n: '$n', l: '$l', o: '$o', b: '$b', t: '$n pieces', $n: 'key', same: 1.5, nothing: null };
    const request = built({ method: 'POST', json }, { n: 12, l: [1, 'a'], o: { x: null }, b: false });
    expect(JSON.parse(request.body ?? '')).toEqual({
      n: 12,
      l: [1, 'a'],
      o: { x: null },
      b: false,
      t: '12 pieces',
      $n: 'key',
      same: 1.5,
      nothing: null,
    });
  });

  test('[A10] a value can close no quote', () => {
    const value = '", "admin": true, "x": "\\';
    const request = built({ json: { a: '$v', b: 'x$v' } }, { v: value });
    expect(JSON.parse(request.body ?? '')).toEqual({ a: value, b: `x${value}` });
  });

  test('[A10] keys named like a prototype are keys', () => {
    expect(built({ jsonText: '{"__proto__": {"a": "$v"}, "constructor": 1}' }, { v: 2 }).body).toBe(
      '{"__proto__":{"a":2},"constructor":1}',
    );
  });

  test.each([
    ['{"age": $age}', 'Put "$name" in quotes'],
    ['{oops', 'not JSON'],
    ['['.repeat(100) + ']'.repeat(100), 'more than 64 levels'],
  ])('[A10] refuses %s', (jsonText, sentence) => {
    expect(refused({ jsonText }, { age: 1 })).toMatchObject({
      failure: 'badRequest',
      sentence: expect.stringContaining(sentence),
    });
  });

  test('[A11] forms and texts', () => {
    expect(built({ form: { 'a b': 'c d', q: '$v' } }, { v: 'x&y=z+ü' }).body).toBe('a+b=c+d&q=x%26y%3Dz%2B%C3%BC');
    expect(built({ text: 'Hi $v!' }, { v: '<a>' }).body).toBe('Hi <a>!');
    expect(built({ jsonText: '  ' }).body).toBeNull();
  });

  test('[A14] a body says what it is', () => {
    const type = (request: RequestOptions) => built(request).headers;
    expect(type({ json: {} })).toEqual([['content-type', 'application/json']]);
    expect(type({ form: { a: 'b' } })).toEqual([['content-type', 'application/x-www-form-urlencoded']]);
    expect(type({ text: 'a' })).toEqual([['content-type', 'text/plain; charset=utf-8']]);
    expect(type({})).toEqual([]);
    expect(type({ json: {}, headers: { 'Content-Type': 'application/vnd.api+json' } })).toEqual([
      ['Content-Type', 'application/vnd.api+json'],
    ]);
  });
});

describe('references', () => {
  const scope = aScope({ 'user.email': 'Ada@X.com', 'session.items': [{ id: 7 }], 'secret.key': 'leaked' });

  test('[A12] are filled in everywhere', () => {
    const request = built(
      {
        path: '/u/{email | lowercase}',
        query: { id: '{session.items[0].id}' },
        headers: { 'X-Who': '{user.email}' },
        json: {
          id: '{session.items[0].id}',
          all: '{session.items}',
          text: 'id {session.items[0].id}',
          none: '{user.none}',
        },
      },
      {},
      {},
      scope,
    );
    expect(request).toMatchObject({
      url: 'https://api.example.com/u/ada%40x.com?id=7',
      headers: [
        ['X-Who', 'Ada@X.com'],
        ['content-type', 'application/json'],
      ],
      body: '{"id":7,"all":[{"id":7}],"text":"id 7","none":null}',
    });
  });

  test('[A12] are empty without a conversation', () => {
    expect(built({ text: '<{user.email}>' }).body).toBe('<>');
  });

  test.each([
    { headers: { 'X-Key': '{secret.key}' } },
    { json: { k: '{secret.key}' } },
    { query: { k: 'a{secret.key}' } },
  ])('[A12] cannot read a secret: %j', (request) => {
    expect(refused(request, {}, {}, scope)).toMatchObject({
      failure: 'badRequest',
      sentence: expect.stringContaining('authentication'),
    });
  });
});

describe('integrations', () => {
  const action = anApiAction({
    base: 'https://elsewhere.example',
    path: '/orders',
    integration: 'shop',
    headers: { 'x-one': 'own' },
  });

  test('[A13] give base URL and headers', () => {
    const integration = anIntegration({
      headers: [
        { name: 'X-One', value: 'shared' },
        { name: 'X-Two', value: 'shared' },
      ],
    });
    expect(unwrap(buildRequest(action, integration, {}, null))).toEqual({
      method: 'GET',
      url: 'https://shop.example.com/v1/orders',
      headers: [
        ['X-Two', 'shared'],
        ['x-one', 'own'],
      ],
      body: null,
      secret: null,
    });
  });

  test('[A13] one that is gone is said', () => {
    expect(unwrapFailure(buildRequest(action, null, {}, null))).toEqual({
      failure: 'badRequest',
      sentence: 'Its integration shop is not in this scenario.',
    });
  });

  test.each([
    [
      { kind: 'apiKey', in: 'header', name: 'x-api-key', secret: 'shop-key' },
      { in: 'header', name: 'x-api-key', secretName: 'shop-key' },
    ],
    [
      { kind: 'apiKey', in: 'query', name: 'key', secret: 'shop-key' },
      { in: 'query', name: 'key', secretName: 'shop-key' },
    ],
    [
      { kind: 'bearer', secret: 'token' },
      { in: 'bearer', name: 'authorization', secretName: 'token' },
    ],
    [
      { kind: 'basic', user: 'ada', secret: 'word' },
      { in: 'basic', name: 'authorization', secretName: 'word', user: 'ada' },
    ],
    [{ kind: 'none' }, null],
  ] as const)('[A13] authentication %j travels by name', (authentication, secret) => {
    expect(unwrap(buildRequest(action, anIntegration({ authentication }), {}, null)).secret).toEqual(secret);
  });

  test('[A13] the same action follows a changed integration', () => {
    const urls = ['https://one.example', 'https://two.example'].map(
      (baseUrl) => unwrap(buildRequest(action, anIntegration({ baseUrl }), {}, null)).url,
    );
    expect(urls).toEqual(['https://one.example/orders', 'https://two.example/orders']);
  });
});
