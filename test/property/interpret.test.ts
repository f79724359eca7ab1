import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Decode } from '../../shared/values/utf8.ts';
import { compileSamples, interpret, type ExpectedAttribute } from '../../shared/interpret/interpret-utterance.ts';
import { attributeTypes } from '../../shared/model/attribute-type.ts';
import { loadWordVectors } from '../bench/nlu/sample-sets.ts';
import { readSharedCorpus } from '../builders/shared-corpus.ts';

const vectors = loadWordVectors();
const at = Date.UTC(2027, 0, 29, 15, 30);

/** An attribute for every kind of value. */
const attributes: readonly ExpectedAttribute[] = [
  ...attributeTypes.map((type): ExpectedAttribute => ({ name: `a_${type.replace('[]', 's')}`, type })),
  ...['email', 'phone', 'link', 'price', 'duration', 'date', 'time', 'order_id', 'first_name', 'comment'].map(
    (name): ExpectedAttribute => ({ name, type: 'string' }),
  ),
  { name: 'size', type: 'string', values: [{ value: 'large', synonyms: ['big', ''] }] },
  { name: 'policy', type: 'string', pattern: '[A-Z]+-\\d*' },
];
const expected = new Map([['a', attributes]]);
const slots = attributes.map(({ name }) => `{user.${name}}`);

function ask(samples: readonly string[], text: string): void {
  const scope = [
    { intentId: 'a', samples },
    { intentId: 'b', samples: ['where is my order', ...slots.slice(0, 3)] },
  ];
  const heard = { text, callback: null, value: '', fields: {}, at };
  const ranking = interpret(compileSamples(scope, vectors), {}, heard, expected);
  expect(interpret(compileSamples(scope, vectors), {}, heard, expected)).toEqual(ranking);
  expect(JSON.parse(JSON.stringify(ranking))).toEqual(ranking);
  for (const { confidence } of ranking) expect(confidence > 0 && confidence <= 1).toBe(true);
}

const corpus = readSharedCorpus('blns') ?? [];
const naughty = corpus.flatMap(({ name, bytes }) =>
  name === 'blns.json' ? (JSON.parse(utf8Decode(bytes) ?? '[]') as string[]) : [],
);

test.skipIf(naughty.length === 0)(
  '[I32] strings that broke other programs are understood or not, and nothing more',
  () => {
    expect(naughty.length).toBeGreaterThan(400);
    for (const [number, text] of naughty.entries())
      ask([naughty[(number * 7) % naughty.length] ?? '', 'my {user.date} order'], text);
  },
  120_000,
);

test('[I12, I32] any samples and any text give the same ranking twice, as plain data', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'tomorrow',
      'at',
      'half past',
      'two',
      'hundred',
      'and',
      'minutes',
      '$',
      '5',
      '31st',
      'the',
      '-',
      'february',
      '+44 20 7946 0958',
      'large',
      ...slots,
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const sentence = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(' '));
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 3 }), sentence, (samples, text) => ask(samples, text)),
    { numRuns: 300 },
  );
}, 60_000);
