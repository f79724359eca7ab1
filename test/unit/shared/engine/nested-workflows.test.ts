import { describe, expect, test } from 'vitest';
import { sessionStateSchema } from '../../../../shared/engine/session-schema.ts';
import { awaitedActions } from '../../../../shared/engine/workflow/run-workflow.ts';
import { replayRecording } from '../../../../shared/runtime/replay.ts';
import { all, api, begin, shop, step, told, type Fields } from '../../../builders/a-workflow.ts';
import { reference, when } from '../../../builders/conditions.ts';
import { opening, play, type Talk } from '../../../builders/play.ts';
import { traceViolations } from '../../../builders/trace-violations.ts';

describe('workflows in workflows', () => {
  const withInner = (steps: readonly Fields[], inner: readonly Fields[], more: Fields = {}) =>
    shop(steps, {}, (builder) =>
      builder.withAction('workflow', 'inner', {
        inputs: [{ name: 'id' }],
        outputs: [{ name: 'sum', type: 'int', from: 'steps.look.total' }],
        steps: inner,
        ...more,
      }),
    );

  test('[E163] the inner one has arguments and steps of its own, and gives its outputs', () => {
    const inner = [step('look', 'look', { inputs: { id: reference('args.id') } })];
    const talk = begin(
      withInner([step('sub', 'inner'), step('pay', 'pay', { inputs: { id: reference('steps.sub.sum') } })], inner),
    );
    expect(told(talk.last.trace)).toEqual(['→ flow', '→ sub', '→ sub.look']);
    const [flow, sub, look] = talk.events('effect.requested');
    expect([sub?.causedBy, look?.causedBy]).toEqual([flow?.seq, sub?.seq]);
    talk.settleStep('sub.look', { outputs: { total: 9 } });
    expect(talk.effect.arguments).toEqual({ id: '9' });
    expect(told(talk.last.trace)).toEqual(['✓ sub.look', '✓ sub', '→ pay']);
    expect(all(talk.settleStep('pay'))).toEqual({ sub: { sum: 9 }, pay: {} });
  });

  test('[E164] one that calls itself is stopped, and the path is named', () => {
    const talk = begin(
      withInner([step('sub', 'inner')], [step('me', 'inner', { inputs: { id: reference('args.id') } })]),
    );
    const [skipped] = talk.events('action.skipped');
    expect(skipped).toMatchObject({ failure: 'budget', step: 'sub.me.me.me.me.me.me.me' });
    expect(skipped?.detail).toBe(`Workflows are nested too deeply: flow${' → inner'.repeat(8)}.`);
    expect(told(talk.last.trace).filter((line) => line.startsWith('✗'))).toHaveLength(8);
    expect([talk.waiting, talk.user['flow_action_success']]).toEqual(['user', false]);
  });

  test('[E165] 64 actions in all: then every workflow that is open has failed, and the exchange ends', () => {
    const loop = { kind: 'each', name: 'many', list: reference('args.items'), limit: 100, steps: [step('set', 'set')] };
    const talk = begin(
      shop([loop], {}, (builder) => builder.withSetAttributesAction('set', { 'session.x': 'user.order' })),
      { items: Array.from({ length: 100 }, (_, index) => index) },
    );
    expect(talk.event('budget.reached')).toMatchObject({ budget: 'actions', limit: 64, cycle: ['flow', 'set'] });
    expect(talk.events('effect.settled').at(-1)).toMatchObject({ name: 'flow', outcome: 'failed', failure: 'budget' });
    expect(talk.events('attribute.set').filter(({ name }) => name === 'x')).toHaveLength(63);
    expect([talk.state.current, talk.waiting, talk.texts]).toEqual([null, 'user', []]);
    expect(talk.edit('user.items', []).press('go').texts).toEqual(['Done.']);
  });

  test('[E165] branches asked for in the step that used up the budget are not run: nobody would hear of them', () => {
    const branches = Array.from({ length: 70 }, (_, index) => [step(`look${index}`, 'look')]);
    const talk = begin(shop([{ kind: 'together', name: 'all', branches }]));
    expect(talk.event('budget.reached')).toMatchObject({ budget: 'actions' });
    expect([talk.last.effects, talk.waiting]).toEqual([[], 'user']);
  });

  test('[E165] endless steps without actions end too', () => {
    const nested = (depth: number): Fields => ({
      kind: 'each',
      name: `l${depth}`,
      list: reference('args.items'),
      limit: 1000,
      steps: depth === 0 ? [] : [nested(depth - 1)],
    });
    const talk = begin(shop([nested(4)]), { items: Array.from({ length: 900 }, () => 1) });
    expect(talk.event('budget.reached')).toMatchObject({ budget: 'steps' });
    expect(talk.waiting).toBe('user');
  });
});

describe('questions', () => {
  const asking = (steps: readonly Fields[]) =>
    shop(steps, {}, (builder) => api(builder, 'refund', { confirmation: { when: 'always', question: 'Refund?' } }));

  test('[E166] an action that asks is asked about when its turn comes; yes runs it with what was shown', () => {
    const talk = begin(asking([step('look', 'look'), step('back', 'refund'), step('pay', 'pay')])).settleStep('look');
    expect([talk.waiting, talk.texts, talk.event('confirmation.asked').name]).toEqual([
      'confirmation',
      ['Refund?'],
      'refund',
    ]);
    talk.edit('user.order', 'B2').say('hmm');
    expect([talk.waiting, talk.texts]).toEqual(['confirmation', ['Refund?']]);
    talk.say('yes');
    expect([talk.waiting, talk.effect.arguments]).toEqual(['actions', { id: 'A1' }]);
    expect(talk.event('effect.requested')).toMatchObject({
      step: 'back',
      causedBy: talk.event('utterance.received').seq,
    });
    talk.settleStep('back').settleStep('pay');
    expect(all(talk)).toMatchObject({ back: {}, pay: {} });
  });

  test('[E166] no is a failure of the step', () => {
    const talk = begin(asking([step('back', 'refund'), step('pay', 'pay')])).confirm(false);
    expect(told(talk.last.trace)).toEqual(['– back declined', '✗ flow']);
    const goOn = begin(asking([step('back', 'refund', { stopOnFailure: false }), step('pay', 'pay')])).confirm(false);
    expect([goOn.effect.action, goOn.waiting]).toEqual(['pay', 'actions']);
  });

  test('[E167] in branches questions come one at a time, while the other actions go on', () => {
    const both = {
      kind: 'together',
      name: 'both',
      branches: [[step('a', 'refund')], [step('b', 'refund')], [step('look', 'look')]],
    };
    const talk = begin(asking([both]));
    expect([talk.waiting, talk.texts, talk.effect.action]).toEqual(['confirmation', ['Refund?'], 'look']);
    expect(awaitedActions(talk.state)).toHaveLength(1);
    talk.settleStep('look');
    expect([talk.waiting, talk.texts]).toEqual(['confirmation', []]);
    talk.confirm(true);
    expect([talk.waiting, talk.texts, talk.event('effect.requested').step]).toEqual(['confirmation', ['Refund?'], 'a']);
    talk.settleStep('a').confirm(false);
    expect([talk.waiting, told(talk.last.trace)]).toEqual(['user', ['– b declined', '✗ flow']]);
  });

  test('[E168] whoever leaves declines, every open workflow has failed, and the exchange ends', () => {
    const talk = begin(asking([step('back', 'refund')])).hear({ kind: 'restart' });
    expect(told(talk.last.trace)).toEqual(['– back declined', '✗ flow']);
    expect(talk.user['flow_action_success']).toBe(false);
    expect([talk.waiting, talk.state.current]).toEqual(['user', null]);
  });
});

describe('at rest', () => {
  const busy = () =>
    shop(
      [
        {
          kind: 'together',
          name: 'both',
          branches: [
            [step('ask', 'refund')],
            [
              {
                kind: 'each',
                name: 'lines',
                list: reference('args.items'),
                steps: [step('look', 'look', { inputs: { id: reference('loop.item') } })],
              },
            ],
          ],
        },
        step('pay', 'pay'),
      ],
      {},
      (builder) => api(builder, 'refund', { confirmation: { when: 'always', question: '' } }),
    );
  const playOn = (talk: Talk): Talk =>
    talk.settleStep('lines[0].look').confirm(true).settleStep('lines[1].look').settleStep('ask').settleStep('pay');

  test('[E170] it may be written down and read back between any two inputs', () => {
    const plain = playOn(begin(busy(), { items: ['x', 'y'] }));
    const talk = begin(busy(), { items: ['x', 'y'] });
    const feed = talk.feed.bind(talk);
    let read = 0;
    talk.feed = (input) => {
      const parsed = sessionStateSchema.parse(JSON.parse(JSON.stringify(talk.state)));
      expect(parsed).toEqual(talk.state);
      talk.state = parsed;
      read += 1;
      return feed(input);
    };
    expect(JSON.stringify(playOn(talk).trace)).toBe(JSON.stringify(plain.trace));
    expect([read, talk.waiting]).toEqual([5, 'user']);
    expect(traceViolations(talk.trace, talk.state)).toEqual([]);
  });

  test('[E170] a replay gives the same trace', () => {
    const open = { ...opening, attributes: { 'user.order': 'A1', 'user.items': ['x', 'y'] } };
    const talk = playOn(begin(busy(), {}, { attributes: open.attributes }));
    const { program, inputs, trace } = talk;
    const again = replayRecording(program, {
      format: 'parley.recording',
      version: 1,
      program: program.hash,
      open,
      inputs,
      trace,
    });
    expect([again.firstDifference, JSON.stringify(again.trace) === JSON.stringify(trace)]).toEqual([null, true]);
  });

  test('[E171] actions of a session that was put down count as cancelled, and nothing else is begun', () => {
    const both = {
      kind: 'together',
      name: 'both',
      branches: [[step('a', 'look', { stopOnFailure: false })], [step('b', 'look')]],
    };
    const talk = begin(shop([both, step('pay', 'pay')]));
    const [first, second] = awaitedActions(talk.state);
    for (const effect of [first, second]) {
      const result = {
        outcome: 'failed',
        failure: 'cancelled',
        detail: 'Closed.',
        origin: 'default',
        outputs: {},
        status: null,
        duration: 0,
        attempts: 1,
        request: null,
        response: null,
      } as const;
      talk.feed({ kind: 'effect.settled', at: talk.now + 1, effect: effect ?? '', result });
    }
    expect([talk.waiting, talk.last.effects, talk.user['flow_action_success']]).toEqual(['user', [], false]);
  });

  test('[E171] a question beside an action that is called off is not waited for, wherever it stands', () => {
    const cancelled = { failure: 'cancelled', detail: 'Stopped.', status: null } as const;
    const ask = [step('ask', 'refund', { stopOnFailure: false })];
    const look = [step('look', 'look')];
    for (const branches of [
      [ask, look],
      [look, ask],
    ]) {
      const talk = begin(
        shop([{ kind: 'together', name: 'both', branches }, step('pay', 'pay')], {}, (builder) =>
          api(builder, 'refund', { confirmation: { when: 'always', question: '' } }),
        ),
      );
      expect(talk.waiting).toBe('confirmation');
      talk.settleStep('look', cancelled);
      expect([talk.waiting, talk.last.effects]).toEqual(['user', []]);
      expect(told(talk.last.trace)).toEqual(['✗ look', '– ask cancelled', '✗ flow']);
    }
  });

  test('[E171] what the design has lost meanwhile is not waited for', () => {
    const before = begin(shop([step('look', 'look'), step('pay', 'pay')]));
    const [effect = ''] = awaitedActions(before.state);
    const result = {
      outcome: 'succeeded',
      failure: null,
      detail: '',
      origin: 'mocked',
      outputs: {},
      status: 200,
      duration: 1,
      attempts: 1,
      request: null,
      response: null,
    } as const;
    for (const other of [
      shop([]),
      shop([step('other', 'gone')]),
      shop([{ kind: 'together', name: 'x', branches: [] }]),
    ]) {
      const talk = play(other);
      talk.state = { ...before.state, program: talk.program.hash };
      talk.feed({ kind: 'effect.settled', at: before.now + 1, effect, result });
      expect([talk.waiting, talk.state.current]).toEqual(['user', null]);
    }
  });
});

describe('what nobody may read', () => {
  test('[E172] stays covered on its way through a workflow', () => {
    const scenario = shop(
      [
        step('find', 'find'),
        {
          kind: 'each',
          name: 'each',
          list: reference('steps.find.pins'),
          steps: [step('look', 'look', { inputs: { id: reference('loop.item') } })],
        },
        step('pay', 'pay', {
          inputs: { id: reference('steps.find.pin') },
          conditions: [when('steps.find.pin', 'is_set')],
        }),
      ],
      {
        outputs: [
          { name: 'copy', from: 'steps.find.pin' },
          { name: 'open', from: 'steps.find.hint' },
          { name: 'all', type: 'json', from: 'steps' },
          { name: 'steps', type: 'json' },
        ],
      },
      (builder) =>
        api(builder, 'find', {
          inputs: [{ name: 'id', sensitive: true }],
          outputs: [
            { name: 'pin', sensitive: true },
            { name: 'pins', type: 'list', sensitive: true },
            { name: 'hint' },
          ],
        }),
    );
    const talk = begin(scenario, { order: 'my-secret-order' });
    expect(talk.effect).toMatchObject({ arguments: { id: 'my-secret-order' }, hidden: ['id'] });
    talk.settleStep('find', { outputs: { pin: 'my-secret-pin', pins: ['my-secret-list'], hint: 'a hint' } });
    expect(talk.effect).toMatchObject({ arguments: { id: 'my-secret-list' }, hidden: ['id'] });
    talk.settleStep('each[0].look');
    expect(talk.effect).toMatchObject({ arguments: { id: 'my-secret-pin' }, hidden: ['id'] });
    talk.settleStep('pay');
    expect(talk.user).toMatchObject({ copy: 'my-secret-pin', open: 'a hint' });
    const text = JSON.stringify(talk.trace.filter(({ exchange }) => exchange > 0));
    expect(text.match(/my-secret-(pin|list)/g)).toBeNull();
    expect(text).toContain('a hint');
  });
});
