import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../shared/base/json.ts';
import { effectResultSchema, type ActionRun, type EffectResult } from '../../shared/engine/effect.ts';
import { childIds } from '../../shared/model/document.ts';
import { compileScenario } from '../../shared/program/compile-scenario.ts';
import { effectSetting } from '../../shared/runtime/effect-setting.ts';
import { templateNamed } from '../../shared/samples/templates.ts';
import { orders } from '../../electron/host/demo/order-desk-data.ts';
import { createDemoServer } from '../../electron/host/demo/demo-server.ts';
import { createActionPerformer } from '../../electron/host/effects/action-performer.ts';
import { systemClock } from '../../electron/host/effects/system-clock.ts';
import type { RunMode } from '../../shared/bridge/contract/run-contract.ts';

/** What every way of carrying out an action promises, held against the sample's own actions and examples. */
const sample = templateNamed('order-support')?.create();
if (sample === undefined) throw new Error('the sample scenario is gone');
const program = compileScenario(sample);

type Case = { readonly name: string; readonly effect: ActionRun; readonly isCatchAll: boolean };

/** Each example of each API action, with the arguments it is for. */
const cases: Case[] = [...sample.tables.actions.values()].flatMap((action) =>
  childIds(sample, action.id).flatMap((id): Case[] => {
    const mock = sample.tables.mocks.get(id);
    if (mock === undefined || action.kind !== 'api') return [];
    const { id: effect, timeout } = action;
    const base = { kind: 'action.run', id: `case.${id}`, action: effect, use: null, timeout } as const;
    const args = {
      ...standIn(
        action.inputs.map(({ name }) => name),
        mock.when,
      ),
      ...mock.when,
    };
    const isCatchAll = Object.keys(mock.when).length === 0;
    return [{ name: `${action.name}: ${mock.name || id}`, effect: { ...base, arguments: args }, isCatchAll }];
  }),
);

/** Arguments an example leaves open, as a customer would give them. */
function standIn(names: readonly string[], given: JsonObject): JsonObject {
  const order = orders.find(({ orderId }) => orderId === given['orderId']);
  const values: JsonObject = {
    orderId: 'A-9999',
    email: order?.email ?? 'nobody@example.com',
    reason: 'it broke',
    productId: 'P-999',
    phone: '+44 20 7946 0100',
    when: 'Thursday 15:30',
  };
  return Object.fromEntries(names.map((name) => [name, values[name] ?? 'something']));
}

/** A shop as it is in the morning, for one action. */
async function perform(mode: RunMode, effect: ActionRun): Promise<EffectResult> {
  const demo = createDemoServer();
  const performer = createActionPerformer({
    mode: () => mode,
    isTrusted: () => true,
    secretNamed: () => Promise.resolve(null),
    consent: { isAllowed: () => false, ask: () => Promise.resolve(false) },
    demo,
    ownPorts: demo.listening,
    clock: systemClock,
  });
  const result = await performer.run(effect, effectSetting(program, effect, null), new AbortController().signal);
  await performer.close();
  await demo.close();
  return result;
}

test('the sample has examples to hold the effects against', () => {
  expect(cases.length).toBeGreaterThan(8);
});

describe.each(['mock', 'live'] as const)('an action performed in %s mode', (mode) => {
  test.each(cases)('$name ends in one well-formed result that says where it came from', async ({ effect }) => {
    const result = await perform(mode, effect);
    expect(effectResultSchema.safeParse(result).error).toBeUndefined();
    expect(result.origin).toBe(mode === 'mock' ? 'mocked' : 'live');
    expect(result.outcome === 'failed').toBe(result.failure !== null);
    expect(result.outcome === 'failed' ? result.outputs : {}).toEqual({});
  });
});

describe('the examples of the sample tell the truth about the demo service', () => {
  // What answers everything else answers for many cases at once; the demo service tells them apart.
  const particular = cases.filter(({ isCatchAll }) => !isCatchAll);

  test.each(particular)('$name', async ({ effect }) => {
    const [mocked, live] = [await perform('mock', effect), await perform('live', effect)];
    const told = ({ outcome, outputs, failure, status }: EffectResult) => ({ outcome, outputs, failure, status });
    expect(told(mocked)).toEqual(told(live));
  });
});
