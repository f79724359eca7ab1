import { expect, test } from 'vitest';
import { loadWordVectors } from '../../../bench/nlu/sample-sets.ts';
import { compileSamples, interpret } from '../../../../shared/interpret/interpret-utterance.ts';
import { readWords } from '../../../../shared/interpret/read-words.ts';
import { withinFrame } from '../../../../shared/interpret/sentence-frame.ts';

const point = (text: string): string => {
  const forms = readWords(text).map(({ form }) => form);
  return forms.slice(...withinFrame(forms)).join(' ');
};

test.each([
  ['hey could you tell me where my order is', 'where my order is'],
  ["hi there, I was wondering if you could please help me, I'd like my money back", 'my money back'],
  ['Hi! I hope you are well. Can you cancel my order please? Thank you very much!', 'cancel my order'],
  ["what's up with my parcel", 'my parcel'],
  ['where is my order', 'where is my order'],
  ['can you help me', 'me'],
  ['thanks', 'thanks'],
  ['', ''],
])('[I35] the point of “%s”', (text, expected) => {
  expect(point(text)).toBe(expected);
});

const samples = {
  greeting: ['hi', 'hello', 'good morning', 'hey there'],
  thanks: ['thank you', 'thanks a lot'],
  status: ['where is my order', 'track my order', 'where is my parcel', 'has order {user.order_id} shipped'],
  refund: ['i want a refund', 'give me my money back', 'refund my order'],
};
const index = compileSamples(
  Object.entries(samples).map(([intentId, each]) => ({ intentId, samples: each })),
  loadWordVectors(),
);
const ask = (text: string) =>
  interpret(
    index,
    {},
    { text, callback: null, value: '', fields: {} },
    new Map([['status', [{ name: 'order_id', type: 'string' }]]]),
  );

test.each([
  ['hey could you tell me where my order A-1001 is', 'status'],
  ["good morning, what's up with my parcel A-1001?", 'status'],
  ["hi there, I was wondering if you could please help me, I'd like my money back for order A-1001", 'refund'],
  ['hi, refund please', 'refund'],
  ['hey there', 'greeting'],
  ['good morning!', 'greeting'],
  ['ok thanks', 'thanks'],
])('[I35] “%s” is surely %s', (text, intentId) => {
  const [best] = ask(text);
  expect(best?.intentId).toBe(intentId);
  expect(best?.confidence).toBeGreaterThanOrEqual(0.5);
});

test('[I35] manners do not make a wish of this place', () => {
  for (const text of [
    'hi there, I was wondering if you could please tell me a joke',
    'good evening, could you please tell me the time',
    'could you please be so kind and tell me what the weather is like tomorrow',
  ])
    expect(ask(text)[0]?.confidence ?? 0).toBeLessThan(0.5);
});

test('[I35] what frames a sentence weighs nothing', () => {
  const [best] = ask('good morning, could you tell me where my parcel went please');
  expect(best?.detail?.words.map(({ word }) => word)).toEqual(expect.arrayContaining(['parcel']));
  for (const word of ['good', 'morning', 'tell', 'please'])
    expect(best?.detail?.words.map((each) => each.word)).not.toContain(word);
});

test('[I35] a slot takes its words from within the frame', () => {
  const [best] = ask('hello, can you tell me if has order A-1001 shipped please');
  expect(best?.confidence).toBeGreaterThanOrEqual(0.9);
  expect(best).toMatchObject({
    intentId: 'status',
    attributes: { order_id: 'A-1001' },
    because: 'fits “has order {user.order_id} shipped”',
  });
});

test('[I36] a code changes little about what a sentence means', () => {
  const [plain] = ask('what happened to my parcel');
  const [coded] = ask('what happened to my parcel A-1001');
  const [years] = ask('what happened to my parcel Q-77345');
  expect(coded?.intentId).toBe(plain?.intentId);
  expect(coded?.confidence).toBe(years?.confidence);
});
