import { describe, expect, test } from 'vitest';
import type { Document } from '../../../../shared/model/document.ts';
import { withChanges } from '../../../../shared/model/document.ts';
import { compileScenario } from '../../../../shared/program/compile-scenario.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { when } from '../../../builders/conditions.ts';
import { play, type Talk } from '../../../builders/play.ts';

/** Ids of the candidates of the first search of the last exchange. */
const candidates = (talk: Talk): (string | null)[] => {
  const [first, second] = talk.events('scope.entered');
  const considered = talk.events('candidate.considered');
  return considered
    .filter(({ seq }) => seq > (first?.seq ?? 0) && seq < (second?.seq ?? Infinity))
    .map(({ ref }) => ref);
};
const scopes = (talk: Talk): string[] =>
  talk.events('scope.entered').map(({ scope, speaker }) => `${scope} ${speaker}`);

describe('the starting path', () => {
  const levels = () =>
    aScenario()
      .withConversation('A')
      .withScene('a1')
      .withTurn('t1', { behaviors: ['STARTING'] })
      .user('u1')
      .user('u2')
      .app('r1')
      .withTurn('t2', { behaviors: ['OPEN'] })
      .user('u3')
      .withScene('a2', { behaviors: [] })
      .withTurn('t3', { behaviors: ['STARTING'] })
      .user('u4')
      .withConversation('B', { behaviors: [] })
      .withScene('b1')
      .withTurn('t4')
      .user('u5')
      .withConversation('C', { behaviors: ['STARTING'] })
      .withScene('c1')
      .withTurn('t5', { behaviors: ['STARTING'] })
      .user('u6')
      .app('a6', { bucket: 'request' });

  test('[E20] holds the user requests of what is STARTING at every level', () => {
    const talk = play(levels()).press('nothing');
    expect([scopes(talk)[0], candidates(talk)]).toEqual(['startingPath USER', ['u1', 'u2', 'u6']]);
  });

  test('[E29] is told with everything that was looked through, and why', () => {
    expect(play(levels()).press('nothing').event('scope.entered')).toMatchObject({
      scope: 'startingPath',
      speaker: 'USER',
      because: 'utterance',
      searched: ['a', 'a1', 't1', 'u1', 'u2', 'c', 'c1', 't5', 'u6'],
      ref: null,
    });
  });

  test('[E21, E35] checks the conditions of each level once, and rejects what lies under one that fails', () => {
    const never = [when('user.vip', 'is_set')];
    const talk = play(
      aScenario()
        .withConversation('A', { conditions: never })
        .withScene('a1')
        .withTurn('t1')
        .user('u1')
        .withConversation('B', { behaviors: ['STARTING'], conditions: [when('user.vip', 'is_not_set')] })
        .withScene('b1', { conditions: [when('user.tier', 'eq', 'gold')] })
        .withTurn('t2')
        .user('u1', { id: 'u2' })
        .user('u3')
        .withScene('b2', { behaviors: ['STARTING'] })
        .withTurn('t3', { conditions: never })
        .user('u1', { id: 'u4' }),
    ).press('u1');
    expect(talk.events('condition.evaluated').map(({ ref, outcome }) => [ref, outcome])).toEqual([
      ['a', false],
      ['b', true],
      ['b1', false],
      ['t3', false],
    ]);
    expect(talk.events('candidate.rejected').map(({ ref, reason, confidence }) => [ref, reason, confidence])).toEqual([
      ['u1', 'condition', null],
      ['u2', 'condition', null],
      ['u3', 'condition', null],
      ['u4', 'condition', null],
    ]);
    expect(talk.events('intent.ranked')).toEqual([]);
  });

  test('[E21] asks for the conditions of the scenario until the first intent was heard', () => {
    const talk = play(
      aScenario('Shop', { conditions: [when('user.open', 'eq', 'yes')] })
        .withConversation('A')
        .withScene('a1')
        .withTurn('t1')
        .user('bye')
        .app('ended', { behaviors: ['COMPLETING'] }),
    );
    expect(talk.press('bye').event('exchange.ended').matched).toBeNull();
    expect(talk.edit('user.open', 'yes').press('bye').event('exchange.ended').matched).toBe('bye');
    expect(talk.edit('user.open', 'no').press('bye').event('exchange.ended').matched).toBe('bye');
  });
});

describe('inside a conversation', () => {
  const asking = () =>
    aScenario()
      .withConversation('A')
      .withScene('a1')
      .withTurn('ask', { conditions: [when('user.asked', 'is_not_set')] })
      .user('start')
      .app('question', { sets: { 'user.asked': { kind: 'value', value: 'yes' } }, transition: 'answer' })
      .withTurn('answer')
      .app('what', { text: 'What?' })
      .user('this')
      .user('that')
      .withTurn('faq', { behaviors: ['OPEN'] })
      .user('help')
      .app('helped')
      .withTurn('more', { validOrigins: ['that', 'helped', 'answer'] })
      .user('more')
      .app('more_said')
      .withTurn('other', { validOrigins: ['nobody'] })
      .user('other');

  test('[E25] a transition to a turn searches the requests of that turn only', () => {
    const talk = play(asking()).press('start');
    expect([scopes(talk).at(-1), talk.state.position]).toEqual([
      'midTurn APP',
      { conversation: 'a', scene: 'a1', turn: 'answer', intent: null, midTurn: false },
    ]);
    expect(talk.press('help').events('scope.entered')[0]).toMatchObject({ scope: 'inTurn', searched: ['answer'] });
  });

  test('[E25] the conditions of that turn must hold', () => {
    const talk = play(
      aScenario()
        .withConversation('A')
        .withScene('s')
        .withTurn('t1')
        .user('go', { transition: 't2' })
        .withTurn('t2', { conditions: [when('user.ready', 'is_set')] })
        .app('there', { text: 'There.' }),
    );
    expect(talk.press('go').texts).toEqual([]);
    expect(talk.event('candidate.rejected')).toMatchObject({ ref: 'there', reason: 'condition' });
  });

  test('[E22] mid-turn only the responses of the turn are searched, whatever its conditions say now', () => {
    const talk = play(
      aScenario()
        .withConversation('A')
        .withScene('s')
        .withTurn('t1', { behaviors: ['STARTING', 'OPEN'], conditions: [when('user.done', 'is_not_set')] })
        .app('ask', { sets: { 'user.done': { kind: 'value', value: 'x' } }, text: 'Well?' })
        .user('yes')
        .user('no')
        .withTurn('faq', { behaviors: ['OPEN'] })
        .user('help'),
    ).hear({ kind: 'opened' });
    expect(candidates(talk.press('no'))).toEqual(['yes', 'no']);
    expect([scopes(talk)[0], talk.event('exchange.ended').matched]).toEqual(['midTurn USER', 'no']);
  });

  test('[E23] a turn in which the user has nothing to answer is over', () => {
    const talk = play(
      aScenario()
        .withConversation('A')
        .withScene('s')
        .withTurn('t1', { behaviors: ['STARTING'] })
        .app('hi', { text: 'Hi.' })
        .withTurn('faq', { behaviors: ['OPEN'] })
        .user('help')
        .user('idle', { id: 'unanswered' }),
    ).hear({ kind: 'opened' });
    expect([talk.state.position.midTurn, scopes(talk.press('idle'))[0]]).toEqual([true, 'outOfTurn USER']);
    expect([talk.event('exchange.ended').matched, scopes(talk.press('help'))[0]]).toEqual([
      'unanswered',
      'outOfTurn USER',
    ]);
  });

  test('[E24] out of turn the OPEN turns and those with a fitting origin are searched, in the order of the scene', () => {
    const origins = (validOrigins: readonly string[]): (string | null)[] => {
      const talk = play(
        aScenario()
          .withConversation('A')
          .withScene('s')
          .withTurn('more-turn', { behaviors: [], validOrigins })
          .user('more')
          .withTurn('t1', { behaviors: ['STARTING'] })
          .user('hello')
          .app('hi', { id: 'hi-record' })
          .withTurn('faq', { behaviors: ['OPEN'] })
          .user('help'),
      );
      return candidates(talk.press('hello').press('nothing'));
    };
    expect(origins(['hi-record'])).toEqual(['more', 'help']);
    expect(origins(['hi'])).toEqual(['more', 'help']);
    expect(origins(['t1'])).toEqual(['more', 'help']);
    expect(origins(['hello', 'faq'])).toEqual(['help']);
  });

  test('[E26] a transition to a scene searches its STARTING turns and then what it offers', () => {
    const talk = play(
      aScenario()
        .withConversation('A')
        .withScene('s')
        .withTurn('t1')
        .user('go')
        .app('going', { transition: 'there' })
        .withScene('there', { behaviors: [] })
        .withTurn('faq', { behaviors: ['OPEN'] })
        .user('help')
        .withTurn('first', { behaviors: ['STARTING'] })
        .user('begin')
        .withTurn('hidden', { behaviors: [] })
        .user('never')
        .withTurn('after-turn', { behaviors: [], validOrigins: ['going'] })
        .user('after'),
    );
    expect(candidates(talk.press('go').press('nothing'))).toEqual(['begin', 'help', 'after']);
    expect(scopes(talk)[0]).toBe('outOfTurn USER');
  });

  test('[E27] a transition to a conversation searches the STARTING turns of its STARTING scenes', () => {
    const talk = play(
      aScenario()
        .withConversation('A')
        .withScene('s')
        .withTurn('t1')
        .user('go')
        .app('going', { transition: 'b' })
        .withConversation('B')
        .withScene('b1', { behaviors: [] })
        .withTurn('x')
        .user('never')
        .withScene('b2', { behaviors: ['STARTING'] })
        .withTurn('y', { behaviors: ['OPEN'] })
        .user('not_yet')
        .withTurn('z', { behaviors: ['STARTING'] })
        .user('begin'),
    );
    expect(candidates(talk.press('go').press('nothing'))).toEqual(['begin']);
    expect(talk.state.position).toEqual({ conversation: 'b', scene: null, turn: null, intent: null, midTurn: false });
  });

  test('[E28] a position whose records were deleted counts as the nearest level that is left', () => {
    const document = asking().build();
    const talk = play(document).press('start');
    talk.program = compileScenario(without(document, 'turns', 'answer'));
    expect(scopes(talk.press('help'))[0]).toBe('outOfTurn USER');
    const again = play(document).press('start');
    again.program = compileScenario(without(document, 'conversations', 'a'));
    expect(scopes(again.press('help'))[0]).toBe('startingPath USER');
  });
});

const without = (document: Document, table: 'turns' | 'conversations', id: string): Document =>
  withChanges(document, [{ table, id, before: document.tables[table].get(id) ?? null, after: null } as never]);
