import { describe, expect, test } from 'vitest';
import type { EffectResult } from '../../../../shared/engine/effect.ts';
import { interpreterGroups } from '../../../../shared/engine/interpreter-groups.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { readScenario } from '../../../../shared/persistence/read-scenario.ts';
import { startingScope } from '../../../../shared/program/scope.ts';
import type { FromEngine, ToEngine } from '../../../../shared/runtime/engine-messages.ts';
import { templateNamed } from '../../../../shared/samples/templates.ts';
import { compileWithWords } from '../../../../electron/worker/compile-with-words.ts';
import { createEngineLoop } from '../../../../electron/worker/engine-loop.ts';
import { textOf } from '../../../builders/text-of.ts';

const sample = printScenario(templateNamed('order-support')!.create());
const started: ToEngine = {
  kind: 'start',
  request: 1,
  text: sample,
  session: 'run-1',
  user: 'designer',
  seed: 1,
  attributes: {},
};

type Spoken<Kind extends FromEngine['kind']> = Extract<FromEngine, { kind: Kind }>;

/** An engine one can talk to, with all it said. */
function engine(now: () => number = () => 1_000) {
  const said: FromEngine[] = [];
  const tell = createEngineLoop((message) => said.push(structuredClone(message)), now);
  const all = <Kind extends FromEngine['kind']>(kind: Kind): Spoken<Kind>[] =>
    said.filter((message): message is Spoken<Kind> => message.kind === kind);
  return {
    said,
    tell,
    all,
    say: (text: string) => tell({ kind: 'say', utterance: { kind: 'text', text } }),
    texts: () => all('replied').flatMap(({ messages }) => messages.flatMap(({ blocks }) => blocks.map(textOf))),
    events: () => all('traced').flatMap(({ events }) => events),
  };
}

const answered: EffectResult = {
  outcome: 'succeeded',
  origin: 'live',
  outputs: { order_status: 'shipped', estimated_delivery: 'Friday' },
  failure: null,
  detail: '',
  status: 200,
  duration: 3,
  attempts: 1,
  request: null,
  response: null,
};

/** Lets promises that are ready go on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the engine loop', () => {
  test('compiles, and then tells what happens in the order it happens', async () => {
    const { tell, say, said, events, texts } = engine();
    tell(started);
    say('where is my order');
    await settle();
    expect(said.map(({ kind }) => kind)).toEqual(['compiled', 'traced', 'waiting', 'traced', 'replied', 'waiting']);
    expect(said[0]).toMatchObject({
      kind: 'compiled',
      request: 1,
      program: expect.stringMatching(/^[0-9a-f]+$/) as string,
      about: { name: 'Order support', kinds: { 'get-order-details': 'api' } },
    });
    expect(events().map(({ seq }) => seq)).toEqual(events().map((_event, at) => at + 1));
    expect(texts()).toEqual(['What is your order number? It is on the order confirmation.']);
  });

  test('refuses a scenario it cannot read, with the place', () => {
    const { tell, said } = engine();
    tell({ ...started, text: '{"format":"parley.scenario","version":1,"scenario":{"id":"s"}}' });
    tell({ kind: 'say', utterance: { kind: 'text', text: 'hi' } });
    expect(said).toEqual([{ kind: 'refused', request: 1, sentence: '/scenario/name: Expected text, found nothing.' }]);
  });

  test('hands an action out with all a host needs, and goes on with its result', async () => {
    const { tell, say, all, texts } = engine();
    tell(started);
    for (const text of ['where is my order', 'A-1001', 'ada@example.com']) say(text);
    const [asked] = all('effect');
    expect(asked).toMatchObject({
      effect: {
        kind: 'action.run',
        action: 'get-order-details',
        arguments: { orderId: 'A-1001', email: 'ada@example.com' },
      },
      setting: {
        action: { name: 'getOrderDetails' },
        integration: { baseUrl: 'http://orders.parley.localhost' },
        mocks: expect.arrayContaining([expect.objectContaining({ name: 'Not found' })]) as unknown[],
        sensitiveInputs: ['email'],
      },
    });
    expect(all('waiting').at(-1)).toEqual({ kind: 'waiting', waiting: 'actions' });
    tell({ kind: 'settled', effect: asked!.effect.id, result: answered });
    await settle();
    expect(texts().at(-1)).toMatch(/shipped.*Friday/);
    expect(all('waiting').at(-1)).toEqual({ kind: 'waiting', waiting: 'user' });
    expect(all('effectCancelled')).toEqual([]);
  });

  test('calls a running action off when the person cancels, and hears nothing of it later', async () => {
    const { tell, say, all, events } = engine();
    tell(started);
    for (const text of ['where is my order', 'A-1001', 'ada@example.com']) say(text);
    const id = all('effect')[0]!.effect.id;
    tell({ kind: 'cancel' });
    await settle();
    expect(all('effectCancelled')).toEqual([{ kind: 'effectCancelled', effect: id }]);
    expect(events().filter(({ kind }) => kind === 'effect.settled')).toEqual([
      expect.objectContaining({ failure: 'cancelled' }),
    ]);
    tell({ kind: 'settled', effect: id, result: answered });
    await settle();
    expect(events().filter(({ kind }) => kind === 'effect.settled')).toHaveLength(1);
  });

  test('goes on with an edited scenario from the next exchange on', async () => {
    const { tell, say, all, texts } = engine();
    tell(started);
    tell({ kind: 'reload', request: 2, text: sample.replace('What is your order number?', 'Your number, please?') });
    say('where is my order');
    await settle();
    const [first, second] = all('compiled');
    expect([first?.request, second?.request, first?.program === second?.program]).toEqual([1, 2, false]);
    expect(texts()).toEqual(['Your number, please? It is on the order confirmation.']);
  });

  test('learns what was edited while nobody speaks, and answers at once meanwhile', async () => {
    const at = { now: 0 };
    // Every look at the clock finds the slice over, so that there are many of them.
    const { tell, say, texts } = engine(() => (at.now += 100));
    const edited = sample.replace('"where is my order"', '"where did my order go this time"');
    const read = readScenario(edited);
    if (!read.ok) throw new Error('the sample can be read');
    const program = compileWithWords(read.value.document);
    const trainings = () =>
      interpreterGroups(program, startingScope(program, 'USER')).flatMap(({ samples }) => samples.training() ?? []);
    const areLearned = (): boolean => trainings().every(({ isDone }) => isDone);
    tell(started);
    tell({ kind: 'reload', request: 2, text: edited });
    await settle();
    expect([trainings().length > 0, areLearned()]).toEqual([true, false]);
    await expect.poll(areLearned).toBe(true);
    tell({ kind: 'reload', request: 3, text: edited.replace('where did my order', 'where would my order') });
    await settle();
    say('where would my order go');
    await settle();
    expect(texts()).toEqual(['What is your order number? It is on the order confirmation.']);
  });

  test('takes values set by hand', async () => {
    const { tell, events } = engine();
    tell(started);
    tell({ kind: 'set', reference: 'user.order_status', value: 'lost' });
    expect(events().find(({ kind }) => kind === 'attribute.set')).toMatchObject({
      name: 'order_status',
      after: 'lost',
      origin: 'edited',
    });
  });

  test('describes one action for a test panel, without a session', () => {
    const { tell, said } = engine();
    tell({ kind: 'describe', request: 5, text: sample, action: 'refund-order' });
    tell({ kind: 'describe', request: 6, text: sample, action: 'nothing' });
    tell({ kind: 'describe', request: 7, text: 'nonsense', action: 'refund-order' });
    expect(said).toEqual([
      {
        kind: 'described',
        request: 5,
        setting: expect.objectContaining({
          action: expect.objectContaining({ name: 'refundOrder' }) as object,
        }) as object,
      },
      { kind: 'described', request: 6, setting: null },
      { kind: 'refused', request: 7, sentence: expect.any(String) as string },
    ]);
  });

  test('a fault of ours is told, not thrown', () => {
    const { tell, said } = engine(() => {
      throw new Error('the clock fell off the wall');
    });
    tell(started);
    expect(said.at(-1)).toEqual({ kind: 'faulted', sentence: 'the clock fell off the wall' });
  });
});

test('references in a request come with what they stood for, secrets never', async () => {
  const { tell, say, all } = engine();
  const text = sample.replace(
    '"path": "/orders/$orderId"',
    '"path": "/orders/$orderId/{session.order_id | uppercase}/{user.email}"',
  );
  tell({ ...started, text });
  for (const line of ['where is my order', 'A-1001', 'ada@example.com']) say(line);
  await settle();
  expect(all('effect')[0]?.setting?.values).toEqual([
    { context: 'session', attribute: 'order_id', value: 'A-1001', type: 'string', sensitive: false },
    expect.objectContaining({ context: 'user', attribute: 'email' }),
  ]);
});
