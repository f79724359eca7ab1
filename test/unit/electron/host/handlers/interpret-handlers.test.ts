import { afterEach, expect, test } from 'vitest';
import type { HostEvent } from '../../../../../shared/bridge/contract/event-contract.ts';
import { printScenario } from '../../../../../shared/persistence/print-scenario.ts';
import { startEngineThread } from '../../../../../electron/host/engine-port.ts';
import { createInterpretHandlers } from '../../../../../electron/host/handlers/interpret-handlers.ts';
import type { EngineProcess, StartEngine } from '../../../../../electron/host/host-ports.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { engineInProcess, sample } from '../run/stand-ins.ts';

const releases: (() => void | Promise<void>)[] = [];
afterEach(() => releases.splice(0).forEach((release) => void release()));

/** Handlers with everything around them, what they told, and the processes they started. */
function openDesk(startEngine: StartEngine = engineInProcess) {
  const events: HostEvent[] = [];
  const started: EngineProcess[] = [];
  const handlers = createInterpretHandlers({
    emit: (event) => events.push(event),
    startEngine: () => {
      const engine = startEngine();
      started.push(engine);
      return engine;
    },
    onRelease: (release) => void releases.push(release),
  });
  return { handlers, events, started };
}

/** Enough to be at it for a while. */
function manyIntents(): string {
  const scenario = aScenario('Many').withConversation('C').withScene('S').withTurn('T');
  for (let intent = 0; intent < 150; intent += 1)
    scenario.user(`intent${intent}`, {
      samples: Array.from({ length: 8 }, (_, at) => `word${intent} thing${at} other${(intent * at) % 7}`),
    });
  return printScenario(scenario.build());
}
const many = manyIntents();
const score = { text: sample, seed: 1 };
const trial = { text: sample, utterance: 'where is my order', scope: { kind: 'everywhere' } } as const;
const cancelled = { ok: false, failure: { code: 'interpret.cancelled' } };

test('a score and a trial are answered by one process, started when first asked', async () => {
  const { handlers, started } = openDesk();
  expect(started).toHaveLength(0);
  const scored = await handlers['interpret.score'](score);
  expect(scored).toMatchObject({ ok: true, value: { rounds: 5 } });
  expect(await handlers['interpret.try'](trial)).toMatchObject({ ok: true, value: { chosen: 'where_is_order' } });
  expect(started).toHaveLength(1);
});

test('a newer score stops the older', async () => {
  const { handlers } = openDesk();
  const older = handlers['interpret.score']({ text: many, seed: 1 });
  const newer = handlers['interpret.score'](score);
  expect(await older).toMatchObject(cancelled);
  expect(await newer).toMatchObject({ ok: true });
});

test('a long measuring says how far it is, lets trials in between, and can be stopped', async () => {
  const { handlers, events } = openDesk(
    startEngineThread(new URL('../../../../../electron/worker/engine-worker.ts', import.meta.url)),
  );
  let isOver = false;
  const scoring = handlers['interpret.score']({ text: many, seed: 1 }).finally(() => (isOver = true));
  await expect.poll(() => events.length, { timeout: 10_000 }).toBeGreaterThan(0);
  expect(events[0]).toMatchObject({ name: 'interpret.progressed', payload: { total: 1200 } });
  expect(await handlers['interpret.try'](trial)).toMatchObject({ ok: true });
  expect(isOver).toBe(false);
  await handlers['interpret.cancel']({});
  expect(await scoring).toMatchObject(cancelled);
  expect(await handlers['interpret.try'](trial)).toMatchObject({ ok: true });
});

test('of trials that pile up only the newest is answered', async () => {
  const { handlers } = openDesk();
  const replies = await Promise.all(
    ['w', 'wh', 'where is my order'].map((utterance) => handlers['interpret.try']({ ...trial, utterance })),
  );
  expect(replies).toMatchObject([cancelled, cancelled, { ok: true, value: { chosen: 'where_is_order' } }]);
});

test('a scenario that cannot be read is refused, with the place', async () => {
  const { handlers } = openDesk();
  const refused = {
    ok: false,
    failure: { code: 'run.invalidScenario', detail: expect.stringMatching(/^\//) as string },
  };
  expect(await handlers['interpret.score']({ ...score, text: '{}' })).toMatchObject(refused);
  expect(await handlers['interpret.try']({ ...trial, text: '{}' })).toMatchObject(refused);
});

test('a process that dies fails what it was at, and the next wish has another', async () => {
  const { handlers, started } = openDesk();
  await handlers['interpret.try'](trial);
  const scoring = handlers['interpret.score']({ text: many, seed: 1 });
  started[0]?.stop();
  expect(await scoring).toMatchObject({ ok: false, failure: { code: 'run.crashed' } });
  expect(await handlers['interpret.try'](trial)).toMatchObject({ ok: true });
  expect(started).toHaveLength(2);
});

test('the process ends with the window', async () => {
  const { handlers, started } = openDesk();
  let ended = 0;
  await handlers['interpret.try'](trial);
  started[0]?.onExit(() => (ended += 1));
  releases.splice(0).forEach((release) => void release());
  expect(ended).toBe(1);
});
