import { Environment } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../../../shared/base/json.ts';
import { evaluateCalculation } from '../../../../../../shared/actions/local/evaluate-calculation.ts';
import { namesRead } from '../../../../../../shared/actions/local/expression/expression-node.ts';
import {
  expressionFunctions,
  expressionMacros,
} from '../../../../../../shared/actions/local/expression/function-table.ts';
import { parseExpression } from '../../../../../../shared/actions/local/expression/parse-expression.ts';
import { unwrap } from '../../../../../builders/unwrap.ts';

const now = Date.UTC(2026, 10, 20, 8, 30, 15);
const args = {
  n: 7,
  price: 10.5,
  name: 'Ada',
  items: [{ price: 3, name: 'a' }, { price: 4 }],
  order: { total: 12, tags: ['new'] },
  nothing: null,
};
const inputs = [
  { name: 'born', type: 'timestamp' },
  { name: 'missing', type: 'string' },
] as const;

function work(expression: string, more: Record<string, Json> = {}): Json {
  const steps = [{ name: 'x', expression }];
  const found = evaluateCalculation(steps, { ...args, born: 645_408_000, ...more }, now, inputs);
  return found.ok ? (found.value['x'] ?? null) : `${found.failure.position}: ${found.failure.sentence}`;
}

describe('the language', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['7 / 2', 3.5],
    ['7 % 4', 3],
    ['-n + 1', -6],
    ['price * 2', 21],
    ['n > 3 && price < 11', true],
    ['n > 30 || name == "Ada"', true],
    ['!(n == 7)', false],
    ['n >= 18 ? "adult" : n >= 6 ? "child" : "infant"', 'child'],
    ['"a" in order.tags', false],
    ['"new" in order.tags', true],
    ['"total" in order', true],
    ['order.total + items[1].price', 16],
    ['order["total"]', 12],
    ['order.tags + ["b"]', ['new', 'b']],
    ['items.map(i, i.price)', [3, 4]],
    ['items.filter(i, i.price > 3).map(i, i.price)', [4]],
    ['items.map(i, i.price > 3, i.price * 2)', [8]],
    ['sum(items.map(i, i.price)) / size(items)', 3.5],
    ['items.all(i, i.price > 3)', false],
    ['items.exists_one(i, i.price > 3)', true],
    ['has(items[0].name) && !has(items[1].name)', true],
    ['{"a": n, name: [1]}', { a: 7, Ada: [1] }],
    ['missing == null', true],
    ['nothing.deep.deeper', null],
    [String.raw`'it\'s ' + "\u00e9" + r"\d"`, String.raw`it's é\d`],
    ['"""one\ntwo"""', 'one\ntwo'],
    ['0xff + 1e2 + .5 // a note', 355.5],
    ['false && nonsense(1)', false],
    ['nonsense(1) || true', true],
    ['yearsBetween(born, now)', 36],
    ['born < now', true],
    ['now - duration("1h")', '2026-11-20T07:30:15Z'],
    ['date("2026-03-29") - date("2026-03-28")', 86_400],
    ['name.upper().size()', 3],
    ['move(now, "first monday of next month")', '2026-12-07T00:00:00Z'],
    ['formatDate(now, "HH:mm", "Europe/Athens")', '10:30'],
    ['startOf(now, "week", "Europe/Athens")', '2026-11-15T22:00:00Z'],
    ['round(1.005, 2)', 1.01],
    ['round(-2.5)', -3],
    ['round(1234.5, -2)', 1200],
    ['formatNumber(1234567.891, 2, ",")', '1,234,567.89'],
    ['[1, 1.0, "1", null] == [1, 1, "1", null]', true],
  ])('[L1] %s', (expression, expected) => {
    expect(work(expression)).toEqual(expected);
  });

  test.each([
    ['', '0: The expression is empty.'],
    ['1 +', '3: A value is expected, but the expression ends.'],
    ['(1', '2: The bracket does not close, but the expression ends.'],
    ['1 2', '2: Here the expression should end, but "2" stands here.'],
    ['a = 3', '2: A single "=" says nothing here. To compare, write "==".'],
    ['n & 1', '2: Write "&&", twice.'],
    ['"abc', '0: This text does not end. Close it with ".'],
    ['n @ 1', '2: "@" means nothing here.'],
    ['3n', '0: A name cannot begin with a digit.'],
    ['nn + 1', '0: There is no input or earlier step called "nn".'],
    ['nmae', '0: There is no input or earlier step called "nmae". Did you mean "name"?'],
    ['1 + upper', '4: "upper" is a function. Call it: upper(…).'],
    ['roud(1.5)', '0: There is no function "roud". Did you mean "round"?'],
    ['round()', '0: "round" is called like this: round(number, digits = 0).'],
    ['upper(n)', '0: upper needs a text as its first value, but got a number.'],
    ['1 + name', '0: A text and a number cannot be added. string(…) makes a text of a value.'],
    ['missing + 1', '0: Nothing and a number cannot be added.'],
    ['missing > 1', '0: Nothing and a number cannot be compared.'],
    ['1 / 0', '0: Nothing can be divided by zero.'],
    ['2 * 1e308', '0: The result is too large.'],
    ['items[2]', '0: There is no item at position 2; the list has 2.'],
    ['name.length', '0: "length" is looked for in a text, which has no members.'],
    ['n && true', '0: This has to be true or false, but it is a number.'],
    ['n.map(x, x)', '0: "map" goes through a list, but got a number.'],
    ['items.map(1, 2)', '0: Write it as list.map(item, what to do with item).'],
    ['has(n)', '0: "has" asks for a member: has(order.total).'],
    ['"a".matches("(?=a)")', '0: A pattern cannot look ahead or behind ("(?=", "(?!", "(?<="): that can take forever.'],
    ['formatDate(now, "Q")', '0: "Q" is no part of a date. Put words in quotation marks: \'at\'.'],
    ['today("Mars")', '0: There is no time zone "Mars". One is "Europe/Athens".'],
  ])('[L2] %j says what is wrong and where', (expression, expected) => {
    expect(work(expression)).toBe(expected);
  });

  test('[L3] steps see the ones before, and the first that fails is named', () => {
    const steps = [
      { name: 'total', expression: 'n * 2' },
      { name: 'due', expression: 'now + duration("1d")' },
      { name: 'late', expression: 'due > now && total == 14' },
    ];
    expect(unwrap(evaluateCalculation(steps, args, now))).toEqual({
      total: 14,
      due: '2026-11-21T08:30:15Z',
      late: true,
    });
    const failed = evaluateCalculation([...steps, { name: 'bad', expression: 'total + ?' }], args, now);
    expect(failed).toMatchObject({ ok: false, failure: { step: 'bad', position: 8, length: 1 } });
  });

  test('[L4] names read from outside leave out those a list brings along', () => {
    const read = (text: string): string[] => namesRead(unwrap(parseExpression(text))).map(({ name }) => name);
    expect(read('items.map(item, item.price * rate) + item')).toEqual(['items', 'rate', 'item']);
    expect(read('i.filter(i, i > 1)')).toEqual(['i']);
  });
});

describe('the functions', () => {
  test.each([...expressionFunctions, ...expressionMacros].map((each) => [each.example, each.gives]))(
    '[L5] the example %s gives what it says',
    (example, gives) => {
      expect(JSON.stringify(work(example))).toBe(gives);
    },
  );

  test('[L5] each is explained, and no two are called the same', () => {
    const names = expressionFunctions.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, signature, summary } of expressionFunctions)
      expect([signature.includes(`${name}(`), /^[A-Zt].*\.$/.test(summary)]).toEqual([true, true]);
  });
});

describe('no expression goes on for ever', () => {
  const nested = (depth: number): string => (depth === 0 ? '1' : `range(1000).map(x${depth}, ${nested(depth - 1)})`);
  const doubled = (size: number, start: string, again: string) => [
    { name: 'x0', expression: start },
    ...Array.from({ length: size }, (_, at) => ({ name: `x${at + 1}`, expression: again.replaceAll('x', `x${at}`) })),
  ];
  test.each([
    ['lists in lists', [{ name: 'x', expression: nested(6) }]],
    ['a text that doubles', doubled(60, '"abcdefgh"', 'x + x')],
    ['a list that doubles', doubled(60, '[1, 2]', 'x + x')],
    ['a list that holds itself twice', doubled(60, '[1]', '[x, x]')],
    ['nesting without end', doubled(100, '[1]', '[x]')],
    ['replacing', doubled(40, '"aaaa"', 'x.replace("a", "aaaa")')],
    ['joining', doubled(40, '["a", "a"]', '[x.join("aa"), x.join("bb")]')],
    ['brackets', [{ name: 'x', expression: `${'('.repeat(5000)}1${')'.repeat(5000)}` }]],
    ['signs', [{ name: 'x', expression: `${'!'.repeat(9000)}true` }]],
    ['sums', [{ name: 'x', expression: `1${'+1'.repeat(4000)}` }]],
    ['a catastrophic pattern', [{ name: 'x', expression: `"${'a'.repeat(5000)}!".matches("^(a+)+$")` }]],
    [
      'looking through a long text',
      [{ name: 'x', expression: 'size(range(9999).filter(i, long.contains("b" + "b")))' }],
    ],
    ['comparing long texts', [{ name: 'x', expression: 'size(range(9999).filter(i, long == long + "a"))' }]],
    ['adding to a list', [{ name: 'x', expression: 'size(range(9999).map(i, range(9999) + [i]))' }]],
    ['what is false all the same', [{ name: 'x', expression: `false && ${nested(5)} == 1` }]],
  ])('[L6] %s', (_what, steps) => {
    const before = performance.now();
    const found = evaluateCalculation(steps, { long: 'ab'.repeat(75_000) }, now);
    const took = performance.now() - before;
    const text = found.ok ? JSON.stringify(found.value) : found.failure.sentence;
    expect(text.length).toBeLessThan(200);
    expect(took).toBeLessThan(1000);
  });

  test('[L6] any text gives a value or a sentence, and never throws', () => {
    const pieces =
      'n items name 1 "a" + - * / ( ) [ ] { } . , : ? && || == in ! map(i,i) size now null round( constructor __proto__';
    const piece = fc.constantFrom(' ', ...pieces.split(' '));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
          fc.string(),
        ),
        (text) => {
          const found = evaluateCalculation([{ name: 'x', expression: text }], args, now);
          expect(found.ok || (/[.?]$/.test(found.failure.sentence) && found.failure.position <= text.length)).toBe(
            true,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('[L7] a prototype is out of reach', () => {
    expect(work('order.constructor')).toBeNull();
    expect(work('order["__proto__"]')).toBeNull();
    expect(work('has(order.toString)')).toBe(false);
    expect(work('{"__proto__": 1}.__proto__')).toBe(1);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });
});

describe('compared with another CEL', () => {
  // There every number is a bigint or a double; only what both understand alike is compared.
  const other = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false });
  const scope = { a: 3n, b: 4n, s: 'text', t: 'tex', l: [1n, 2n, 3n], m: { k: 5n, list: ['x'] }, yes: true };
  const ours = { a: 3, b: 4, s: 'text', t: 'tex', l: [1, 2, 3], m: { k: 5, list: ['x'] }, yes: true };
  const plain = (value: unknown): unknown =>
    typeof value === 'bigint'
      ? Number(value)
      : Array.isArray(value)
        ? value.map(plain)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]))
          : value;
  const leaf = fc.constantFrom('a', 'b', '1', '2', 'm.k', 'l[0]', 'size(l)', 's.size()');
  const number: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.tuple(tie('node'), fc.constantFrom('+', '-', '*'), tie('node')).map((parts) => `(${parts.join(' ')})`),
      fc.tuple(tie('node'), fc.constantFrom('+', '-', '*'), tie('node')).map((parts) => parts.join(' ')),
      tie('node').map((node) => `-(${node})`),
    ),
  })).node;
  const test_ = fc.oneof(
    fc.tuple(number, fc.constantFrom('<', '<=', '>', '>=', '==', '!='), number).map((parts) => parts.join(' ')),
    fc.constantFrom('yes', 's.startsWith(t)', 's.contains("x")', '2 in l', '"k" in m', '"x" in m.list'),
    number.map((node) => `l.exists(i, i > ${node})`),
    number.map((node) => `l.all(i, i < ${node})`),
  );
  const whole = fc.oneof(
    number,
    test_,
    fc.tuple(test_, fc.constantFrom('&&', '||'), test_).map((parts) => parts.join(' ')),
    fc.tuple(test_, number, number).map(([first, second, third]) => `${first} ? ${second} : ${third}`),
    fc.tuple(number, number).map(([first, second]) => `l.map(i, i * ${first}).filter(j, j > ${second})`),
    fc.tuple(number, number).map(([first, second]) => `{"one": ${first}, "two": [${second}]}`),
  );

  test('[L8] gives the same', () => {
    fc.assert(
      fc.property(whole, (expression) => {
        const found = evaluateCalculation([{ name: 'x', expression }], ours, now);
        expect(found.ok ? found.value['x'] : found.failure).toEqual(plain(other.evaluate(expression, scope)));
      }),
      { numRuns: 1000 },
    );
  });
});
