import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../../../shared/base/json.ts';
import { createPythonExecutor } from '../../../../../../electron/host/actions/python/python-executor.ts';
import { createConversationNotes } from '../../../../../../electron/host/desk/conversation-notes.ts';
import { createHandOffDesk } from '../../../../../../electron/host/desk/hand-off-desk.ts';
import type { HostAnswer } from '../../../../../../electron/python/host-operations.ts';
import type { PythonOutcome, PythonRun, RunPython } from '../../../../../../electron/python/python-port.ts';
import { anAction, aPorts, aTask, never } from '../executor-setting.ts';
import { action, hear, perform, running, talk, type Script } from './written-here.ts';

describe('a script', () => {
  test('is given the arguments, and the talk so far', async () => {
    let given: PythonRun | null = null;
    const outcome = await perform(
      (_ask, run) => {
        given = run;
        return Promise.resolve({ done: true });
      },
      {},
      { args: { orderId: 'A-1' }, timeout: 4_999.6 },
    );
    expect(outcome).toEqual({ ok: true, body: { done: true } });
    expect(given).toMatchObject({
      fileName: 'tryIt.py',
      limits: { timeout: 5_000 },
      context: {
        args: { orderId: 'A-1' },
        conversation: {
          id: 's-1',
          messages: [
            { role: 'app', text: 'Hello' },
            { role: 'user', text: 'My order?' },
          ],
          language: 'en',
          metadata: {},
          tags: [],
          events: [],
        },
      },
    });
  });

  test('without a talk has no conversation, and can keep nothing with one', async () => {
    let conversation: Json = 'unknown';
    await perform(
      (_ask, run) => {
        conversation = run.context.conversation;
        return Promise.resolve(null);
      },
      {},
      { talk: null },
    );
    expect(conversation).toBe(null);
    for (const call of [
      { operation: 'metadata.set', input: { key: 'a', value: 1 } },
      { operation: 'tag.add', input: { tag: 'a' } },
      { operation: 'event.add', input: { event: 'a' } },
      { operation: 'conversation.handOff', input: { reason: null } },
    ] as const)
      expect(await hear(call, {}, { talk: null })).toMatchObject({ ok: false, kind: 'unavailable' });
  });

  test('finds again what an earlier one kept, and the result shows what it changed', async () => {
    const execute = createPythonExecutor(createConversationNotes());
    const run = (script: Script) => execute(aTask(action, { talk }), aPorts({ runPython: running(script) }), never());
    const first = await run(async (ask) => {
      await ask({ operation: 'metadata.set', input: { key: 'plan', value: { name: 'gold' } } });
      await ask({ operation: 'metadata.set', input: { key: '__proto__', value: 'x' } });
      await ask({ operation: 'tag.add', input: { tag: 'vip' } });
      await ask({ operation: 'tag.add', input: { tag: 'vip' } });
      await ask({ operation: 'event.add', input: { event: { kind: 'refund' } } });
      return { status: 'ok' };
    });
    const kept = {
      metadata: Object.fromEntries([
        ['plan', { name: 'gold' }],
        ['__proto__', 'x'],
      ]),
      tags: ['vip'],
      events: [{ kind: 'refund' }],
      handed_off: false,
    };
    expect(first).toEqual({ ok: true, body: { status: 'ok', conversation: kept } });
    const second = await run(async (ask, { context }) => {
      expect(context.conversation).toMatchObject({ tags: ['vip'], metadata: { plan: { name: 'gold' } } });
      const plan = await ask({ operation: 'metadata.get', input: { key: 'plan' } });
      const none = await ask({ operation: 'metadata.get', input: { key: 'toString' } });
      return [plan, none];
    });
    expect(second.body).toEqual([
      { ok: true, value: { name: 'gold' } },
      { ok: true, value: null },
    ]);
    const third = await run(async (ask) => {
      await ask({ operation: 'metadata.delete', input: { key: 'plan' } });
      return 'gone';
    });
    expect(third.body).toMatchObject({ result: 'gone', conversation: { metadata: { ['__proto__']: 'x' } } });
    expect((third.body as { conversation: { metadata: object } }).conversation.metadata).not.toHaveProperty('plan');
  });

  test('keeps its own field of that name', async () => {
    const outcome = await perform(async (ask) => {
      await ask({ operation: 'tag.add', input: { tag: 'a' } });
      return { conversation: 'mine' };
    });
    expect(outcome.body).toEqual({ conversation: 'mine' });
  });

  test('cannot keep without end', async () => {
    const outcome = await perform(async (ask) => {
      const answers: HostAnswer[] = [];
      for (let at = 0; at < 201; at += 1)
        answers.push(await ask({ operation: 'metadata.set', input: { key: `k${at}`, value: at } }));
      answers.push(await ask({ operation: 'tag.add', input: { tag: 'ok' } }));
      answers.push(await ask({ operation: 'event.add', input: { event: 'x'.repeat(300_000) } }));
      return answers.slice(-3);
    });
    expect((outcome.body as { result: unknown[] }).result).toMatchObject([
      { ok: false, kind: 'refused' },
      { ok: true },
      { ok: false, kind: 'refused' },
    ]);
  });

  test('gives the talk to the desk', async () => {
    const desk = createHandOffDesk();
    const outcome = await perform(
      async (ask) => {
        await ask({ operation: 'conversation.handOff', input: { reason: 'angry' } });
        return {};
      },
      { desk },
    );
    expect(desk.talks()).toMatchObject([{ session: 's-1', note: 'angry', lines: talk.lines }]);
    expect(outcome.body).toMatchObject({ conversation: { handed_off: true } });
  });
});

describe('an outcome', () => {
  const failing = (outcome: Partial<Extract<PythonOutcome, { ok: false }>>) =>
    createPythonExecutor()(
      aTask(action),
      aPorts({
        runPython: () =>
          Promise.resolve({
            ok: false,
            kind: 'python',
            message: '',
            line: null,
            traceback: '',
            printed: '',
            milliseconds: 1,
            ...outcome,
          }),
      }),
      never(),
    );

  test.each([
    ['python', 'codeFailed'],
    ['memory', 'codeFailed'],
    ['protocol', 'codeFailed'],
    ['timeout', 'timedOut'],
    ['cancelled', 'cancelled'],
    ['crashed', 'notAvailable'],
  ] as const)('of the kind %s is a failure %s', async (kind, failure) => {
    expect(await failing({ kind, message: 'KeyError: x', line: 3 })).toEqual({
      ok: false,
      failure,
      detail: 'tryIt, line 3: KeyError: x',
    });
  });

  test('shows what was printed, and then the traceback', async () => {
    const outcome = await failing({ printed: 'looking', traceback: 'Traceback …\n' });
    expect(outcome).toMatchObject({ console: 'looking\nTraceback …\n' });
  });

  test('is a sentence where there is no Python, or no code', async () => {
    const execute = createPythonExecutor();
    expect(await execute(aTask(action), aPorts(), never())).toMatchObject({ failure: 'notAvailable' });
    const empty = anAction('python', { code: ' ' });
    const runPython: RunPython = () => Promise.reject(new Error('must not run'));
    expect(await execute(aTask(empty), aPorts({ runPython }), never())).toMatchObject({ failure: 'badRequest' });
  });

  test('comes within a moment when somebody stops it', async () => {
    const stop = new AbortController();
    const runPython: RunPython = () => new Promise(() => undefined);
    const asked = createPythonExecutor()(aTask(action), aPorts({ runPython }), stop.signal);
    const began = performance.now();
    stop.abort();
    expect(await asked).toMatchObject({ failure: 'cancelled' });
    expect(performance.now() - began).toBeLessThan(200);
  });
});
