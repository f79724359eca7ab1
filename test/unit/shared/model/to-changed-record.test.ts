import { expect, test } from 'vitest';
import { toChangedRecord, toRecord } from '../../../../shared/model/to-record.ts';
import { aScenario } from '../../../builders/a-scenario.ts';

const builder = aScenario().withAttribute('step', 'int').withConversation('Talk').withScene('Scene').withTurn('turn');
builder.user('next', { samples: ['go on'] }).app('answer', { text: 'This is step {user.step}.' });
const [next, answer] = [...builder.build().tables.intents.values()];
if (next === undefined || answer === undefined) throw new Error('The scenario has two intents.');

test('a record with fields of another is what checking all of it gives, in the same order', () => {
  for (const field of Object.keys(next) as (keyof typeof next)[]) {
    const raw = { ...next, [field]: answer[field], id: next.id };
    const whole = toRecord('intents', raw);
    const changed = toChangedRecord('intents', next, raw);
    expect({ field, text: JSON.stringify(changed) }).toEqual({ field, text: whole.ok && JSON.stringify(whole.value) });
  }
});

test('what is left out in a part is filled in, as in a whole', () => {
  const raw = { ...answer, messages: [{ id: 'one', blocks: [{ kind: 'text', text: 'Hi' }] }] };
  const whole = toRecord('intents', raw);
  expect(toChangedRecord('intents', answer, raw)).toEqual(whole.ok ? whole.value : null);
});

test('what keeps its fields is the same part as before', () => {
  const raw = { ...answer, name: 'Other', messages: structuredClone(answer.messages) };
  expect(toChangedRecord('intents', answer, raw)?.messages).toBe(answer.messages);
});

test.each([
  ['a wrong value', { ...next, samples: [7] }],
  ['a field of its own', { ...next, mine: 1 }],
  ['a field less', { id: next.id }],
  ['a key that reaches for a prototype', { ...next, conditions: [JSON.parse('{ "__proto__": {} }')] }],
  ['nothing in place of a value', { ...next, name: undefined }],
])('%s is left to the check of the whole', (_what, raw) => {
  expect(toChangedRecord('intents', next, raw)).toBeNull();
});
