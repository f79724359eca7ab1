import { describe, expect, test } from 'vitest';
import { linesOf } from '../../../../shared/engine/talk-history.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { play } from '../../../builders/play.ts';

const shop = (changes = {}) =>
  aScenario('Shop', changes)
    .withConversation('Main')
    .withScene('main')
    .withTurn('start')
    .user('hello')
    .app('hi', { text: 'Hi.' });

/** An exchange that waits for an action. */
const looking = () =>
  shop()
    .withApiAction('look')
    .withTurn('looking', { behaviors: ['STARTING', 'OPEN'] })
    .user('go', { actions: ['look'] });

describe('an exchange', () => {
  test('[E10] begins with what came in and ends with what came of it', () => {
    const talk = play(shop()).press('hello', '', 'Hello');
    expect(talk.last.trace[0]).toMatchObject({
      exchange: 1,
      causedBy: null,
      kind: 'utterance.received',
      utterance: { kind: 'callback', callback: 'hello', value: '', text: 'Hello' },
    });
    expect(talk.last.trace.at(-1)).toMatchObject({
      exchange: 1,
      kind: 'exchange.ended',
      matched: 'hello',
      selected: ['hi'],
      position: { conversation: 'main', scene: 'main-2', turn: 'start', intent: 'hi', midTurn: false },
    });
    expect(talk.press('hello').last.trace[0]).toMatchObject({ exchange: 2 });
  });

  test('[E11] what is said while an action runs is heard afterwards, in order', () => {
    const talk = play(looking());
    talk.hear({ kind: 'callback', callback: 'go', value: '', text: 'go' });
    talk.hear({ kind: 'callback', callback: 'hello', value: '', text: 'first' });
    talk.hear({ kind: 'callback', callback: 'hello', value: '', text: 'second' });
    expect([talk.waiting, talk.last.trace]).toEqual(['actions', []]);
    talk.settle();
    expect(talk.events('exchange.ended').map(({ exchange }) => exchange)).toEqual([1, 2, 3]);
    expect(talk.events('utterance.received').map(({ utterance }) => utterance)).toMatchObject([
      { text: 'first' },
      { text: 'second' },
    ]);
  });

  test('[E11] at most 16 utterances wait', () => {
    const talk = play(looking());
    talk.press('go');
    for (let count = 0; count < 20; count += 1) talk.press('hello');
    expect(talk.settle().events('utterance.received')).toHaveLength(16);
  });

  test('[E16] knows what was said, and whether this person spoke before', () => {
    const talk = play(
      shop()
        .withTurn('echo', { behaviors: ['STARTING', 'OPEN'] })
        .user('echo')
        .app('echoed', {
          sets: {
            'session.said': 'utterance_text',
            'session.kind': 'user.utterance.utterance_type',
            'session.idle': 'seconds_since_last_seen',
            'session.last': 'last_seen',
            'session.scenario': 'selected_scenario',
          },
        }),
    );
    talk.hear({ kind: 'callback', callback: 'echo', value: '', text: 'Echo!' });
    expect(talk.state.contexts['session']).toEqual({
      said: 'Echo!',
      kind: 'callback',
      idle: '-1',
      scenario: 'shop',
    });
    talk.wait(59).press('echo');
    expect(talk.state.contexts['session']).toEqual({
      said: '',
      kind: 'callback',
      idle: '60',
      last: '1700000001',
      scenario: 'shop',
    });
    expect(talk.edit('session.said', 'x').state.contexts['session']).toMatchObject({ said: 'x' });
  });
});

describe('expiry', () => {
  const expiring = () =>
    shop({ sessionLifetime: 60 })
      .withContext('cart', { values: { size: 1 } })
      .withContext('profile', { lifetime: 'user' })
      .withTurn('gone', { behaviors: ['STARTING'] })
      .user('intent.core.sessionExpired')
      .app('back', { text: 'Back again.' });

  test('[E12] replaces what is said after too much silence', () => {
    const talk = play(expiring()).press('hello').wait(60).press('hello');
    expect(talk.events('session.expired')).toEqual([
      expect.objectContaining({ idleSeconds: 61, lifetime: 60, causedBy: talk.event('utterance.received').seq }),
    ]);
    expect([talk.texts, talk.event('exchange.ended').matched]).toEqual([['Back again.'], 'intent.core.sessionExpired']);
  });

  test('[E12] leaves the session alone within its time, and events of the chat what they are', () => {
    expect(play(expiring()).press('hello').wait(59).press('hello').texts).toEqual(['Hi.']);
    const opened = play(
      expiring()
        .withTurn('w', { behaviors: ['STARTING'] })
        .user('intent.core.welcome')
        .app('welcome', { text: 'Welcome.' }),
    );
    expect(opened.press('hello').wait(60).hear({ kind: 'opened' }).texts).toEqual(['Welcome.']);
    expect(opened.events('session.expired')).toHaveLength(1);
  });

  test('[E12] without a handler falls to no match', () => {
    const talk = play(
      shop({ sessionLifetime: 60 })
        .withTurn('lost', { behaviors: ['STARTING'] })
        .user('intent.core.NoMatch')
        .app('sorry', { text: 'Sorry?' }),
    );
    expect(talk.press('hello').wait(60).press('hello').texts).toEqual(['Sorry?']);
  });

  test('[E13] takes back what lasted for the session', () => {
    const talk = play(expiring(), {
      attributes: {
        'session.page': 'a',
        'cart.size': '5',
        'cart.code': 'x',
        'user.name': 'Ada',
        'profile.tone': 'kind',
      },
    });
    talk.press('hello').wait(60).press('hello');
    expect(talk.state.contexts).toEqual({
      user: { name: 'Ada' },
      session: {},
      cart: { size: '1' },
      profile: { tone: 'kind' },
    });
  });
});

describe('opening the chat', () => {
  const welcoming = () =>
    shop()
      .withTurn('welcome', { behaviors: ['STARTING'] })
      .user('intent.core.welcome')
      .app('greet', { text: 'Welcome.' });

  test('[E14] is the callback WELCOME', () => {
    const talk = play(welcoming()).hear({ kind: 'opened' });
    expect([talk.texts, talk.event('intent.ranked').ranking[0]?.intentId]).toEqual([
      ['Welcome.'],
      'intent.core.welcome',
    ]);
  });

  test('[E14] means what the interpreter says', () => {
    const talk = play(
      aScenario('Shop', { interpreter: 'reader' as never })
        .withInterpreter('reader', { WELCOME: 'hello' })
        .withConversation('Main')
        .withScene('s')
        .withTurn('start')
        .user('hello')
        .app('hi', { text: 'Hi.' }),
    );
    expect(talk.hear({ kind: 'opened' }).texts).toEqual(['Hi.']);
  });

  test('[E14] is looked for where the talk stands, then where talks begin', () => {
    const talk = play(welcoming()).press('hello').hear({ kind: 'opened' });
    expect(
      talk
        .events('scope.entered')
        .slice(0, 2)
        .map(({ scope, because }) => [scope, because]),
    ).toEqual([
      ['outOfTurn', 'utterance'],
      ['startingPath', 'opened'],
    ]);
    expect(talk.texts).toEqual(['Welcome.']);
  });

  test('[E15] lets the app speak first where nobody handles it', () => {
    const scenario = aScenario()
      .withConversation('Main')
      .withScene('s')
      .withTurn('start')
      .app('ask_name', { text: 'What is your name?' })
      .user('tell_name', { samples: ['{user.name}'], expects: ['user.name'] });
    const talk = play(scenario).hear({ kind: 'opened' });
    expect([talk.texts, talk.event('exchange.ended')]).toMatchObject([
      ['What is your name?'],
      { matched: null, selected: ['ask_name'], position: { turn: 'start', midTurn: true } },
    ]);
    expect(talk.say('Ada').user['name']).toBe('Ada');
  });
});

test('[E59] tells where the talk is and what was said', () => {
  const talk = play(
    shop()
      .withTurn('where', { behaviors: ['STARTING', 'OPEN'] })
      .user('where')
      .app('here', {
        sets: {
          'session.place': 'conversation.current_turn',
          'session.line': 'history.transcript',
          'session.key': 'secret.api',
        },
        text: '{conversation.current_intent.intent_id} {conversation.current_scene | select name} {conversation.current_message_template.id}',
      }),
  );
  talk.hear({ kind: 'callback', callback: 'hello', value: '', text: 'Hello' });
  expect(talk.hear({ kind: 'callback', callback: 'where', value: '', text: 'Where?' }).texts).toEqual([
    'here main here-message',
  ]);
  expect(talk.state.contexts['session']).toEqual({
    place: '{"id":"where","name":"where","description":""}',
    line: 'user: Hello\napp: Hi.\nuser: Where?',
    key: '••••••••',
  });
  for (let count = 0; count < 30; count += 1)
    talk.hear({ kind: 'callback', callback: 'hello', value: '', text: `${count}` });
  const lines = linesOf(talk.state.history);
  expect([lines.length, lines.at(-1)]).toEqual([24, { participant: 'app', intent: 'hi', text: 'Hi.' }]);
});
