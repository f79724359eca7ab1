import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pythonLimits, type PythonRun } from '../../../../../electron/python/python-port.ts';
import { runOnInterpreter } from '../../../../../electron/python/run/run-on-interpreter.ts';
import { createFakeInterpreter, returned } from '../fake-interpreter.ts';
import { aRun } from '../running.ts';

const never = new AbortController().signal;

const begin = (about: Partial<PythonRun> = {}, signal = never) => {
  const python = createFakeInterpreter();
  return { python, outcome: runOnInterpreter(python, aRun('code', about), signal) };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what an interpreter says', () => {
  test('a result ends the run, and the interpreter with it', async () => {
    const { python, outcome } = begin();
    python.say({ kind: 'print', text: 'hello\n' });
    python.say(returned({ a: [1] }));
    expect(await outcome).toMatchObject({ ok: true, result: { a: [1] }, printed: 'hello\n' });
    expect(python.done).toEqual(['killed']);
  });

  test('the first result counts; nothing is heard after it', async () => {
    const print = vi.fn<(text: string) => void>();
    const { python, outcome } = begin({ onPrint: print });
    python.say(returned(1));
    python.say(returned(2));
    python.say({ kind: 'print', text: 'still here' });
    python.say({ kind: 'call', id: 1, operation: 'tag.add', payload: '{"tag":"late"}' });
    expect(await outcome).toMatchObject({ ok: true, result: 1, printed: '' });
    expect(print).not.toHaveBeenCalled();
    expect(python.posted).toHaveLength(1);
  });

  test.each([
    ['no object', 'ready'],
    ['nothing', null],
    ['another kind', { kind: 'owned' }],
    ['a word too many', { kind: 'print', text: 'x', more: 1 }],
    ['a start of something that runs', { kind: 'ready' }],
    ['an outcome that is no text', { kind: 'done', outcome: { kind: 'returned', result: 1 } }],
    ['an outcome without a result', { kind: 'done', outcome: '{"kind":"returned"}' }],
    ['an outcome of another kind', { kind: 'done', outcome: '{"kind":"owned","result":1}' }],
    [
      'a failure with a word too many',
      { kind: 'done', outcome: '{"kind":"raised","message":"x","line":1,"traceback":"","x":1}' },
    ],
  ])('%s is not believed', async (_what, message) => {
    const { python, outcome } = begin();
    python.say(message);
    expect(await outcome).toMatchObject({ ok: false, kind: 'protocol' });
    expect(python.done).toEqual(['killed']);
  });

  test.each([
    ['no JSON', '{', 'python'],
    ['a number that is none', '{"kind":"returned","result":NaN}', 'python'],
    ['a key that reaches for a prototype', '{"kind":"returned","result":{"__proto__":1}}', 'python'],
    ['too deep', `{"kind":"returned","result":${'['.repeat(65)}${']'.repeat(65)}}`, 'python'],
    ['too long', `{"kind":"returned","result":"${'x'.repeat(1_200_000)}"}`, 'protocol'],
  ])('a result that is %s is refused', async (_what, text, kind) => {
    const { python, outcome } = begin();
    python.say({ kind: 'done', outcome: text });
    expect(await outcome).toMatchObject({ ok: false, kind });
  });

  test('more print than there may be ends it', async () => {
    const { python, outcome } = begin({ limits: { ...pythonLimits, printBytes: 10 } });
    python.say({ kind: 'print', text: 'x'.repeat(600) });
    python.say({ kind: 'print', text: 'x'.repeat(600) });
    expect(await outcome).toMatchObject({ ok: false, kind: 'protocol', printed: 'x'.repeat(600) });
  });

  test('an interpreter that ends by itself is told as that', async () => {
    const { python, outcome } = begin();
    python.end('signal SIGSEGV');
    expect(await outcome).toMatchObject({
      ok: false,
      kind: 'crashed',
      message: 'Python ended before the script did: signal SIGSEGV',
    });
  });
});

describe('the limit of time', () => {
  const limits = { ...pythonLimits, timeout: 1_000 };
  const interrupted = (line: number) => ({
    kind: 'done',
    outcome: JSON.stringify({ kind: 'interrupted', message: 'KeyboardInterrupt', line, traceback: 'Traceback' }),
  });

  test('interrupts, and tells the line the script was at', async () => {
    const { python, outcome } = begin({ limits });
    await vi.advanceTimersByTimeAsync(999);
    expect(python.done).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(python.done).toEqual(['interrupted']);
    python.say(interrupted(7));
    expect(await outcome).toMatchObject({
      ok: false,
      kind: 'timeout',
      message: 'The script ran longer than 1 s.',
      line: 7,
      traceback: 'Traceback',
    });
  });

  test('ends one that does not listen, half a second later', async () => {
    const { python, outcome } = begin({ limits });
    await vi.advanceTimersByTimeAsync(1_499);
    expect(python.done).toEqual(['interrupted']);
    await vi.advanceTimersByTimeAsync(1);
    expect(python.done).toEqual(['interrupted', 'killed']);
    expect(await outcome).toMatchObject({ ok: false, kind: 'timeout', line: null });
  });

  test('takes no result that comes after it', async () => {
    const { python, outcome } = begin({ limits });
    await vi.advanceTimersByTimeAsync(1_200);
    python.say(returned('too late'));
    expect(await outcome).toMatchObject({ ok: false, kind: 'timeout' });
  });

  test('tells a script that waits for an answer that none will come', async () => {
    const seen: AbortSignal[] = [];
    const { python, outcome } = begin({
      limits,
      onHostCall: (_call, signal) => {
        seen.push(signal);
        return new Promise(() => undefined);
      },
    });
    python.say({ kind: 'call', id: 1, operation: 'tag.add', payload: '{"tag":"x"}' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(python.posted.slice(1)).toEqual([
      {
        kind: 'answer',
        id: 1,
        answer: JSON.stringify({ ok: false, kind: 'timeout', message: 'The script ran longer than 1 s.' }),
      },
    ]);
    await vi.advanceTimersByTimeAsync(500);
    await outcome;
    expect(seen[0]?.aborted).toBe(true);
  });

  test('an interrupt before it is the script itself', async () => {
    const { python, outcome } = begin({ limits });
    python.say(interrupted(2));
    expect(await outcome).toMatchObject({ ok: false, kind: 'python', line: 2 });
  });

  test('stopping it by hand ends it at once', async () => {
    const stop = new AbortController();
    const { python, outcome } = begin({ limits }, stop.signal);
    stop.abort();
    expect(await outcome).toMatchObject({ ok: false, kind: 'cancelled' });
    expect(python.done).toEqual(['killed']);
    const already = begin({ limits }, stop.signal);
    expect(await already.outcome).toMatchObject({ ok: false, kind: 'cancelled' });
    expect(already.python.posted).toEqual([]);
  });
});

describe('what a script asks the host', () => {
  const ask = (python: { say: (message: unknown) => void }, id: number, operation: string, payload: unknown): void =>
    python.say({
      kind: 'call',
      id,
      operation,
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    });
  const answers = (python: ReturnType<typeof createFakeInterpreter>): unknown[] =>
    python.posted.flatMap((message) => (message.kind === 'answer' ? [JSON.parse(message.answer)] : []));

  test('is checked, handed on, and answered', async () => {
    const onHostCall = vi.fn<PythonRun['onHostCall']>().mockResolvedValue({ ok: true, value: 'gold' });
    const { python } = begin({ onHostCall });
    ask(python, 1, 'metadata.get', { key: 'tier' });
    await vi.advanceTimersByTimeAsync(0);
    expect(onHostCall.mock.calls[0]?.[0]).toEqual({ operation: 'metadata.get', input: { key: 'tier' } });
    expect(answers(python)).toEqual([{ ok: true, value: 'gold' }]);
  });

  test.each([
    ['an operation there is not', 'process.exec', {}, 'The host knows no operation "process.exec".'],
    ['a prototype', '__proto__', {}, 'The host knows no operation "__proto__".'],
    ['what is no JSON', 'tag.add', '{', expect.stringContaining('tag.add: ')],
    ['without what it takes', 'tag.add', {}, expect.stringContaining('tag.add: tag: ')],
    ['with what it does not take', 'tag.add', { tag: 'x', sudo: true }, expect.stringContaining('tag.add: ')],
    [
      'with a date that is none',
      'holiday.check',
      { country: 'GR', state: null, region: null, date: 'soon' },
      expect.stringContaining('date'),
    ],
  ])('%s is refused before anybody looks at it', async (_what, operation, payload, message) => {
    const onHostCall = vi.fn<PythonRun['onHostCall']>();
    const { python } = begin({ onHostCall });
    ask(python, 1, operation, payload);
    await vi.advanceTimersByTimeAsync(0);
    expect(answers(python)).toEqual([{ ok: false, kind: 'badRequest', message }]);
    expect(onHostCall).not.toHaveBeenCalled();
  });

  test('an answer that is none, and a host that throws, are told as failures', async () => {
    const onHostCall = vi
      .fn<PythonRun['onHostCall']>()
      .mockResolvedValueOnce({ ok: true, value: 'yes' })
      .mockRejectedValueOnce(new Error('No disk.'));
    const { python } = begin({ onHostCall });
    const day = { country: 'GR', state: null, region: null, date: null };
    ask(python, 1, 'holiday.check', day);
    ask(python, 2, 'holiday.check', day);
    await vi.advanceTimersByTimeAsync(0);
    expect(answers(python)).toEqual([
      { ok: false, kind: 'failed', message: 'holiday.check was answered with something else.' },
      { ok: false, kind: 'failed', message: 'No disk.' },
    ]);
  });

  test('too often is refused, and on and on ends it', async () => {
    const { python, outcome } = begin({
      limits: { ...pythonLimits, hostCalls: 2 },
      onHostCall: () => Promise.resolve({ ok: true, value: null }),
    });
    for (let id = 1; id <= 3; id += 1) ask(python, id, 'tag.add', { tag: 'x' });
    await vi.advanceTimersByTimeAsync(0);
    expect(answers(python)).toContainEqual({
      ok: false,
      kind: 'refused',
      message: 'A script may ask the host 2 times; this is once more.',
    });
    for (let id = 4; id <= 23; id += 1) ask(python, id, 'tag.add', { tag: 'x' });
    expect(await outcome).toMatchObject({ ok: false, kind: 'protocol' });
  });
});
