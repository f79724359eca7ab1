import { expect, test } from 'vitest';
import { appendVariables, noVariables } from '../../../../renderer/state/run-variables.ts';
import { createTraceMaker, heard, setTo } from '../run/trace-event.ts';

test('variables come from attribute.set alone: the last one counts, null removes', () => {
  const make = createTraceMaker();
  const events = [
    make(heard('my name is Ada')),
    make(setTo('name', 'Ada')),
    make(setTo('city', 'Paris', 'session')),
    make(setTo('name', 'Grace'), { exchange: 2 }),
    make(setTo('city', null, 'session'), { exchange: 2 }),
  ];
  const variables = appendVariables(noVariables, events);
  expect(variables.map((context) => context.map(({ after, exchange }) => [after, exchange])).toJS()).toEqual({
    user: { name: ['Grace', 2] },
  });
  expect(appendVariables(variables, [make(heard('x'))])).toBe(variables);
});

test('batches make no difference', () => {
  const make = createTraceMaker();
  const events = ['a', 'b', 'c', 'a'].map((name, index) => make(setTo(name, `${index}`)));
  const whole = appendVariables(noVariables, events);
  const pieces = events.reduce((variables, event) => appendVariables(variables, [event]), noVariables);
  expect(pieces.toJS()).toEqual(whole.toJS());
});
