import { strict as assert } from 'node:assert';
import { bridgeContract, type BridgeMethod } from '../../shared/bridge/contract/bridge-contract.ts';
import { bridgeCases, type MethodCases } from './bridge-cases.ts';
import type { BridgeWorld } from './bridge-world.ts';

export type BridgeCheck = { readonly title: string; readonly run: (world: BridgeWorld) => Promise<void> };

const methods = Object.keys(bridgeContract) as BridgeMethod[];

/**
 * The checks every transport has to pass, each in a world of its own. Plain functions that throw, so that the unit tests
 * and the tests of the running app can both carry them out.
 */
export const bridgeChecks: readonly BridgeCheck[] = methods.flatMap((method) => {
  const cases: MethodCases | undefined = bridgeCases[method];
  if (cases === undefined) throw new Error(`The contract suite has no cases for ${method}.`);
  return [
    { title: `${method} answers`, run: (world) => tidily(world, (tidy) => check(tidy, method, cases.happy)) },
    { title: `${method} refuses`, run: (world) => tidily(world, (tidy) => check(tidy, method, cases.refused)) },
  ];
});

/** Stops the runs a check started, so that worlds can be used again. */
async function tidily(world: BridgeWorld, play: (world: BridgeWorld) => Promise<void>): Promise<void> {
  const runs: string[] = [];
  const request: BridgeWorld['request'] = async (method, input) => {
    const reply = await world.request(method, input);
    if (method === 'run.start' && isStarted(reply)) runs.push(reply.value.run);
    return reply;
  };
  await play({ ...world, request });
  for (const run of runs) await world.request('run.stop', { run });
}

const isStarted = (reply: unknown): reply is { value: { run: string } } =>
  typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === true;

async function check(world: BridgeWorld, method: BridgeMethod, play: MethodCases['happy']): Promise<void> {
  const { input, expected } = await play(world);
  const reply = await world.request(method, input);
  assert.partialDeepStrictEqual(reply, expected, `${method} replied ${JSON.stringify(reply).slice(0, 500)}`);
  const { ok, value } = reply as { ok: boolean; value?: unknown };
  // What comes back is what the contract says, no more and no less.
  if (ok) bridgeContract[method].output.parse(value);
}

/** Input that belongs to no method, or to no program of ours. Each must come back as a refusal and change nothing. */
export const strangeRequests: readonly (readonly [method: unknown, input: unknown])[] = [
  ['toString', {}],
  ['__proto__', {}],
  ['constructor', { name: 'x' }],
  ['', {}],
  [null, {}],
  [{ method: 'app.hello' }, {}],
  ['app.hello', undefined],
  ['app.hello', 'text'],
  ['secret.get', { name: 'key' }],
  ['scenario.save', { file: '/etc/passwd', text: '', ifHash: null }],
  ['scenario.save', { file: '../../etc/passwd', text: '', ifHash: null }],
  ['scenario.reopen', { file: 'file-' }],
  ['scenario.openDropped', { path: 'x'.repeat(5000) }],
  ['run.set', { run: 'run-1', reference: 'user.x', value: nested(500) }],
  ['settings.set', JSON.parse('{"preferences":{"theme":"dark","__proto__":{"polluted":true}}}')],
];

function nested(depth: number): unknown {
  let value: unknown = 0;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}
