import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { auditEntrySchema } from '../../../../shared/bridge/contract/audit-contract.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { value as constant } from '../../../builders/conditions.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { document, lines, run, temporaryFolder, type Folder } from './terminal-stand-in.ts';

let folder: Folder;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const scenario = (origin: string) =>
  aScenario('Shop', {
    worlds: [{ id: 'world-down', name: 'Everything is down', description: '' }],
    environments: ['staging'],
  })
    .withIntegration('shopService', {
      baseUrl: `${origin}/live`,
      authentication: { kind: 'bearer', secret: 'KEY' },
      environments: { staging: { baseUrl: `${origin}/staging`, secret: 'STAGING' } },
    })
    .withAction('api', 'findOrder', {
      outputs: [{ name: 'status' }],
      request: { integration: 'shopService', path: '/orders', query: [{ name: 'city', value: '{user.city}' }] },
    })
    .withMock('findOrder', { body: { status: 'shipped' } })
    .withMock('findOrder', { world: 'world-down', status: 503 })
    .withAction('spreadsheet', 'note', { sheet: 'notes', cells: [{ name: 'what', value: '$what' }] })
    .withAction('calculation', 'addUp', {
      inputs: [{ name: 'price', type: 'float' }],
      outputs: [{ name: 'total', type: 'float' }],
      steps: [{ name: 'total', expression: 'price * 2.0' }],
    })
    .withAction('workflow', 'both', {
      outputs: [{ name: 'status', from: 'steps.found.status' }],
      steps: [{ kind: 'action', name: 'found', action: 'findOrder' }],
    })
    .withConversation('Orders')
    .withScene('Ask')
    .withTurn('Status')
    .user('where', {
      samples: ['where is it'],
      actions: ['findOrder', { action: 'addUp', inputs: { price: constant(2) } }],
    })
    .app('tell', { text: 'It is {user.status}.' });

async function shop(): Promise<{ readonly file: string; readonly seen: string[] }> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.url} ${request.headers.authorization ?? '-'}`);
    response.end('{"status":"live"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const file = folder.path('shop.parley.json');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeFileSync(file, printScenario(scenario(origin).build()));
  return { file, seen };
}
const env = { PARLEY_SECRET_KEY: 'live-canary-1', PARLEY_SECRET_STAGING: 'staging-canary-1' };

describe('an action', () => {
  test('is answered by the examples of a world, by its name or its id', async () => {
    const { file } = await shop();
    const ask = (...more: string[]) => run(['action', 'run', file, 'findOrder', '--json', ...more]);
    expect(document(await ask())).toMatchObject({ outcome: 'succeeded', outputs: { status: 'shipped' } });
    for (const world of ['world-down', 'Everything is down'])
      expect(document(await ask('--world', world))).toMatchObject({ outcome: 'failed', status: 503 });
  });

  test('goes where the environment says, with its secret, and tells nobody of it', async () => {
    const { file, seen } = await shop();
    const ask = ['action', 'run', file, 'findOrder', '--actions', 'live', '--json'];
    const first = await run(ask, '', env);
    const second = await run([...ask, '--environment', 'staging'], '', env);
    expect(seen).toEqual(['/live/orders Bearer live-canary-1', '/staging/orders Bearer staging-canary-1']);
    expect([first, second].map(({ exit }) => exit)).toEqual([0, 0]);
    expect(JSON.stringify([first, second])).not.toContain('canary');
  });

  test('reads what a saved talk holds', async () => {
    const { file, seen } = await shop();
    const session = folder.path('talk.session.json');
    await run(['chat', file, '--set', 'user.city=Oslo', '--say', 'where is it', '--session', session]);
    await run(
      ['action', 'run', file, 'findOrder', '--actions', 'live', '--conversation', session, '--environment', 'staging'],
      '',
      env,
    );
    expect(seen).toEqual(['/staging/orders?city=Oslo Bearer staging-canary-1']);
  });

  test('of another kind is carried out here, beside the scenario', async () => {
    const { file } = await shop();
    const data = { XDG_DATA_HOME: folder.path('data'), LOCALAPPDATA: folder.path('data') };
    const ran = await run(['action', 'run', file, 'note', '--arg', 'what=a lamp'], '', data);
    expect(ran).toMatchObject({ exit: 0, out: expect.stringMatching(/^note: succeeded, live/) as string });
    expect(readFileSync(folder.path('notes.csv'), 'utf8')).toContain('a lamp');
  });

  test('that the talk works out itself is worked out, and a workflow takes its steps', async () => {
    const { file, seen } = await shop();
    const sum = await run(['action', 'run', file, 'addUp', '--arg', 'price=2.5', '--json']);
    expect(document(sum)).toMatchObject({ outcome: 'succeeded', outputs: { total: 5 } });
    const both = ['action', 'run', file, 'both', '--json'];
    expect(document(await run(both))).toMatchObject({ outcome: 'succeeded', outputs: { status: 'shipped' } });
    const live = [...both, '--actions', 'live', '--environment', 'staging'];
    expect(document(await run(live, '', env))).toMatchObject({ outputs: { status: 'live' } });
    expect(seen).toEqual(['/staging/orders Bearer staging-canary-1']);
  });

  test.each([
    ['--world', 'hapy', /--world: there is no world "hapy"\. There are: Everything is down\./],
    ['--environment', 'stagin', /--environment: there is no environment "stagin"\. Did you mean staging\?/],
    ['--conversation', 'nowhere.json', /--conversation: nowhere\.json: /],
  ])('with %s %s is refused', async (option, given, sentence) => {
    const { file } = await shop();
    const ran = await run(['action', 'run', file, 'findOrder', option, given]);
    expect(ran).toMatchObject({ exit: 2, out: '' });
    expect(ran.err[0]).toMatch(sentence);
  });
});

describe('the log of actions', () => {
  test('gets a line for every action, from both commands, and keeps what was there', async () => {
    const { file } = await shop();
    const audit = folder.path('actions.jsonl');
    await run(['action', 'run', file, 'findOrder', '--audit', audit, '--world', 'world-down']);
    const ask = [
      'chat',
      file,
      '--say',
      'where is it',
      '--actions',
      'live',
      '--environment',
      'staging',
      '--audit',
      audit,
    ];
    await run(ask, '', env);
    const entries = lines({ exit: 0, err: [], out: readFileSync(audit, 'utf8') });
    for (const entry of entries) expect(auditEntrySchema.safeParse(entry).error).toBeUndefined();
    expect(entries).toMatchObject([
      { askedBy: 'commandLine', conversation: null, world: 'world-down', outcome: 'failed', scenario: 'Shop' },
      { askedBy: 'commandLine', conversation: 'terminal', environment: 'staging', origin: 'live', status: 200 },
      { askedBy: 'commandLine', conversation: 'terminal', action: 'addUp', kind: 'calculation', outputs: { total: 4 } },
    ]);
    expect(readFileSync(audit, 'utf8')).not.toContain('canary');
    expect(statSync(audit).mode & 0o077).toBe(0);
  });

  test('that cannot be written stops before anything is called', async () => {
    const { file, seen } = await shop();
    const audit = folder.path('no-folder/actions.jsonl');
    const ran = await run(['action', 'run', file, 'findOrder', '--actions', 'live', '--audit', audit], '', env);
    expect([ran.exit, ran.out, seen, existsSync(audit)]).toEqual([2, '', [], false]);
    expect(ran.err[0]).toMatch(/The log of actions cannot be written/);
  });
});

test('a talk is answered by the examples of a world', async () => {
  const { file } = await shop();
  const said = await run(['chat', file, '--say', 'where is it', '--world', 'Everything is down', '--json']);
  expect(lines(said)).toMatchObject([{ actions: [{ name: 'findOrder', outcome: 'failed', status: 503 }, {}] }]);
  expect(await run(['chat', file, '--say', 'x', '--world', 'gone'])).toMatchObject({ exit: 2 });
});
