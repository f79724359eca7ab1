import { describe, expect, test, vi } from 'vitest';
import { MASK } from '../../../../../shared/engine/mask.ts';
import type { PythonRun } from '../../../../../electron/python/python-port.ts';
import type { Executed } from '../../../../../electron/host/actions/action-executor.ts';
import { executorsOf, type AnyTask } from './executing.ts';
import { perform, settingOf, type ActionSketch } from './performing.ts';

describe('what an executor is given', () => {
  async function taskOf(sketch: ActionSketch, args: Record<string, string | number> = {}, ports = {}) {
    const tasks: AnyTask[] = [];
    const executors = executorsOf((task) => (tasks.push(task), Promise.resolve({ ok: true, body: null })));
    const result = await perform({ executors, ...ports }, settingOf(sketch), args);
    return { task: tasks[0], result };
  }

  test('texts are filled in, once', async () => {
    const { task } = await taskOf(
      {
        record: { kind: 'email', to: '$who', subject: 'Order $id of {user.city}', body: '$$5 for {{all}}: $note' },
        inputs: [{ name: 'id', type: 'int' }],
        values: [{ context: 'user', attribute: 'city', value: 'Oslo', type: 'string', sensitive: false }],
      },
      { who: 'a@b.example', id: 7, note: '$id {user.city}' },
    );
    expect(task?.action).toMatchObject({
      to: 'a@b.example',
      subject: 'Order 7 of Oslo',
      body: '$5 for {all}: $id {user.city}',
    });
    expect(task).toMatchObject({ mayReachOut: true, chance: 0, talk: null, args: { id: 7 } });
    expect(task?.timeout).toBeLessThanOrEqual(2_000);
  });

  test('parameters of a query stay parameters', async () => {
    const query = 'select * from orders where id = $id';
    const { task } = await taskOf({ record: { kind: 'database', query } }, { id: "1'; drop table orders" });
    expect(task?.action).toMatchObject({ query });
  });

  test('nothing begins without a required argument', async () => {
    const { task, result } = await taskOf({ record: { kind: 'email', to: '$who' } });
    expect([task, result.failure, result.detail]).toEqual([undefined, 'missingInput', 'The input who has no value.']);
  });

  test('the talk goes along, and whether it may reach out', async () => {
    const talk = { session: 's', utterance: 'hi', lines: [{ speaker: 'USER', text: 'hi' }], language: 'en' } as const;
    const { task } = await taskOf({ record: { kind: 'python' }, talk }, {}, { mode: () => 'mock' });
    expect(task).toMatchObject({ talk, mayReachOut: false });
  });
});

describe('what an executor gives', () => {
  const outputs = [
    { name: 'answer', type: 'int' },
    { name: 'pin', from: 'deep.pin', sensitive: true },
  ];
  const run = (executed: Executed, args = {}) =>
    perform(
      { executors: executorsOf(() => Promise.resolve(executed)) },
      settingOf({ record: { kind: 'python' }, outputs, inputs: [{ name: 'card', required: false, sensitive: true }] }),
      args,
    );

  test('is mapped like the answer of a service', async () => {
    expect(await run({ ok: true, body: { answer: '42', deep: { pin: '7731' } }, status: 200 })).toMatchObject({
      outcome: 'succeeded',
      origin: 'live',
      outputs: { answer: 42, pin: '7731' },
      status: 200,
      attempts: 1,
    });
  });

  test('is told without sensitive values', async () => {
    const result = await run(
      {
        ok: true,
        body: { answer: 1, deep: { pin: '7731' } },
        detail: 'paid with 4111222233334444',
        console: 'pin is 7731, card 4111222233334444\n',
        response: { status: 200, headers: {}, body: '{"answer":1,"deep":{"pin":"7731"}}', bytes: 34 },
      },
      { card: '4111222233334444' },
    );
    expect(result.console).toBe(`pin is ${MASK}, card ${MASK}\n`);
    expect(result.detail).toBe(`paid with ${MASK}`);
    expect(result.response?.body).toBe(`{"answer":1,"deep":{"pin":"${MASK}"}}`);
  });

  test('a failure keeps its code, its sentence, and the values it set on purpose', async () => {
    expect(await run({ ok: false, failure: 'codeFailed', detail: 'line 3', body: { answer: 3 } })).toMatchObject({
      outcome: 'failed',
      failure: 'codeFailed',
      detail: 'line 3',
      outputs: { answer: 3 },
    });
    expect(await run({ ok: false, failure: 'codeFailed', detail: 'line 3' })).toMatchObject({ outputs: {} });
  });
});

describe('a script', () => {
  test('has all of its time, however long its interpreter takes to start', async () => {
    const executors = executorsOf(async (_task, { runPython }, signal) => {
      const outcome = await runPython?.({} as PythonRun, signal);
      return outcome?.ok === true ? { ok: true, body: outcome.result } : failed;
    });
    const machines = {
      runPython: async () => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        return { ok: true, result: { answer: 42 }, printed: '', milliseconds: 50 } as const;
      },
    };
    const setting = settingOf({ record: { kind: 'python' }, outputs: [{ name: 'answer', type: 'int' }], timeout: 200 });
    const result = await perform({ executors, machines }, setting);
    expect(result).toMatchObject({ outcome: 'succeeded', outputs: { answer: 42 } });
    expect(result.duration).toBeGreaterThanOrEqual(50);
    expect(result.duration).toBeLessThan(200);
  });
});
const failed = { ok: false, failure: 'codeFailed', detail: '' } as const;

describe('an executor that does not end', () => {
  const deaf = executorsOf(() => new Promise(() => undefined));
  const setting = settingOf({ record: { kind: 'python' }, timeout: 300 });

  test('is late at its time, whether it listens or not', async () => {
    const result = await perform({ executors: deaf }, setting);
    expect(result).toMatchObject({ failure: 'timedOut', detail: 'It was not done within 0.3 s.' });
    expect(result.duration).toBeLessThan(500);
  });

  test('is stopped within 200 ms, and told', async () => {
    const stop = new AbortController();
    const told = vi.fn<() => void>();
    const executors = executorsOf((_task, _ports, signal) => {
      signal.addEventListener('abort', told);
      return new Promise(() => undefined);
    });
    setTimeout(() => stop.abort(), 50);
    const began = performance.now();
    const slow = settingOf({ record: { kind: 'python' }, timeout: 60_000 });
    expect(await perform({ executors }, slow, {}, stop.signal)).toMatchObject({ failure: 'cancelled' });
    expect(performance.now() - began).toBeLessThan(250);
    expect(told).toHaveBeenCalledOnce();
  });
});
