import { afterEach, expect, test } from 'vitest';
import { startEngineThread } from '../../../../electron/host/engine-port.ts';
import type { EngineProcess } from '../../../../electron/host/host-ports.ts';
import { openDesk, startInput } from './run/stand-ins.ts';

const startThread = startEngineThread(new URL('../../../../electron/worker/engine-worker.ts', import.meta.url));

const releases: (() => void)[] = [];
afterEach(() => releases.splice(0).forEach((release) => release()));

test('an engine in a thread talks like one in this process', async () => {
  const desk = openDesk(startThread);
  releases.push(desk.release);
  const started = await desk.handlers['run.start'](startInput);
  expect(started).toMatchObject({ ok: true });
  const run = started.ok ? started.value.run : '';
  await desk.handlers['run.say']({ run, utterance: { kind: 'text', text: 'where is my order' } });
  await expect.poll(() => desk.texts()).toEqual(['What is your order number? It is on the order confirmation.']);
});

test('a thread that dies is a run that failed, and this process goes on', async () => {
  const threads: EngineProcess[] = [];
  const desk = openDesk(() => {
    const thread = startThread();
    threads.push(thread);
    return thread;
  });
  releases.push(desk.release);
  await desk.handlers['run.start'](startInput);
  threads[0]?.stop();
  await expect
    .poll(() => desk.told('run.failed'))
    .toEqual([expect.objectContaining({ failure: expect.objectContaining({ code: 'run.crashed' }) as object })]);
});

test('a thread whose program is broken is a run that failed too', async () => {
  const desk = openDesk(startEngineThread(new URL('data:text/javascript,throw new Error("no engine here")')));
  releases.push(desk.release);
  expect(await desk.handlers['run.start'](startInput)).toMatchObject({ ok: false, failure: { code: 'run.crashed' } });
  expect(desk.told('run.failed')).toHaveLength(1);
});
