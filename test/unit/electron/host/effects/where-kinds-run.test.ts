import { Socket } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { actionKindWords } from '../../../../../shared/model/action-kind-words.ts';
import type { ExecutedKind } from '../../../../../electron/host/actions/action-executor.ts';
import { byEngine, executorsOf, here, outside, type Work } from './executing.ts';
import { perform, settingOf } from './performing.ts';

const done: Work = () => Promise.resolve({ ok: true, body: { answer: 42 } });
const noTrust = { isTrusted: () => false };

test('no kind of action is left out of these tests', () => {
  const seen = new Set([...Object.keys(here), ...outside.map(([kind]) => kind), ...byEngine]);
  expect([...seen].toSorted()).toEqual(Object.keys(actionKindWords).toSorted());
});

describe('while a talk runs on mocks', () => {
  const mocks = [{ body: { answer: 1 } }];

  test.each([...Object.entries(here), ...outside])('a fitting example answers for %s %j', async (kind, fields) => {
    const work = vi.fn<Work>(done);
    const setting = settingOf({ record: { kind, ...fields }, outputs: [{ name: 'answer', type: 'int' }], mocks });
    const ports = { mode: () => 'mock' as const, executors: executorsOf(work) };
    expect(await perform(ports, setting)).toMatchObject({ origin: 'mocked', outputs: { answer: 1 } });
    expect(await perform({ ...ports, ...noTrust }, setting)).toMatchObject({ origin: 'mocked' });
    expect(work).not.toHaveBeenCalled();
  });

  test.each(Object.entries(here))('without one, %s is carried out on this machine', async (kind, fields) => {
    const setting = settingOf({ record: { kind, ...fields }, outputs: [{ name: 'answer', type: 'int' }] });
    const ports = { mode: () => 'mock' as const, executors: executorsOf(done) };
    expect(await perform(ports, setting)).toMatchObject({ origin: 'live', outputs: { answer: 42 } });
  });

  test.each(outside)('without one, %s %j answers nothing', async (kind, fields) => {
    const work = vi.fn<Work>(done);
    const setting = settingOf({ record: { kind, ...fields } });
    expect(await perform({ mode: () => 'mock', executors: executorsOf(work) }, setting)).toMatchObject({
      failure: 'noMock',
    });
    expect(work).not.toHaveBeenCalled();
  });

  test('no kind opens a socket, looks up a name, reads a secret or asks anybody', async () => {
    const spies = {
      sockets: vi.spyOn(Socket.prototype, 'connect'),
      resolve: vi.fn<() => Promise<{ address: string; family: number }[]>>(() =>
        Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
      ),
      secretNamed: vi.fn<() => Promise<string>>(() => Promise.resolve('a secret value')),
      ask: vi.fn<() => Promise<boolean>>(() => Promise.resolve(true)),
    };
    const counts = (): number[] => Object.values(spies).map((spy) => spy.mock.calls.length);
    /** An executor that tries everything it was given. */
    const curious: Work = async (task, ports, signal) => {
      await ports.callService({ method: 'GET', path: 'x' }, task.integration, { timeout: 500, signal });
      await ports.allowAddress(new URL('postgres://desk.test/x'), 'KEY', signal);
      return { ok: true, body: {} };
    };
    const tryAll = async (mode: 'mock' | 'live'): Promise<void> => {
      const kinds: (readonly [string, object])[] = [...Object.entries(here), ...outside];
      for (const [kind, fields] of kinds) {
        const setting = settingOf({
          record: { kind, ...fields },
          integration: { baseUrl: 'http://desk.test:9999', authentication: { kind: 'bearer', secret: 'KEY' } },
        });
        const { resolve, secretNamed, ask } = spies;
        const consent = { isAllowed: () => true, ask };
        await perform({ mode: () => mode, executors: executorsOf(curious), resolve, secretNamed, consent }, setting);
      }
    };
    await tryAll('mock');
    expect(counts()).toEqual([0, 0, 0, 0]);
    // The control: the same live, and every spy has seen something of every kind.
    await tryAll('live');
    expect(Math.min(...counts())).toBeGreaterThanOrEqual(16);
    spies.sockets.mockRestore();
  });
});

describe('a scenario somebody else made', () => {
  const kinds: (readonly [string, object])[] = [...Object.entries(here), ...outside];
  const modes = ['mock', 'live'] as const;

  test.each(kinds)('runs no %s %j, neither on mocks nor live', async (kind, fields) => {
    const work = vi.fn<Work>(done);
    for (const mode of modes) {
      const ports = { mode: () => mode, executors: executorsOf(work), ...noTrust };
      const { failure } = await perform(ports, settingOf({ record: { kind, ...fields } }));
      const isHere = Object.hasOwn(here, kind) && fields === here[kind as ExecutedKind];
      expect(failure).toBe(mode === 'mock' && !isHere ? 'noMock' : 'notTrusted');
    }
    expect(work).not.toHaveBeenCalled();
  });
});

test.each(byEngine)('%s is carried out by the talk itself', async (kind) => {
  expect(await perform({}, settingOf({ record: { kind } }))).toMatchObject({ failure: 'badRequest' });
});
