import { describe, expect, test } from 'vitest';
import { all, api, begin, shop, step, told, type Fields } from '../../../builders/a-workflow.ts';
import { reference, value, when } from '../../../builders/conditions.ts';

describe('steps in order', () => {
  test('[E150] each is asked of the host behind the one before, and shows in the trace under the workflow', () => {
    const talk = begin(shop([step('look', 'look'), step('pay', 'pay')]));
    expect([talk.waiting, talk.effect]).toMatchObject([
      'actions',
      { action: 'look', use: 'use', arguments: { id: 'A1' } },
    ]);
    const [flow, look] = talk.events('effect.requested');
    expect([flow?.name, look?.step, look?.causedBy, look?.ref]).toEqual(['flow', 'look', flow?.seq, 'use']);
    expect(talk.event('run.paused')).toMatchObject({ why: 'effects', causedBy: flow?.seq });
    talk.settleStep('look', { outputs: { total: 7, note: 'n' } });
    expect([talk.effect.action, talk.event('effect.settled').causedBy]).toEqual(['pay', look?.seq]);
    talk.settleStep('pay', { outputs: { total: 8 }, origin: 'live' });
    expect(talk.waiting).toBe('user');
    expect(told(talk.trace)).toEqual(['→ flow', '→ look', '✓ look', '→ pay', '✓ pay', '✓ flow']);
    expect(all(talk)).toEqual({ look: { total: 7, note: 'n' }, pay: { total: 8 } });
  });

  test('[E151] a step reads arguments, what earlier steps gave, and the contexts of the talk', () => {
    const steps = [
      step('look', 'look'),
      step('pay', 'pay', {
        inputs: { id: reference('steps.look.note | uppercase') },
        conditions: [when('steps.look.total', 'gt', 5), when('args.order', 'eq', 'A1'), when('user.member', 'is_true')],
      }),
      step('again', 'pay', { conditions: [when('steps.look.total', 'gt', '10')] }),
    ];
    const talk = begin(shop(steps), { member: true }).settleStep('look', { outputs: { total: 7, note: 'abc' } });
    expect(talk.effect.arguments).toEqual({ id: 'ABC' });
    expect(talk.events('condition.evaluated').map(({ left, outcome }) => [left, outcome])).toEqual([
      [7, true],
      ['A1', true],
      ['true', true],
    ]);
    talk.settleStep('pay');
    expect(told(talk.last.trace)).toEqual(['✓ pay', '– again conditionNotMet', '✓ flow']);
    expect(all(talk)).toEqual({ look: { total: 7, note: 'abc' }, pay: {}, again: null });
  });

  test('[E152] only what the workflow maps is stored; its steps leave neither outputs nor flags', () => {
    const flow = { outputs: [{ name: 'sum', type: 'int', from: 'steps.look.total' }] };
    const talk = begin(shop([step('look', 'look')], flow)).settleStep('look', { outputs: { total: 7, note: 'n' } });
    expect(talk.user).toEqual({ order: 'A1', sum: 7, action_success: true, flow_action_success: true });
  });

  test('[E153] a step that fails stops the workflow, unless it says otherwise; its default outputs are read on', () => {
    const stop = begin(shop([step('look', 'look'), step('pay', 'pay')], { onFailure: { message: 'Sorry.' } }));
    stop.settleStep('look', { failure: 'badStatus', detail: 'Status 500.', status: 500 });
    expect([told(stop.last.trace), stop.texts]).toEqual([
      ['✗ look', '✗ flow'],
      ['Sorry.', 'Done.'],
    ]);
    expect(stop.events('effect.settled').at(-1)).toMatchObject({
      failure: 'badStatus',
      detail: 'The step “look” did not succeed. Status 500.',
      origin: 'mocked',
    });
    expect(stop.user).toMatchObject({ action_success: false, flow_action_success: false });
    const goOn = shop(
      [
        step('try', 'risky', { stopOnFailure: false }),
        step('pay', 'pay', { inputs: { id: reference('steps.try.note') } }),
      ],
      {},
      (builder) =>
        api(builder, 'risky', { onFailure: { message: 'Never said.', outputs: { total: '4', note: 'none' } } }),
    );
    const talk = begin(goOn).settleStep('try', { failure: 'timedOut', status: null });
    expect([talk.texts, talk.effect.arguments]).toEqual([[], { id: 'none' }]);
    expect(all(talk.settleStep('pay'))).toEqual({ try: { total: 4, note: 'none' }, pay: {} });
    const model = shop([step('ask', 'model', { stopOnFailure: false })], {}, (builder) =>
      builder.withAction('llm', 'model', { outputs: [{ name: 'llm_response' }, { name: 'mood' }] }),
    );
    const failed = { failure: 'badStatus', outputs: { llm_response: 'Not now.', mood: null } } as const;
    expect(all(begin(model).settleStep('ask', failed))).toEqual({ ask: { llm_response: 'Not now.' } });
  });

  test.each([
    ['unknownAction', step('x', 'gone'), {}],
    ['switchedOff', step('x', 'late'), { enabled: false }],
    ['permissionDenied', step('x', 'late'), { permissionLevel: 3 }],
    ['conditionNotMet', step('x', 'late'), { conditions: [when('user.member', 'is_true')] }],
    ['missingInput', step('x', 'late', { inputs: {} }), {}],
    ['invalidInput', step('x', 'late'), { inputs: [{ name: 'id', format: 'email' }] }],
  ])('[E154] %s: what stands in the way of an action stands in the way of a step', (failure, inner, more) => {
    const talk = begin(shop([inner], {}, (builder) => api(builder, 'late', more)));
    expect(talk.event('action.skipped')).toMatchObject({
      step: 'x',
      failure,
      causedBy: talk.event('effect.requested').seq,
    });
    expect(talk.event('effect.settled')).toMatchObject({ name: 'flow', outcome: 'failed', failure });
    expect(talk.waiting).toBe('user');
  });

  test('[E155] what the engine does by itself is done at once; setting attributes sets them', () => {
    const steps = [
      step('sum', 'sum', { inputs: { id: reference('args.order') } }),
      step('set', 'set'),
      step('pay', 'pay', { inputs: { id: reference('user.kept') } }),
    ];
    const talk = begin(
      shop(steps, {}, (builder) =>
        builder
          .withAction('calculation', 'sum', {
            inputs: [{ name: 'id' }],
            outputs: [{ name: 'label' }],
            steps: [{ name: 'label', expression: 'lower(id) + "!"' }],
          })
          .withSetAttributesAction('set', { 'user.kept': 'user.order' }),
      ),
    );
    expect(told(talk.last.trace)).toEqual(['→ flow', '→ sum', '✓ sum', '→ set', '✓ set', '→ pay']);
    expect(talk.effect.arguments).toEqual({ id: 'A1' });
    expect(all(talk.settleStep('pay'))).toEqual({ sum: { label: 'a1!' }, set: {}, pay: {} });
  });
});

describe('loops', () => {
  const each = (more: Fields = {}): Fields => ({
    kind: 'each',
    name: 'lines',
    list: reference('args.items'),
    limit: 3,
    steps: [
      step('look', 'look', { inputs: { id: reference('loop.item.id') } }),
      step('pay', 'pay', { inputs: { id: reference('loop.index') } }),
    ],
    ...more,
  });
  const items = [{ id: 'a' }, { id: 'b' }];

  test('[E156] goes through the list round by round, and gives a list of what each round gave', () => {
    const talk = begin(shop([each(), step('last', 'pay', { inputs: { id: reference('steps.lines[1].look.note') } })]), {
      items,
    });
    expect(talk.effect.arguments).toEqual({ id: 'a' });
    talk.settleStep('lines[0].look', { outputs: { note: 'A' } });
    expect(talk.effect.arguments).toEqual({ id: '0' });
    // The list was taken when the loop began.
    talk.edit('user.items', []);
    talk.settleStep('lines[0].pay');
    talk.settleStep('lines[1].look', { outputs: { note: 'B' } }).settleStep('lines[1].pay');
    expect(talk.effect.arguments).toEqual({ id: 'B' });
    talk.settleStep('last');
    expect(all(talk)).toEqual({
      lines: [
        { look: { note: 'A' }, pay: {} },
        { look: { note: 'B' }, pay: {} },
      ],
      last: {},
    });
  });

  test.each([
    ['more items than the limit', [1, 2, 3, 4], 'budget', 'The list has 4 items; the limit is 3.'],
    ['no list', value({ a: 1 }), 'invalidInput', 'What it goes through is no list.'],
  ])('[E157] %s fails it before the first round', (_what, list, failure, detail) => {
    const step = Array.isArray(list) ? each() : each({ list });
    const talk = begin(shop([step]), { items: Array.isArray(list) ? list : [] });
    expect(told(talk.last.trace)).toEqual(['→ flow', '✗ flow']);
    expect(talk.event('effect.settled')).toMatchObject({
      failure,
      detail: `The step “lines” did not succeed. ${detail}`,
    });
  });

  test('[E157] an empty list and a missing one are no rounds', () => {
    expect(all(begin(shop([each()]), { items: [] }))).toEqual({ lines: [] });
    expect(all(begin(shop([each()])))).toEqual({ lines: [] });
  });

  test('[E158] loops in loops, and a round that fails ends them', () => {
    const inner = each({
      name: 'inner',
      list: reference('loop.item'),
      steps: [step('look', 'look', { inputs: { id: reference('loop.item') } })],
    });
    const talk = begin(shop([each({ steps: [inner] })]), { items: [['a', 'b'], ['c']] });
    talk.settleStep('lines[0].inner[0].look', { outputs: { total: 1 } });
    talk.settleStep('lines[0].inner[1].look', { outputs: { total: 2 } });
    expect(talk.effect.arguments).toEqual({ id: 'c' });
    talk.settleStep('lines[1].inner[0].look', { failure: 'badStatus' });
    expect(talk.events('effect.settled').at(-1)?.detail).toContain('“lines[1].inner[0].look”');
  });
});

describe('branches', () => {
  const branches = (...list: Fields[][]): Fields => ({ kind: 'together', name: 'both', branches: list });
  const two = branches(
    [step('look', 'look'), step('pay', 'pay', { inputs: { id: reference('steps.look.note') } })],
    [step('other', 'look')],
  );

  test('[E160] all first actions are outstanding at once, and it goes on when all branches are over', () => {
    const talk = begin(shop([two, step('last', 'pay', { inputs: { id: reference('steps.other.note') } })]));
    expect(talk.last.effects.map((effect) => effect.kind === 'action.run' && effect.action)).toEqual(['look', 'look']);
    expect(talk.events('run.paused')).toHaveLength(1);
    talk.settleStep('other', { outputs: { note: 'o' } });
    expect([talk.waiting, talk.last.effects]).toEqual(['actions', []]);
    talk.settleStep('look', { outputs: { note: 'l' } });
    expect(talk.effect.arguments).toEqual({ id: 'l' });
    talk.settleStep('pay');
    expect(talk.effect.arguments).toEqual({ id: 'o' });
    talk.settleStep('last');
    expect(all(talk)).toEqual({ look: { note: 'l' }, pay: {}, other: { note: 'o' }, last: {} });
  });

  test('[E161] what comes of it does not depend on who was first', () => {
    const outcome = (order: readonly string[], failing: readonly string[]): unknown => {
      const talk = begin(shop([two]));
      for (const name of order) {
        const failure = failing.includes(name) ? ('badStatus' as const) : null;
        talk.settleStep(name, { outputs: { note: name }, failure, detail: `${name} said no` });
      }
      return [all(talk), talk.events('effect.settled').at(-1)?.detail, talk.user, talk.waiting];
    };
    const orders = [
      ['look', 'pay', 'other'],
      ['look', 'other', 'pay'],
      ['other', 'look', 'pay'],
    ];
    for (const failing of [[], ['pay'], ['other'], ['pay', 'other']]) {
      const [first, ...others] = orders.map((order) => outcome(order, failing));
      for (const other of others) expect(other).toEqual(first);
    }
    expect(outcome(['look', 'pay', 'other'], ['pay', 'other'])).toMatchObject({
      1: 'The step “pay” did not succeed. pay said no',
    });
  });

  test('[E162] branches do not see each other', () => {
    const talk = begin(
      shop([branches([step('look', 'look')], [step('pay', 'pay', { inputs: { id: reference('steps.look.note') } })])]),
    );
    expect(told(talk.last.trace)).toContain('– pay missingInput');
    expect(talk.settleStep('look').event('effect.settled')).toBeDefined();
    expect(talk.waiting).toBe('user');
  });
});
