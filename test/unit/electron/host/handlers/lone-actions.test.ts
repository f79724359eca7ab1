import { afterEach, beforeEach, expect, test } from 'vitest';
import { printScenario } from '../../../../../shared/persistence/print-scenario.ts';
import type { ScenarioBuilder } from '../../../../builders/a-scenario.ts';
import { shop, step, told } from '../../../../builders/a-workflow.ts';
import { openDesk, startInput, type Desk } from '../run/stand-ins.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.release());

const workflow = (more: (builder: ScenarioBuilder) => unknown = () => {}): string =>
  printScenario(
    shop([step('first', 'look'), step('last', 'pay')], {}, (builder) => {
      builder
        .withAction('calculation', 'double', {
          inputs: [{ name: 'n', type: 'int' }],
          outputs: [{ name: 'twice', type: 'int' }],
          steps: [{ name: 'twice', expression: 'n * 2' }],
        })
        .withMock('pay', { body: { total: 3, note: 'paid' } });
      more(builder);
    }).build(),
  );
const fast = (builder: ScenarioBuilder): unknown => builder.withMock('look', { body: { total: 2, note: 'seen' } });
const slow = (builder: ScenarioBuilder): unknown => builder.withMock('look', { body: { total: 2 }, delay: 9_000 });
const run = async (input: { readonly text: string; readonly action: string } & Record<string, unknown>) => {
  const ran = await desk.handlers['action.run']({ file: null, mode: 'mock', arguments: {}, ...input });
  if (!ran.ok) throw new Error(JSON.stringify(ran.failure));
  return ran.value;
};

test('what the engine works out is tried as well', async () => {
  expect(await run({ text: workflow(fast), action: 'double', arguments: { n: 21 } })).toMatchObject({
    outcome: 'succeeded',
    outputs: { twice: 42 },
  });
});

test('a workflow asks for its steps one by one, and tells them', async () => {
  const { trace = [], ...result } = await run({ text: workflow(fast), action: 'flow', arguments: { order: 'A1' } });
  expect(result).toMatchObject({
    outcome: 'succeeded',
    origin: 'mocked',
    outputs: { all: { first: { note: 'seen' }, last: { note: 'paid' } } },
  });
  expect(told(trace)).toEqual(['→ flow', '→ first', '✓ first', '→ last', '✓ last', '✓ flow']);
});

test('stopping it stops the step that runs, and none begins after it', async () => {
  const stopped = run({ text: workflow(slow), action: 'flow', arguments: { order: 'A1' }, run: 'run-flow' });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const began = performance.now();
  await desk.handlers['action.cancel']({ run: 'run-flow' });
  const { trace = [], ...result } = await stopped;
  expect(performance.now() - began).toBeLessThan(500);
  expect(result.outcome).toBe('failed');
  expect(told(trace)).not.toContain('→ last');
});

test('in a talk its steps run beside those of the talk, which hears nothing of them', async () => {
  const text = workflow(fast);
  const started = await desk.handlers['run.start']({ ...startInput, text });
  const talk = started.ok ? started.value.run : '';
  await expect.poll(() => desk.told('run.waited').length).toBeGreaterThan(0);
  const before = desk.told('run.traced').length;
  const ran = await run({ text, action: 'flow', arguments: { order: 'A1' }, talk: { kind: 'run', run: talk } });
  expect(ran).toMatchObject({ outcome: 'succeeded' });
  expect(desk.told('run.traced')).toHaveLength(before);
});
