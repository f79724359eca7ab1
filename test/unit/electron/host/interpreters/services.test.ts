import { afterEach, describe, expect, test } from 'vitest';
import { anUtterance, answering, ask, closeInterpreters, recorded, settingFor } from './interpreting.ts';

afterEach(closeInterpreters);

const path = '/v2/sessions/$session:detect';

describe.each([
  {
    kind: 'dialogflow' as const,
    reply: 'dialogflow-detect-intent',
    intents: { 'Order Status': 'order.status' },
    body: { queryInput: { text: { text: 'where is A-17', languageCode: 'en' } } },
    confidences: [0.8745, 0.31],
    because: ['“Order Status” of Reader', '“order.cancel” of Reader'],
    wrong: 'Reader did not answer as Dialogflow does.',
  },
  {
    kind: 'lex' as const,
    reply: 'lex-recognize-text',
    intents: { OrderStatus: 'order.status' },
    body: { text: 'where is A-17' },
    confidences: [0.81, 0.4],
    because: ['“OrderStatus” of Reader', '“order.cancel” of Reader'],
    wrong: 'Reader did not answer as Lex does.',
  },
])('a service that answers as $kind does', ({ kind, reply, intents, body, confidences, because, wrong }) => {
  test('is sent the utterance alone, in a session of its own', async () => {
    const { origin, received } = await answering(recorded(reply));
    const setting = settingFor(kind, { path, intents }, { baseUrl: origin });
    await ask(setting);
    await ask(setting, anUtterance({ id: 'run-1.8' }));
    expect(received.map((asked) => JSON.parse(asked.body) as unknown)).toEqual([body, body]);
    const sessions = received.map((asked) => /^\/v2\/sessions\/([0-9a-f]{32}):detect$/.exec(asked.path)?.[1]);
    expect(new Set(sessions).size).toBe(2);
  });

  test('is understood in the words of the design', async () => {
    const { origin } = await answering(recorded(reply));
    const result = await ask(settingFor(kind, { path, intents }, { baseUrl: origin }));
    expect([result.outcome, result.origin]).toEqual(['succeeded', 'live']);
    expect(result.ranking).toEqual([
      {
        intentId: 'order.status',
        confidence: confidences[0],
        attributes: { order_id: 'A-17', items: ['tea', 'milk'] },
        because: because[0],
      },
      { intentId: 'order.cancel', confidence: confidences[1], attributes: {}, because: because[1] },
    ]);
  });

  test('names nothing of ours by names the design does not translate', async () => {
    const { origin } = await answering(recorded(reply));
    const result = await ask(settingFor(kind, { path }, { baseUrl: origin }));
    expect(result.ranking?.map(({ intentId }) => intentId)).toEqual(['order.cancel']);
  });

  test.each(['{}', '[]', '"text"', 'text', '{"queryResult":7,"interpretations":7}'])(
    'is not believed: %s',
    async (text) => {
      const { origin } = await answering(text);
      const result = await ask(settingFor(kind, { path }, { baseUrl: origin }));
      expect([result.failure, result.detail]).toEqual(['malformedResponse', wrong]);
    },
  );
});

test('a fallback of the service means that nothing was understood', async () => {
  const { origin } = await answering(recorded('dialogflow-fallback'));
  const result = await ask(settingFor('dialogflow', { path }, { baseUrl: origin }));
  expect([result.outcome, result.ranking]).toEqual(['succeeded', []]);
});

test('the language of the session is told', async () => {
  const { origin, received } = await answering(recorded('dialogflow-detect-intent'));
  await ask(settingFor('dialogflow', { path }, { baseUrl: origin }), anUtterance({ language: 'el' }));
  expect(received[0]?.body).toContain('"languageCode":"el"');
});

describe('with mocks', () => {
  test.each(['llm', 'dialogflow', 'lex'] as const)(
    '%s opens no socket; the built-in one answers, and it is said',
    async (kind) => {
      const { origin, received } = await answering(recorded('chat-completion'));
      const setting = settingFor(kind, { model: 'small', path }, { baseUrl: origin });
      const refusing = {
        mode: () => 'mock' as const,
        isTrusted: () => false,
        resolve: () => Promise.reject(new Error('nobody should look up a name here')),
      };
      const result = await ask(setting, anUtterance({ text: 'where is A-17' }), refusing);
      expect(result).toMatchObject({
        outcome: 'succeeded',
        origin: 'mocked',
        detail: 'Read by the built-in interpreter in the place of Reader, because the talk runs on mocks.',
        request: null,
      });
      expect(result.ranking?.[0]).toMatchObject({ intentId: 'order.status', attributes: { order_id: 'A-17' } });
      expect(received).toEqual([]);
    },
  );

  test('an interpreter that is not there fails, and nobody is taken to have answered', async () => {
    expect(await ask(null, anUtterance(), { mode: () => 'mock' })).toMatchObject({
      outcome: 'failed',
      origin: 'refused',
    });
  });
});
