import { describe, expect, test } from 'vitest';
import { awaitedInterpretations } from '../../../../shared/engine/ask-interpreters.ts';
import type { SessionState } from '../../../../shared/engine/session-state.ts';
import { step } from '../../../../shared/engine/step.ts';
import { compileScenario } from '../../../../shared/program/compile-scenario.ts';
import { aScenario, type ScenarioBuilder } from '../../../builders/a-scenario.ts';
import { when } from '../../../builders/conditions.ts';
import { aResult, play, type Talk } from '../../../builders/play.ts';
import { traceViolations } from '../../../builders/trace-violations.ts';

/** A shop whose orders one model reads and whose returns another; small talk is left to the built-in interpreter. */
const shop = (): ScenarioBuilder =>
  aScenario('Shop', { languages: { base: 'en', others: [] } })
    .withInterpreter('model', { BUY: 'order' }, { kind: 'llm', model: 'small', timeout: 700 })
    .withInterpreter('desk', {}, { kind: 'lex' })
    .withAttribute('count', 'int')
    .withConversation('A')
    .withScene('s')
    .withTurn('orders', { interpreter: 'model' })
    .user('order', { samples: ['I want {count} of these'], expects: ['session.product'], description: 'buys' })
    .user('order', { id: 'order-2', samples: ['send me one'], conditions: [when('user.vip', 'is_set')] })
    .user('cancel', { confidence: 0.8 })
    .app('done', { text: 'Done.' })
    .withTurn('returns', { behaviors: ['STARTING'], interpreter: 'desk' })
    .user('return')
    .app('returned', { text: 'Returned.' })
    .withTurn('talk', { behaviors: ['STARTING'] })
    .user('hello', { samples: ['hello there'] })
    .app('hi', { text: 'Hi.' })
    .withTurn('lost', { behaviors: ['STARTING'] })
    .user('intent.core.NoMatch')
    .app('sorry', { text: 'Sorry?' });

const kinds = (talk: Talk): string[] => talk.last.trace.map(({ kind }) => kind);
const found = (intentId: string, confidence = 0.9, attributes = {}) => [{ intentId, confidence, attributes }];

describe('an interpreter that is no part of the engine', () => {
  test('[E120] is asked with what was said and what it may mean, and the exchange waits', () => {
    const talk = play(shop()).say('two of those');
    expect(talk.interpretations[0]).toEqual({
      kind: 'interpret.run',
      id: 'test.4',
      interpreter: 'model',
      text: 'two of those',
      at: 1_700_000_001_000,
      candidates: [
        {
          intentId: 'order',
          name: 'order',
          description: 'buys',
          samples: ['I want {count} of these', 'send me one'],
          expected: [
            { name: 'product', type: 'string' },
            { name: 'count', type: 'int' },
          ],
        },
        { intentId: 'cancel', name: 'cancel', description: '', samples: [], expected: [] },
      ],
      language: 'en',
      timeout: 700,
    });
    expect(talk.events('effect.requested')).toMatchObject([
      { effect: 'test.4', effectKind: 'interpret.run', ref: 'model', action: 'model', name: 'model' },
      { effect: 'test.5', effectKind: 'interpret.run', ref: 'desk', arguments: { text: 'two of those' } },
    ]);
    expect([talk.waiting, kinds(talk).at(-1), talk.outputs]).toEqual(['actions', 'run.paused', []]);
  });

  test('[E120] is told of no intent under a level that is closed, and not asked when there is none', () => {
    const scenario = aScenario()
      .withInterpreter('model', {}, { kind: 'llm' })
      .withConversation('A', { interpreter: 'model' })
      .withScene('s')
      .withTurn('open')
      .user('a')
      .withTurn('closed', { behaviors: ['STARTING'], conditions: [when('user.vip', 'is_set')] })
      .user('b');
    const ids = (talk: Talk) =>
      talk.say('x').interpretations.map(({ candidates }) => candidates.map((c) => c.intentId));
    expect(ids(play(scenario))).toEqual([['a']]);
    const shut = aScenario()
      .withInterpreter('model', {}, { kind: 'llm' })
      .withConversation('A', { interpreter: 'model', conditions: [when('user.vip', 'is_set')] })
      .withScene('s')
      .withTurn('t')
      .user('a');
    const talk = play(shut).say('x');
    expect([talk.interpretations, talk.waiting, talk.event('match.missed').candidates[0]?.reason]).toEqual([
      [],
      'user',
      'condition',
    ]);
    expect(talk.events('scope.entered').filter(({ because }) => because === 'utterance')).toHaveLength(1);
  });

  test('[E121] is not asked about buttons, forms, silence or the ladder; its callbacks are its own', () => {
    const talk = play(shop());
    expect(talk.press('BUY').event('intent.matched').intentId).toBe('order');
    for (const utterance of [
      { kind: 'text', text: '  ' },
      { kind: 'form', callback: 'return', fields: {}, text: 'x' },
      { kind: 'restart' },
      { kind: 'opened' },
    ] as const)
      expect([talk.hear(utterance).interpretations, talk.waiting]).toEqual([[], 'user']);
  });

  test('[E122] is matched when all have answered, in the search that was begun', () => {
    const talk = play(shop()).say('two of those');
    talk.interpreted(found('return', 0.6), { by: 'desk' });
    expect([talk.waiting, kinds(talk)]).toEqual(['actions', ['effect.settled', 'intent.ranked']]);
    talk.interpreted(found('order', 0.9, { product: 'tea', count: '2' }), { by: 'model' });
    expect([talk.texts, talk.user['count'], talk.state.contexts['session']]).toEqual([
      ['Done.'],
      2,
      { product: 'tea' },
    ]);
    expect(talk.event('intent.ranked')).toMatchObject({ interpreter: 'model', origin: 'live', text: 'two of those' });
    expect(talk.event('intent.matched')).toMatchObject({ ref: 'order', confidence: 0.9 });
    expect(talk.events('candidate.rejected')).toMatchObject([
      { ref: 'order-2', reason: 'condition' },
      { ref: 'cancel', reason: 'confidence' },
      { ref: 'hello', reason: 'confidence' },
      { ref: 'intent.core.NoMatch', reason: 'confidence' },
      { ref: 'return', reason: 'rank' },
    ]);
    expect(talk.trace.filter(({ kind }) => kind === 'scope.entered')).toHaveLength(2);
    expect(traceViolations(talk.trace, talk.state)).toEqual([]);
  });

  test('[E122] competes with the built-in one, which reads when the others have answered', () => {
    const talk = play(shop()).say('hello there');
    talk.interpreted([], { by: 'model' }).interpreted([], { by: 'desk' });
    expect([talk.texts, talk.events('intent.ranked').map((event) => event.origin)]).toEqual([
      ['Hi.'],
      ['live', undefined],
    ]);
  });

  test('[E122] does not have the conditions of a level checked twice', () => {
    const guarded = aScenario()
      .withInterpreter('model', {}, { kind: 'llm' })
      .withConversation('A', { interpreter: 'model', conditions: [when('user.vip', 'is_not_set')] })
      .withScene('s')
      .withTurn('t')
      .user('a')
      .app('b', { text: 'B.' });
    const talk = play(guarded).say('x').interpreted(found('a'));
    expect([talk.texts, talk.trace.filter(({ kind }) => kind === 'condition.evaluated').length]).toEqual([['B.'], 1]);
  });

  test('[E16] hears how long a person was silent before speaking, however long it thinks', () => {
    const patient = aScenario()
      .withInterpreter('model', {}, { kind: 'llm' })
      .withConversation('A', { interpreter: 'model' })
      .withScene('s')
      .withTurn('t')
      .user('a', { conditions: [when('user.seconds_since_last_seen', 'lt', 0)] })
      .app('new', { text: 'New.' });
    expect(play(patient).say('x').wait(60).interpreted(found('a')).texts).toEqual(['New.']);
  });
});

describe('an answer', () => {
  test('[E123] counts as far as it was asked for', () => {
    const talk = play(shop()).say('two').interpreted([], { by: 'desk' });
    talk.interpreted([
      { intentId: 'cancel', confidence: -3 },
      { intentId: 'hello', confidence: 1 },
      { intentId: 'delete.everything', confidence: 1 },
      { intentId: 'order', confidence: 0.2, attributes: { product: 'less' } },
      { intentId: 'order', confidence: 12, attributes: { product: 'tea', token: 'x', count: null, __proto__: 1 } },
    ]);
    expect(talk.event('intent.ranked').ranking).toEqual([
      { intentId: 'order', confidence: 1, attributes: { product: 'tea' }, because: '' },
      { intentId: 'cancel', confidence: 0, attributes: {}, because: '' },
    ]);
    expect(talk.state.contexts).toEqual({ session: { product: 'tea' } });
  });

  test('[E124] that never came ranks nothing, and the ladder is climbed', () => {
    const talk = play(shop()).say('two').interpreted([], { by: 'desk' });
    talk.interpreted(found('order'), { failure: 'timedOut', detail: 'No answer within 700 ms.', outcome: 'failed' });
    expect(talk.event('effect.settled')).toMatchObject({ failure: 'timedOut', detail: 'No answer within 700 ms.' });
    expect([talk.event('intent.ranked').ranking, talk.texts]).toEqual([[], ['Sorry?']]);
  });

  test('[E6] that nobody waits for, or waits for no more, changes nothing', () => {
    const talk = play(shop()).say('two').interpreted(found('return'), { by: 'desk' });
    const { state } = talk;
    for (const effect of ['test.5', 'test.99'])
      expect(
        step(talk.program, state, { kind: 'effect.settled', at: talk.now, effect, result: aResult() }),
      ).toMatchObject({ state, trace: [] });
  });

  test('[E11] lets what was said meanwhile be heard after it', () => {
    const talk = play(shop()).say('two').press('BUY');
    expect([talk.last.trace, talk.state.queue.length]).toEqual([[], 1]);
    talk.interpreted([], { by: 'desk' }).interpreted(found('order'));
    expect([talk.texts, talk.state.queue]).toEqual([['Done.', 'Done.'], []]);
  });

  test('[E97] is asked for within the budget of steps', () => {
    const many = Array.from({ length: 10_100 }, () => when('user.vip', 'is_not_set'));
    const long = aScenario()
      .withInterpreter('model', {}, { kind: 'llm' })
      .withConversation('A', { interpreter: 'model', conditions: many })
      .withScene('s')
      .withTurn('t')
      .user('a');
    const talk = play(long).say('x');
    expect([talk.interpretations, talk.event('budget.reached').budget, talk.waiting]).toEqual([[], 'steps', 'user']);
  });
});

describe('a session that waits for interpreters', () => {
  const saved = (talk: Talk): SessionState => JSON.parse(JSON.stringify(talk.state)) as SessionState;

  test('[E4, E125] is plain data, and knows what was asked', () => {
    const talk = play(shop()).say('two');
    expect(awaitedInterpretations(talk.program, saved(talk))).toEqual(
      talk.interpretations.map((run) => ({ effect: run.id, run })),
    );
    talk.interpreted([], { by: 'desk' });
    expect(awaitedInterpretations(talk.program, saved(talk)).map(({ effect }) => effect)).toEqual(['test.4']);
    talk.interpreted([], { by: 'model' });
    expect(awaitedInterpretations(talk.program, saved(talk))).toEqual([]);
  });

  test('[E125] goes on without one that the design has lost meanwhile', () => {
    const talk = play(shop()).say('two');
    const edited = aScenario('Shop')
      .withInterpreter('model', {}, { kind: 'llm' })
      .withConversation('A', { interpreter: 'model' })
      .withScene('s')
      .withTurn('orders')
      .user('order')
      .app('done', { text: 'Anyway.' });
    const program = compileScenario(edited.build());
    expect(awaitedInterpretations(program, talk.state).map(({ run }) => run?.interpreter)).toEqual([
      'model',
      undefined,
    ]);
    talk.program = program;
    talk.interpreted(found('return'), { by: 'desk' }).interpreted(found('order'));
    expect(talk.texts).toEqual(['Anyway.']);
  });
});

describe('what must not be shown', () => {
  const bank = () =>
    aScenario()
      .withInterpreter('model', {}, { kind: 'llm' })
      .withAttribute('pin', 'string', { sensitive: true })
      .withConversation('A', { interpreter: 'model' })
      .withScene('s')
      .withTurn('t')
      .user('enter', { expects: ['session.pin'] })
      .app('ok', { text: 'Your pin: {session.pin}' });

  test('[E126] is covered before anybody knows which words it is', () => {
    const talk = play(bank()).say('it is 4711-canary');
    expect(talk.interpretations[0]?.text).toBe('it is 4711-canary');
    const body = (text: string) => ({ method: 'POST', url: 'http://x', headers: {}, body: text });
    talk.interpreted(found('enter', 1, { pin: '4711-canary' }), {
      request: body('it is 4711-canary'),
      response: { status: 200, headers: {}, body: '4711-canary', bytes: 11 },
    });
    expect(talk.texts[0]).toContain('4711');
    expect(talk.state.contexts['session']).toEqual({ pin: '4711-canary' });
    expect(JSON.stringify(talk.trace)).not.toContain('4711');
    expect(talk.state.history.join()).not.toContain('4711');
  });

  test('[E126] leaves what no answer can hide to be read', () => {
    const talk = play(shop().withAttribute('pin', 'string', { sensitive: true })).say('two of those');
    expect(talk.event('utterance.received').utterance).toEqual({ kind: 'text', text: 'two of those' });
  });
});
