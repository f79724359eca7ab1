import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { ExecutorPorts } from '../../../../../../electron/host/actions/action-executor.ts';
import { emailExecutor } from '../../../../../../electron/host/actions/email/email-executor.ts';
import { listOutbox, readFromOutbox } from '../../../../../../electron/host/actions/email/outbox.ts';
import { readSharedCorpus } from '../../../../../builders/shared-corpus.ts';
import { makeIdentity } from '../../faults/certificates.ts';
import { aFolder, allowLoopback, anAction, anIntegration, aPorts, aTask, never } from '../executor-setting.ts';
import { SmtpServer, type SmtpScript } from './smtp-server.ts';

const letter = {
  from: 'Shop <shop@example.com>',
  to: 'ada@example.com, "Hopper, Grace" <grace@example.com>',
  copy: 'ada@example.com, alan@bücher.example',
  subject: 'Your order – Ω',
  body: 'Hello,\n\n.hidden dot\nFrom here on: thank you.\n',
};
const write = async (fields: Record<string, unknown>, folder: string) =>
  emailExecutor(
    aTask(anAction('email', { ...letter, ...fields })),
    aPorts({ scenarioFolder: () => Promise.resolve(folder) }),
    never(),
  );

/** The lines of the head of a letter, unfolded. */
const headOf = (eml: string): string[] => (eml.split('\r\n\r\n')[0] ?? '').replaceAll(/\r\n[ \t]/g, ' ').split('\r\n');

describe('the outbox', () => {
  test('keeps a letter as any mail program opens it', async () => {
    const folder = await aFolder();
    const outcome = await write({}, folder);
    expect(outcome).toMatchObject({
      ok: true,
      body: {
        provider: 'outbox',
        accepted: ['ada@example.com', 'grace@example.com', 'ada@example.com', 'alan@xn--bcher-kva.example'],
        rejected: [],
      },
    });
    const [mail, ...more] = await listOutbox(folder);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      from: { name: 'Shop', address: 'shop@example.com' },
      to: [{ address: 'ada@example.com' }, { name: 'Hopper, Grace' }],
      subject: 'Your order – Ω',
      body: letter.body,
      at: Date.UTC(2027, 0, 31, 12),
    });
    const eml = (await readFromOutbox(folder, mail?.file ?? '')) ?? '';
    const head = headOf(eml);
    expect(head).toContain('To: ada@example.com, "Hopper, Grace" <grace@example.com>');
    expect(head).toContain('Date: Sun, 31 Jan 2027 12:00:00 +0000');
    expect(head.filter((line) => /^(bcc|x-)/i.test(line))).toEqual([]);
    expect(eml).toContain('\r\n\r\nHello,\r\n\r\n.hidden dot\r\n');
    expect((await readdir(join(folder, 'outbox'))).length).toBe(2);
  });

  test('is read by the names it gave, and by no others', async () => {
    const folder = await aFolder();
    await write({}, folder);
    for (const name of ['../x.eml', '/etc/passwd', 'x.json', '..', ''])
      expect(await readFromOutbox(folder, name)).toBe(null);
    expect(await listOutbox(join(folder, 'nowhere'))).toEqual([]);
  });

  test('makes room for new letters', async () => {
    const folder = await aFolder();
    await write({ subject: 'The first' }, folder);
    const outbox = join(folder, 'outbox');
    const old = (at: number) => `20260101-${String(at).padStart(6, '0')}-0.eml`;
    await Promise.all(Array.from({ length: 499 }, (_, at) => writeFile(join(outbox, old(at)), 'x')));
    await write({ subject: 'The newest' }, folder);
    const letters = (await readdir(outbox)).filter((name) => name.endsWith('.eml'));
    expect(letters).toHaveLength(500);
    expect([letters.includes(old(0)), letters.includes(old(1))]).toEqual([false, true]);
    expect((await listOutbox(folder)).map(({ subject }) => subject).toSorted()).toEqual(['The first', 'The newest']);
  });
});

describe('a letter', () => {
  test.each([
    [{ to: '' }, 'Nobody is named'],
    [{ from: '' }, 'exactly one address'],
    [{ from: 'a@example.com, b@example.com' }, 'exactly one address'],
    [{ to: 'ada' }, '"ada" is no e-mail address'],
    [{ to: 'ada@example.com bob@example.com' }, 'is no e-mail address'],
    [{ to: 'Friends: ada@example.com;' }, 'is no e-mail address'],
    [{ to: '"Ada <ada@example.com>' }, 'cannot be read'],
    [{ to: 'ada@example.com>, <x@example.com' }, 'is no e-mail address'],
    [{ to: Array.from({ length: 51 }, (_, at) => `a${at}@example.com`).join() }, '50 is the most'],
    [{ subject: 'Hi\r\nBcc: mallory@example.org' }, 'line break'],
    [{ subject: 'Hi\u2028Bcc: mallory@example.org' }, 'line break'],
    [{ to: 'ada@example.com\r\nBcc: mallory@example.org' }, 'line break'],
    [{ copy: 'ada@example.com\n mallory@example.org' }, 'line break'],
    [{ from: 'Shop\r\nBcc: x@example.org <shop@example.com>' }, 'line break'],
    [{ to: 'ada@exa\0mple.com' }, 'no address has'],
  ])('%j is not written', async (fields, part) => {
    const folder = await aFolder();
    const outcome = await write(fields, folder);
    expect(outcome).toMatchObject({ ok: false, failure: 'invalidInput' });
    expect(outcome.detail).toContain(part);
    expect(await readdir(folder)).toEqual([]);
  });

  const breaks = ['\r\n', '\n', '\r', '\r\n ', '%0d%0a', '\u000b', '\u000c', '\u0085', '\u2028', '\u2029', '\0'];
  const corpus = (readSharedCorpus('injection') ?? [])
    .filter(({ name }) => name === 'crlf.txt')
    .flatMap(({ bytes }) => new TextDecoder().decode(bytes).split('\n'))
    .filter((line) => line !== '')
    .flatMap((line) => [line, safeDecode(line)]);
  const attacks = [
    ...breaks.flatMap((each) => [
      `x${each}Bcc: mallory@example.org`,
      `x${each}${each}<html>`,
      `x${each}To: mallory@example.org`,
    ]),
    ...corpus,
  ];

  test('has the headers and readers it was given, whatever stands in it (T44)', async () => {
    const folder = await aFolder();
    const plain = new Set([
      'from',
      'to',
      'cc',
      'subject',
      'date',
      'message-id',
      'mime-version',
      'content-type',
      'content-transfer-encoding',
    ]);
    const places: readonly ((attack: string) => Record<string, string>)[] = [
      (attack) => ({ subject: attack }),
      (attack) => ({ to: `ada@example.com, ${attack}` }),
      (attack) => ({ to: `"${attack}" <ada@example.com>` }),
      (attack) => ({ from: `${attack} <shop@example.com>` }),
      (attack) => ({ body: `${attack}\r\n.\r\nMAIL FROM:<mallory@example.org>` }),
    ];
    let written = 0;
    for (const attack of attacks)
      for (const place of places) {
        const outcome = await write({ copy: '', ...place(attack) }, folder);
        if (!outcome.ok) continue;
        written += 1;
        const { file, accepted } = outcome.body as { file: string; accepted: string[] };
        const head = headOf(await readFile(join(folder, 'outbox', file), 'utf8'));
        expect(head.map((line) => (line.split(':')[0] ?? '').toLowerCase()).filter((name) => !plain.has(name))).toEqual(
          [],
        );
        expect(head.filter((line) => /^to:/i.test(line))).toHaveLength(1);
        expect(accepted).not.toContain('mallory@example.org');
      }
    expect(attacks.length).toBeGreaterThanOrEqual(33);
    expect(written).toBeGreaterThan(attacks.length);
  }, 60_000);
});

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

describe('SMTP', () => {
  let server: SmtpServer | null = null;
  afterEach(() => server?.close());

  async function send(
    script: SmtpScript = {},
    rest: {
      fields?: object;
      scheme?: 'smtp' | 'smtps';
      integration?: object;
      allow?: ExecutorPorts['allowAddress'];
      timeout?: number;
      signal?: AbortSignal;
    } = {},
  ) {
    server = new SmtpServer(script);
    const port = await server.listen();
    const integration = anIntegration({
      baseUrl: `${rest.scheme ?? 'smtp'}://mail.example.com:${port}`,
      authentication: { kind: 'basic', user: 'shop', secret: 'mail' },
      ...rest.integration,
    });
    return emailExecutor(
      aTask(anAction('email', { ...letter, copy: '', provider: 'smtp', ...rest.fields }), {
        integration,
        timeout: (rest.timeout ?? 5_000) - 0.13,
      }),
      aPorts({ allowAddress: rest.allow ?? allowLoopback('pass-word-1') }),
      rest.signal ?? never(),
    );
  }

  test('takes a letter to those who are listed, after signing in', async () => {
    expect(await send()).toMatchObject({
      ok: true,
      body: { provider: 'smtp', accepted: ['ada@example.com', 'grace@example.com'], rejected: [], file: '' },
    });
    expect(server?.lines.filter((line) => line !== 'QUIT')).toEqual([
      'EHLO [127.0.0.1]',
      `AUTH PLAIN ${Buffer.from('\0shop\0pass-word-1').toString('base64')}`,
      'MAIL FROM:<shop@example.com>',
      'RCPT TO:<ada@example.com>',
      'RCPT TO:<grace@example.com>',
      'DATA',
    ]);
    expect(server?.letters).toHaveLength(1);
    expect(server?.letters[0]).toContain('\r\n..hidden dot\r\n');
  });

  test('cannot be made to hear a second letter in the first', async () => {
    for (const end of ['\r\n.\r\n', '\n.\n', '\r.\r', '\n.\r\n', '\r\n.\n']) {
      await send(
        {},
        { fields: { body: `a${end}MAIL FROM:<mallory@example.org>\r\nRCPT TO:<x@example.org>\r\nDATA\r\nx${end}` } },
      );
      expect(server?.lines.filter((line) => line.startsWith('MAIL'))).toEqual(['MAIL FROM:<shop@example.com>']);
      expect(server?.letters).toHaveLength(1);
      await server?.close();
    }
  });

  test('that refuses one of two says whom', async () => {
    const outcome = await send({ answers: { 'RCPT TO:<grace': '550 unknown' } });
    expect(outcome).toMatchObject({
      ok: true,
      body: { accepted: ['ada@example.com'], rejected: ['grace@example.com'] },
    });
    expect(outcome.detail).toContain('refused grace@example.com');
  });

  test.each<[string, SmtpScript, string, string]>([
    ['does not know us', { answers: { AUTH: '535 wrong' } }, 'reportedFailure', 'does not let us in'],
    ['wants nobody', { answers: { 'RCPT TO': '550 no' } }, 'reportedFailure', 'refused it'],
    ['wants no letter', { answers: { DATA: '554 spam' } }, 'reportedFailure', 'refused it'],
    ['is none', { answers: { EHLO: '500 what', HELO: '500 what' } }, 'connectionFailed', 'No mail server'],
  ])('that %s is a sentence', async (_what, script, failure, part) => {
    const outcome = await send(script);
    expect(outcome).toMatchObject({ ok: false, failure });
    expect(outcome.detail).toContain(part);
    expect(outcome.detail).not.toContain('pass-word-1');
  });

  test('that falls silent is left at the limit, or when somebody stops it', async () => {
    expect(await send({ silentAfter: 'MAIL' }, { timeout: 400 })).toMatchObject({ failure: 'timedOut' });
    await server?.close();
    const stop = new AbortController();
    const sending = send({ silentAfter: 'MAIL' }, { signal: stop.signal });
    await expect.poll(() => server?.lines.some((line) => line.startsWith('MAIL'))).toBe(true);
    const began = performance.now();
    stop.abort();
    expect(await sending).toMatchObject({ failure: 'cancelled' });
    expect(performance.now() - began).toBeLessThan(200);
  });

  test('elsewhere is not told anything in the open', async () => {
    // The address says it is elsewhere, though the test answers here.
    const allow: ExecutorPorts['allowAddress'] = (url) =>
      Promise.resolve({ host: url.hostname, address: localAddress, port: Number(url.port), secret: 'pass-word-1' });
    const outcome = await send({}, { allow });
    expect(outcome).toMatchObject({ ok: false, failure: 'connectionFailed' });
    expect(server?.lines.filter((line) => /AUTH|MAIL|DATA/.test(line))).toEqual([]);
  });

  test('that cannot show who it is is told nothing', async () => {
    const identity = makeIdentity({ name: 'mail.example.com', address: [127, 0, 0, 1] });
    const outcome = await send({ identity }, { scheme: 'smtps' });
    expect(outcome).toMatchObject({ ok: false, failure: 'connectionFailed' });
    expect(outcome.detail).toMatch(/certificate/i);
    expect(server?.lines).toEqual([]);
  });

  test('is not reached where nobody allowed it, nor with a password in the open', async () => {
    const allow: ExecutorPorts['allowAddress'] = () => Promise.resolve({ refused: 'No.', failure: 'addressRefused' });
    expect(await send({}, { allow })).toMatchObject({ failure: 'addressRefused' });
    expect(server?.lines).toEqual([]);
    await server?.close();
    const outcome = await send({}, { integration: { baseUrl: 'smtp://a:secret-1@mail.example.com' } });
    expect(outcome).toMatchObject({ failure: 'badRequest' });
    expect(JSON.stringify(outcome)).not.toContain('secret-1');
  });
});

/** This machine by another name than loopback's: nothing answers there, and TLS is asked for before anything is said. */
const localAddress = '0.0.0.0';
