import { afterEach, describe, expect, test } from 'vitest';
import type { Json } from '../../../../../../shared/base/json.ts';
import { handOffExecutor } from '../../../../../../electron/host/actions/hand-off/hand-off-executor.ts';
import { createHandOffDesk } from '../../../../../../electron/host/desk/hand-off-desk.ts';
import { anAction, anIntegration, aPorts, aTask, never } from '../executor-setting.ts';
import { aLoopbackService } from '../loopback-service.ts';

const closings: (() => Promise<void>)[] = [];
afterEach(() => Promise.all(closings.splice(0).map((close) => close())));

const talk = {
  session: 's-1',
  utterance: 'A person, please',
  lines: [
    { speaker: 'APP', text: 'Welcome!' },
    { speaker: 'USER', text: 'A person, please' },
  ],
  language: 'en',
} as const;
const texts = { note: 'Asked for a person', text: 'One moment.', returnText: 'I am back.' };

describe('the desk', () => {
  test('is given the talk with what was said and the note', async () => {
    const desk = createHandOffDesk();
    const action = anAction('handOff', texts);
    expect(await handOffExecutor(aTask(action, { talk }), aPorts({ desk }), never())).toEqual({
      ok: true,
      body: {
        handover_success: true,
        handover_id: 's-1',
        handover_text: 'One moment.',
        handover_return_text: 'I am back.',
        system: 'desk',
      },
    });
    expect(desk.talks()).toEqual([
      {
        session: 's-1',
        since: Date.UTC(2027, 0, 31, 12),
        note: texts.note,
        returnText: texts.returnText,
        lines: talk.lines,
      },
    ]);
  });

  test('needs a talk, and somebody at it', async () => {
    const action = anAction('handOff', texts);
    expect(await handOffExecutor(aTask(action), aPorts({ desk: createHandOffDesk() }), never())).toMatchObject({
      ok: false,
      failure: 'badRequest',
    });
    expect(await handOffExecutor(aTask(action, { talk }), aPorts(), never())).toMatchObject({
      failure: 'notAvailable',
    });
  });
});

describe('Chatwoot', () => {
  const action = anAction('handOff', { ...texts, provider: 'chatwoot', account: '3', inbox: '7' });
  const answers: Readonly<Record<string, Json>> = {
    '/api/v1/accounts/3/contacts': { payload: { contact: { id: 11 }, contact_inbox: { source_id: 'src-1' } } },
    '/api/v1/accounts/3/conversations': { id: 99, status: 'open' },
    '/api/v1/accounts/3/conversations/99/messages': { id: 1 },
  };
  const give = async (
    replies: Readonly<Record<string, { status?: number; json: Json } | 'hang'>> = {},
    signal = never(),
  ) => {
    const service = await aLoopbackService(({ path }) => replies[path] ?? { json: answers[path] ?? null });
    closings.push(service.close);
    const outcome = await handOffExecutor(
      aTask(action, { talk, integration: anIntegration({ baseUrl: service.origin }) }),
      aPorts({ callService: service.callService }),
      signal,
    );
    return { outcome, received: service.received };
  };

  test('is given a contact, a conversation, what was said, and a private note', async () => {
    const { outcome, received } = await give();
    expect(outcome).toMatchObject({
      ok: true,
      body: { handover_success: true, handover_id: '99', system: 'chatwoot' },
    });
    expect(received.map(({ path, body }) => [path, body])).toEqual([
      ['/api/v1/accounts/3/contacts', { inbox_id: 7, identifier: 's-1', name: 'Talk s-1' }],
      ['/api/v1/accounts/3/conversations', { inbox_id: 7, contact_id: 11, source_id: 'src-1', status: 'open' }],
      [
        '/api/v1/accounts/3/conversations/99/messages',
        { content: 'App: Welcome!\nUser: A person, please', message_type: 'incoming', private: false },
      ],
      [
        '/api/v1/accounts/3/conversations/99/messages',
        { content: 'Asked for a person', message_type: 'outgoing', private: true },
      ],
    ]);
  });

  test.each([
    ['/api/v1/accounts/3/contacts', { status: 422, json: { message: 'taken' } }, 'badStatus', 'a contact: taken'],
    ['/api/v1/accounts/3/conversations', { status: 401, json: {} }, 'badStatus', 'a conversation.'],
    ['/api/v1/accounts/3/conversations', { json: { id: { a: 1 } } }, 'malformedResponse', 'no number'],
    ['/api/v1/accounts/3/conversations/99/messages', { status: 500, json: null }, 'badStatus', 'what was said'],
  ] as const)('that refuses at %s is a sentence', async (path, reply, failure, part) => {
    const { outcome } = await give({ [path]: reply });
    expect(outcome).toMatchObject({ ok: false, failure });
    expect(outcome.detail).toContain(part);
  });

  test('is left within a moment when somebody stops it', async () => {
    const stop = new AbortController();
    const given = give({ '/api/v1/accounts/3/conversations': 'hang' }, stop.signal);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const began = performance.now();
    stop.abort();
    expect((await given).outcome).toMatchObject({ failure: 'cancelled' });
    expect(performance.now() - began).toBeLessThan(200);
  });

  test.each([{ account: '3/../4' }, { inbox: 'x' }, { inbox: '-1' }, { account: '' }])(
    'is not asked with %j',
    async (wrong) => {
      const task = aTask(anAction('handOff', { ...action, ...wrong }), { talk, integration: anIntegration({}) });
      expect(await handOffExecutor(task, aPorts(), never())).toMatchObject({ failure: 'badRequest' });
    },
  );
});
