import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../../shared/base/json.ts';
import { mapResponse } from '../../../../shared/actions/map-response.ts';
import { failedMock, mockResult, pickMock } from '../../../../shared/actions/pick-mock.ts';
import { pathProblem, queryJson } from '../../../../shared/actions/query-json.ts';
import type { ActionOutput } from '../../../../shared/model/action-parts.ts';
import type { AttributeType } from '../../../../shared/model/attribute-type.ts';
import { aMock, anApiAction } from '../../../builders/an-action.ts';
import { readSharedData } from '../../../builders/shared-data.ts';

type OutputOptions = { readonly from?: string; readonly type?: AttributeType };

const output = (name: string, { from = '', type = 'json' }: OutputOptions = {}): ActionOutput => ({
  name,
  type,
  from,
  description: '',
  sensitive: false,
});

const answer = (body: Json, outputs: readonly ActionOutput[], status = 200) =>
  mapResponse({ outputs }, { status, body, text: JSON.stringify(body) });

/** The value of one output, and what was said about it. */
function read(body: Json, options: OutputOptions): readonly [Json | undefined, string] {
  const { outputs, detail } = answer(body, [output('out', options)]);
  return [outputs['out'], detail];
}

describe('mapResponse', () => {
  test.each([100, 200, 201, 204, 302, 399])('[A16] %i is success', (status) => {
    expect(answer({ id: 7 }, [output('id')], status)).toEqual({
      outcome: 'succeeded',
      outputs: { id: 7 },
      failure: null,
      detail: '',
    });
  });

  test.each([400, 404, 500, 599])('[A16] %i is failure without outputs', (status) => {
    expect(answer({ id: 7 }, [output('id')], status)).toEqual({
      outcome: 'failed',
      outputs: {},
      failure: 'badStatus',
      detail: `The service answered with status ${status}.`,
    });
  });

  test('[A16] an error in the body is data', () => {
    expect(answer({ error: 'no such order' }, [output('error')])).toMatchObject({
      outcome: 'succeeded',
      outputs: { error: 'no such order' },
    });
  });

  test('[A17] reads by path, else by name', () => {
    const body = { status: 'shipped', 'odd name': 1, order: { items: [{ sku: 'a' }, { sku: 'b' }], total: 12.5 } };
    const outputs = [
      output('status'),
      output('odd name'),
      output('total', { from: 'order.total' }),
      output('second', { from: 'order.items[1].sku' }),
      output('last', { from: 'order.items[-1].sku' }),
      output('skus', { from: 'order.items[*].sku' }),
      output('pairs', { from: 'order.items[].{key: sku}' }),
      output('many', { from: 'length(order.items) > `1`' }),
      output('all', { from: '@' }),
    ];
    expect(answer(body, outputs).outputs).toEqual({
      status: 'shipped',
      'odd name': 1,
      total: 12.5,
      second: 'b',
      last: 'b',
      skus: ['a', 'b'],
      pairs: [{ key: 'a' }, { key: 'b' }],
      many: true,
      all: body,
    });
  });

  test('[A18] what is missing is null, and that is no news', () => {
    expect(read({ a: 1 }, { from: 'b.c[0]' })).toEqual([null, '']);
    expect(answer(null, [output('id')], 204)).toMatchObject({
      outcome: 'succeeded',
      outputs: { id: null },
      detail: '',
    });
  });

  test.each<[string, string]>([
    ['a[', 'is not a JMESPath'],
    ['line-items', 'is not a JMESPath'],
    ['nofunction(@)', 'does not fit the response'],
    ['length(a)', 'does not fit the response'],
    ['constructor(@)', 'does not fit the response'],
  ])('[A18] the path %s gives null and a reason', (from, reason) => {
    const [value, detail] = read({ a: 1 }, { from });
    expect(value).toBeNull();
    expect(detail).toContain('out is empty.');
    expect(detail).toContain(reason);
  });

  test.each<[AttributeType, Json, Json]>([
    ['string', 12, '12'],
    ['string', { a: 1 }, '{"a":1}'],
    ['int', '12', 12],
    ['int', 12.9, 12],
    ['float', ' 1.5 ', 1.5],
    ['boolean', 'yes', true],
    ['boolean', 0, false],
    ['timestamp', '2023-11-14T22:13:20Z', 1_700_000_000],
    ['timestamp', 1_700_000_000, 1_700_000_000],
    ['int[]', ['1', 2], [1, 2]],
    ['timestamp[]', ['1970-01-02'], [86_400]],
    ['list', [1], [1]],
    ['composite', { a: 1 }, { a: 1 }],
    ['location', { lat: 1 }, { lat: 1 }],
  ])('[A18] a %s takes %j as %j', (type, body, expected) => {
    expect(read({ v: body }, { from: 'v', type })).toEqual([expected, '']);
  });

  test.each<[AttributeType, Json]>([
    ['int', 'soon'],
    ['int', '12 pieces'],
    ['float', true],
    ['boolean', 'maybe'],
    ['boolean', 2],
    ['timestamp', 'tomorrow'],
    ['int[]', ['1', 'x']],
    ['string[]', 'a,b'],
    ['list', { a: 1 }],
    ['composite', [1]],
    ['file', 'a.pdf'],
  ])('[A18] a %s does not take %j', (type, body) => {
    expect(read({ v: body }, { from: 'v', type })).toEqual([null, `out is empty. What came is no ${type}.`]);
  });

  test('[A20] an answer that is not JSON', () => {
    const html = { status: 200, body: null, text: '<html>' };
    expect(mapResponse({ outputs: [output('id')] }, html)).toMatchObject({
      outcome: 'failed',
      outputs: {},
      failure: 'malformedResponse',
    });
    expect(mapResponse({ outputs: [output('page', { from: '@', type: 'string' })] }, html)).toMatchObject({
      outcome: 'succeeded',
      outputs: { page: '<html>' },
    });
    expect(mapResponse({ outputs: [] }, html).outcome).toBe('succeeded');
    expect(mapResponse({ outputs: [output('id')] }, { status: 200, body: null, text: ' null ' }).outcome).toBe(
      'succeeded',
    );
  });
});

describe('paths', () => {
  const body = JSON.parse('{"__proto__": {"own": 1}, "a": {"b": [1]}}') as Json;

  test.each([
    'constructor',
    'a.constructor',
    'a.constructor.name',
    'a.__proto__',
    'a.toString',
    'a.b.constructor',
    '[a.__proto__][0]',
    '@.a | __proto__',
    'not_null(a.hasOwnProperty, a.valueOf)',
  ])('[A19] %s reaches nothing', (path) => {
    expect(queryJson(body, path)).toEqual({ ok: true, value: null });
  });

  test('[A19] own keys of any name are read, and nothing is polluted', () => {
    expect(queryJson(body, '__proto__.own')).toEqual({ ok: true, value: 1 });
    expect(queryJson(body, 'merge(@, @)')).toEqual({ ok: true, value: body });
    expect(queryJson({ x: JSON.parse('{"__proto__": {"evil": 1}}') as Json }, 'merge(x, a || `{}`)').ok).toBe(true);
    expect(({} as Record<string, unknown>)['evil']).toBeUndefined();
    expect(answer({ v: 1 }, [output('__proto__', { from: 'v' })]).outputs).toEqual(JSON.parse('{"__proto__": 1}'));
  });

  const doubled = Array.from({ length: 40 }, () => '[@, @]').join(' | ');
  const flattened = Array.from({ length: 40 }, () => '[@, @][]').join(' | ');
  const quoted = 'to_string([' + 'to_string(['.repeat(30) + '@' + '])'.repeat(31);

  test.each([doubled, flattened, quoted])('[A19] refuses %s', (path) => {
    const started = performance.now();
    expect(queryJson(body, path)).toMatchObject({ ok: false, failure: expect.stringContaining('repeats') });
    expect(pathProblem(path)).toContain('repeats');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('[A19] a wide mapping is not growth', () => {
    const wide = `{${Array.from({ length: 60 }, (_, index) => `f${index}: [a, {x: a.b, y: a.b[0]}]`).join(', ')}}`;
    expect(pathProblem(wide)).toBeNull();
    expect(queryJson(body, wide).ok).toBe(true);
  });
});

type PathCase = {
  readonly area: string;
  readonly input: { readonly json: Json; readonly expr: string };
  readonly expected: Json;
};
const cases = readSharedData('cases/opendialog-cases.json');

test.skipIf(cases === null)('[A17] every documented path gives the documented value', () => {
  const examples = (JSON.parse(cases ?? '[]') as readonly PathCase[]).filter(({ area }) => area === 'jmespath');
  expect(examples.length).toBeGreaterThanOrEqual(3);
  expect(examples.map(({ input }) => queryJson(input.json, input.expr))).toEqual(
    examples.map(({ expected }) => ({ ok: true, value: expected })),
  );
});

describe('classes of statuses', () => {
  const answer = (action: Partial<Parameters<typeof mapResponse>[0]>, status: number, body: Json = { name: 'x' }) =>
    mapResponse({ outputs: [output('name')], ...action }, { status, body, text: JSON.stringify(body) });

  test.each([
    [{}, 204, 'succeeded'],
    [{}, 304, 'succeeded'],
    [{}, 404, 'failed'],
    [{ '4xx': true }, 404, 'succeeded'],
    [{ '4xx': true }, 500, 'failed'],
    [{ '2xx': false }, 200, 'failed'],
    [{ '2xx': false }, 304, 'succeeded'],
    [{ '5xx': "name == 'x'" }, 503, 'succeeded'],
    [{ '5xx': "name == 'y'" }, 503, 'failed'],
  ] as const)('[A28] %j says of %i: %s', (successes, status, outcome) => {
    expect(answer({ successes }, status).outcome).toBe(outcome);
  });

  test('[A28] what decides for all answers decides too', () => {
    const action = { successes: { '4xx': true }, succeedsWhen: 'fine' };
    expect(answer(action, 404, { fine: true, name: 'x' })).toMatchObject({
      outcome: 'succeeded',
      outputs: { name: 'x' },
    });
    expect(answer(action, 404)).toMatchObject({ outcome: 'failed', failure: 'reportedFailure', outputs: {} });
    expect(answer({ successes: { '2xx': false } }, 200)).toMatchObject({ failure: 'badStatus', outputs: {} });
  });
});

describe('mocks', () => {
  const mocks = [
    aMock({ id: 'gone', when: { orderId: '99' }, status: 404 }),
    aMock({ id: 'many', when: { orderId: 1001, express: true }, body: { status: 'on its way' }, delay: 250 }),
    aMock({ id: 'any', body: { status: 'shipped' } }),
  ];

  test.each([
    [{ orderId: '99' }, 'gone'],
    [{ orderId: 99 }, 'gone'],
    [{ orderId: '1001', express: 'true' }, 'many'],
    [{ orderId: '1001' }, 'any'],
    [{}, 'any'],
  ])('[A21] %j is answered by %s', (args, id) => {
    expect(pickMock(mocks, args)?.id).toBe(id);
  });

  test('[A21] nothing fits', () => {
    expect(pickMock(mocks.slice(0, 2), { orderId: '7' })).toBeNull();
    expect(pickMock([aMock({ when: { constructor: 'x' } })], {})).toBeNull();
  });

  test('[A25] those of the chosen world come first, then those of none, and no others', () => {
    const worlds = [
      aMock({ id: 'everywhere' }),
      aMock({ id: 'happy', world: 'happy', when: { orderId: '1' } }),
      aMock({ id: 'down', world: 'down' }),
    ];
    const inWorld = (world: string | null, args: JsonObject = {}) =>
      pickMock(worlds, args, { world, chance: 0, turn: () => 0 })?.id;
    expect(inWorld(null)).toBe('everywhere');
    expect(inWorld('happy', { orderId: '1' })).toBe('happy');
    expect(inWorld('happy')).toBe('everywhere');
    expect(inWorld('down')).toBe('down');
    expect(inWorld('gone')).toBe('everywhere');
    expect(pickMock(worlds, {})?.id).toBe('everywhere');
    expect(pickMock(worlds.slice(1), {})).toBeNull();
  });

  test('[A26] a sequence takes turns among those that fit, and its last one stays', () => {
    const sequence = ['one', 'two', 'three'].map((id) =>
      aMock({ id, pick: 'sequence', when: id === 'two' ? { vip: 'yes' } : {} }),
    );
    const turns = new Map<string, number>();
    const turn = (name: string): number => {
      const count = turns.get(name) ?? 0;
      turns.set(name, count + 1);
      return count;
    };
    const ask = (args: JsonObject) =>
      pickMock([...sequence, aMock({ id: 'else' })], args, { world: null, chance: 0, turn })?.id;
    expect([{}, {}, { vip: 'yes' }, {}, { vip: 'yes' }, { vip: 'yes' }, { vip: 'yes' }].map(ask)).toEqual([
      'one',
      'three',
      'one',
      'three',
      'two',
      'three',
      'three',
    ]);
    // What answers always does not wait for its turn.
    const always = [aMock({ id: 'always' }), ...sequence];
    expect(pickMock(always, {}, { world: null, chance: 0, turn: () => 9 })?.id).toBe('always');
  });

  test('[A26] of those that are drawn, each comes up, and the same draw finds the same', () => {
    const random = ['a', 'b', 'c'].map((id) => aMock({ id, pick: 'random' }));
    const draw = (chance: number) => pickMock(random, {}, { world: null, chance, turn: () => 0 })?.id;
    expect([0, 1, 2, 3, 4_294_967_295].map(draw)).toEqual(['a', 'b', 'c', 'a', 'a']);
    expect([0.1, 0.4, 0.9].map(draw)).toEqual(['a', 'b', 'c']);
    expect(draw(4_294_967_294)).toBe(draw(4_294_967_294));
  });

  test('[A27] one that fails says how, and gives nothing', () => {
    const mock = aMock({ failure: 'connectionFailed', delay: 40, body: { status: 'shipped' } });
    expect(failedMock(mock, 'connectionFailed')).toMatchObject({
      outcome: 'failed',
      origin: 'mocked',
      failure: 'connectionFailed',
      outputs: {},
      duration: 40,
      status: null,
    });
  });

  test('[A24] an action may leave it to the service to say how it went', () => {
    const action = { outputs: [], succeedsWhen: 'successful' };
    const answer = (body: Json) => mapResponse(action, { status: 200, body, text: JSON.stringify(body) });
    expect(answer({ successful: true }).outcome).toBe('succeeded');
    expect(answer({ successful: false, errors: [{ message: 'No stock.' }, { code: 7 }] })).toEqual({
      outcome: 'failed',
      outputs: {},
      failure: 'reportedFailure',
      detail: 'The service says that it failed. No stock.',
    });
    expect(answer({}).failure).toBe('reportedFailure');
    expect(mapResponse({ ...action, succeedsWhen: '[' }, { status: 200, body: {}, text: '{}' }).failure).toBe(
      'reportedFailure',
    );
  });

  test('[A22] the answer is mapped as a live one, and says it is mocked', () => {
    const action = anApiAction({}, { outputs: [{ name: 'status' }, { name: 'eta', type: 'int' }] });
    const mock = aMock({ body: { status: 'shipped ☃', eta: 'soon' }, delay: 250 });
    const live = mapResponse(action, { status: mock.status, body: mock.body, text: JSON.stringify(mock.body) });
    expect(mockResult(action, mock)).toEqual({
      ...live,
      origin: 'mocked',
      status: 200,
      duration: 250,
      attempts: 1,
      request: null,
      response: {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: '{"status":"shipped ☃","eta":"soon"}',
        bytes: 37,
      },
    });
    expect(mockResult(action, aMock({ status: 500 }))).toMatchObject({
      outcome: 'failed',
      failure: 'badStatus',
      outputs: {},
    });
  });
});
