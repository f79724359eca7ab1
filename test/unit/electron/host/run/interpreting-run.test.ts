import { afterEach, expect, test } from 'vitest';
import type { TraceEventOf } from '../../../../../shared/engine/trace-event.ts';
import { printScenario } from '../../../../../shared/persistence/print-scenario.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { need } from '../../../../builders/need.ts';
import { unwrap } from '../../../../builders/unwrap.ts';
import { answering, closeInterpreters, chatReply, type Service } from '../interpreters/interpreting.ts';
import { openDesk, type Desk } from './stand-ins.ts';

afterEach(closeInterpreters);

const scenario = (model: Service): string =>
  printScenario(
    aScenario('Shop')
      .withIntegration('brain', { baseUrl: model.origin })
      .withInterpreter('model', {}, { kind: 'llm', model: 'small', integration: 'brain' })
      .withConversation('A', { interpreter: 'model' })
      .withScene('s')
      .withTurn('t')
      .user('order', { samples: ['where is my order'] })
      .app('told', { text: 'On its way.' })
      .build(),
  );

async function startRun(desk: Desk, text: string, mode: 'mock' | 'live'): Promise<string> {
  const started = await desk.handlers['run.start']({ text, file: null, mode, seed: 1, attributes: {} });
  return unwrap(started).run;
}

const say = (desk: Desk, run: string) =>
  desk.handlers['run.say']({ run, utterance: { kind: 'text', text: 'where is my order' } });

/** The answer of the interpreter, once the page was told. */
async function settled(desk: Desk): Promise<TraceEventOf<'effect.settled'>> {
  const answers = (): TraceEventOf<'effect.settled'>[] =>
    desk.told('run.traced').flatMap(({ events }) => events.filter((event) => event.kind === 'effect.settled'));
  await expect.poll(answers).toHaveLength(1);
  return need(answers()[0]);
}

test('a run on mocks asks nobody, and tells the page who read instead', async () => {
  const model = await answering(chatReply('{"intents":[]}'));
  const desk = openDesk();
  await say(desk, await startRun(desk, scenario(model), 'mock'));
  expect(await settled(desk)).toMatchObject({ effectKind: 'interpret.run', origin: 'mocked', name: 'model' });
  await expect.poll(() => desk.texts()).toEqual(['On its way.']);
  expect([model.received, desk.faults]).toEqual([[], []]);
  desk.release();
});

test('a live run asks the model once its origin was allowed', async () => {
  const model = await answering(chatReply('{"intents":[{"intent":"order","confidence":0.9}]}'));
  const desk = openDesk();
  const run = await startRun(desk, scenario(model), 'live');
  await say(desk, run);
  await expect.poll(() => desk.told('run.consentAsked')).toEqual([{ run, origin: model.origin }]);
  expect(model.received).toEqual([]);
  await desk.handlers['run.consent']({ run, origin: model.origin, allowed: true });
  expect(await settled(desk)).toMatchObject({ origin: 'live', outcome: 'succeeded', status: 200 });
  await expect.poll(() => desk.texts()).toEqual(['On its way.']);
  expect(model.received).toHaveLength(1);
  desk.release();
});

test('a scenario that is not trusted asks nobody live', async () => {
  const model = await answering(chatReply('{"intents":[]}'));
  const desk = openDesk();
  desk.standing = { trusted: false, key: 'strange' };
  await say(desk, await startRun(desk, scenario(model), 'live'));
  expect(await settled(desk)).toMatchObject({ failure: 'notTrusted', outcome: 'failed' });
  expect(model.received).toEqual([]);
  desk.release();
});

test('waiting for a model can be ended', async () => {
  const model = await answering(() => undefined);
  const desk = openDesk();
  const run = await startRun(desk, scenario(model), 'live');
  await say(desk, run);
  await expect.poll(() => desk.told('run.consentAsked')).toHaveLength(1);
  await desk.handlers['run.consent']({ run, origin: model.origin, allowed: true });
  await expect.poll(() => model.received).toHaveLength(1);
  await desk.handlers['run.cancel']({ run });
  expect(await settled(desk)).toMatchObject({ failure: 'cancelled' });
  await expect.poll(() => desk.told('run.waited').at(-1)?.waiting).toBe('user');
  desk.release();
});
