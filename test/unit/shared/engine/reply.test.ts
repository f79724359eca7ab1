import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../../../shared/reference/escape-markdown.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { value, when } from '../../../builders/conditions.ts';
import { play } from '../../../builders/play.ts';

const begin = () =>
  aScenario()
    .withConversation('A')
    .withScene('s')
    .withTurn('t', { behaviors: ['STARTING', 'OPEN'] });
const vip = [when('user.vip', 'is_set')];

describe('the reply', () => {
  test('[E80] is the first listed whose conditions hold', () => {
    const talk = play(
      begin()
        .user('hello')
        .app('secret', { conditions: vip })
        .app('hi', { text: 'Hi.' })
        .app('later', { text: 'Later.' }),
    ).press('hello');
    expect(talk.texts).toEqual(['Hi.']);
    const reply = talk.last.trace.filter(({ seq }) => seq > (talk.events('scope.entered')[1]?.seq ?? 0));
    expect(reply.map(({ kind, ref }) => `${kind} ${ref}`)).toEqual([
      'candidate.considered secret',
      'condition.evaluated secret',
      'candidate.rejected secret',
      'candidate.considered hi',
      'intent.selected hi',
      'candidate.considered later',
      'candidate.rejected later',
      'message.sent hi',
      'exchange.ended null',
    ]);
    expect(talk.events('candidate.rejected').map(({ reason, lostTo }) => [reason, lostTo])).toEqual([
      ['condition', null],
      ['rank', 'hi'],
    ]);
  });

  test('[E80] nobody to reply is an empty reply', () => {
    const talk = play(begin().user('hello').app('secret', { conditions: vip, text: 'x' })).press('hello');
    expect([talk.outputs, talk.event('exchange.ended')]).toMatchObject([[], { matched: 'hello', selected: [] }]);
    expect(talk.events('match.missed')).toEqual([]);
  });

  test('[E80] comes from the starting path after a completing USER intent', () => {
    const talk = play(
      begin()
        .user('bye', { behaviors: ['COMPLETING'] })
        .withConversation('B', { behaviors: ['STARTING'] })
        .withScene('b')
        .withTurn('ask')
        .app('anything_else', { text: 'Anything else?' })
        .user('no'),
    ).press('bye');
    expect([talk.texts, talk.state.position.turn]).toEqual([['Anything else?'], 'ask']);
  });
});

describe('moving', () => {
  test('[E81] without a transition to the own place, mid-turn after a request', () => {
    const talk = play(
      begin()
        .user('hello', { actions: ['x'] })
        .app('hi'),
    ).press('hello');
    expect(talk.state.position).toEqual({ conversation: 'a', scene: 's', turn: 't', intent: 'hi', midTurn: false });
    expect(talk.events('transition.taken')).toEqual([]);
    const asked = play(begin().app('ask').user('yes')).hear({ kind: 'opened' });
    expect(asked.state.position).toEqual({ conversation: 'a', scene: 's', turn: 't', intent: 'ask', midTurn: true });
  });

  test.each([
    ['a turn', 'there', { conversation: 'b', scene: 'b1', turn: 'there' }],
    ['a scene', 'b1', { conversation: 'b', scene: 'b1', turn: null }],
    ['a conversation', 'b', { conversation: 'b', scene: null, turn: null }],
  ])('[E81] with a transition to %s', (_what, transition, target) => {
    const talk = play(
      begin()
        .user('go', { transition })
        .withConversation('B')
        .withScene('b1')
        .withTurn('there')
        .app('arrived', { text: 'Here.' })
        .user('thanks'),
    ).press('go');
    const to = { ...target, intent: null, midTurn: false };
    expect(talk.event('transition.taken')).toMatchObject({
      ref: 'go',
      from: { conversation: null, scene: null, turn: null, intent: null, midTurn: false },
      to,
    });
    expect([talk.texts, talk.state.position.intent]).toEqual([['Here.'], 'arrived']);
  });

  test('[E82] completing leaves only the scenario', () => {
    const talk = play(
      begin()
        .user('hello')
        .app('done', { behaviors: ['COMPLETING'], text: 'Done.' }),
    ).press('hello');
    expect(talk.state.position).toEqual({ conversation: null, scene: null, turn: null, intent: null, midTurn: false });
    expect([talk.texts, talk.state.completed]).toEqual([['Done.'], 'a']);
  });

  test('[E82] completing with a transition keeps the target', () => {
    const talk = play(
      begin()
        .user('hello')
        .app('done', { behaviors: ['COMPLETING'], transition: 'b' })
        .withConversation('B')
        .withScene('b1')
        .withTurn('next')
        .user('more')
        .app('said', { text: '{conversation.completed | select name}' }),
    ).press('hello');
    expect(talk.state.position.conversation).toBe('b');
    expect(talk.press('more').texts).toEqual(['A']);
  });

  test.each([
    ['turn', { turn: ['STARTING', 'COMPLETING'] }, true],
    ['scene', { scene: ['STARTING', 'COMPLETING'] }, true],
    ['conversation', { conversation: ['STARTING', 'COMPLETING'] }, true],
    ['nothing', {}, false],
  ] as const)(
    '[E83] finishing a turn completes where the %s says so',
    (
      _level,
      given: { turn?: readonly string[]; scene?: readonly string[]; conversation?: readonly string[] },
      completes,
    ) => {
      const level = (behaviors: readonly string[] = ['STARTING']) => ({ behaviors: behaviors as never });
      const talk = play(
        aScenario()
          .withConversation('A', level(given.conversation))
          .withScene('s', level(given.scene))
          .withTurn('t', level(given.turn))
          .user('hello')
          .app('hi', { text: 'Hi.' }),
      );
      expect(talk.press('hello').texts).toEqual(['Hi.']);
      expect(talk.state.position.conversation).toBe(completes ? null : 'a');
    },
  );

  test('[E84] a transition to nothing is not taken', () => {
    const talk = play(
      begin()
        .user('go', { transition: { turn: 'gone' as never } })
        .app('stay', { text: 'Staying.' }),
    ).press('go');
    expect([talk.texts, talk.events('transition.taken')]).toEqual([['Staying.'], []]);
  });
});

describe('the message', () => {
  const messages = [
    { id: 'plain', text: 'plain' },
    { id: 'one', text: 'one', conditions: [when('user.tier', 'eq', 'gold')] },
    { id: 'two', text: 'two', conditions: [when('user.tier', 'eq', 'gold'), when('user.city', 'eq', 'Rome')] },
    { id: 'also', text: 'also', conditions: [when('user.city', 'eq', 'Rome')] },
  ];
  const sent = (attributes: Record<string, string>, list = messages) =>
    play(begin().user('hello').app('hi', { messages: list }), { attributes }).press('hello');

  test('[E85] is the one with the most conditions, the first of equals', () => {
    expect(sent({}).texts).toEqual(['plain']);
    expect(sent({ tier: 'gold' }).texts).toEqual(['one']);
    expect(sent({ city: 'Rome' }).texts).toEqual(['also']);
    expect(sent({ tier: 'gold', city: 'Rome' }).texts).toEqual(['two']);
    expect(sent({ tier: 'gold', city: 'Rome' }, [...messages.slice(1, 2), ...messages.slice(3)]).texts).toEqual([
      'one',
    ]);
    expect(sent({ tier: 'gold' }).event('message.sent')).toMatchObject({
      ref: 'hi',
      message: 'one',
      blocks: [{ kind: 'text', text: 'one' }],
    });
  });

  test('[E85] may be none', () => {
    const talk = sent({}, messages.slice(1));
    expect([talk.outputs, talk.events('message.sent'), talk.event('exchange.ended').selected]).toEqual([
      [],
      [],
      ['hi'],
    ]);
  });

  test('[E86] shows values as they are', () => {
    const name = '<b>_x_</b> {user.code} a.b';
    const talk = play(
      begin()
        .user('hello')
        .app('hi', {
          messages: [
            {
              text: '**{name}** {{literal}}',
              buttons: [
                { text: '{name}', callback: 'pick', value: 'name.{name}' },
                { text: 'Go', callback: 'go_{user.code}', value: '' },
              ],
            },
          ],
        })
        .user('pick', { bucket: 'request' }),
      { attributes: { name, code: '7' } },
    ).press('hello');
    expect(talk.outputs[0]?.blocks).toEqual([
      {
        kind: 'button',
        text: `**${escapeMarkdown(name)}** {literal}`,
        buttons: [
          { text: name, callback: 'pick', value: 'name.<b>_x_</b> {user\\.code} a\\.b' },
          { text: 'Go', callback: 'go_7', value: '' },
        ],
      },
    ]);
    expect(talk.press('pick', 'name.<b>_x_</b> {user\\.code} a\\.b').user['name']).toBe(name);
  });
});

describe('virtual intents', () => {
  test('[E90] go on from the new position, by id alone', () => {
    const talk = play(
      begin()
        .user('hello')
        .app('hi', { text: 'Hi.', virtualIntent: 'go_on', transition: 'next' })
        .withTurn('next')
        .user('go_on', { id: 'blocked', conditions: [when('_intent.is_virtual', 'eq', false)] })
        .user('go_on', {
          id: 'silent',
          confidence: 1,
          conditions: [when('_intent.is_virtual', 'eq', true)],
          sets: { 'session.silent': value('yes') },
        })
        .app('more', { text: 'And more.' }),
    ).press('hello');
    expect([talk.texts, talk.state.contexts['session']]).toEqual([['Hi.', 'And more.'], { silent: 'yes' }]);
    expect(talk.event('virtual.entered')).toMatchObject({ ref: 'hi', intentId: 'go_on', depth: 1 });
    expect(talk.event('exchange.ended')).toMatchObject({ exchange: 1, matched: 'hello', selected: ['hi', 'more'] });
    expect(talk.events('intent.matched').map(({ ref, confidence }) => [ref, confidence])).toEqual([
      ['hello', 1],
      ['silent', null],
    ]);
    expect(talk.events('scope.entered').map(({ because }) => because)).toEqual([
      'utterance',
      'reply',
      'virtual',
      'reply',
    ]);
  });

  test('[E91] nobody listening is no match without a ladder', () => {
    const talk = play(
      begin()
        .user('hello')
        .app('hi', { text: 'Hi.', virtualIntent: 'nobody' })
        .withTurn('n', { behaviors: ['STARTING', 'OPEN'] })
        .user('intent.core.NoMatch'),
    ).press('hello');
    expect([talk.texts, talk.event('match.missed'), talk.event('exchange.ended').matched]).toMatchObject([
      ['Hi.'],
      { because: 'virtual', candidates: [] },
      'hello',
    ]);
    expect(talk.events('scope.entered').at(-1)?.because).toBe('virtual');
  });
});

describe('budgets', () => {
  test('[E95, E98] 16 virtual intents, then the cycle is named and the session goes on', () => {
    const talk = play(
      begin()
        .user('ping')
        .app('pong', { text: 'pong', virtualIntent: 'ping_again' })
        .user('ping_again', { bucket: 'request' })
        .user('calm', { bucket: 'request', transition: 'quiet' })
        .withTurn('quiet')
        .app('calmed', { text: 'Calm.' }),
    ).press('ping');
    expect(talk.texts).toEqual(Array<string>(17).fill('pong'));
    expect(talk.event('budget.reached')).toMatchObject({
      budget: 'virtualIntents',
      limit: 16,
      cycle: ['pong', 'ping_again'],
    });
    expect(talk.last.trace.at(-1)?.kind).toBe('exchange.ended');
    expect(talk.press('calm').texts).toEqual(['Calm.']);
  });

  test('[E96] 64 actions, skipped ones too', () => {
    const talk = play(
      aScenario()
        .withApiAction('pay', { enabled: false, onFailure: { transition: { turn: 'retry' as never } } })
        .withConversation('A')
        .withScene('s')
        .withTurn('t')
        .user('buy', { transition: 'retry' })
        .withTurn('retry')
        .app('try', { actions: ['pay'], text: 'never' }),
    ).press('buy');
    expect([talk.events('action.skipped').length, talk.texts]).toEqual([64, []]);
    expect(talk.event('budget.reached')).toMatchObject({ budget: 'actions', limit: 64, cycle: ['try'] });
    expect([talk.waiting, talk.last.trace.at(-1)?.kind]).toEqual(['user', 'exchange.ended']);
  });

  test('[E97] 10,000 steps', () => {
    const many = Array.from({ length: 10_001 }, () => when('user.nothing', 'is_not_set'));
    const talk = play(
      begin()
        .user('hello')
        .app('never', { conditions: many, text: 'x' })
        .user('other', { bucket: 'request', behaviors: ['COMPLETING'] }),
    ).press('hello');
    expect(talk.event('budget.reached')).toMatchObject({ budget: 'steps', limit: 10_000 });
    expect([talk.texts, talk.last.trace.at(-1)?.kind, talk.press('other').event('exchange.ended').matched]).toEqual([
      [],
      'exchange.ended',
      'other',
    ]);
  });
});
