import { readdir } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { actionExecutors } from '../../../../../electron/host/actions/action-executors.ts';
import type { PerformerPorts } from '../../../../../electron/host/effects/performer-ports.ts';
import { createHandOffDesk } from '../../../../../electron/host/desk/hand-off-desk.ts';
import { perform, settingOf, type ActionSketch } from '../effects/performing.ts';
import { PostgresServer } from './database/postgres-server.ts';
import { SmtpServer } from './email/smtp-server.ts';
import { aFolder } from './executor-setting.ts';

const talk = { session: 's', utterance: 'hi', lines: [{ speaker: 'USER', text: 'hi' }], language: 'en' } as const;
const secret = 'Canary+word/1234=';
const letter = { kind: 'email', from: 'a@example.com', to: 'b@example.com', subject: 'Hi', body: 'x' };

/** Real executors behind the real doors. */
async function run(sketch: ActionSketch, ports: Partial<PerformerPorts> = {}, args = {}, folder?: string) {
  const own = folder ?? (await aFolder());
  return perform(
    {
      executors: () => Promise.resolve(actionExecutors),
      folders: { own: () => Promise.resolve(own), beside: () => null },
      desk: createHandOffDesk(),
      secretNamed: () => Promise.resolve(secret),
      ...ports,
    },
    settingOf({ timeout: 5_000, talk, ...sketch }),
    args,
  );
}

const closings: (() => Promise<void>)[] = [];
afterEach(() => Promise.all(closings.splice(0).map((close) => close())));

const basic = { kind: 'basic', user: 'shop', secret: 'KEY' };
async function smtp(script: ConstructorParameters<typeof SmtpServer>[0] = {}) {
  const server = new SmtpServer(script);
  closings.push(() => server.close());
  return { server, integration: { baseUrl: `smtp://127.0.0.1:${await server.listen()}`, authentication: basic } };
}
async function postgres(script: ConstructorParameters<typeof PostgresServer>[0]) {
  const server = new PostgresServer(script);
  closings.push(() => server.close());
  return { server, integration: { baseUrl: `postgres://127.0.0.1:${await server.listen()}/x`, authentication: basic } };
}

describe('on mocks', () => {
  test.each([
    ['holiday', { kind: 'holiday', country: 'GR', date: '2027-01-01' }],
    ['spreadsheet', { kind: 'spreadsheet', sheet: 's', cells: [{ name: 'a', value: '1' }] }],
    ['database', { kind: 'database', query: 'SELECT 1 AS one' }],
    ['llm', { kind: 'llm', script: [{ reply: 'Hello.' }] }],
    ['email', letter],
    ['ticket', { kind: 'ticket', subject: 's', email: 'a@example.com' }],
    ['handOff', { kind: 'handOff', note: 'n' }],
  ])('%s is carried out here', async (_kind, record) => {
    expect(await run({ record }, { mode: () => 'mock' })).toMatchObject({ outcome: 'succeeded', failure: null });
  });

  test('what is somewhere else is not, and nobody hears of it', async () => {
    const mail = await smtp();
    const database = await postgres({});
    const somewhere: readonly [object, ActionSketch['integration']][] = [
      [{ ...letter, provider: 'smtp' }, mail.integration],
      [{ kind: 'database', engine: 'postgres', query: 'SELECT 1' }, database.integration],
      [{ kind: 'llm', provider: 'openai', model: 'm' }, { baseUrl: 'http://127.0.0.1:1' }],
      [
        { kind: 'ticket', provider: 'freshdesk', subject: 's', email: 'a@example.com' },
        { baseUrl: 'http://127.0.0.1:1' },
      ],
      [{ kind: 'handOff', provider: 'chatwoot', account: '1', inbox: '1' }, { baseUrl: 'http://127.0.0.1:1' }],
      [
        { kind: 'spreadsheet', provider: 'google', sheet: 'x', cells: [{ name: 'a', value: '1' }] },
        { baseUrl: 'http://127.0.0.1:1' },
      ],
    ];
    for (const [record, integration] of somewhere)
      expect(
        await run({ record, ...(integration === undefined ? {} : { integration }) }, { mode: () => 'mock' }),
      ).toMatchObject({
        outcome: 'failed',
        failure: 'noMock',
      });
    expect([mail.server.lines, database.server.heard]).toEqual([[], []]);
  });
});

describe('a scenario nobody trusts', () => {
  test('carries nothing out', async () => {
    const folder = await aFolder();
    for (const record of [
      letter,
      { kind: 'database', query: 'SELECT 1' },
      { kind: 'ticket', subject: 's', email: 'a@b.c' },
    ])
      expect(await run({ record }, { isTrusted: () => false }, {}, folder)).toMatchObject({ failure: 'notTrusted' });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('what speaks no HTTP', () => {
  test('is asked about before anything is connected', async () => {
    const mail = await smtp();
    const database = await postgres({});
    const consent = { isAllowed: () => false, ask: () => Promise.resolve(false) };
    const sketches = [
      { record: { ...letter, provider: 'smtp' }, integration: mail.integration },
      { record: { kind: 'database', engine: 'postgres', query: 'SELECT 1' }, integration: database.integration },
    ];
    for (const sketch of sketches) expect(await run(sketch, { consent })).toMatchObject({ failure: 'addressRefused' });
    expect([mail.server.lines, database.server.heard]).toEqual([[], []]);
  });

  test.each([
    'postgres://169.254.169.254/x',
    'postgres://metadata.google.internal/x',
    'postgres://100.100.100.200:80/x',
  ])('is never %s', async (baseUrl) => {
    const record = { kind: 'database', engine: 'postgres', query: 'SELECT 1' };
    expect(await run({ record, integration: { baseUrl } })).toMatchObject({ failure: 'addressRefused' });
  });

  test('keeps a secret to itself, also when the other side repeats it', async () => {
    const mail = await smtp({ answers: { AUTH: `535 not ${secret}` } });
    const database = await postgres({ refuses: `password "${secret}" is wrong` });
    const results = [
      await run({ record: { ...letter, provider: 'smtp' }, integration: mail.integration }),
      await run({
        record: { kind: 'database', engine: 'postgres', query: 'SELECT 1' },
        integration: database.integration,
      }),
    ];
    for (const result of results) {
      expect(result.outcome).toBe('failed');
      expect(JSON.stringify(result)).not.toContain('Canary');
    }
    // They were really sent.
    expect(mail.server.lines.some((line) => line.startsWith('AUTH'))).toBe(true);
    expect(database.server.heard).toContainEqual({ kind: 'password', password: secret });
  });
});

describe('arguments', () => {
  test('are bound in a query, and filled into texts everywhere else', async () => {
    const inputs = [{ name: 'who' }];
    const args = { who: "x'; DROP TABLE orders; --" };
    const query = 'SELECT $who AS who, (SELECT count(*) FROM orders) AS orders';
    const outputs = [
      { name: 'who', from: 'first.who' },
      { name: 'orders', type: 'int', from: 'first.orders' },
    ];
    expect(await run({ record: { kind: 'database', query }, inputs, outputs }, {}, args)).toMatchObject({
      outputs: { who: args.who, orders: 8 },
    });
    const record = { ...letter, subject: 'Hello $who' };
    const refused = await run({ record, inputs }, {}, { who: 'x\r\nBcc: mallory@example.org' });
    expect(refused).toMatchObject({ failure: 'invalidInput', outputs: {} });
  });

  test('that are sensitive are not read in what a database says of them', async () => {
    const record = { kind: 'database', query: "SELECT abs('x') + json($pin)" };
    const inputs = [{ name: 'pin', sensitive: true }];
    const result = await run({ record, inputs }, {}, { pin: 'pin-code-7788' });
    expect(result.outcome).toBe('failed');
    expect(JSON.stringify(result)).not.toContain('7788');
  });
});

describe('a model that fails', () => {
  test('leaves its text, and does not touch what it was to fill', async () => {
    const record = { kind: 'llm', failureText: 'Sorry.', script: [{ contains: 'never', reply: 'x' }] };
    const outputs = [{ name: 'llm_response' }, { name: 'topic' }];
    expect(await run({ record, outputs })).toMatchObject({
      outcome: 'failed',
      failure: 'reportedFailure',
      outputs: { llm_response: 'Sorry.', topic: null },
    });
  });
});
