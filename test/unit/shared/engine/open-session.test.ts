import { describe, expect, test } from 'vitest';
import { lastingContexts } from '../../../../shared/engine/initial-values.ts';
import { openSession } from '../../../../shared/engine/open-session.ts';
import { step } from '../../../../shared/engine/step.ts';
import { compileScenario } from '../../../../shared/program/compile-scenario.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aResult, opening, play, startOfTime } from '../../../builders/play.ts';

const greeting = () =>
  aScenario().withConversation('Main').withScene('main').withTurn('greet').user('hello').app('hi', { text: 'Hi.' });

describe('opening', () => {
  test('[E1] says nothing, waits for the user, and tells who, with which seed, on which program', () => {
    const talk = play(greeting(), { seed: 7 });
    expect({ waiting: talk.waiting, outputs: talk.outputs, effects: talk.last.effects, trace: talk.trace }).toEqual({
      waiting: 'user',
      outputs: [],
      effects: [],
      trace: [
        {
          v: 1,
          session: 'test',
          exchange: 0,
          seq: 1,
          at: startOfTime,
          causedBy: null,
          ref: 'scenario',
          kind: 'session.opened',
          user: 'ada',
          seed: 7,
          program: talk.program.hash,
        },
      ],
    });
  });

  test('[E2] values of the design come first, then what the person left, then what was given', () => {
    const talk = play(
      greeting()
        .withContext('user', { lifetime: 'user', values: { tier: 'basic', city: 'Rome' } })
        .withContext('cart', { values: { currency: 'EUR' } }),
      { userAttributes: { tier: 'gold' }, attributes: { 'session.page': 'home', visits: 3 } },
    );
    expect(talk.state.contexts).toEqual({
      user: { tier: 'gold', city: 'Rome', visits: '3' },
      cart: { currency: 'EUR' },
      session: { page: 'home' },
    });
    expect(
      talk.events('attribute.set').map(({ context, name, after, origin }) => [context, name, after, origin]),
    ).toEqual([
      ['cart', 'currency', 'EUR', 'default'],
      ['user', 'tier', 'gold', 'default'],
      ['user', 'city', 'Rome', 'default'],
      ['session', 'page', 'home', 'edited'],
      ['user', 'visits', '3', 'edited'],
    ]);
  });
});

test('[E2] a session begins with what the last one left behind', () => {
  const scenario = greeting()
    .withContext('profile', { lifetime: 'user', values: { tone: 'plain' } })
    .withContext('cart');
  const first = play(scenario, { attributes: { name: 'Ada', 'profile.tone': 'kind', 'cart.size': '2' } });
  const left = lastingContexts(first.program, first.state.contexts);
  expect(left).toEqual({ user: { name: 'Ada' }, profile: { tone: 'kind' } });
  const second = play(scenario, { userAttributes: left['user'] ?? {}, userContexts: left });
  expect(second.state.contexts).toEqual(left);
});

describe('a step', () => {
  test('[E3] changes nothing it was given and gives the same again', () => {
    const program = compileScenario(greeting().build());
    const state = deepFreeze(openSession(program, opening).state);
    const input = deepFreeze({
      kind: 'user.said',
      at: 1,
      utterance: { kind: 'callback', callback: 'hello', value: 'tier.gold', text: '' },
    } as const);
    const first = step(program, state, input);
    expect(first.outputs).toHaveLength(1);
    expect(step(program, state, input)).toEqual(first);
  });

  test('[E4] goes on from a state that was written as JSON', () => {
    const saved = play(greeting()).press('hello');
    const input = {
      kind: 'user.said',
      at: 5,
      utterance: { kind: 'callback', callback: 'hello', value: '', text: '' },
    } as const;
    const read = JSON.parse(JSON.stringify(saved.state)) as typeof saved.state;
    expect(step(saved.program, read, input)).toEqual(step(saved.program, saved.state, input));
  });

  test('[E5] writes a value edited by hand at once, also while an action runs', () => {
    const talk = play(
      greeting()
        .withApiAction('look')
        .withTurn('looking', { behaviors: ['STARTING'] })
        .user('go', { actions: ['look'] }),
    );
    talk.press('go').edit('session.page', 'help');
    expect(talk.waiting).toBe('actions');
    expect(talk.last.trace).toEqual([
      expect.objectContaining({
        kind: 'attribute.set',
        context: 'session',
        name: 'page',
        after: 'help',
        origin: 'edited',
        causedBy: null,
      }),
    ]);
    expect(talk.edit('no reference', 1).last.trace).toEqual([]);
  });

  test('[E6] a result nobody waits for changes nothing', () => {
    const talk = play(greeting()).press('hello');
    const before = talk.state;
    talk.feed({ kind: 'effect.settled', at: talk.now, effect: 'test.99', result: aResult() });
    expect([talk.state, talk.last.trace]).toEqual([before, []]);
    talk.feed({ kind: 'confirmation.answered', at: talk.now, approved: true });
    expect([talk.state, talk.last.trace]).toEqual([before, []]);
  });
});

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
