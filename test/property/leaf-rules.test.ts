import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildRequest } from '../../shared/actions/build-request.ts';
import { escapeRequestText, parseRequestText } from '../../shared/actions/parse-request-text.ts';
import { queryJson } from '../../shared/actions/query-json.ts';
import type { Json } from '../../shared/base/json.ts';
import { evaluateOperation } from '../../shared/conditions/evaluate-operation.ts';
import { compileSamples, interpret } from '../../shared/interpret/interpret-utterance.ts';
import { attributeTypes } from '../../shared/model/attribute-type.ts';
import { operations } from '../../shared/model/condition.ts';
import { anApiAction } from '../builders/an-action.ts';
import { unwrap } from '../builders/unwrap.ts';

/** As JSON carries it: without minus zero. */
const json = fc.json({ maxDepth: 3 }).map((text) => JSON.parse(JSON.stringify(JSON.parse(text))) as Json);
const text = fc.string({ unit: 'binary', maxLength: 40 });
const options = fc.record({
  type: fc.constantFrom(...attributeTypes),
  now: fc.integer(),
  strict: fc.boolean(),
  typedEmpty: fc.boolean(),
});

test('[K1] every operation answers for any values', () => {
  fc.assert(
    fc.property(fc.constantFrom(...operations), json, json, json, options, (operation, left, right, upper, how) => {
      const operands = { left, right, upper, leftMissing: left === null };
      expect(typeof evaluateOperation(operation, operands, how)).toBe('boolean');
    }),
  );
});

test('[K3, K6] of two values that are there, one comparison and its opposite never both hold', () => {
  fc.assert(
    fc.property(json, json, options, (left, right, how) => {
      const operands = { left, right, upper: null, leftMissing: left === null };
      const holds = (operation: (typeof operations)[number]) => evaluateOperation(operation, operands, how);
      for (const [one, other] of [
        ['eq', 'not_eq'],
        ['gt', 'lte'],
        ['lt', 'gte'],
        ['in_set', 'not_in_set'],
      ] as const) {
        expect(holds(one) && holds(other)).toBe(false);
      }
    }),
  );
});

const action = anApiAction({
  method: 'POST',
  path: '/orders/x$v/items',
  query: { q: '$v' },
  json: { a: '$v', b: '<$v>' },
});

test('[A7, A8, A10] no value changes the shape of a request', () => {
  fc.assert(
    fc.property(fc.oneof(text, json), (value) => {
      fc.pre(value !== null);
      const { url, body } = unwrap(buildRequest(action, null, { v: value }, null));
      const parsed = new URL(url);
      expect(parsed.origin).toBe('https://api.example.com');
      expect(parsed.pathname.split('/')).toHaveLength(4);
      expect([...parsed.searchParams.keys()]).toEqual(['q']);
      expect(JSON.parse(body ?? '')).toEqual({ a: value, b: expect.any(String) });
    }),
  );
});

test('[A2, A23] an escaped text comes out as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('$', '\\', '{', '}', 'a', '_', '1')), (pieces) => {
      const raw = pieces.join('');
      expect(parseRequestText(escapeRequestText(raw)).parts).toEqual(raw === '' ? [] : [raw]);
    }),
  );
});

test('[A19] any path over any body gives JSON or a reason', () => {
  const piece = fc.constantFrom(
    'a',
    '.',
    '[',
    ']',
    '*',
    '@',
    '|',
    '{',
    '}',
    ':',
    ',',
    '`',
    '"',
    '0',
    '-1',
    '?',
    '==',
    'length(',
    ')',
    'constructor',
    '__proto__',
    ' ',
  );
  fc.assert(
    fc.property(
      json,
      fc.array(piece).map((pieces) => pieces.join('')),
      (body, path) => {
        const found = queryJson(body, path);
        const given = found.ok ? found.value : found.failure;
        expect(JSON.parse(JSON.stringify(given))).toEqual(given);
        expect(found.ok || found.failure !== '').toBe(true);
      },
    ),
  );
});

test('[I4, I9] any samples and any utterance give confidences from 0 to 1, best first, once each', () => {
  const word = fc.constantFrom(
    'where',
    'is',
    'my',
    'order',
    'A-1001',
    '{user.order_id}',
    '{user.note}',
    'refund',
    '12',
    '!',
  );
  const sentence = fc.oneof(
    fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
    text,
  );
  const entries = fc.array(
    fc.record({ intentId: fc.constantFrom('a', 'b', 'c', '__proto__'), samples: fc.array(sentence, { maxLength: 4 }) }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(entries, sentence, (scope, said) => {
      const heard = { text: said, callback: null, value: '', fields: {} };
      const ranking = interpret(compileSamples(scope), {}, heard, new Map());
      expect(interpret(compileSamples(scope), {}, heard, new Map())).toEqual(ranking);
      expect(new Set(ranking.map(({ intentId }) => intentId)).size).toBe(ranking.length);
      const confidences = ranking.map(({ confidence }) => confidence);
      expect(confidences).toEqual(confidences.toSorted((left, right) => right - left));
      expect(confidences.every((confidence) => confidence > 0 && confidence <= 1)).toBe(true);
    }),
  );
});
