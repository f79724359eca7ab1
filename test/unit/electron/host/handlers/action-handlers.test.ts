import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { printScenario } from '../../../../../shared/persistence/print-scenario.ts';
import { auditFilterSchema } from '../../../../../shared/bridge/contract/audit-contract.ts';
import { MASK } from '../../../../../shared/engine/mask.ts';
import { compileScenario } from '../../../../../shared/program/compile-scenario.ts';
import { printSession } from '../../../../../shared/session/session-file.ts';
import { createDeskHandlers } from '../../../../../electron/host/handlers/desk-handlers.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { value as constant } from '../../../../builders/conditions.ts';
import { play } from '../../../../builders/play.ts';
import { openDesk, startInput, type Desk } from '../run/stand-ins.ts';

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

/** A service that says where it is, at two addresses; the second wants a secret. */
async function service(): Promise<{ readonly origin: string; readonly seen: string[] }> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.url} ${request.headers.authorization ?? '-'}`);
    response.end(JSON.stringify({ status: `from ${request.url}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const shop = (origin = 'http://127.0.0.1:1') =>
  aScenario('Shop', {
    worlds: [
      { id: 'happy', name: 'Happy', description: '' },
      { id: 'down', name: 'Down', description: '' },
      { id: 'slow', name: 'Slow', description: '' },
    ],
    environments: ['staging'],
  })
    .withAttribute('city')
    .withIntegration('shopService', {
      baseUrl: `${origin}/live`,
      authentication: { kind: 'bearer', secret: 'KEY' },
      environments: { staging: { baseUrl: `${origin}/staging`, secret: 'STAGING_KEY' } },
    })
    .withAction('api', 'findOrder', {
      inputs: [{ name: 'orderId' }, { name: 'pin', required: false, sensitive: true }],
      outputs: [{ name: 'status' }],
      request: {
        integration: 'shopService',
        path: '/orders/$orderId',
        query: [{ name: 'city', value: '{user.city}' }],
      },
    })
    .withMock('findOrder', { id: 'everywhere', body: { status: 'somewhere' } })
    .withMock('findOrder', { id: 'fine', world: 'happy', body: { status: 'shipped' } })
    .withMock('findOrder', { id: 'broken', world: 'down', failure: 'connectionFailed' })
    .withMock('findOrder', { id: 'late', world: 'slow', delay: 9_000 })
    .withAction('handOff', 'askPerson', {
      note: 'please help {user.city}',
      text: 'One moment.',
      returnText: 'I am back.',
    })
    .withAction('calculation', 'addUp', {
      inputs: [{ name: 'pin', type: 'int', sensitive: true }],
      outputs: [{ name: 'total', type: 'int' }],
      steps: [{ name: 'total', expression: '1 + 2' }],
    })
    .withConversation('Orders')
    .withScene('Ask')
    .withTurn('Status')
    .user('where', {
      samples: ['where is it'],
      actions: [{ action: 'findOrder', inputs: { orderId: constant('A-1') } }],
    })
    .app('tell', { text: 'It is {user.status}.' })
    .withTurn('Person', { behaviors: ['STARTING', 'OPEN'] })
    .user('person', { samples: ['a person please'], actions: ['askPerson'] })
    .app('given', { text: 'Somebody will come.' })
    .withTurn('Sum', { behaviors: ['STARTING', 'OPEN'] })
    .user('sum', { samples: ['how much is it'], actions: [{ action: 'addUp', inputs: { pin: constant(7731) } }] })
    .app('total', { text: 'It is {user.total}.' })
    .withTurn('Back', { behaviors: ['STARTING', 'OPEN'] })
    .user('handover.returned', { id: 'returned' })
    .app('welcomeBack', { text: 'Welcome back.' });

const textOf = (origin?: string): string => printScenario(shop(origin).build());

async function start(input: Partial<Parameters<Desk['handlers']['run.start']>[0]> = {}): Promise<string> {
  const { run } = await value(desk.handlers['run.start']({ ...startInput, text: textOf(), ...input }));
  await expect.poll(() => desk.told('run.waited').some((told) => told.run === run)).toBe(true);
  return run;
}

async function say(run: string, text: string): Promise<void> {
  const before = desk.told('run.waited').length;
  await value(desk.handlers['run.say']({ run, utterance: { kind: 'text', text } }));
  const isDone = (): boolean =>
    desk
      .told('run.waited')
      .slice(before)
      .some(({ waiting }) => waiting !== 'actions');
  await expect.poll(isDone).toBe(true);
}

const audited = () => desk.audit.all(auditFilterSchema.parse({}));

describe('a world', () => {
  test('is chosen at the start and changed while the talk goes on', async () => {
    const run = await start({ world: 'happy' });
    await say(run, 'where is it');
    await value(desk.handlers['run.setWorld']({ run, world: 'down' }));
    await say(run, 'where is it');
    await value(desk.handlers['run.setWorld']({ run, world: null }));
    await say(run, 'where is it');
    expect(desk.texts()).toEqual(['It is shipped.', 'It is shipped.', 'It is somewhere.']);
    expect((await audited()).map(({ world, outcome, failure }) => [world, outcome, failure])).toEqual([
      ['happy', 'succeeded', null],
      ['down', 'failed', 'connectionFailed'],
      [null, 'succeeded', null],
    ]);
  });

  test('is chosen for an action by itself', async () => {
    const input = {
      text: textOf(),
      file: null,
      action: 'findOrder',
      arguments: { orderId: '1' },
      mode: 'mock',
    } as const;
    expect(await value(desk.handlers['action.run']({ ...input, world: 'happy' }))).toMatchObject({
      outputs: { status: 'shipped' },
    });
    expect(await value(desk.handlers['action.run']({ ...input, world: 'down' }))).toMatchObject({
      failure: 'connectionFailed',
    });
  });
});

describe('an environment', () => {
  test('changes base URL and secret together, from the next call on', async () => {
    const { origin, seen } = await service();
    await desk.vault.set('KEY', 'live-canary');
    await desk.vault.set('STAGING_KEY', 'staging-canary');
    for (const secret of ['', ' KEY', ' STAGING_KEY']) desk.consents.set(`shop ${origin}${secret}`, true);
    const run = await start({ text: textOf(origin), mode: 'live' });
    await say(run, 'where is it');
    await value(desk.handlers['run.setEnvironment']({ run, environment: 'staging' }));
    await say(run, 'where is it');
    expect(seen).toEqual(['/live/orders/A-1 Bearer live-canary', '/staging/orders/A-1 Bearer staging-canary']);
    expect((await audited()).map(({ environment }) => environment)).toEqual([null, 'staging']);
    expect(JSON.stringify([desk.events, await audited()])).not.toContain('canary');
  });
});

describe('an action by itself', () => {
  const input = {
    text: textOf(),
    file: null,
    action: 'findOrder',
    arguments: { orderId: 'A-1', pin: '7731' },
    mode: 'mock',
  } as const;

  test('is stopped within 200 ms under the name it was given', async () => {
    const run = 'run-of-the-panel';
    const answer = desk.handlers['action.run']({ ...input, world: 'slow', run });
    expect(await desk.handlers['action.run']({ ...input, run })).toMatchObject({
      ok: false,
      failure: { code: 'run.busy' },
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const began = performance.now();
    await value(desk.handlers['action.cancel']({ run }));
    expect(await value(answer)).toMatchObject({ outcome: 'failed', failure: 'cancelled' });
    expect(performance.now() - began).toBeLessThan(200);
    expect(await desk.handlers['action.cancel']({ run })).toMatchObject({
      ok: false,
      failure: { code: 'run.notFound' },
    });
  });

  test('is written down, without what is sensitive', async () => {
    await value(desk.handlers['action.run'](input));
    expect(await audited()).toMatchObject([
      {
        askedBy: 'testPanel',
        conversation: null,
        scenario: 'Shop',
        action: 'findOrder',
        arguments: { orderId: 'A-1', pin: MASK },
        outputs: { status: 'somewhere' },
        origin: 'mocked',
      },
    ]);
    expect(JSON.stringify(await audited())).not.toContain('7731');
  });

  test('may be part of a talk that goes on, or of one that was saved', async () => {
    const { origin, seen } = await service();
    const text = textOf(origin).replace('"kind": "bearer",\n', '"kind": "none",\n');
    desk.consents.set(`shop ${origin}`, true);
    const run = await start({ text, attributes: { 'user.city': 'Oslo' } });
    const live = { ...input, text, mode: 'live' } as const;
    await value(desk.handlers['action.run']({ ...live, talk: { kind: 'run', run } }));
    const saved = play(shop(origin), { attributes: { 'user.city': 'Bergen' } }).say('where is it');
    const session = printSession(compileScenario(shop(origin).build()), saved.state);
    await value(desk.handlers['action.run']({ ...live, talk: { kind: 'session', text: session } }));
    await value(desk.handlers['action.run'](live));
    expect(seen.map((line) => line.split(' ')[0])).toEqual([
      '/live/orders/A-1?city=Oslo',
      '/live/orders/A-1?city=Bergen',
      '/live/orders/A-1',
    ]);
    expect((await audited()).map(({ conversation }) => conversation)).toEqual([run, saved.state.session, null]);
  });

  test('is refused in a talk nobody knows', async () => {
    expect(await desk.handlers['action.run']({ ...input, talk: { kind: 'run', run: 'run-gone' } })).toMatchObject({
      ok: false,
      failure: { code: 'run.notFound' },
    });
    expect(await desk.handlers['action.run']({ ...input, talk: { kind: 'session', text: '{}' } })).toMatchObject({
      ok: false,
      failure: { code: 'run.invalidScenario', detail: expect.stringContaining('parley.session') as string },
    });
  });
});

describe('what a talk works out by itself', () => {
  test('is written down like everything else, in a talk and alone', async () => {
    const run = await start({ world: 'happy' });
    await say(run, 'how much is it');
    const input = { text: textOf(), file: null, action: 'addUp', arguments: { pin: 7731 }, mode: 'mock' } as const;
    expect(await value(desk.handlers['action.run'](input))).toMatchObject({ outputs: { total: 3 } });
    const common = { scenario: 'Shop', action: 'addUp', actionId: 'addUp', kind: 'calculation', outputs: { total: 3 } };
    expect(await audited()).toMatchObject([
      { ...common, askedBy: 'talk', conversation: run, world: 'happy', arguments: { pin: MASK } },
      { ...common, askedBy: 'testPanel', conversation: null, world: null, arguments: { pin: MASK } },
    ]);
  });
});

describe('a talk given to a person', () => {
  const noFolders = () => ({ own: () => Promise.reject(new Error('no files here')), beside: () => null });

  test('goes to the desk, is answered there, and comes back', async () => {
    const handlers = createDeskHandlers({ actions: desk.actions, folders: noFolders });
    const run = await start();
    await say(run, 'a person please');
    expect(desk.told('desk.given')).toMatchObject([{ talk: { session: run }, text: 'One moment.' }]);
    await say(run, 'my lamp is broken');
    expect(await value(handlers['desk.say']({ run, text: 'Which one?' }))).toEqual({ problem: null });
    expect(desk.told('desk.said').map(({ line }) => line)).toEqual([
      { speaker: 'USER', text: 'my lamp is broken' },
      { speaker: 'AGENT', text: 'Which one?' },
    ]);
    expect((await value(handlers['desk.list']({}))).talks).toMatchObject([{ session: run }]);
    // Nothing of that was heard by the engine.
    expect(desk.texts()).toEqual(['Somebody will come.']);
    expect(await value(handlers['desk.giveBack']({ run }))).toEqual({ problem: null });
    expect(desk.told('desk.returned')).toEqual([{ run, text: 'I am back.' }]);
    await expect.poll(() => desk.texts()).toEqual(['Somebody will come.', 'Welcome back.']);
    expect((await value(handlers['desk.giveBack']({ run }))).problem).toMatch(/not at the hand-off desk/);
  });

  test('leaves the desk when it ends', async () => {
    const run = await start();
    await say(run, 'a person please');
    await value(desk.handlers['run.stop']({ run }));
    expect(desk.actions.desk.talks()).toEqual([]);
  });
});
