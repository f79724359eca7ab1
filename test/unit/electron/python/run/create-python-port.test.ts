import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPythonPort } from '../../../../../electron/python/run/create-python-port.ts';
import { createFakeInterpreter, returned, type FakeInterpreter } from '../fake-interpreter.ts';
import { runCode } from '../running.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A port whose interpreters answer every run with their own number. */
function stage(keepsSpare: boolean) {
  const started: FakeInterpreter[] = [];
  const idle = vi.fn<() => void>();
  const prepare = vi.fn<() => Promise<() => Promise<FakeInterpreter>>>(() =>
    Promise.resolve(() => {
      const python = createFakeInterpreter();
      const number = started.push(python);
      const post = python.post;
      return Promise.resolve({
        ...python,
        post: (message) => {
          post(message);
          python.say(returned(number));
        },
      });
    }),
  );
  return { port: createPythonPort({ prepare, keepsSpare, onIdle: idle }), started, idle, prepare };
}

test('nothing is read or started before the first run, and nothing is used twice', async () => {
  const { port, started, prepare } = stage(false);
  expect(prepare).not.toHaveBeenCalled();
  expect(await runCode(port, '')).toMatchObject({ result: 1 });
  expect(await runCode(port, '')).toMatchObject({ result: 2 });
  expect(prepare).toHaveBeenCalledTimes(1);
  expect(started.map(({ done }) => done)).toEqual([['killed'], ['killed']]);
});

test('a spare is started after the first run, taken by the next, and let go when nobody comes', async () => {
  const { port, started, idle } = stage(true);
  await runCode(port, '');
  await vi.advanceTimersByTimeAsync(0);
  expect(started).toHaveLength(2);
  expect(await runCode(port, '')).toMatchObject({ result: 2 });
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  expect(started).toHaveLength(3);
  expect(started[2]?.done).toEqual(['killed']);
  expect(idle).toHaveBeenCalledTimes(1);
  expect(await runCode(port, '')).toMatchObject({ result: 4 });
});

test('a spare that ended while it waited is not given to anybody', async () => {
  const { port, started } = stage(true);
  await runCode(port, '');
  await vi.advanceTimersByTimeAsync(0);
  started[1]?.end('out of memory');
  expect(await runCode(port, '')).toMatchObject({ result: 3 });
});

test('closing ends the spare and refuses later runs', async () => {
  const { port, started, idle } = stage(true);
  await runCode(port, '');
  await port.close();
  await vi.advanceTimersByTimeAsync(0);
  expect(started[1]?.done).toEqual(['killed']);
  expect(idle).toHaveBeenCalledTimes(1);
  expect(await runCode(port, '')).toMatchObject({ ok: false, kind: 'cancelled' });
});

test('a runtime that cannot be read is told, and tried again', async () => {
  const prepare = vi
    .fn<() => Promise<() => Promise<FakeInterpreter>>>()
    .mockRejectedValueOnce(new Error('pyodide.asm.wasm is not the file.'))
    .mockRejectedValueOnce(new Error('Still not.'));
  const port = createPythonPort({ prepare, keepsSpare: false });
  expect(await runCode(port, '')).toMatchObject({ kind: 'crashed', message: 'pyodide.asm.wasm is not the file.' });
  expect(await runCode(port, '')).toMatchObject({ kind: 'crashed', message: 'Still not.' });
});
