import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { printScenario } from '../../../../../shared/persistence/print-scenario.ts';
import { startEngineInProcess } from '../../../../../electron/host/engine-port.ts';
import { createPassphraseVault } from '../../../../../electron/host/passphrase-vault.ts';
import { createEngineLoop } from '../../../../../electron/worker/engine-loop.ts';
import { createTestHost, makeFolder, type TestWindow } from '../../../../builders/a-host.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { run } from '../../cli/terminal-stand-in.ts';
import { indiscretions, startEchoService, type EchoService } from './echo-service.ts';
import { findSpelled, spelledForms } from './spelled-forms.ts';

/** Fifty secrets, of letters that every encoding changes and of those that none does. */
const secrets = Array.from({ length: 50 }, (_, at) =>
  at % 2 === 0 ? `Canary+${at}/of=The"Fifty&Ones` : `canary-${at}-plainWord-XyZ${at * 7}`,
);
const nameOf = (at: number): string => `SECRET_${at}`;

const authentications = (origin: string, secret: string): readonly object[] => [
  { kind: 'bearer', secret },
  { kind: 'basic', user: 'ada', secret },
  { kind: 'apiKey', in: 'header', name: 'x-api-key', secret },
  { kind: 'apiKey', in: 'query', name: 'key', secret },
  { kind: 'oauth2', tokenUrl: `${origin}/token`, clientId: 'shop', secret, send: 'header' },
  { kind: 'oauth2', tokenUrl: `${origin}/token`, clientId: 'shop', secret, send: 'body' },
];

/** An action for every secret, every way of sending it and every indiscretion of a service. */
function scenario(origin: string): string {
  const builder = aScenario('Fifty');
  for (let at = 0; at < secrets.length; at += 1) {
    const ways = authentications(origin, nameOf(at));
    const how = indiscretions[Math.floor(at / ways.length) % indiscretions.length] ?? 'fine';
    builder.withIntegration(`service${at}`, { baseUrl: `${origin}/s${at}`, authentication: ways[at % ways.length] });
    const outputs = [{ name: `status${at}`, from: 'status' }];
    if (at % 10 === 9)
      builder.withAction('llm', `ask${at}`, {
        provider: at % 20 === 9 ? 'openai' : 'anthropic',
        integration: `service${at}`,
        path: how,
        model: 'small',
        prompt: 'hello',
        outputs: [{ name: 'llm_response' }],
      });
    else
      builder.withAction('api', `ask${at}`, {
        outputs,
        request: { integration: `service${at}`, path: how, followRedirects: at % 3 === 0 },
        retry: { times: 1, wait: 1 },
      });
  }
  const actions = secrets.map((_secret, at) => `ask${at}`);
  builder
    .withConversation('Talk')
    .withScene('Scene')
    .withTurn('Turn')
    .user('everything', { samples: ['everything'], actions })
    .app('done', { text: `Done: ${secrets.map((_secret, at) => `{user.status${at}}`).join(' ')}` });
  return printScenario(builder.build());
}

let folder: ReturnType<typeof makeFolder>;
let service: EchoService;
let window: TestWindow;
let close: () => Promise<void>;
/** Everything that was told anywhere. */
const told: string[] = [];
const faults: unknown[] = [];

beforeAll(async () => {
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation((...said) => void told.push(said.map(String).join(' ')));
  folder = makeFolder();
  service = await startEchoService(secrets);
  const vault = createPassphraseVault(join(folder.path, 'user', 'secrets.sealed.json'), { N: 2 ** 10, r: 8, p: 1 });
  const { host, connect } = await createTestHost(join(folder.path, 'user'), {
    startEngine: startEngineInProcess((post) => createEngineLoop(post, Date.now)),
    vault,
    reportFault: (fault) => faults.push(fault),
  });
  window = connect();
  close = () => host.close();
  window.transport.onEvent((event) => {
    told.push(JSON.stringify(event));
    if (event.name !== 'run.consentAsked') return;
    void window.transport.request('run.consent', { ...event.payload, secret: undefined, allowed: true });
  });
});
afterAll(async () => {
  await close();
  service.close();
  folder.remove();
  vi.restoreAllMocks();
});

/** Asks as a page does, and keeps what came back. */
async function ask(method: string, input: unknown): Promise<unknown> {
  const reply = await window.transport.request(method, input);
  told.push(JSON.stringify(reply));
  return reply;
}
const save = (name: string): string => {
  const path = join(folder.path, name);
  window.answers.save = path;
  return path;
};

test(
  'fifty secrets are used everywhere, and no byte that is written or told holds one (T22, T24)',
  { timeout: 60_000 },
  async () => {
    const text = scenario(service.origin);
    await ask('secret.unlock', { passphrase: 'correct horse battery' });
    for (const [at, value] of secrets.entries()) await ask('secret.set', { name: nameOf(at), value });

    // A talk that uses all of them, and each by itself, in both modes.
    const started = (await ask('run.start', { text, file: null, mode: 'live', seed: 1, attributes: {} })) as {
      value: { run: string };
    };
    const { run: talk } = started.value;
    await ask('run.say', { run: talk, utterance: { kind: 'text', text: 'everything' } });
    await expect.poll(() => window.events.some(({ name }) => name === 'run.replied'), { timeout: 40_000 }).toBe(true);
    for (const [at] of secrets.entries())
      for (const mode of ['live', 'mock'])
        await ask('action.run', { text, file: null, action: `ask${at}`, arguments: {}, mode });

    // Everything that goes to a file.
    save('fifty.parley.json');
    const saved = (await ask('scenario.saveAs', { suggestedName: 'fifty', text })) as { value: { file: string } };
    await ask('scenario.journal', { file: saved.value.file, base: text, edits: ['[]'] });
    for (const format of ['csv', 'jsonl']) {
      save(`actions.${format}`);
      await ask('audit.export', { format });
    }
    await ask('audit.list', { limit: 500 });
    await ask('secret.list', {});
    await ask('secret.standing', {});
    save('everything.json');
    await ask('export.save', { suggestedName: 'everything', text: JSON.stringify(window.events) });

    // The same without the app.
    const file = join(folder.path, 'cli.parley.json');
    writeFileSync(file, text);
    const env = {
      ...Object.fromEntries(secrets.map((value, at) => [`PARLEY_SECRET_${nameOf(at)}`, value])),
      XDG_DATA_HOME: join(folder.path, 'data'),
    };
    const kept = (name: string): string => join(folder.path, name);
    const logs = ['--trace', kept('talk.trace'), '--session', kept('talk.session'), '--audit', kept('talk.jsonl')];
    told.push(
      JSON.stringify(await run(['chat', file, '--say', 'everything', '--actions', 'live', ...logs, '--json'], '', env)),
    );
    for (const at of [0, 7, 14, 21, 28, 35, 42, 49])
      for (const shape of [['--json'], []])
        told.push(
          JSON.stringify(await run(['action', 'run', file, `ask${at}`, '--actions', 'live', ...shape], '', env)),
        );
    for (const what of ['bundle', 'opendialog'])
      told.push(JSON.stringify(await run(['export', what, file, '-o', kept(`${what}.json`)], '', env)));

    // They were used: every one of them arrived.
    expect(secrets.filter((secret) => !service.arrived().includes(secret))).toEqual([]);
    const files = bytesOf(folder.path);
    expect(files.size).toBeGreaterThanOrEqual(14);
    const tokens = [...new Set(service.arrived().match(/token-canary-\d+-of-service/g))];
    expect(tokens.length).toBeGreaterThan(10);
    const everything = new Map([...files, ['told', told.join('\n')], ['faults', faults.map(describeFault).join('\n')]]);
    const hits = [...everything].flatMap(([path, bytes]) =>
      findSpelled(bytes, [...secrets, ...tokens]).map((hit) => `${path}: ${hit}`),
    );
    expect(hits).toEqual([]);
    expect(told.join('').length).toBeGreaterThan(100_000);
  },
);

describe('the search', () => {
  test('finds each form of each secret where it was put on purpose', () => {
    for (const secret of secrets)
      for (const [form, spelled] of Object.entries(spelledForms(secret)))
        expect([form, findSpelled(`before ${spelled} after`, [secret]).length > 0]).toEqual([form, true]);
    expect(Object.keys(spelledForms('x'))).toHaveLength(14);
  });

  test('finds what is written by somebody who does not mask', () => {
    const place = join(folder.path, 'naive.log');
    writeFileSync(place, service.arrived());
    const found = findSpelled(bytesOf(folder.path).get(place) ?? '', secrets);
    expect(new Set(found.map((hit) => hit.split(' as ')[0])).size).toBe(50);
  });
});

function bytesOf(place: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(place)) {
    const path = join(place, name);
    if (statSync(path).isDirectory()) for (const [inner, bytes] of bytesOf(path)) found.set(inner, bytes);
    else found.set(path, readFileSync(path, 'latin1'));
  }
  return found;
}

const describeFault = (fault: unknown): string =>
  fault instanceof Error ? `${fault.stack} ${JSON.stringify(fault)}` : String(fault);
