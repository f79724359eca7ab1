import { describe, expect, test } from 'vitest';
import { aScenario } from '../../../builders/a-scenario.ts';
import { when } from '../../../builders/conditions.ts';
import { play, type Talk } from '../../../builders/play.ts';

const matched = (talk: Talk): string | null => talk.event('exchange.ended').matched;
const rejections = (talk: Talk): unknown[] =>
  talk
    .events('candidate.rejected')
    .map(({ ref, reason, confidence, threshold, lostTo }) => [ref, reason, confidence, threshold, lostTo]);

describe('interpreting', () => {
  const reading = (callbacks: Record<string, string>) => ({ callbacks });

  test('[E30] the nearest level that names an interpreter decides', () => {
    const talk = play(
      aScenario('Shop', { interpreter: 'top' as never })
        .withInterpreter('top', reading({ go: 'by_scenario' }).callbacks)
        .withInterpreter('conv', { go: 'by_conversation' })
        .withInterpreter('scene', { go: 'by_scene' })
        .withInterpreter('turn', { go: 'by_turn' })
        .withInterpreter('intent', { go: 'by_intent' })
        .withConversation('A')
        .withScene('a')
        .withTurn('t1')
        .user('by_scenario', { confidence: 1 })
        .withConversation('B', { behaviors: ['STARTING'], interpreter: 'conv' })
        .withScene('b1')
        .withTurn('t2')
        .user('by_conversation')
        .withScene('b2', { behaviors: ['STARTING'], interpreter: 'scene' })
        .withTurn('t3')
        .user('by_scene')
        .withTurn('t4', { behaviors: ['STARTING'], interpreter: 'turn' })
        .user('by_turn')
        .user('by_intent', { interpreter: 'intent' })
        .user('by_turn', { id: 'unknown', interpreter: 'gone' }),
    ).press('go');
    expect(talk.events('intent.ranked').map(({ interpreter, ref }) => [interpreter, ref])).toEqual(
      ['top', 'conv', 'scene', 'turn', 'intent'].map((name) => [name, name]),
    );
    expect(
      talk
        .events('candidate.considered')
        .slice(0, 6)
        .map(({ ref, confidence }) => [ref, confidence]),
    ).toEqual([
      ['by_scenario', 1],
      ['by_conversation', 1],
      ['by_scene', 1],
      ['by_turn', 1],
      ['by_intent', 1],
      ['unknown', 1],
    ]);
  });

  test('[E30] without any it is the built-in one', () => {
    const talk = play(
      aScenario()
        .withConversation('A')
        .withScene('a')
        .withTurn('t')
        .user('hello', { samples: ['hello there'] }),
    );
    expect(talk.say('Hello there!').event('intent.ranked')).toMatchObject({
      interpreter: 'embedded',
      ref: null,
      text: 'Hello there!',
      ranking: [{ intentId: 'hello', confidence: 1, attributes: {} }],
    });
  });

  test('[E31] each interpreter reads once a search', () => {
    const scenario = aScenario()
      .withInterpreter('mine')
      .withConversation('A')
      .withScene('a')
      .withTurn('t')
      .user('a', { samples: ['one'] })
      .user('b', { samples: ['two'], interpreter: 'mine' })
      .user('c', { samples: ['three'] })
      .user('d', { samples: ['four'], interpreter: 'mine' });
    expect(
      play(scenario)
        .say('four')
        .events('intent.ranked')
        .map(({ interpreter }) => interpreter),
    ).toEqual(['embedded', 'mine']);
  });
});

describe('matching', () => {
  test('[E32] needs the id and at least its own confidence', () => {
    const talk = play(
      aScenario()
        .withConversation('A')
        .withScene('a')
        .withTurn('t')
        .user('order', { samples: ['where is my order now'], confidence: 1 })
        .user('refund', { samples: ['give me a refund'] })
        .user('order', { id: 'vaguely', confidence: 0.2 }),
    ).say('where is that order');
    const [first] = talk.events('candidate.considered');
    const confidence = first?.confidence ?? 0;
    expect(confidence).toBeGreaterThan(0.2);
    expect(rejections(talk)).toEqual([
      ['order', 'confidence', confidence, 1, null],
      ['refund', 'confidence', null, 0.5, null],
    ]);
    expect(matched(talk)).toBe('vaguely');
    expect(talk.event('intent.matched')).toMatchObject({ ref: 'vaguely', intentId: 'order', confidence });
  });

  test('[E33] conditions come after the match and see what was interpreted', () => {
    const talk = play(
      aScenario()
        .withConversation('A')
        .withScene('a')
        .withTurn('t')
        .user('pick', { id: 'red', conditions: [when('_intent.colour', 'eq', 'red')] })
        .user('pick', { id: 'blue', conditions: [when('_intent.colour', 'eq', 'blue')] })
        .user('other', { conditions: [when('_intent.colour', 'eq', 'blue')] }),
    ).press('pick', 'colour.blue');
    expect([matched(talk), rejections(talk)]).toEqual([
      'blue',
      [
        ['red', 'condition', 1, 0.5, null],
        ['other', 'confidence', null, 0.5, null],
      ],
    ]);
    expect(
      talk.events('condition.evaluated').map(({ ref, left, right, outcome }) => [ref, left, right, outcome]),
    ).toEqual([
      ['red', 'blue', 'red', false],
      ['blue', 'blue', 'blue', true],
    ]);
    expect(talk.edit('session.x', 1).state.contexts['_intent']).toBeUndefined();
  });

  test('[E36] what was heard but stands elsewhere is named', () => {
    const scenario = aScenario()
      .withConversation('A')
      .withScene('a')
      .withTurn('t')
      .user('hello')
      .withTurn('u', { behaviors: [] });
    for (let count = 0; count < 10; count += 1) scenario.user('old_button', { id: `old-${count}` });
    const talk = play(scenario).press('old_button');
    expect(rejections(talk)).toEqual([
      ['hello', 'confidence', null, 0.5, null],
      ...Array.from({ length: 8 }, (_, count) => [`old-${count}`, 'scope', 1, 0.5, null]),
    ]);
    expect(talk.event('match.missed').candidates.map(({ reason }) => reason)).toContain('scope');
    expect(play(scenario).press('hello').events('candidate.rejected')).toEqual([]);
  });
});

describe('rank', () => {
  const samples = ['my order number is {user.order_id}', 'my order number is 12'];
  const three = () =>
    aScenario()
      .withAttribute('order_id')
      .withConversation('A')
      .withScene('a')
      .withTurn('hello')
      .user('hello')
      .app('hi')
      .withTurn('t', { behaviors: ['STARTING', 'OPEN'] });

  test('[E34] confidence comes first', () => {
    const talk = play(
      three()
        .user('near', { samples: ['where is the order'], confidence: 0.1 })
        .user('exact', { samples: ['where is my order'] }),
    ).say('where is my order');
    expect(matched(talk)).toBe('exact');
    expect(rejections(talk).at(-1)).toEqual([
      'near',
      'rank',
      talk.events('candidate.considered').find(({ ref }) => ref === 'near')?.confidence,
      0.1,
      'exact',
    ]);
  });

  test('[E34] among equals the one that listens for the previous intent', () => {
    const scenario = three()
      .user('next', { id: 'first' })
      .user('next', { id: 'listening', listensFor: ['hi'] });
    expect(matched(play(scenario).press('next'))).toBe('first');
    expect(matched(play(scenario).press('hello').press('next'))).toBe('listening');
  });

  test('[E34] then the one with more attributes', () => {
    const scenario = three()
      .user('plain', { samples: ['my order number is 12'] })
      .user('slot', { samples });
    const talk = play(scenario).say('my order number is 12');
    const count = talk
      .event('intent.ranked')
      .ranking.map(({ intentId, attributes }) => [intentId, Object.keys(attributes).length]);
    expect(Object.fromEntries(count)).toEqual({ plain: 0, slot: 1 });
    expect(matched(talk)).toBe('slot');
  });

  test('[E34] then the first listed', () => {
    const talk = play(
      three().user('same', { id: 'one' }).user('same', { id: 'two' }).user('same', { id: 'three' }),
    ).press('same');
    expect([matched(talk), rejections(talk).slice(1)]).toEqual([
      'one',
      [
        ['two', 'rank', 1, 0.5, 'one'],
        ['three', 'rank', 1, 0.5, 'one'],
      ],
    ]);
  });
});

describe('no match', () => {
  const ladder = (...handlers: string[]) => {
    const scenario = aScenario()
      .withConversation('Main')
      .withScene('s')
      .withTurn('t1')
      .user('begin')
      .app('ask', { transition: 't2', text: 'Go on.' })
      .withTurn('t2')
      .user('known');
    if (handlers.includes('turn')) scenario.user('intent.core.TurnNoMatch');
    scenario.withTurn('catch', { behaviors: ['OPEN'] });
    if (handlers.includes('scene')) scenario.user('intent.core.SceneNoMatch');
    scenario.withTurn('start', { behaviors: ['STARTING'] });
    if (handlers.includes('conversation')) scenario.user('intent.core.ConversationNoMatch');
    if (handlers.includes('global')) scenario.user('intent.core.NoMatch');
    return play(scenario).press('begin').press('unknown');
  };
  const rungs = (talk: Talk): string[] =>
    talk
      .events('scope.entered')
      .filter(({ speaker }) => speaker === 'USER')
      .map(({ scope, because }) => `${scope} ${because}`);

  test('[E40] climbs from the turn outwards', () => {
    expect(matched(ladder('turn', 'scene', 'conversation', 'global'))).toBe('intent.core.TurnNoMatch');
    expect(matched(ladder('scene', 'conversation', 'global'))).toBe('intent.core.SceneNoMatch');
    expect(matched(ladder('conversation', 'global'))).toBe('intent.core.ConversationNoMatch');
    expect(matched(ladder('global'))).toBe('intent.core.NoMatch');
    expect(rungs(ladder())).toEqual([
      'inTurn utterance',
      'inTurn intent.core.TurnNoMatch',
      'outOfTurn intent.core.SceneNoMatch',
      'startingPath intent.core.ConversationNoMatch',
      'startingPath intent.core.NoMatch',
    ]);
  });

  test('[E41] in no conversation only the last rung is tried', () => {
    const talk = play(
      aScenario()
        .withConversation('Main')
        .withScene('s')
        .withTurn('t')
        .user('intent.core.TurnNoMatch')
        .user('intent.core.ConversationNoMatch')
        .user('intent.core.NoMatch'),
    ).press('unknown');
    expect([matched(talk), rungs(talk)]).toEqual([
      'intent.core.NoMatch',
      ['startingPath utterance', 'startingPath intent.core.NoMatch'],
    ]);
  });

  test('[E42] nothing found is an empty reply that names every candidate once, and the talk stays where it is', () => {
    const talk = ladder();
    const before = play(aScenario().withConversation('x').withScene('y').withTurn('z').user('q')).press('q').state
      .position;
    expect(talk.outputs).toEqual([]);
    expect(talk.event('match.missed')).toMatchObject({
      because: 'utterance',
      candidates: [
        { ref: 'known', intentId: 'known', reason: 'confidence', seq: talk.event('candidate.rejected').seq },
      ],
    });
    expect(talk.state.position).toEqual({ conversation: 'main', scene: 's', turn: 't2', intent: null, midTurn: false });
    expect(before.midTurn).toBe(true);
  });

  test.each([
    ['restart', 'intent.core.restart', 'Restart'],
    ['endChat', 'intent.core.endChat', 'EndChat'],
  ] as const)('[E43] %s climbs with its own ids, then falls to no match', (kind, anywhere, name) => {
    const scenario = (): ReturnType<typeof aScenario> =>
      aScenario()
        .withConversation('Main')
        .withScene('s')
        .withTurn('t', { behaviors: ['STARTING', 'OPEN'] })
        .user('begin')
        .app('hi');
    const talk = play(scenario()).press('begin').hear({ kind });
    expect(rungs(talk)).toEqual([
      `outOfTurn intent.core.Turn${name}`,
      `outOfTurn intent.core.Scene${name}`,
      `startingPath intent.core.Conversation${name}`,
      `startingPath ${anywhere}`,
      'outOfTurn intent.core.TurnNoMatch',
      'outOfTurn intent.core.SceneNoMatch',
      'startingPath intent.core.ConversationNoMatch',
      'startingPath intent.core.NoMatch',
    ]);
    expect(talk.event('match.missed').because).toBe(kind);
    expect(matched(play(scenario().user(anywhere)).hear({ kind }))).toBe(anywhere);
    expect(
      matched(
        play(scenario().user(`intent.core.Scene${name}`))
          .press('begin')
          .hear({ kind }),
      ),
    ).toBe(`intent.core.Scene${name}`);
  });

  test('[E44] needs no interpreter and no confidence, but conditions', () => {
    const scenario = (tier: string) =>
      aScenario()
        .withConversation('Main')
        .withScene('s')
        .withTurn('t')
        .user('intent.core.NoMatch', { confidence: 1, conditions: [when('user.tier', 'eq', tier)] });
    const talk = play(scenario('gold'), { attributes: { tier: 'gold' } }).say('what');
    expect([matched(talk), talk.event('intent.matched').confidence]).toEqual(['intent.core.NoMatch', null]);
    expect(matched(play(scenario('silver'), { attributes: { tier: 'gold' } }).say('what'))).toBeNull();
  });
});
