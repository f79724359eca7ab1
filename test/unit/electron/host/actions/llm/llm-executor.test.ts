import { afterEach, describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../../../../shared/base/json.ts';
import type { TalkSoFar } from '../../../../../../shared/runtime/effect-setting.ts';
import { llmExecutor } from '../../../../../../electron/host/actions/llm/llm-executor.ts';
import { anAction, anIntegration, aPorts, aTask, never } from '../executor-setting.ts';
import { aLoopbackService, type Received } from '../loopback-service.ts';

const closings: (() => Promise<void>)[] = [];
afterEach(() => Promise.all(closings.splice(0).map((close) => close())));

const talk: TalkSoFar = {
  session: 's-1',
  utterance: 'Where is my parcel?',
  lines: [
    { speaker: 'APP', text: 'Welcome!' },
    { speaker: 'USER', text: 'Hello' },
    { speaker: 'APP', text: 'How can I help?' },
    { speaker: 'USER', text: 'Where is my parcel?' },
  ],
  language: 'en',
};

async function ask(fields: Record<string, unknown>, reply: Json, rest: { status?: number; signal?: AbortSignal } = {}) {
  const service = await aLoopbackService(() =>
    reply === 'hang' ? 'hang' : { status: rest.status ?? 200, json: reply },
  );
  closings.push(service.close);
  const outcome = await llmExecutor(
    aTask(anAction('llm', { model: 'small', ...fields }), {
      talk,
      integration: anIntegration({ baseUrl: `${service.origin}/v1` }),
    }),
    aPorts({ callService: service.callService }),
    rest.signal ?? never(),
  );
  return { outcome, received: service.received };
}
const bodyOf = (received: readonly Received[]): JsonObject => (received[0]?.body ?? {}) as JsonObject;
const chat = (content: string | null, more: JsonObject = {}): Json => ({
  id: 'x',
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content, ...more } }],
  usage: { total_tokens: 5 },
});
const own = {
  llm_action_flagged_moderation_categories: [],
  llm_action_prompt_exclusions: [],
  llm_action_response_exclusions: [],
};

describe('the script', () => {
  const script = [
    { contains: 'REFUND', reply: 'A refund, then.', outputs: { topic: 'refund', other: 1 } },
    { contains: 'parcel', reply: 'It is on its way.', outputs: { topic: 'parcel' } },
  ];
  const outputs = [{ name: 'llm_response' }, { name: 'topic' }, { name: 'sure', type: 'float' }];

  test('answers with the first reply that fits, says that it did, and asks nobody', async () => {
    const { outcome, received } = await ask({ script, outputs }, 'hang');
    expect(outcome).toEqual({
      ok: true,
      detail: 'Reply 2 of the script; no model was asked.',
      body: {
        llm_response: 'It is on its way.',
        topic: 'parcel',
        sure: null,
        llm_action_error: null,
        ...own,
        scripted: true,
        action_success: true,
      },
    });
    expect(received).toEqual([]);
    expect((await ask({ script, outputs }, 'hang')).outcome).toEqual(outcome);
  });

  test('looks for words in any case, in the prompt of the action where it has one', async () => {
    const { outcome } = await ask({ script, outputs, prompt: 'a refund for a parcel' }, 'hang');
    expect(outcome).toMatchObject({ body: { llm_response: 'A refund, then.', topic: 'refund' } });
    expect(outcome.body).not.toHaveProperty('other');
  });

  test('without a reply that fits is a failure, with the text for it', async () => {
    const { outcome } = await ask({ script, prompt: 'hm', failureText: 'Sorry.' }, 'hang');
    expect(outcome).toMatchObject({
      ok: false,
      failure: 'reportedFailure',
      body: { llm_response: 'Sorry.', llm_action_error: 'llm_request_failed', action_success: false, scripted: true },
    });
    expect(outcome.detail).toContain('None of the 2 replies');
  });
});

describe('a model that is spoken to as OpenAI is', () => {
  test('is told the system prompt, the lines before, and what was said', async () => {
    const { outcome, received } = await ask(
      {
        provider: 'openai',
        system: 'Be kind.',
        history: 2,
        temperature: 0.2,
        topP: 0.9,
        maxTokens: 50,
        seed: 7,
        stop: ['END'],
        frequencyPenalty: 1,
        presencePenalty: -1,
      },
      chat('On its way.'),
    );
    expect(received[0]?.path).toBe('/v1/chat/completions');
    expect(bodyOf(received)).toEqual({
      model: 'small',
      messages: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'Hello' },
        { role: 'assistant', content: 'How can I help?' },
        { role: 'user', content: 'Where is my parcel?' },
      ],
      temperature: 0.2,
      top_p: 0.9,
      max_tokens: 50,
      frequency_penalty: 1,
      presence_penalty: -1,
      seed: 7,
      stop: ['END'],
    });
    expect(outcome).toMatchObject({
      ok: true,
      status: 200,
      body: { llm_response: 'On its way.', llm_action_error: null, scripted: false },
    });
  });

  test('fills the outputs of a structured action, by their descriptions', async () => {
    const outputs = [
      { name: 'llm_response' },
      { name: 'order_id', description: 'The number of the order' },
      { name: 'urgent', type: 'boolean' },
      { name: 'tags', type: 'string[]' },
      { name: 'said', from: 'llm_response' },
    ];
    const content =
      '```json\n{"llm_response":"Let me look.","order_id":"A-17","urgent":true,"tags":null,"extra":1}\n```';
    const { outcome, received } = await ask({ provider: 'openai', structured: true, outputs }, chat(content));
    expect(bodyOf(received)['response_format']).toEqual({
      type: 'json_schema',
      json_schema: {
        name: 'answer',
        strict: true,
        schema: {
          type: 'object',
          properties: {
            llm_response: { type: 'string', description: 'What is said to the person.' },
            order_id: { type: ['string', 'null'], description: 'The number of the order' },
            urgent: { type: ['boolean', 'null'] },
            tags: { type: ['array', 'null'], items: { type: 'string' } },
          },
          required: ['llm_response', 'order_id', 'urgent', 'tags'],
          additionalProperties: false,
        },
      },
    });
    expect(outcome.body).toMatchObject({ llm_response: 'Let me look.', order_id: 'A-17', urgent: true, tags: null });
    expect(outcome.body).not.toHaveProperty('extra');
  });

  test('is asked loosely for what no strict schema can say', async () => {
    const outputs = [{ name: 'things', type: 'composite[]' }];
    const { received } = await ask(
      { provider: 'openai', structured: true, outputs },
      chat('{"llm_response":"x","things":[]}'),
    );
    expect(bodyOf(received)['response_format']).toMatchObject({ json_schema: { strict: false } });
  });

  test.each<[string, Record<string, unknown>, Json, number, string, string]>([
    ['is no chat', {}, { hello: 1 }, 200, 'malformedResponse', 'as a chat model does'],
    [
      'is no JSON',
      { structured: true, outputs: [{ name: 'a' }] },
      chat('sure!'),
      200,
      'malformedResponse',
      'the JSON it was asked for',
    ],
    ['is a refusal', {}, chat(null, { refusal: 'I will not.' }), 200, 'malformedResponse', 'I will not.'],
    ['is an error', {}, { error: { message: 'no such model' } }, 404, 'badStatus', '404: no such model'],
    ['is endless', {}, chat('x'.repeat(200_000)), 200, 'tooLarge', 'longer than'],
  ])('whose answer %s fails with its text', async (_what, fields, reply, status, failure, part) => {
    const { outcome } = await ask({ provider: 'openai', failureText: 'Sorry.', ...fields }, reply, { status });
    expect(outcome).toMatchObject({
      ok: false,
      failure,
      body: { llm_response: 'Sorry.', llm_action_error: 'llm_request_failed', action_success: false },
    });
    expect(outcome.detail).toContain(part);
  });

  test('is not asked what is excluded, and not listened to', async () => {
    const prompt = await ask({ provider: 'openai', excludedPrompts: ['PARCEL', ' '] }, chat('x'));
    expect(prompt.received).toEqual([]);
    expect(prompt.outcome).toMatchObject({
      ok: false,
      body: { llm_action_error: 'prompt_exclusion', llm_action_prompt_exclusions: ['PARCEL'] },
    });
    const reply = await ask({ provider: 'openai', excludedReplies: ['damn'], failureText: 'Sorry.' }, chat('Damn it'));
    expect(reply.outcome).toMatchObject({
      ok: false,
      body: {
        llm_response: 'Sorry.',
        llm_action_error: 'response_exclusion',
        llm_action_response_exclusions: ['damn'],
      },
    });
    expect(JSON.stringify(reply.outcome)).not.toContain('Damn it');
  });

  test('is left within a moment when somebody stops it', async () => {
    const stop = new AbortController();
    const asked = ask({ provider: 'openai' }, 'hang', { signal: stop.signal });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const began = performance.now();
    stop.abort();
    expect((await asked).outcome).toMatchObject({ failure: 'cancelled' });
    expect(performance.now() - began).toBeLessThan(200);
  });

  test.each([
    [{ provider: 'openai', model: '' }, 'No model is named'],
    [{ provider: 'openai', prompt: 'x'.repeat(99_999), system: 'x'.repeat(99_999), history: 24 }, 'Send less of it'],
  ])('is not asked in vain: %#', async (fields, part) => {
    const { outcome, received } = await ask(fields, chat('fine'));
    expect(outcome.detail).toContain(part);
    expect(received).toEqual([]);
  });

  test('that nobody may reach fails with its text', async () => {
    const task = aTask(anAction('llm', { provider: 'openai', model: 'm', failureText: 'Offline.' }), {
      integration: anIntegration({}),
    });
    expect(await llmExecutor(task, aPorts(), never())).toMatchObject({
      ok: false,
      failure: 'notTrusted',
      body: { llm_response: 'Offline.' },
    });
    expect(await llmExecutor({ ...task, integration: null }, aPorts(), never())).toMatchObject({
      failure: 'badRequest',
    });
  });
});

describe('Anthropic', () => {
  const message = (content: readonly JsonObject[], stop_reason = 'end_turn'): Json => ({
    type: 'message',
    role: 'assistant',
    content,
    stop_reason,
  });

  test('is asked in its own words', async () => {
    const { outcome, received } = await ask(
      { provider: 'anthropic', system: 'Be kind.', history: 3, temperature: 0, stop: ['END'] },
      message([
        { type: 'text', text: 'On its ' },
        { type: 'text', text: 'way.' },
      ]),
    );
    expect(received[0]?.path).toBe('/v1/v1/messages');
    expect(received[0]?.headers['anthropic-version']).toBe('2023-06-01');
    expect(bodyOf(received)).toEqual({
      model: 'small',
      max_tokens: 1024,
      system: 'Be kind.',
      messages: [
        { role: 'user', content: 'Hello' },
        { role: 'assistant', content: 'How can I help?' },
        { role: 'user', content: 'Where is my parcel?' },
      ],
      temperature: 0,
      stop_sequences: ['END'],
    });
    expect(outcome).toMatchObject({ ok: true, body: { llm_response: 'On its way.' } });
  });

  test('fills in a form for a structured action', async () => {
    const outputs = [{ name: 'order_id', description: 'The number' }];
    const { outcome, received } = await ask(
      { provider: 'anthropic', structured: true, outputs },
      message(
        [{ type: 'tool_use', id: 't', name: 'answer', input: { llm_response: 'Hm.', order_id: 'A-1', x: 1 } }],
        'tool_use',
      ),
    );
    expect(bodyOf(received)).toMatchObject({
      tool_choice: { type: 'tool', name: 'answer' },
      tools: [{ name: 'answer' }],
    });
    expect(outcome.body).toMatchObject({ llm_response: 'Hm.', order_id: 'A-1' });
    expect(outcome.body).not.toHaveProperty('x');
  });

  test('that refuses, or is cut off, says so', async () => {
    expect((await ask({ provider: 'anthropic' }, message([], 'refusal'))).outcome).toMatchObject({ ok: false });
    const cut = await ask({ provider: 'anthropic' }, message([{ type: 'text', text: 'On' }], 'max_tokens'));
    expect(cut.outcome).toMatchObject({ ok: true, detail: 'The answer was cut at the most tokens it may have.' });
  });
});
