import { describe, expect, test } from 'vitest';
import type { ActionRun, EffectResult } from '../../../../shared/engine/effect.ts';
import { compileScenario } from '../../../../shared/program/compile-scenario.ts';
import { runActionAlone, type AloneOptions } from '../../../../shared/runtime/run-action-alone.ts';
import { aScenario, type ScenarioBuilder } from '../../../builders/a-scenario.ts';
import { api, shop, step, told } from '../../../builders/a-workflow.ts';
import { reference, when } from '../../../builders/conditions.ts';
import { aResult } from '../../../builders/play.ts';

const clock = (): (() => number) => {
  let now = 1_700_000_000_000;
  return () => (now += 10);
};
const run = async (scenario: ScenarioBuilder, action: string, more: Partial<AloneOptions> = {}) => {
  const asked: ActionRun[] = [];
  const perform = (effect: ActionRun): Promise<EffectResult> => {
    asked.push(effect);
    return Promise.resolve(aResult({ outputs: { total: asked.length, note: effect.action } }));
  };
  const program = compileScenario(scenario.build());
  const options = { program, action, arguments: {}, now: clock(), seed: 5, perform, ...more };
  return { ...(await runActionAlone(options)), asked };
};

describe('an action by itself', () => {
  test('one the engine does needs nobody, and gives the result it would give in a talk', async () => {
    const scenario = aScenario().withAction('calculation', 'double', {
      enabled: false,
      conditions: [when('user.nobody', 'is_set')],
      confirmation: { when: 'always' },
      permissionLevel: 9,
      inputs: [{ name: 'n', type: 'int' }],
      outputs: [{ name: 'twice', type: 'int', sensitive: true }, { name: 'none' }],
      steps: [{ name: 'twice', expression: 'n * 2' }],
    });
    const { result, trace, asked } = await run(scenario, 'double', { arguments: { n: 21 } });
    expect(result).toMatchObject({
      outcome: 'succeeded',
      outputs: { twice: 42, none: null },
      duration: 0,
      origin: 'default',
    });
    expect([told(trace), asked]).toEqual([['→ double', '✓ double'], []]);
    const failed = await run(scenario, 'double', { arguments: { n: 'many' } });
    expect(failed.result).toMatchObject({
      outcome: 'failed',
      failure: 'invalidInput',
      detail: expect.stringContaining('“many”'),
    });
  });

  test('one that sets attributes says what it set, and where', async () => {
    const assignments = [
      { reference: 'user.tier', value: { kind: 'value', value: 'gold' } },
      { reference: 'session.copy', value: { kind: 'reference', reference: 'user.tier | uppercase' } },
    ];
    const { result } = await run(aScenario().withAction('setAttributes', 'promote', { assignments }), 'promote');
    expect(result).toMatchObject({
      outcome: 'succeeded',
      outputs: { 'user.tier': 'gold', 'session.copy': 'GOLD' },
      origin: 'default',
    });
    expect(Object.keys(result.outputs)).toHaveLength(2);
  });

  test('a workflow runs its steps, branches at the same time, and says yes to what it is asked', async () => {
    const both = { kind: 'together', name: 'both', branches: [[step('a', 'look')], [step('b', 'refund')]] };
    const scenario = shop([both, step('last', 'pay', { inputs: { id: reference('steps.b.note') } })], {}, (builder) =>
      api(builder, 'refund', { confirmation: { when: 'always', question: 'Sure?' } }),
    );
    const { result, trace, asked } = await run(scenario, 'flow', { arguments: { order: 'A1' } });
    expect(result).toMatchObject({
      outcome: 'succeeded',
      origin: 'mocked',
      outputs: { all: { a: { note: 'look' }, b: { note: 'refund' }, last: { note: 'pay' } } },
    });
    expect(asked.map(({ action, use, arguments: given }) => [action, use, given])).toEqual([
      ['look', null, { id: 'A1' }],
      ['refund', null, { id: 'A1' }],
      ['pay', null, { id: 'refund' }],
    ]);
    expect(told(trace)).toEqual(['→ flow', '→ a', '→ b', '✓ a', '✓ b', '→ last', '✓ last', '✓ flow']);
    expect(result.duration).toBeGreaterThan(0);
  });

  test('conditions of steps read the contexts that are given', async () => {
    const scenario = shop([step('look', 'look', { conditions: [when('user.member', 'is_true')] })]);
    const without = await run(scenario, 'flow', { arguments: { order: 'A1' } });
    expect(told(without.trace)).toEqual(['→ flow', '– look conditionNotMet', '✓ flow']);
    const contexts = { user: { member: 'true' } };
    const member = await run(scenario, 'flow', { arguments: { order: 'A1' }, contexts });
    expect(member.asked).toHaveLength(1);
  });

  test('a failure, an endless workflow and an action that is not there end with a reason', async () => {
    const scenario = shop([step('look', 'look')], { onFailure: { message: 'No.', transition: null } });
    const perform = (): Promise<EffectResult> => Promise.resolve(aResult({ failure: 'timedOut', detail: 'Too slow.' }));
    const failed = await run(scenario, 'flow', { arguments: { order: 'A1' }, perform });
    expect(failed.result).toMatchObject({
      failure: 'timedOut',
      detail: 'The step “look” did not succeed. Too slow.',
      outputs: {},
    });
    const endless = shop([step('me', 'flow', { inputs: { order: reference('args.order') } })]);
    expect((await run(endless, 'flow', { arguments: { order: 'A1' } })).result).toMatchObject({ failure: 'budget' });
    expect((await run(scenario, 'gone')).result).toMatchObject({ failure: 'unknownAction' });
  });
});
