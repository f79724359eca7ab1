import { describe, expect, test } from 'vitest';
import { aScenario } from '../../../builders/a-scenario.ts';
import { value, when } from '../../../builders/conditions.ts';
import { play } from '../../../builders/play.ts';

const scene = () =>
  aScenario()
    .withConversation('A')
    .withScene('s')
    .withTurn('t', { behaviors: ['STARTING', 'OPEN'] });

describe('actions the engine does itself', () => {
  test('[E65] a calculation is requested and settled within the step, and its outputs are stored', () => {
    const talk = play(
      scene()
        .withAction('calculation', 'bill', {
          inputs: [
            { name: 'price', type: 'float' },
            { name: 'count', type: 'int' },
          ],
          outputs: [
            { name: 'total', type: 'float' },
            { name: 'due', type: 'timestamp' },
          ],
          steps: [
            { name: 'net', expression: 'price * count' },
            { name: 'total', expression: 'round(net * 1.24, 2)' },
            { name: 'due', expression: 'addDays(startOf(now, "day"), 14)' },
          ],
        })
        .user('buy', {
          actions: [
            { action: 'bill', inputs: { price: value('9.99'), count: value(3) }, outputs: { total: 'session.total' } },
          ],
        })
        .app('tell', { text: '{session.total}' }),
    ).press('buy');
    expect([talk.waiting, talk.last.effects, talk.texts]).toEqual(['user', [], ['37\\.16']]);
    expect(talk.event('effect.requested')).toMatchObject({ action: 'bill', arguments: { price: 9.99, count: 3 } });
    expect(talk.event('effect.settled')).toMatchObject({
      causedBy: talk.event('effect.requested').seq,
      outcome: 'succeeded',
      origin: 'default',
      outputs: { total: 37.16, due: Math.floor(talk.now / 86_400_000) * 86_400 + 14 * 86_400 },
    });
    expect(talk.user).toMatchObject({ action_success: true, bill_action_success: true });
  });

  test('[E65] one that cannot be worked out has failed, with the step and the place', () => {
    const talk = play(
      scene()
        .withAction('calculation', 'bill', { steps: [{ name: 'total', expression: '1 + prise' }] })
        .user('buy', { actions: ['bill'] }),
    ).press('buy');
    expect(talk.event('effect.settled')).toMatchObject({
      outcome: 'failed',
      failure: 'codeFailed',
      detail:
        'The step “total” cannot be worked out, at character 5: There is no input or earlier step called "prise".',
    });
    expect(talk.user).toEqual({ action_success: false, bill_action_success: false });
  });

  test.each([
    [
      'a calculation',
      'calculation',
      { steps: [{ name: 'n', expression: 'double(code)' }] },
      'The step “n” cannot be worked out, at character 1: ',
    ],
    [
      'a condition',
      'validation',
      { rules: [{ kind: 'eligible', expression: 'double(code) > 1' }] },
      'Rule 1 cannot be checked, at character 1: ',
    ],
    ['a moment', 'dateTime', { modifier: '$code' }, 'The modifier cannot be read: '],
    ['a moment by reference', 'dateTime', { base: '{user.code}' }, 'The base cannot be read: '],
  ] as const)('[E65] %s that cannot be worked out shows no value nobody may read', (_what, kind, more, where) => {
    const talk = (sensitive: boolean): string =>
      play(
        scene()
          .withAttribute('code', 'string', { sensitive })
          .withAction(kind, 'work', { inputs: [{ name: 'code' }], ...more })
          .user('go', { actions: [{ action: 'work', inputs: { code: 'user.code' } }] }),
        { attributes: { code: 'swordfish' } },
      )
        .press('go')
        .event('effect.settled').detail;
    expect(talk(false)).toContain('swordfish');
    expect(talk(true)).toBe(`${where}it works with values nobody may read.`);
  });

  test('[E65] a validation that finds something wrong has succeeded in finding it', () => {
    const talk = play(
      scene()
        .withAction('validation', 'checkEmail', {
          inputs: [{ name: 'email' }],
          outputs: [{ name: 'valid', type: 'boolean' }, { name: 'reason' }],
          rules: [{ kind: 'format', input: 'email', format: 'email', reason: 'That is no e-mail address.' }],
        })
        .user('go', { actions: [{ action: 'checkEmail', inputs: { email: value('ada@') } }] }),
    ).press('go');
    expect(talk.user).toMatchObject({ valid: false, reason: 'That is no e-mail address.', action_success: true });
  });

  test('[E65] a moment is worked out from references and arguments, at the time of the input', () => {
    const talk = play(
      scene()
        .withAction('dateTime', 'pickDay', {
          base: '{user.start}',
          modifier: '+$days days noon',
          zone: 'Europe/Athens',
          inputs: [{ name: 'days', type: 'int' }],
          outputs: [
            { name: 'slot', type: 'timestamp', from: 'timestamp' },
            { name: 'day', from: 'weekday' },
          ],
        })
        .user('go', { actions: [{ action: 'pickDay', inputs: { days: value(3) } }] }),
      { attributes: { start: '2026-03-27' } },
    ).press('go');
    // The clocks of Athens go forward on 29 March.
    expect(talk.user).toMatchObject({ slot: Date.UTC(2026, 2, 30, 9) / 1000, day: 'monday' });
    talk.edit('user.start', 'some day').press('go');
    expect(talk.event('effect.settled')).toMatchObject({
      failure: 'codeFailed',
      detail: expect.stringContaining('The base'),
    });
  });
});

describe('what stands in the way, and what is left', () => {
  const shop = (more: Record<string, unknown>) =>
    scene()
      .withAction('api', 'getOrder', {
        request: {},
        inputs: [{ name: 'orderId' }],
        outputs: [{ name: 'total', type: 'int' }],
        ...more,
      })
      .user('ask', {
        actions: [{ action: 'getOrder', inputs: { orderId: 'user.order' }, outputs: { total: 'session.total' } }],
      })
      .app('tell', { text: 'So {session.total}.' });

  test('[E67] conditions of the action itself', () => {
    const talk = play(shop({ conditions: [when('user.member', 'is_true')] }), { attributes: { order: 'A1' } }).press(
      'ask',
    );
    expect(talk.event('action.skipped')).toMatchObject({
      failure: 'conditionNotMet',
      detail: 'The conditions of "getOrder" do not hold.',
    });
    expect(talk.event('condition.evaluated')).toMatchObject({ ref: 'getOrder', outcome: false });
    expect([talk.waiting, talk.user['action_success']]).toEqual(['user', false]);
    talk.edit('user.member', true).press('ask');
    expect(talk.waiting).toBe('actions');
  });

  test('[E67] arguments that are not what the input declares', () => {
    const inputs = [{ name: 'orderId', pattern: '[A-Z]\\d+' }];
    const talk = play(shop({ inputs }), { attributes: { order: 'number 9' } }).press('ask');
    expect(talk.event('action.skipped')).toMatchObject({
      failure: 'invalidInput',
      detail: 'The input “orderId” has to be of the form [A-Z]\\d+, but it is “number 9”.',
    });
    talk.edit('user.order', 'A17').press('ask');
    expect(talk.effect.arguments).toEqual({ orderId: 'A17' });
  });

  test.each([
    ['the input', { inputs: [{ name: 'orderId', format: 'iban', sensitive: true }] }, false],
    ['the attribute', { inputs: [{ name: 'orderId', format: 'iban' }] }, true],
  ])('[E67] says no value where %s is sensitive', (_what, more, sensitive) => {
    const talk = play(shop(more).withAttribute('order', 'string', { sensitive }), {
      attributes: { order: 'GR00 mine' },
    });
    const detail = 'The input “orderId” has to be an IBAN, such as GR16 0110 1250 0000 0001 2300 695.';
    expect(talk.press('ask').event('action.skipped')).toMatchObject({ failure: 'invalidInput', detail });
  });

  test('[E68] default outputs are stored where the outputs go, cast to their types, before anything is said', () => {
    const onFailure = { message: 'Sorry, {session.total}.', outputs: { total: '7', note: 'none' } };
    const talk = play(shop({ onFailure }), { attributes: { order: 'A1' } }).press('ask');
    talk.settle({ failure: 'timedOut', status: null });
    expect(talk.texts).toEqual(['Sorry, 7.', 'So 7.']);
    expect(talk.events('attribute.set').map(({ name, after, origin }) => [name, after, origin])).toEqual([
      ['action_success', false, 'mocked'],
      ['getOrder_action_success', false, 'mocked'],
      ['total', 7, 'default'],
      ['note', 'none', 'default'],
    ]);
    const skipped = play(shop({ onFailure })).press('ask');
    expect([skipped.texts, skipped.user['note']]).toEqual([['Sorry, 7.', 'So 7.'], 'none']);
  });

  test('[E69] chance is the same in a replay, and another for every effect, session and seed', () => {
    const ask = (options: { seed?: number; session?: string }): readonly number[] => {
      const talk = play(shop({}), { attributes: { order: 'A1' }, ...options });
      return [0, 1, 2].map(() => {
        const chance = talk.press('ask').effect.chance ?? -1;
        talk.settle();
        return chance;
      });
    };
    const first = ask({ seed: 7 });
    expect(ask({ seed: 7 })).toEqual(first);
    const all = [...first, ...ask({ seed: 8 }), ...ask({ seed: 7, session: 'other' })];
    expect(new Set(all).size).toBe(9);
    expect(all.every((chance) => Number.isInteger(chance) && chance >= 0 && chance < 2 ** 32)).toBe(true);
  });
});
