import { describe, expect, test } from 'vitest';
import { aScenario } from '../../../builders/a-scenario.ts';
import { value, when } from '../../../builders/conditions.ts';
import { play } from '../../../builders/play.ts';
import { textOf } from '../../../builders/text-of.ts';

const shop = () =>
  aScenario()
    .withAttribute('total', 'int')
    .withAttribute('items', 'list')
    .withApiAction('getOrder', {
      inputs: [{ name: 'orderId' }, { name: 'count', type: 'int', required: false }],
      outputs: { status: 'string', total: 'int' },
      timeout: 700,
    })
    .withConversation('A')
    .withScene('s')
    .withTurn('t', { behaviors: ['STARTING', 'OPEN'] });
const use = (more = {}) => ({
  action: 'getOrder',
  inputs: { orderId: 'user.order_id', count: value('3 pieces') },
  ...more,
});
const withOrder = { attributes: { order_id: 'A1' } };

describe('running', () => {
  test('[E60] an intent sets first, then its actions run in order and see each other, before the move', () => {
    const talk = play(
      shop()
        .withSetAttributesAction('addFive', { 'user.total': value(5) })
        .withSetAttributesAction('copy', { 'session.copy': 'user.total' })
        .user('go', {
          sets: { 'user.total': value(1) },
          actions: ['copy', 'addFive', { id: 'copy2', action: 'copy' }],
          transition: 't2',
        })
        .withTurn('t2', { behaviors: [] })
        .app('done', {
          sets: { 'session.place': 'conversation.current_turn' },
          actions: [{ id: 'copy3', action: 'copy' }],
          text: '{session.copy}',
        }),
    ).press('go');
    const order = talk.last.trace.flatMap((event) => {
      if (event.kind === 'attribute.set' && event.context !== 'user') return [`${event.name} by ${event.ref}`];
      if (event.kind === 'attribute.set' && event.name === 'total') return [`total=${event.after as number}`];
      return ['transition.taken', 'intent.selected', 'message.sent'].includes(event.kind) ? [event.kind] : [];
    });
    expect(order).toEqual([
      'total=1',
      'copy by go-copy',
      'total=5',
      'copy by copy2',
      'transition.taken',
      'intent.selected',
      'place by done',
      'copy by copy3',
      'message.sent',
    ]);
    expect(talk.texts).toEqual(['5']);
  });

  test('[E61] an API action is asked of the host with its arguments, and the exchange goes on with its result', () => {
    const talk = play(
      shop()
        .user('ask', { actions: [use({ id: 'look' })] })
        .app('tell', { text: 'It is {status}.' }),
      withOrder,
    ).press('ask');
    const effect = `test.${talk.event('effect.requested').seq}`;
    expect([talk.waiting, talk.last.effects, talk.outputs]).toEqual([
      'actions',
      [
        {
          kind: 'action.run',
          id: effect,
          action: 'getOrder',
          use: 'look',
          arguments: { orderId: 'A1', count: 3 },
          timeout: 700,
          chance: expect.any(Number),
        },
      ],
      [],
    ]);
    expect(talk.last.trace.slice(-2)).toMatchObject([
      {
        kind: 'effect.requested',
        effect,
        action: 'getOrder',
        name: 'getOrder',
        ref: 'look',
        arguments: { orderId: 'A1', count: 3 },
      },
      { kind: 'run.paused', why: 'effects', ref: 'look' },
    ]);
    talk.settle({ outputs: { status: 'on its way' }, origin: 'live', duration: 120, attempts: 2 });
    expect([talk.waiting, talk.texts]).toEqual(['user', ['It is on its way.']]);
    expect(talk.event('effect.settled')).toMatchObject({
      effect,
      ref: 'look',
      outcome: 'succeeded',
      origin: 'live',
      outputs: { status: 'on its way' },
      duration: 120,
      attempts: 2,
    });
  });

  test('[E62] outputs go where they are mapped, else to user; null removes; failure leaves them', () => {
    const talk = play(shop().user('ask', { actions: [use({ outputs: { status: 'session.order_status' } })] }), {
      attributes: { order_id: 'A1', total: 9 },
    });
    talk.press('ask').settle({ outputs: { status: 'sent', total: null, extra: [1, 2] } });
    expect([talk.state.contexts['session'], talk.user]).toEqual([
      { order_status: 'sent' },
      {
        order_id: 'A1',
        extra: '[1,2]',
        action_success: true,
        getOrder_action_success: true,
        getOrder_status_code: 200,
      },
    ]);
    talk.press('ask').settle({ failure: 'badStatus', status: 500, outputs: { status: 'broken' } });
    expect(talk.state.contexts['session']).toEqual({ order_status: 'sent' });
  });

  test('[E62] what a language model says of its failure is stored, and nothing else is touched', () => {
    const outputs = [{ name: 'llm_response' }, { name: 'llm_action_error' }, { name: 'topic' }];
    const talk = play(
      shop()
        .withAction('llm', 'askModel', { outputs })
        .user('ask', { actions: ['askModel'] }),
    );
    talk.press('ask').settle({ outputs: { llm_response: 'Hello.', llm_action_error: null, topic: 'greeting' } });
    talk.press('ask').settle({
      failure: 'timedOut',
      outputs: { llm_response: 'Sorry.', llm_action_error: 'llm_request_failed', topic: null },
    });
    expect(talk.user).toMatchObject({
      llm_response: 'Sorry.',
      llm_action_error: 'llm_request_failed',
      topic: 'greeting',
      action_success: false,
    });
  });

  test('[E63] leaves behind how it went', () => {
    const talk = play(shop().user('ask', { actions: [use()] }), withOrder);
    talk.press('ask').settle({ failure: 'timedOut', status: null });
    expect(talk.user).toEqual({ order_id: 'A1', action_success: false, getOrder_action_success: false });
    talk.press('ask').settle({ status: 201, origin: 'live' });
    expect(talk.user).toEqual({
      order_id: 'A1',
      action_success: true,
      getOrder_action_success: true,
      getOrder_status_code: 201,
    });
    expect(talk.events('attribute.set').map(({ origin }) => origin)).toEqual(['live', 'live', 'live']);
  });

  test.each([
    ['unknownAction', { action: 'gone' }, {}],
    ['switchedOff', { action: 'getOrder' }, { enabled: false }],
    ['permissionDenied', use(), { permissionLevel: 2 }],
    ['missingInput', { action: 'getOrder' }, {}],
    ['missingInput', use({ inputs: { orderId: 'user.never_set' } }), {}],
  ])('[E64] %s: it does not run, says why, and the talk goes on', (failure, actionUse, action) => {
    const scenario = aScenario()
      .withApiAction('getOrder', { inputs: ['orderId'], ...action })
      .withConversation('A')
      .withScene('s')
      .withTurn('t')
      .user('ask', { actions: [{ id: 'look', ...actionUse }] })
      .app('tell', { text: 'On we go.', conditions: [when('user.action_success', 'eq', false)] });
    const talk = play(scenario, { attributes: { order_id: 'A1' }, permissionLevel: 1 }).press('ask');
    expect(talk.event('action.skipped')).toMatchObject({ ref: 'look', failure });
    expect(talk.event('action.skipped').detail).not.toBe('');
    expect([talk.waiting, talk.last.effects, talk.texts]).toEqual(['user', [], ['On we go.']]);
  });

  test('[E64] permission at the level of the action is enough', () => {
    const scenario = aScenario()
      .withApiAction('act', { permissionLevel: 2 })
      .withConversation('A')
      .withScene('s')
      .withTurn('t')
      .user('ask', { actions: ['act'] });
    expect(play(scenario, { permissionLevel: 2 }).press('ask').waiting).toBe('actions');
  });

  test('[E65] a set-attributes action needs nobody outside and looks like the others in the trace', () => {
    const talk = play(
      shop()
        .withSetAttributesAction('reset', { 'user.total': value(0), 'session.was': 'user.total' })
        .user('go', { actions: [{ id: 'doing', action: 'reset' }] })
        .app('done', { text: 'Done.' }),
    ).press('go');
    expect([talk.last.effects, talk.texts, talk.user, talk.state.contexts['session']]).toEqual([
      [],
      ['Done.'],
      { total: 0, action_success: true, reset_action_success: true },
      { was: '0' },
    ]);
    const requested = talk.event('effect.requested');
    expect(talk.events('attribute.set')[0]).toMatchObject({ causedBy: requested.seq, source: 'reset', ref: 'doing' });
    expect(talk.event('effect.settled')).toMatchObject({
      effect: requested.effect,
      outcome: 'succeeded',
      origin: 'default',
      status: null,
    });
  });
});

describe('failure', () => {
  const failing = (onFailure: object) =>
    aScenario()
      .withApiAction('pay', { onFailure })
      .withSetAttributesAction('note', { 'session.noted': value('yes') })
      .withConversation('A')
      .withScene('s')
      .withTurn('t')
      .user('buy', { actions: ['pay', 'note'] })
      .app('bought', { text: 'Thank you.' })
      .withTurn('trouble')
      .app('sorry', { text: 'Let us try again.' });

  test('[E66] says its message, and the talk goes on', () => {
    const talk = play(failing({ message: 'No luck: {user.name}.' }), { attributes: { name: 'A_B*' } });
    talk.press('buy').settle({ failure: 'connectionFailed' });
    expect(talk.outputs.map(({ role, intent, message, blocks }) => [role, intent, message, textOf(blocks[0])])).toEqual(
      [
        ['failure', 'buy', null, 'No luck: A\\_B\\*.'],
        ['message', 'bought', 'bought-message', 'Thank you.'],
      ],
    );
    expect(talk.state.contexts['session']).toEqual({ noted: 'yes' });
  });

  test('[E66] goes elsewhere, leaving out what was still to come', () => {
    const talk = play(failing({ message: 'Oh.', transition: { turn: 'trouble' } }));
    talk.press('buy').settle({ failure: 'badStatus' });
    expect([talk.texts, talk.state.contexts['session']]).toEqual([['Oh.', 'Let us try again.'], undefined]);
    expect(talk.event('transition.taken')).toMatchObject({ ref: 'buy-pay', to: { turn: 'trouble', midTurn: false } });
    expect(talk.event('exchange.ended')).toMatchObject({ matched: 'buy', selected: ['sorry'] });
  });

  test('[E66] an APP intent whose action fails gives way to what lies at the target', () => {
    const talk = play(
      aScenario()
        .withApiAction('pay', { onFailure: { transition: { turn: 'trouble' as never } } })
        .withConversation('A')
        .withScene('s')
        .withTurn('t')
        .user('buy')
        .app('bought', { text: 'Thank you.', actions: ['pay'] })
        .withTurn('trouble')
        .app('sorry', { text: 'It failed.' }),
    );
    expect(talk.press('buy').settle({ failure: 'badStatus' }).texts).toEqual(['It failed.']);
    expect(talk.event('exchange.ended').selected).toEqual(['bought', 'sorry']);
  });
});

describe('confirmation', () => {
  const refunding = (confirmation: object = { when: 'always', question: 'Refund {user.order_id}?' }) =>
    aScenario()
      .withApiAction('refund', {
        inputs: ['orderId'],
        confirmation: confirmation as never,
        onFailure: { message: 'Not refunded.' },
      })
      .withConversation('A')
      .withScene('s')
      .withTurn('t', { behaviors: ['STARTING', 'OPEN'] })
      .user('ask', { actions: [{ id: 'refunding', action: 'refund', inputs: { orderId: 'user.order_id' } }] })
      .app('told', { text: 'Done: {action_success}.' })
      .withTurn('again', { behaviors: ['STARTING'] })
      .user('intent.core.restart');
  const order = { attributes: { order_id: 'A_1' } };

  test('[E70] asks with two buttons and waits', () => {
    const talk = play(refunding(), order).press('ask');
    const asked = talk.event('confirmation.asked');
    expect([talk.waiting, talk.last.effects, talk.outputs]).toEqual([
      'confirmation',
      [],
      [
        {
          kind: 'message',
          role: 'confirmation',
          exchange: 1,
          seq: asked.seq,
          intent: null,
          message: null,
          blocks: [
            {
              kind: 'button',
              text: 'Refund A\\_1?',
              buttons: [
                { text: 'Yes', callback: 'parley.confirm', value: '' },
                { text: 'No', callback: 'parley.decline', value: '' },
              ],
            },
          ],
        },
      ],
    ]);
    expect(asked).toMatchObject({ ref: 'refunding', action: 'refund', name: 'refund', question: 'Refund A\\_1?' });
    expect(talk.event('run.paused')).toMatchObject({ why: 'confirmation', causedBy: asked.seq });
  });

  test('[E70] on condition only when it holds', () => {
    const scenario = () => refunding({ when: 'condition', conditions: [when('user.order_id', 'starts_with', 'A')] });
    expect(play(scenario(), order).press('ask').waiting).toBe('confirmation');
    expect(play(scenario(), { attributes: { order_id: 'B1' } }).press('ask').waiting).toBe('actions');
    expect(play(refunding({ when: 'never' }), order).press('ask').waiting).toBe('actions');
    expect(textOf(play(refunding({ when: 'always' }), order).press('ask').outputs[0]?.blocks[0])).toBe(
      'Shall I go ahead with refund?',
    );
  });

  test.each([
    ['an answer', (talk: ReturnType<typeof play>) => talk.confirm(true)],
    ['the button', (talk: ReturnType<typeof play>) => talk.press('parley.confirm', '', 'Yes')],
    ['a word', (talk: ReturnType<typeof play>) => talk.say(' Yes, please! ')],
  ])('[E71] yes by %s runs it with what was asked about', (_how, answer) => {
    const talk = play(refunding(), order).press('ask').edit('user.order_id', 'B_2');
    answer(talk);
    expect([talk.waiting, talk.effect.arguments]).toEqual(['actions', { orderId: 'A_1' }]);
    expect(talk.settle().texts).toEqual(['Done: true.']);
    expect(talk.event('exchange.ended').exchange).toBe(1);
  });

  test.each([
    ['an answer', (talk: ReturnType<typeof play>) => talk.confirm(false)],
    ['the button', (talk: ReturnType<typeof play>) => talk.press('parley.decline')],
    ['a word', (talk: ReturnType<typeof play>) => talk.say('no thanks')],
  ])('[E72] no by %s is a failure, and the talk goes on', (_how, answer) => {
    const talk = play(refunding(), order).press('ask');
    answer(talk);
    expect(talk.event('action.skipped')).toMatchObject({ ref: 'refunding', failure: 'declined' });
    expect([talk.waiting, talk.texts]).toEqual(['user', ['Not refunded.', 'Done: false.']]);
  });

  test('[E73] anything else asks again', () => {
    const talk = play(refunding(), order).press('ask').say('how much is it?');
    expect([talk.waiting, talk.texts, talk.last.trace.map(({ kind, exchange }) => [kind, exchange])]).toEqual([
      'confirmation',
      ['Refund A\\_1?'],
      [
        ['utterance.received', 1],
        ['confirmation.asked', 1],
        ['run.paused', 1],
      ],
    ]);
    expect(talk.hear({ kind: 'opened' }).waiting).toBe('confirmation');
    expect(talk.say('ok').waiting).toBe('actions');
  });

  test('[E74] leaving declines without another word', () => {
    const talk = play(refunding(), order).press('ask').hear({ kind: 'restart' });
    expect([
      talk.texts,
      talk.user['action_success'],
      talk.events('exchange.ended').map(({ matched }) => matched),
    ]).toEqual([[], false, ['ask', 'intent.core.restart']]);
  });

  test('[E74] a yes after the session has expired agrees to nothing', () => {
    const scenario = refunding().build();
    const talk = play({ ...scenario, scenario: { ...scenario.scenario, sessionLifetime: 60 } }, order)
      .press('ask')
      .wait(100)
      .say('yes');
    expect([talk.waiting, talk.last.effects, talk.event('action.skipped').failure]).toEqual(['user', [], 'declined']);
    expect(talk.events('session.expired')).toHaveLength(1);
  });
});
