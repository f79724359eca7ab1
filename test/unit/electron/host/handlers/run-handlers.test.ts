import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventContract } from '../../../../../shared/bridge/contract/event-contract.ts';
import { runIdSchema } from '../../../../../shared/bridge/contract/run-contract.ts';
import type { StartEngine } from '../../../../../electron/host/host-ports.ts';
import { engineInProcess, openDesk, sample, startInput, type Desk } from '../run/stand-ins.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.release());

const value = async <Value>(
  result: Promise<{ ok: true; value: Value } | { ok: false; failure: unknown }>,
): Promise<Value> => {
  const settled = await result;
  if (!settled.ok) throw new Error(JSON.stringify(settled.failure));
  return settled.value;
};
const start = async (input: Partial<Parameters<Desk['handlers']['run.start']>[0]> = {}): Promise<string> =>
  (await value(desk.handlers['run.start']({ ...startInput, ...input }))).run;

/** Says it and waits until it is the person's turn again. */
async function say(run: string, text: string): Promise<void> {
  const before = desk.told('run.waited').length;
  await value(desk.handlers['run.say']({ run, utterance: { kind: 'text', text } }));
  await expect
    .poll(() =>
      desk
        .told('run.waited')
        .slice(before)
        .some(({ waiting }) => waiting !== 'actions'),
    )
    .toBe(true);
}
const refund = ['I want a refund', 'A-1002', 'ada@example.com', 'it broke'];

describe('a run', () => {
  test('starts, is talked to, and tells everything as events that keep the contract', async () => {
    const run = await start();
    expect(runIdSchema.safeParse(run).success).toBe(true);
    for (const text of ['where is my order', 'A-1001', 'ada@example.com']) await say(run, text);
    expect(desk.texts().at(-1)).toMatch(/A-1001 is \*\*shipped\*\*/);
    const seqs = desk.told('run.traced').flatMap(({ events }) => events.map(({ seq }) => seq));
    expect(seqs).toEqual(seqs.map((_seq, at) => at + 1));
    for (const { name, payload } of desk.events) expect(eventContract[name].safeParse(payload).error).toBeUndefined();
  });

  test('tells a bubble after the events that explain it, and whose turn it is last', async () => {
    const run = await start();
    await say(run, 'where is my order');
    const names = desk.events.map(({ name }) => name).filter((name) => name !== 'run.waited');
    expect(names.slice(-2)).toEqual(['run.traced', 'run.replied']);
    expect(desk.events.at(-1)).toEqual({ name: 'run.waited', payload: { run, waiting: 'user', mode: 'mock' } });
    const [reply] = desk.told('run.replied').at(-1)!.messages;
    const explained = desk.told('run.traced').flatMap(({ events }) => events.map(({ seq }) => seq));
    expect(explained).toContain(reply?.seq);
  });

  test('asks before an irreversible action, and does what it is told', async () => {
    const run = await start({ mode: 'live' });
    for (const text of refund) await say(run, text);
    expect(desk.told('run.waited').at(-1)).toMatchObject({ waiting: 'confirmation' });
    const before = desk.told('run.waited').length;
    await value(desk.handlers['run.confirm']({ run, approved: true }));
    await expect
      .poll(() =>
        desk
          .told('run.waited')
          .slice(before)
          .some(({ waiting }) => waiting === 'user'),
      )
      .toBe(true);
    expect(desk.texts().at(-1)).toMatch(/189 EUR/);
    // The demo service is one for all runs of a window: the next run meets the refunded order.
    const next = await start({ mode: 'live' });
    for (const text of refund.slice(0, 3)) await say(next, text);
    expect(desk.texts().at(-1)).toMatch(/already been refunded/);
  });

  test('changes between mocks and live while it goes on, and says so', async () => {
    const run = await start();
    await value(desk.handlers['run.setMode']({ run, mode: 'live' }));
    expect(desk.events.at(-1)).toEqual({ name: 'run.waited', payload: { run, waiting: 'user', mode: 'live' } });
    for (const text of ['where is my order', 'A-1001', 'ada@example.com']) await say(run, text);
    const settled = desk
      .told('run.traced')
      .flatMap(({ events }) => events.filter(({ kind }) => kind === 'effect.settled'));
    expect(settled).toEqual([expect.objectContaining({ origin: 'live', status: 200 })]);
  });

  test('takes an edited scenario, and values set by hand', async () => {
    const run = await start();
    const edited = sample.replace('What is your order number?', 'Your number, please?');
    const { program } = await value(desk.handlers['run.reload']({ run, text: edited }));
    expect(program).toMatch(/^[0-9a-f]+$/);
    await value(desk.handlers['run.set']({ run, reference: 'user.order_status', value: 'lost' }));
    await say(run, 'where is my order');
    expect(desk.texts()).toEqual(['Your number, please? It is on the order confirmation.']);
    expect(await desk.handlers['run.reload']({ run, text: 'nonsense' })).toMatchObject({
      ok: false,
      failure: { code: 'run.invalidScenario' },
    });
    await say(run, 'A-1001');
    expect(desk.texts().at(-1)).toMatch(/e-mail/);
  });

  test('lets go of a running action when it is cancelled', async () => {
    const slow = sample.replaceAll('"delay": 0', '"delay": 60000').replaceAll('"timeout": 10000', '"timeout": 100000');
    const run = await start({ text: slow });
    for (const text of ['where is my order', 'A-1001']) await say(run, text);
    await value(desk.handlers['run.say']({ run, utterance: { kind: 'text', text: 'ada@example.com' } }));
    await expect.poll(() => desk.told('run.waited').at(-1)?.waiting).toBe('actions');
    await value(desk.handlers['run.cancel']({ run }));
    await expect.poll(() => desk.told('run.waited').at(-1)?.waiting).toBe('user');
    const settled = desk
      .told('run.traced')
      .flatMap(({ events }) => events.filter(({ kind }) => kind === 'effect.settled'));
    expect(settled).toEqual([expect.objectContaining({ failure: 'cancelled' })]);
  });

  test('that is stopped is gone, and tells nothing more', async () => {
    const run = await start();
    await value(desk.handlers['run.say']({ run, utterance: { kind: 'text', text: 'hello' } }));
    await value(desk.handlers['run.stop']({ run }));
    const count = desk.events.length;
    expect(await desk.handlers['run.stop']({ run })).toMatchObject({ ok: false, failure: { code: 'run.notFound' } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(desk.events).toHaveLength(count);
  });
});

describe('what cannot be', () => {
  test('a scenario that cannot be read does not start, and leaves nothing behind', async () => {
    for (let at = 0; at < 10; at += 1)
      expect(
        await desk.handlers['run.start']({ ...startInput, text: '{"format":"parley.scenario","version":1}' }),
      ).toMatchObject({
        ok: false,
        failure: { code: 'run.invalidScenario', detail: expect.stringContaining('/scenario') as string },
      });
    await start();
  });

  test('a run that is not there is told by every method', async () => {
    const run = 'run-nowhere';
    const { handlers } = desk;
    const answers = await Promise.all([
      handlers['run.reload']({ run, text: sample }),
      handlers['run.say']({ run, utterance: { kind: 'opened' } }),
      handlers['run.confirm']({ run, approved: true }),
      handlers['run.set']({ run, reference: 'user.x', value: 1 }),
      handlers['run.setMode']({ run, mode: 'live' }),
      handlers['run.cancel']({ run }),
      handlers['run.stop']({ run }),
      handlers['run.consent']({ run, origin: 'http://x', allowed: true }),
    ]);
    for (const answer of answers)
      expect(answer).toEqual({ ok: false, failure: { code: 'run.notFound', detail: '', path: '' } });
  });

  test('more runs than a person can watch', async () => {
    for (let at = 0; at < 8; at += 1) await start();
    expect(await desk.handlers['run.start'](startInput)).toMatchObject({ ok: false, failure: { code: 'run.busy' } });
  });

  test('an engine that dies ends its run with a failure, and no other', async () => {
    const engines: { kill: () => void }[] = [];
    const mortal: StartEngine = () => {
      const engine = engineInProcess();
      engines.push({ kill: engine.stop });
      return engine;
    };
    desk = openDesk(mortal);
    const [first, second] = [await start(), await start()];
    engines[0]?.kill();
    expect(desk.told('run.failed')).toEqual([
      { run: first, failure: { code: 'run.crashed', detail: 'The process of the engine ended.', path: '' } },
    ]);
    expect(await desk.handlers['run.say']({ run: first, utterance: { kind: 'opened' } })).toMatchObject({ ok: false });
    await say(second, 'hello');
    expect(desk.texts().length).toBeGreaterThan(0);
  });
});

describe('consent', () => {
  let server: Server;
  let heads: string[];
  let origin: string;
  let local: string;
  beforeEach(async () => {
    heads = [];
    server = createServer((request, response) => {
      heads.push(request.headers.authorization ?? 'nothing');
      response.end('{"status":"shipped","estimatedDelivery":"Sunday"}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    local = sample.replaceAll('http://orders.parley.localhost', origin);
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  /** As far as the action, which then waits for the person. */
  async function untilAsked(text: string): Promise<string> {
    const run = await start({ text, mode: 'live' });
    for (const line of ['where is my order', 'A-1001']) await say(run, line);
    const before = desk.told('run.consentAsked').length;
    await value(desk.handlers['run.say']({ run, utterance: { kind: 'text', text: 'ada@example.com' } }));
    await expect.poll(() => desk.told('run.consentAsked').length).toBe(before + 1);
    return run;
  }

  test('is asked once for an origin on this machine, and remembered for the scenario', async () => {
    const run = await untilAsked(local);
    expect(desk.told('run.consentAsked')).toEqual([{ run, origin }]);
    expect(heads).toEqual([]);
    await value(desk.handlers['run.consent']({ run, origin, allowed: true }));
    await expect.poll(() => desk.texts().at(-1)).toMatch(/Sunday/);
    expect([...desk.consents]).toEqual([[`shop ${origin}`, true]]);
    const next = await start({ text: local, mode: 'live' });
    for (const text of ['where is my order', 'A-1001', 'ada@example.com']) await say(next, text);
    expect(heads).toHaveLength(2);
    expect(desk.told('run.consentAsked')).toHaveLength(1);
  });

  test('that is refused ends the action, and is asked again only in another run', async () => {
    const run = await untilAsked(local);
    await value(desk.handlers['run.consent']({ run, origin, allowed: false }));
    await expect.poll(() => desk.told('run.waited').at(-1)?.waiting).toBe('user');
    const settled = desk
      .told('run.traced')
      .flatMap(({ events }) => events.filter(({ kind }) => kind === 'effect.settled'));
    expect(settled).toEqual([expect.objectContaining({ failure: 'addressRefused' })]);
    expect([heads, desk.consents.size]).toEqual([[], 0]);
    await untilAsked(local);
  });

  test('to one origin says nothing about a secret going there', async () => {
    desk.consents.set(`shop ${origin}`, true);
    await desk.vault.set('DESK', 'sk-canary-0001');
    const guarded = local.replace(
      /"authentication": \{\s*"kind": "none"\s*\}/,
      '"authentication": {"kind": "bearer", "secret": "DESK"}',
    );
    const run = await untilAsked(guarded);
    expect(desk.told('run.consentAsked')).toEqual([{ run, origin, secret: 'DESK' }]);
    await value(desk.handlers['run.consent']({ run, origin, allowed: true }));
    await expect.poll(() => heads).toEqual(['Bearer sk-canary-0001']);
    await expect.poll(() => desk.told('run.waited').at(-1)?.waiting).toBe('user');
    expect(JSON.stringify(desk.events)).not.toContain('canary');
  });

  test('is never asked for a scenario that is not trusted: nothing is called at all', async () => {
    desk.standing = { trusted: false, key: 'stranger' };
    const run = await start({ text: local, mode: 'live' });
    for (const text of ['where is my order', 'A-1001', 'ada@example.com']) await say(run, text);
    const settled = desk
      .told('run.traced')
      .flatMap(({ events }) => events.filter(({ kind }) => kind === 'effect.settled'));
    expect(settled).toEqual([expect.objectContaining({ failure: 'notTrusted' })]);
    expect([heads, desk.told('run.consentAsked')]).toEqual([[], []]);
  });
});

describe('one action by itself', () => {
  const input = {
    text: sample,
    file: null,
    action: 'get-order-details',
    arguments: { orderId: 'A-1001', email: 'ada@example.com' },
  };

  test.each(['mock', 'live'] as const)('runs in %s mode', async (mode) => {
    expect(await value(desk.handlers['action.run']({ ...input, mode }))).toMatchObject({
      outcome: 'succeeded',
      origin: mode === 'mock' ? 'mocked' : 'live',
      outputs: { order_status: 'shipped' },
    });
  });

  test('that does not exist fails, and one in a broken scenario is refused', async () => {
    expect(await value(desk.handlers['action.run']({ ...input, action: 'nothing', mode: 'mock' }))).toMatchObject({
      failure: 'unknownAction',
    });
    expect(await desk.handlers['action.run']({ ...input, text: '[]', mode: 'mock' })).toMatchObject({
      ok: false,
      failure: { code: 'run.invalidScenario' },
    });
  });
});
