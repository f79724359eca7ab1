import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../../../../shared/base/json.ts';
import type {
  ExecutorPorts,
  ServiceAnswer,
  ServiceRequest,
} from '../../../../../../electron/host/actions/action-executor.ts';
import { createPythonExecutor } from '../../../../../../electron/host/actions/python/python-executor.ts';
import { createConversationNotes } from '../../../../../../electron/host/desk/conversation-notes.ts';
import { createHandOffDesk } from '../../../../../../electron/host/desk/hand-off-desk.ts';
import type { HostAnswer, HostCall } from '../../../../../../electron/python/host-operations.ts';
import type { PythonOutcome, PythonRun, RunPython } from '../../../../../../electron/python/python-port.ts';
import { aFolder, anAction, anIntegration, aPorts, aTask, never } from '../executor-setting.ts';

const talk = {
  session: 's-1',
  utterance: 'My order?',
  lines: [
    { speaker: 'APP', text: 'Hello' },
    { speaker: 'USER', text: 'My order?' },
  ],
  language: 'en',
} as const;
const action = anAction('python', { code: 'def execute_action(context): ...' });

/** A script written here: it asks the host, and comes to a result. */
type Script = (ask: (call: HostCall) => Promise<HostAnswer>, run: PythonRun) => Promise<Json>;
const running =
  (script: Script): RunPython =>
  async (run, signal) => ({
    ok: true,
    result: await script((call) => run.onHostCall(call, signal), run),
    printed: '',
    milliseconds: 1,
  });

const perform = (
  script: Script,
  ports: Partial<ExecutorPorts> = {},
  task: Partial<Parameters<typeof aTask<'python'>>[1]> = {},
) =>
  createPythonExecutor()(aTask(action, { talk, ...task }), aPorts({ runPython: running(script), ...ports }), never());

/** What the host answers to one call. */
async function hear(call: HostCall, ports: Partial<ExecutorPorts> = {}, task = {}): Promise<HostAnswer> {
  let answer: HostAnswer | null = null;
  await perform(
    async (ask) => {
      answer = await ask(call);
      return null;
    },
    ports,
    task,
  );
  if (answer === null) throw new Error('nothing was answered');
  return answer;
}

describe('a script', () => {
  test('is given the arguments, and the talk so far', async () => {
    let given: PythonRun | null = null;
    const outcome = await perform(
      (_ask, run) => {
        given = run;
        return Promise.resolve({ done: true });
      },
      {},
      { args: { orderId: 'A-1' }, timeout: 5_000 },
    );
    expect(outcome).toEqual({ ok: true, body: { done: true } });
    expect(given).toMatchObject({
      fileName: 'tryIt.py',
      limits: { timeout: 4_700 },
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

describe('requests', () => {
  const request = (more: object = {}) =>
    ({
      operation: 'http.request',
      input: {
        method: 'GET',
        url: 'https://api.example.com/orders',
        headers: [
          ['Authorization', 'Bearer x'],
          ['Accept', '*/*'],
          ['Connection', 'keep-alive'],
        ],
        body: null,
        timeoutSeconds: null,
        followRedirects: true,
        ...more,
      },
    }) as HostCall;
  const answering = (...answers: readonly Partial<Extract<ServiceAnswer, { ok: true }>>[]) => {
    const asked: (ServiceRequest & { timeout: number })[] = [];
    const callService: ExecutorPorts['callService'] = (sent, _integration, { timeout }) => {
      asked.push({ ...sent, timeout });
      const answer = answers[Math.min(asked.length, answers.length) - 1];
      return Promise.resolve({ ok: true, status: 200, headers: {}, text: '', json: null, ...answer });
    };
    return { asked, callService };
  };

  test('go through the policy of the host, with no integration and no secret', async () => {
    const { asked, callService } = answering({
      status: 201,
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      text: '{"a":"Ω"}',
    });
    const body = Buffer.from('{"q":1}').toString('base64');
    const heard = await hear(request({ method: 'POST', body, timeoutSeconds: 2 }), { callService });
    expect(heard).toEqual({
      ok: true,
      value: {
        status: 201,
        reason: 'Created',
        url: 'https://api.example.com/orders',
        headers: [['content-type', 'application/json']],
        body: Buffer.from('{"a":"Ω"}').toString('base64'),
        milliseconds: expect.any(Number) as unknown,
      },
    });
    expect(asked).toMatchObject([
      {
        method: 'POST',
        path: 'https://api.example.com/orders',
        headers: { Authorization: 'Bearer x', Accept: '*/*' },
        body: { kind: 'text', text: '{"q":1}' },
      },
    ]);
    expect(asked[0]?.timeout).toBeLessThanOrEqual(2_000);
    expect(asked[0]?.headers).not.toHaveProperty('Connection');
  });

  test('follow redirects one by one, and what proves who asks stays where it was', async () => {
    const { asked, callService } = answering(
      { status: 307, headers: { location: '/moved' } },
      { status: 302, headers: { location: 'https://evil.example/x' } },
      { text: 'there' },
    );
    const body = Buffer.from('secret').toString('base64');
    const heard = await hear(request({ method: 'POST', body }), { callService });
    expect(heard).toMatchObject({ ok: true, value: { url: 'https://evil.example/x' } });
    expect(
      asked.map(({ method, path, headers, body: sent }) => [method, path, Object.keys(headers ?? {}), sent?.kind]),
    ).toEqual([
      ['POST', 'https://api.example.com/orders', ['Authorization', 'Accept'], 'text'],
      ['POST', 'https://api.example.com/moved', ['Authorization', 'Accept'], 'text'],
      ['GET', 'https://evil.example/x', ['Accept'], undefined],
    ]);
  });

  test('do not follow for ever, and not at all when they should not', async () => {
    const loop = answering({ status: 302, headers: { location: '/again' } });
    expect(await hear(request(), loop)).toMatchObject({ ok: false, kind: 'redirects' });
    expect(loop.asked).toHaveLength(6);
    const once = answering({ status: 302, headers: { location: '/again' } });
    expect(await hear(request({ followRedirects: false }), once)).toMatchObject({ ok: true, value: { status: 302 } });
    expect(once.asked).toHaveLength(1);
  });

  test.each([
    ['timedOut', 'late', 'timeout'],
    ['connectionFailed', 'Nothing is listening', 'connection'],
    ['connectionFailed', 'The certificate has expired', 'certificate'],
    ['noMock', 'The talk runs on mocks', 'refused'],
    ['addressRefused', 'Parley does not call that', 'refused'],
    ['tooLarge', 'too much', 'body'],
    ['redirectRefused', 'no', 'redirects'],
    ['badRequest', 'bad', 'invalidUrl'],
  ] as const)('that fail with %s (%s) raise %s', async (failure, detail, kind) => {
    const callService: ExecutorPorts['callService'] = () => Promise.resolve({ ok: false, failure, detail });
    expect(await hear(request(), { callService })).toEqual({ ok: false, kind, message: detail });
  });

  test.each([
    [{ url: 'not a url' }, 'invalidUrl'],
    [{ method: 'TRACE' }, 'badRequest'],
    [{ body: Buffer.from([0xff, 0xfe]).toString('base64') }, 'badRequest'],
    [{ body: Buffer.alloc(2_000_000).toString('base64') }, 'badRequest'],
  ])('%j are not sent', async (wrong, kind) => {
    const { asked, callService } = answering({});
    expect(await hear(request(wrong), { callService })).toMatchObject({ ok: false, kind });
    expect(asked).toEqual([]);
  });
});

describe('the helpers', () => {
  test('know public holidays', async () => {
    const ask = (country: string, date: string | null, state: string | null = null) =>
      hear({ operation: 'holiday.check', input: { country, state, region: null, date } });
    expect(await ask('GR', '2027-05-03')).toEqual({ ok: true, value: true });
    expect(await ask('GR', '2027-05-04')).toEqual({ ok: true, value: false });
    expect(await ask('US', '2027-03-31', 'CA')).toEqual({ ok: true, value: true });
    expect(await ask('GR', null)).toEqual({ ok: true, value: false });
    expect(await ask('XX', null)).toMatchObject({ ok: false, kind: 'badRequest' });
  });

  test('add rows beside the scenario', async () => {
    const folder = await aFolder();
    const ports = { besideScenario: () => folder };
    const add = (data: JsonObject | Json[]) =>
      hear({ operation: 'sheet.addRow', input: { sheetId: 'log', data } }, ports);
    expect(await add({ name: 'Ada', tags: ['a', 'b'], age: 36 })).toEqual({ ok: true, value: null });
    expect(await add(['=1', 2])).toEqual({ ok: true, value: null });
    expect(await readFile(join(folder, 'log.csv'), 'utf8')).toBe(
      'name,tags,age,column_1,column_2\r\nAda,"[""a"",""b""]",36,,\r\n,,,"\'=1",2\r\n',
    );
    expect(await add({})).toMatchObject({ ok: false, kind: 'refused' });
  });

  test('choose the same variant whenever the same conversation asks, and all of them over many', async () => {
    const variants = ['a', 'b', 'c'];
    const choose = (session: string, testName = 'button') =>
      hear({ operation: 'abTest.variant', input: { testName, variants } }, {}, { talk: { ...talk, session } });
    const chosen = await Promise.all(Array.from({ length: 60 }, (_, at) => choose(`s-${at}`)));
    expect(await choose('s-7')).toEqual(chosen[7]);
    expect(new Set(chosen.map((answer) => (answer.ok ? answer.value : null)))).toEqual(new Set(variants));
    const byChance = (chance: number) =>
      hear({ operation: 'abTest.variant', input: { testName: 'x', variants } }, {}, { talk: null, chance });
    expect(await byChance(0.25)).toEqual(await byChance(0.25));
  });

  const category: Extract<HostCall, { operation: 'llm.classifyCategory' }> = {
    operation: 'llm.classifyCategory',
    input: {
      prompt: 'What is it about?',
      input: 'I want a refund please',
      options: ['refund', 'delivery'],
      fallback: null,
    },
  };
  const binary = {
    operation: 'llm.classifyBinary',
    input: { prompt: 'Is the person angry?', input: 'Give me my money!', fallback: false },
  } as const;

  test('decide by clear words without a model, or not at all', async () => {
    expect(await hear(category)).toEqual({ ok: true, value: 'refund' });
    const vague = { ...category, input: { ...category.input, input: 'Hm, well' } };
    expect(await hear(vague)).toEqual({ ok: true, value: null });
    expect(await hear(binary)).toEqual({ ok: true, value: null });
  });

  test('ask the model of the action, and take no other answer than those', async () => {
    const asked: ServiceRequest[] = [];
    const model = (decision: Json): Partial<ExecutorPorts> => ({
      callService: (sent) => {
        asked.push(sent);
        const json = { choices: [{ message: { content: JSON.stringify({ decision }) } }] };
        return Promise.resolve({ ok: true, status: 200, headers: {}, text: '', json });
      },
    });
    const task = {
      action: anAction('python', { code: 'x', classifier: { model: 'small' } }),
      integration: anIntegration({ baseUrl: 'http://localhost:11434/v1' }),
    };
    expect(await hear(category, model('delivery'), task)).toEqual({ ok: true, value: 'delivery' });
    expect(await hear(category, model('delete everything'), task)).toEqual({ ok: true, value: null });
    expect(await hear(binary, model(true), task)).toEqual({ ok: true, value: true });
    expect(await hear(binary, model('yes'), task)).toEqual({ ok: true, value: null });
    expect(await hear(binary, {}, task)).toEqual({ ok: true, value: null });
    expect(asked[0]).toMatchObject({
      path: '/chat/completions',
      body: { value: { model: 'small', temperature: 0, response_format: { json_schema: { strict: true } } } },
    });
  });
});
