import { afterEach, describe, expect, test } from 'vitest';
import { MASK } from '../../../../../shared/engine/mask.ts';
import { anUtterance, answering, ask, chatReply, closeInterpreters, recorded, settingFor } from './interpreting.ts';

afterEach(closeInterpreters);

const model = (origin: string, more: object = {}) =>
  settingFor('llm', { model: 'small-instruct', ...more }, { baseUrl: `${origin}/v1` });

describe('a language model', () => {
  test('is asked at temperature 0, for JSON about the candidates and nothing else', async () => {
    const { origin, received } = await answering(recorded('chat-completion'));
    await ask(model(origin, { instructions: 'A shop for tea.' }), anUtterance({ language: 'de' }));
    const [asked] = received;
    expect([asked?.method, asked?.path, asked?.headers['content-type']]).toEqual([
      'POST',
      '/v1/chat/completions',
      'application/json',
    ]);
    const body = JSON.parse(asked?.body ?? '') as {
      model: string;
      temperature: number;
      messages: { role: string; content: string }[];
      response_format: { json_schema: { schema: { properties: { intents: { items: { properties: unknown } } } } } };
    };
    expect(Object.keys(body)).toEqual(['model', 'temperature', 'messages', 'response_format']);
    expect([body.model, body.temperature]).toEqual(['small-instruct', 0]);
    expect(body.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(body.messages[0]?.content).toContain('A shop for tea.');
    expect(body.messages[0]?.content).toContain('where is {order_id}');
    expect(JSON.parse(body.messages[1]?.content ?? '')).toEqual({
      said: 'where is A-17',
      at: '2023-11-14T22:13:20.000Z',
      language: 'de',
    });
    expect(body.response_format.json_schema.schema.properties.intents.items.properties).toMatchObject({
      intent: { enum: ['order.status', 'order.cancel'] },
      attributes: { items: { properties: { name: { enum: ['order_id', 'items'] } } } },
    });
  });

  test('gives a ranking of what it was asked about, with who it was', async () => {
    const { origin } = await answering(recorded('chat-completion'));
    const result = await ask(model(origin));
    expect(result).toMatchObject({ outcome: 'succeeded', origin: 'live', status: 200, outputs: {}, attempts: 1 });
    const because = 'chosen by small-instruct';
    expect(result.ranking).toEqual([
      { intentId: 'order.status', confidence: 0.93, attributes: { order_id: 'A-17' }, because },
      { intentId: 'order.cancel', confidence: 0.12, attributes: {}, because },
    ]);
  });

  test.each([
    ['object', { type: 'json_object' }],
    ['prompt', undefined],
  ])('is told how to answer as the record says: %s', async (answer, format) => {
    const { origin, received } = await answering(recorded('chat-completion'));
    await ask(model(origin, { answer }));
    expect((JSON.parse(received[0]?.body ?? '') as { response_format?: unknown }).response_format).toEqual(format);
  });

  test.each([
    ['in a block of code', '```json\n{"intents":[{"intent":"order.cancel","confidence":1,"attributes":{}}]}\n```'],
    ['with too sure a confidence', '{"intents":[{"intent":"order.cancel","confidence":40}]}'],
    [
      'with intents nobody named',
      '{"intents":[{"intent":"x","confidence":1},{"intent":"order.cancel","confidence":1}]}',
    ],
    ['twice', '{"intents":[{"intent":"order.cancel","confidence":0.1},{"intent":"order.cancel","confidence":1}]}'],
    ['beside nonsense', '{"intents":[7,null,{"intent":9},{"intent":"order.cancel","confidence":1}],"more":{}}'],
  ])('is understood %s', async (_how, content) => {
    const { origin } = await answering(chatReply(content));
    const { ranking } = await ask(model(origin));
    expect(ranking).toMatchObject([{ intentId: 'order.cancel', confidence: 1, attributes: {} }]);
    expect(ranking).toHaveLength(1);
  });

  test('has its values taken by name and plain, from a list or an object', async () => {
    const attributes = { orderId: ' A-17 ', items: ['tea', 'milk'], secret: 'x', order_id: { deep: true } };
    const { origin } = await answering(
      chatReply(JSON.stringify({ intents: [{ intent: 'order.status', confidence: 1, attributes }] })),
    );
    expect((await ask(model(origin))).ranking?.[0]?.attributes).toEqual({ order_id: 'A-17', items: ['tea', 'milk'] });
  });

  test.each([
    [
      'prose',
      chatReply('It is order.status, I think.'),
      'small-instruct did not answer with the JSON it was asked for.',
    ],
    ['nothing', chatReply(null), 'small-instruct did not answer with the JSON it was asked for.'],
    ['no choice', '{"choices":[]}', 'Reader did not answer as a chat model does.'],
    ['another service', '{"queryResult":{}}', 'Reader did not answer as a chat model does.'],
    ['a page', '<html>', 'Reader did not answer as a chat model does.'],
    ['keys that reach for a prototype', '{"__proto__":{"choices":[]}}', ''],
  ])('fails with a sentence when it answers %s', async (_what, reply, sentence) => {
    const { origin } = await answering(reply);
    const result = await ask(model(origin));
    expect([result.outcome, result.failure, result.ranking]).toEqual(['failed', 'malformedResponse', undefined]);
    expect(result.detail).toContain(sentence);
  });

  test('is not asked without a model, an integration, or about more than it can be told', async () => {
    const { origin, received } = await answering(recorded('chat-completion'));
    const candidates = Array.from({ length: 5_000 }, (_, index) => ({
      intentId: `intent-${index}`,
      name: '',
      description: '',
      samples: ['a sample that is as long as most samples are'],
      expected: [],
    }));
    const details = [
      await ask(model(origin, { model: ' ' })),
      await ask(settingFor('llm', { model: 'small' }, null)),
      await ask(model(origin), anUtterance({ candidates })),
      await ask(null),
    ].map(({ failure, detail }) => `${failure} ${detail}`);
    expect(details).toEqual([
      'badRequest Reader names no model. Choose one, or talk with mocks.',
      'badRequest Reader has no integration to be reached through.',
      'badRequest 5000 intents can be heard here, more than Reader can be asked about at once.',
      'badRequest There is no interpreter "reader".',
    ]);
    expect(received).toEqual([]);
  });
});

describe('what guards every call guards this one', () => {
  test('a secret arrives, is no part of what the model reads, and is shown to nobody', async () => {
    const { origin, received } = await answering((response, { headers }) =>
      response.end(
        chatReply(`{"intents":[{"intent":"order.status","confidence":1,"attributes":[
        {"name":"order_id","value":"${headers.authorization ?? ''}"}]}]}`),
      ),
    );
    const setting = settingFor(
      'llm',
      { model: 'small' },
      { baseUrl: origin, authentication: { kind: 'bearer', secret: 'LLM_KEY' } },
    );
    const result = await ask(setting, anUtterance(), { secretNamed: () => Promise.resolve('sk-canary-0001') });
    expect(received[0]?.headers.authorization).toBe('Bearer sk-canary-0001');
    expect(received[0]?.body).not.toContain('canary');
    expect(result.ranking?.[0]?.attributes).toEqual({ order_id: `Bearer ${MASK}` });
    expect(JSON.stringify(result)).not.toContain('canary');
    expect(await ask(setting)).toMatchObject({ failure: 'secretMissing' });
  });

  test('a scenario that is not trusted asks nobody, and says so as its actions do', async () => {
    const { origin, received } = await answering(recorded('chat-completion'));
    const result = await ask(model(origin), anUtterance(), { isTrusted: () => false });
    expect([result.failure, result.origin, received]).toEqual(['notTrusted', 'refused', []]);
    expect(result.detail).toMatch(
      /is not trusted, so nobody is called for it\. Trust it in the File menu, or talk with mocks\.$/,
    );
  });

  test('an origin nobody allowed is not called', async () => {
    const { origin, received } = await answering(recorded('chat-completion'));
    const result = await ask(model(origin), anUtterance(), {
      consent: { isAllowed: () => false, ask: () => Promise.resolve(false) },
    });
    expect([result.failure, received]).toEqual(['addressRefused', []]);
  });

  test.each([
    ['an error', (status: number) => status, 500, 'badStatus'],
    ['a way elsewhere', (status: number) => status, 302, 'redirectRefused'],
  ])('%s is a failure with its reason', async (_what, of, status, failure) => {
    const { origin } = await answering((response) =>
      response.writeHead(of(status), { location: 'http://evil.example/' }).end('{}'),
    );
    expect(await ask(model(origin))).toMatchObject({ outcome: 'failed', failure, status });
  });

  test('silence ends in time, and at once when it is called off', async () => {
    const { origin } = await answering(() => undefined);
    expect(await ask(model(origin), anUtterance({ timeout: 60 }))).toMatchObject({ failure: 'timedOut' });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 30);
    expect(await ask(model(origin), anUtterance(), {}, stop.signal)).toMatchObject({ failure: 'cancelled' });
  });

  test('an answer without end is not read to its end', async () => {
    const { origin } = await answering((response) => {
      const chunk = Buffer.alloc(1024 * 1024, 'x');
      for (let written = 0; written < 12; written += 1) response.write(chunk);
      response.end();
    });
    expect(await ask(model(origin))).toMatchObject({ failure: 'tooLarge' });
  });
});
