import { describe, expect, test } from 'vitest';
import {
  compileSamples,
  interpret,
  type ExpectedAttribute,
  type Heard,
  type RankedIntent,
} from '../../../../shared/interpret/interpret-utterance.ts';
import type { JsonObject } from '../../../../shared/base/json.ts';

type Samples = Readonly<Record<string, readonly string[]>>;
type Expected = Readonly<Record<string, readonly ExpectedAttribute[]>>;

const heardText = (text: string): Heard => ({ text, callback: null, value: '', fields: {} });

function ask(samples: Samples, heard: Heard | string, expected: Expected = {}, callbacks: Record<string, string> = {}) {
  const index = compileSamples(Object.entries(samples).map(([intentId, each]) => ({ intentId, samples: each })));
  return interpret(
    index,
    callbacks,
    typeof heard === 'string' ? heardText(heard) : heard,
    new Map(Object.entries(expected)),
  );
}

const best = (...parameters: Parameters<typeof ask>): RankedIntent | undefined => ask(...parameters)[0];
const filled = (...parameters: Parameters<typeof ask>): JsonObject | undefined => best(...parameters)?.attributes;

const shop: Samples = {
  status: ['where is my order', 'where is order {user.order_id}', 'what is the status of order {user.order_id}'],
  refund: ['I want a refund', 'can I get my money back', 'refund order {user.order_id} because {user.reason}'],
  stock: ['do you have {user.product} in stock', 'is the blue lamp in stock'],
  callback: ['call me back', 'call me at {user.phone}', 'I want to talk to a person'],
  restart: ['start over', 'restart'],
};

describe('callbacks', () => {
  const pressed = (callback: string, value = '', fields: JsonObject = {}): Heard => ({
    text: 'Yes',
    callback,
    value,
    fields,
  });

  test('[I1, I10] the map decides', () => {
    expect(ask(shop, pressed('WELCOME'), {}, { WELCOME: 'intent.core.welcome' })).toEqual([
      { intentId: 'intent.core.welcome', confidence: 1, attributes: {}, because: 'callback WELCOME' },
    ]);
  });

  test('[I1, I10] a callback that is not mapped is the intent id', () => {
    expect(ask(shop, pressed('restart'))).toEqual([
      { intentId: 'restart', confidence: 1, attributes: {}, because: 'the callback is the intent id' },
    ]);
    expect(best({}, pressed('toString'))?.intentId).toBe('toString');
  });

  test('[I1] an empty callback is none: what the button says is read', () => {
    expect(best({ yes: ['yes'] }, pressed('', 'colour.red'))).toMatchObject({
      intentId: 'yes',
      confidence: 1,
      attributes: { colour: 'red' },
    });
  });

  test.each([
    ['test', { callback_value: 'test' }],
    ['not_set.21', { not_set: '21' }],
    ['name.value.broken', { callback_value: 'name.value.broken' }],
    ['name.value\\.e\\.s\\.c\\.a\\.p\\.e\\.d', { name: 'value.e.s.c.a.p.e.d' }],
    ['a\\.b', { callback_value: 'a.b' }],
    ['3.14', { callback_value: '3.14' }],
    ['name.', { name: '' }],
    ['.value', { callback_value: '.value' }],
    ['', {}],
  ])('[I2] the value %j', (value, attributes) => {
    expect(filled({}, pressed('chosen', value))).toEqual(attributes);
  });

  test('[I2] form fields become attributes', () => {
    expect(filled({}, pressed('sent', '', { email: 'a@b.c', age: 7 }))).toEqual({ email: 'a@b.c', age: 7 });
    const hostile = filled({}, pressed('sent', '__proto__.x', JSON.parse('{"constructor": 1}') as JsonObject));
    expect(Object.entries(hostile ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 1],
    ]);
  });
});

describe('samples', () => {
  test.each(['where is my order', 'WHERE is   my order?!', '“Where is my órder”'])('[I3] %s', (text) => {
    expect(best(shop, text)).toEqual({
      intentId: 'status',
      confidence: 1,
      attributes: {},
      because: 'the same as “where is my order”',
    });
  });

  test('[I3] a sample without words is compared as it stands', () => {
    expect(best({ like: ['👍'], ask: ['?'] }, ' 👍 ')).toMatchObject({ intentId: 'like', confidence: 1 });
    expect(ask({ like: ['👍'] }, '👎')).toEqual([]);
    expect(ask({ nothing: ['', '   '] }, '')).toEqual([]);
  });

  test('[I3] e-mail, co-operate and don’t are words', () => {
    expect(best({ a: ["don't e-mail me"] }, 'dont email me')?.confidence).toBe(1);
  });

  test.each([
    ['could you tell me where my order is', 'status'],
    ['give me back my money', 'refund'],
    ['i would like a refund please', 'refund'],
    ['is the blue lamp still in stock?', 'stock'],
    ['please call me back tomorrow', 'callback'],
    ['please start over', 'restart'],
    ['ordr status', 'status'],
  ])('[I4] %s is near enough to %s', (text, intentId) => {
    const found = best(shop, text);
    expect(found?.intentId).toBe(intentId);
    expect(found?.confidence).toBeGreaterThanOrEqual(0.5);
    expect(found?.confidence).toBeLessThan(1);
    expect(found?.because).toMatch(/^like “/);
  });

  test.each([
    'what is the weather in Athens',
    'tell me a joke',
    'how tall is the Eiffel tower',
    'hello',
    'my dog ate my homework',
    'who is the president of France',
    'asdf qwer zxcv',
    'what can you do',
    'thank you',
  ])('[I4] %s is not near enough to anything', (text) => {
    expect(ask(shop, text).filter(({ confidence }) => confidence >= 0.5)).toEqual([]);
  });

  test('[I4] words of other scripts are words', () => {
    const greek = { status: ['πού είναι η παραγγελία μου'], stop: ['ακύρωση'] };
    expect(best(greek, 'Που ειναι η παραγγελια μου;')).toMatchObject({ intentId: 'status', confidence: 1 });
    expect(best(greek, 'πες μου πού είναι η παραγγελία')?.intentId).toBe('status');
  });
});

describe('slots', () => {
  test.each([
    ['where is order A-1001', 'status', { order_id: 'A-1001' }],
    ['Where is order #1001?', 'status', { order_id: '1001' }],
    [
      'refund order 77 because it broke into many pieces',
      'refund',
      { order_id: '77', reason: 'it broke into many pieces' },
    ],
    ['do you have the Red Desk, in stock?', 'stock', { product: 'the Red Desk' }],
    ['call me at +44 20 7946 0958', 'callback', { phone: '+44 20 7946 0958' }],
  ])('[I5] %s', (text, intentId, attributes) => {
    const found = best(shop, text);
    expect(found).toMatchObject({ intentId, attributes });
    expect(found?.confidence).toBeGreaterThanOrEqual(0.9);
    expect(found?.because).toMatch(/^fits “/);
  });

  test('[I5] two slots in a row share what is there', () => {
    expect(filled({ a: ['my name is {user.first_name} {user.order_id}'] }, 'my name is Ada Lovelace A-1')).toEqual({
      first_name: 'Ada Lovelace',
      order_id: 'A-1',
    });
  });

  test.each([
    ['order_id', 'string', 'A-1001', 'banana'],
    ['customerEmail', 'string', 'zoe@example.com', 'zoe'],
    ['phone', 'string', '030-1234567', 'later'],
    ['website', 'string', 'www.example.com', 'example'],
    ['first_name', 'string', 'Zoe', '42'],
    ['quantity', 'int', '12', 'plenty'],
    ['subscribed', 'boolean', 'yes', 'maybe'],
  ] as const)('[I6] a slot for %s (%s) takes %s, not %s', (name, type, fits, misfits) => {
    const sample = { a: [`put down {user.${name}} for me`] };
    const expected = { a: [{ name, type }] };
    expect(best(sample, `put down ${fits} for me`, expected)?.confidence).toBe(1);
    expect(best(sample, `put down ${misfits} for me`, expected)?.because).toMatch(/^like/);
  });

  test('[I6] the registered type decides the value', () => {
    const expected = {
      a: [
        { name: 'amount', type: 'float' as const },
        { name: 'agreed', type: 'boolean' as const },
      ],
    };
    expect(filled({ a: ['pay {user.amount} agreed {user.agreed}'] }, 'pay $1250.50 agreed yep', expected)).toEqual({
      amount: 1250.5,
      agreed: true,
    });
  });

  test('[I6] free text counts less than the same words', () => {
    const scope = { any: ['I want {user.thing}'], refund: ['I want a refund'] };
    expect(ask(scope, 'I want a refund').map(({ intentId, confidence }) => [intentId, confidence])).toEqual([
      ['refund', 1],
      ['any', 0.9],
    ]);
  });

  test('[I7] a shaped value is found in a sentence nobody foresaw', () => {
    const scope = { email: ['{user.email}'], code: ['{user.order_id}'], comment: ['{user.comment}'] };
    expect(best(scope, 'zoe@example.com')).toMatchObject({ intentId: 'email', confidence: 1 });
    expect(best(scope, 'well, it is zoe@example.com.')).toMatchObject({
      intentId: 'email',
      confidence: 0.65,
      attributes: { email: 'zoe@example.com' },
    });
    expect(best(scope, 'I need 2 of them')).toMatchObject({
      intentId: 'comment',
      confidence: 0.55,
      attributes: { comment: 'I need 2 of them' },
    });
  });

  test('[I7] a name is a few words of letters', () => {
    const scope = { name: ['{user.first_name}'], comment: ['{user.comment}'] };
    expect(best(scope, 'Zoe Smith')).toMatchObject({ intentId: 'name', attributes: { first_name: 'Zoe Smith' } });
    expect(best(scope, 'it arrived broken and 2 days late')?.intentId).toBe('comment');
  });
});

describe('expected attributes', () => {
  const attribute = (name: string, type: ExpectedAttribute['type'] = 'string'): ExpectedAttribute => ({ name, type });
  const find = (text: string, ...expected: readonly ExpectedAttribute[]) =>
    filled({ a: [text] }, text, { a: expected });

  test.each([
    ['my mail is zoe@example.com, thanks', [attribute('email')], { email: 'zoe@example.com' }],
    ['I need 12 lamps', [attribute('quantity', 'int')], { quantity: 12 }],
    ['that is $1,250.50 too much', [attribute('amount', 'float')], { amount: 1250.5 }],
    ['2 of order A-1001', [attribute('order_id'), attribute('quantity', 'int')], { order_id: 'A-1001', quantity: 2 }],
    ['call +44 20 7946 0958 now', [attribute('phone')], { phone: '+44 20 7946 0958' }],
    ['hello, I am Zoe Smith from Athens', [attribute('first_name')], { first_name: 'Zoe Smith' }],
    ['im zoe', [attribute('name')], { name: 'zoe' }],
    ['yes that is fine', [attribute('agreed', 'boolean')], { agreed: true }],
    ['nope', [attribute('agreed', 'boolean')], { agreed: false }],
    ['see www.example.com please', [attribute('link')], { link: 'www.example.com' }],
  ] as const)('[I8] %s', (text, expected, attributes) => {
    expect(find(text, ...expected)).toEqual(attributes);
  });

  test.each([
    ['is there order no 5', [attribute('agreed', 'boolean')]],
    ['nothing of the kind', [attribute('email'), attribute('quantity', 'int'), attribute('phone'), attribute('link')]],
    ['some free text', [attribute('comment'), attribute('when', 'timestamp'), attribute('tags', 'string[]')]],
  ] as const)('[I8] nothing in: %s', (text, expected) => {
    expect(find(text, ...expected)).toEqual({});
  });

  test('[I8] a word fills one attribute, in the order they are expected', () => {
    expect(find('from 10 to 20', attribute('low', 'int'), attribute('high', 'int'))).toEqual({ low: 10, high: 20 });
    expect(find('only 10', attribute('low', 'int'), attribute('high', 'int'))).toEqual({ low: 10 });
  });

  test('[I8] slots of other samples are looked for too', () => {
    expect(filled(shop, 'hey could you tell me where my order A-1001 is')).toEqual({ order_id: 'A-1001' });
  });
});

describe('the ranking', () => {
  test('[I9] one answer for each intent id, best first', () => {
    const index = compileSamples([
      { intentId: 'a', samples: ['something else'] },
      { intentId: 'b', samples: ['start over'] },
      { intentId: 'a', samples: ['start over again'] },
    ]);
    const ranking = interpret(index, {}, heardText('start over'), new Map());
    expect(ranking.map(({ intentId }) => intentId)).toEqual(['b', 'a']);
    expect(ranking.map(({ confidence }) => confidence)).toEqual(
      ranking.map(({ confidence }) => confidence).toSorted((x, y) => y - x),
    );
  });

  test('[I9] equals stay in the order of the scope', () => {
    const same = { z: ['hello there'], a: ['hello there'], m: ['hello there'] };
    expect(ask(same, 'hello there').map(({ intentId }) => intentId)).toEqual(['z', 'a', 'm']);
  });

  test('[I10] a long sample is quoted in part', () => {
    expect(best({ a: [`start ${'over '.repeat(40)}`] }, 'start over over')?.because.length).toBeLessThan(100);
  });

  test('[I11] what follows the 64th word does not count', () => {
    const long = 'word '.repeat(64);
    expect(ask(shop, `${long} where is my order`)).toEqual(ask(shop, long));
    expect(best(shop, `where is my order ${'x'.repeat(20_000)}`)?.intentId).toBe('status');
  });
});
