import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../../shared/base/result.ts';
import { bridgeContract } from '../../../../shared/bridge/contract/bridge-contract.ts';
import { dispatch, type BridgeHandlers } from '../../../../shared/bridge/dispatch.ts';

/** Handlers that note what they were called with and answer with it. */
function listeningHandlers() {
  const calls: [method: string, input: unknown][] = [];
  const handlers = Object.fromEntries(
    Object.keys(bridgeContract).map((method) => [
      method,
      (input: unknown) => {
        calls.push([method, input]);
        return Promise.resolve(succeed({ method }));
      },
    ]),
  ) as unknown as BridgeHandlers;
  return { calls, handlers };
}

const neverAFault = (fault: unknown): never => expect.unreachable(String(fault));

test('a call with good input reaches its handler, defaults filled in', async () => {
  const { calls, handlers } = listeningHandlers();
  const reply = await dispatch(handlers, 'settings.set', { preferences: { theme: 'dark' } }, neverAFault);
  expect(reply).toEqual({ ok: true, value: { method: 'settings.set' } });
  const preferences = { theme: 'dark', panels: {}, followRun: true, runSpeed: 1, shortcuts: {} };
  expect(calls).toEqual([['settings.set', { preferences }]]);
});

test('a failure of a handler is answered as it is', async () => {
  const failure = { code: 'scenario.noSpace', detail: '', path: '/x' } as const;
  const handlers = { ...listeningHandlers().handlers, 'scenario.recent': () => Promise.resolve(fail(failure)) };
  expect(await dispatch(handlers, 'scenario.recent', {}, neverAFault)).toEqual({ ok: false, failure });
});

test('a fault in a handler is reported and answered, never thrown across the wire', async () => {
  const faults: unknown[] = [];
  const bug = new TypeError('secret details');
  const handlers = { ...listeningHandlers().handlers, 'app.hello': () => Promise.reject(bug) };
  const reply = await dispatch(handlers, 'app.hello', {}, (fault) => faults.push(fault));
  expect(reply).toMatchObject({ ok: false, failure: { code: 'bridge.faulted' } });
  expect(JSON.stringify(reply)).not.toContain('secret details');
  expect(faults).toEqual([bug]);
});

describe('what no page of ours would send is refused without being handled', () => {
  const cyclic: Record<string, unknown> = {};
  Object.assign(cyclic, { left: cyclic, right: cyclic });
  let doubling: unknown = 'x';
  for (let level = 0; level < 60; level += 1) doubling = [doubling, doubling];
  let deep: unknown = 0;
  for (let level = 0; level < 100_000; level += 1) deep = [deep];

  test.each([
    ['data that holds itself', { run: 'run-1', reference: 'user.x', value: cyclic }],
    ['data that doubles sixty times', { run: 'run-1', reference: 'user.x', value: doubling }],
    ['data nested a hundred thousand times', { run: 'run-1', reference: 'user.x', value: deep }],
  ])('%s', async (_what, input) => {
    const { calls, handlers } = listeningHandlers();
    expect(await dispatch(handlers, 'run.set', input, neverAFault)).toEqual({
      ok: false,
      failure: { code: 'bridge.refused', detail: 'too deep or too large', path: '' },
    });
    expect(calls).toEqual([]);
  });

  test('anything at all, for any method: an answer comes, and handlers see only what fits the contract', async () => {
    const methods = fc.oneof(fc.constantFrom(...Object.keys(bridgeContract)), fc.anything());
    const inputs = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true }),
      fc.record(
        {
          file: fc.oneof(fc.constant(null), fc.constant(`file-${'a'.repeat(32)}`), fc.string()),
          text: fc.string(),
          run: fc.oneof(fc.constant('run-1'), fc.string()),
          edits: fc.array(fc.anything()),
          base: fc.oneof(fc.constant(null), fc.string()),
          proceed: fc.oneof(fc.boolean(), fc.anything()),
        },
        { requiredKeys: [] },
      ),
    );
    const { calls, handlers } = listeningHandlers();
    await fc.assert(
      fc.asyncProperty(methods, inputs, async (method, input) => {
        const before = calls.length;
        const reply = await dispatch(handlers, method, input, neverAFault);
        expect(reply.ok ? 'handled' : reply.failure.code).toBe(calls.length > before ? 'handled' : 'bridge.refused');
        expect(calls.length - before).toBeLessThanOrEqual(1);
        const [called] = calls.slice(before);
        if (called === undefined) return;
        const name = called[0] as keyof typeof bridgeContract;
        expect(bridgeContract[name].input.safeParse(called[1]).success).toBe(true);
      }),
      { numRuns: 5000 },
    );
    expect(calls.length).toBeGreaterThan(5);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
