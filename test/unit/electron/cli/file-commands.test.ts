import { readFile, stat, writeFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { document, run, temporaryFolder, type Folder } from './terminal-stand-in.ts';

let folder: Folder;
let scenario: string;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

let made = 0;
beforeEach(async () => {
  made += 1;
  scenario = folder.path(`shop-${made}.parley.json`);
  await run(['new', 'order-support', scenario]);
});

const read = (file: string): Promise<string> => readFile(file, 'utf8');
const edit = async (change: (text: string) => string): Promise<void> =>
  writeFile(scenario, change(await read(scenario)));

describe('parley new', () => {
  test('writes a template in the canonical form', async () => {
    const ran = await run(['new', 'empty', folder.path('fresh.parley.json'), '--json']);
    expect(ran.exit).toBe(0);
    expect(document(ran)).toEqual({ file: folder.path('fresh.parley.json'), template: 'empty' });
    expect(await run(['convert', folder.path('fresh.parley.json')])).toMatchObject({
      exit: 0,
      out: expect.stringContaining('nothing to change') as string,
    });
  });

  test('leaves a file alone that is there already', async () => {
    const before = await read(scenario);
    const ran = await run(['new', 'empty', scenario]);
    expect(ran).toEqual({
      exit: 2,
      out: '',
      err: [`${scenario}: : The file exists already; it was not changed. Choose another name.`],
    });
    expect(await read(scenario)).toBe(before);
  });

  test('names the templates when there is no such one', async () => {
    const ran = await run(['new', 'order-suport', folder.path('x')]);
    expect(ran.err).toEqual([
      'parley new: There is no template "order-suport". Did you mean order-support? Templates: order-support, essentials, questions, empty.',
    ]);
    expect(ran.exit).toBe(2);
  });
});

describe('parley check', () => {
  test('finds nothing wrong with the sample', async () => {
    expect(await run(['check', scenario])).toEqual({ exit: 0, out: `${scenario}: no problems\n`, err: [] });
  });

  test('prints a line a finding with a pointer that leads to it, and exits with 1', async () => {
    await edit((text) => text.replace('"reference": "session.order_id"', '"reference": "nowhere.order_id"'));
    const ran = await run(['check', scenario, '--json']);
    expect(ran.exit).toBe(1);
    const found = document(ran) as { problems: { code: string; pointer: string; sentence: string }[] };
    expect(found.problems.length).toBeGreaterThan(0);
    expect(ran.err).toEqual(found.problems.map(({ pointer, sentence }) => `${scenario}: ${pointer}: ${sentence}`));
    const json = JSON.parse(await read(scenario)) as unknown;
    for (const { pointer } of found.problems) expect(follow(json, pointer)).toBeDefined();
  });

  test.each([
    ['nothing at all', ''],
    ['a list', '[]'],
    ['half of it', '{"format": "parley.scenario", "version": 1, "scen'],
    ['a newer version', '{"format": "parley.scenario", "version": 99}'],
    ['a bundle', '{"format": "parley.bundle", "version": 1}'],
    ['nested 100,000 deep', '['.repeat(100_000)],
    ['a key that reaches for a prototype', '{"format":"parley.scenario","version":1,"__proto__":{"x":1}}'],
  ])('a file that is %s is told with exit code 2', async (_what, text) => {
    await writeFile(scenario, text);
    const ran = await run(['check', scenario, '--json']);
    expect(ran.exit).toBe(2);
    expect(ran.err.length).toBeGreaterThan(0);
    for (const line of ran.err) expect(line).toMatch(/^[^\n]+: (?:\/[^\n]*)?: [^\n]+$/);
    expect(document(ran)).toMatchObject({ file: scenario });
  });
});

function follow(json: unknown, pointer: string): unknown {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.reduce<unknown>((inside, step) => (inside as Record<string, unknown> | undefined)?.[step], json);
}

describe('parley convert', () => {
  test('gives every file of a scenario the one form, keeps what was there, and touches nothing twice', async () => {
    const canonical = await read(scenario);
    const untidy = JSON.stringify(JSON.parse(canonical));
    await writeFile(scenario, untidy);
    expect(document(await run(['convert', scenario, '--json']))).toEqual({
      file: scenario,
      migratedFrom: null,
      changed: true,
    });
    expect(await read(scenario)).toBe(canonical);
    expect(await read(`${scenario}.bak`)).toBe(untidy);
    const { mtimeMs } = await stat(scenario);
    expect(document(await run(['convert', scenario, '--json']))).toMatchObject({ changed: false });
    expect((await stat(scenario)).mtimeMs).toBe(mtimeMs);
  });
});

describe('bundles', () => {
  test('leave a scenario and arrive in an empty one, whole', async () => {
    const [bundle, other] = [folder.path('shop.bundle.json'), folder.path('other.parley.json')];
    expect((await run(['export', 'bundle', scenario, '-o', bundle])).exit).toBe(0);
    const imported = await run(['import', 'bundle', bundle, '-o', other, '--json']);
    expect(imported.exit).toBe(0);
    const { added, kept, leftOut } = document(imported) as Record<string, string[]>;
    expect([added?.includes('get-order-details'), kept, leftOut]).toEqual([true, [], []]);
    const again = folder.path('again.bundle.json');
    await run(['export', 'bundle', other, '-o', again]);
    const [before, after] = (await Promise.all([read(bundle), read(again)])).map(
      (text) => JSON.parse(text) as Record<string, unknown>,
    );
    for (const part of ['actions', 'integrations', 'mocks']) expect(after?.[part]).toEqual(before?.[part]);
    expect((await run(['check', other])).exit).toBe(0);
  });

  test('without -o go to standard output', async () => {
    const ran = await run(['export', 'bundle', scenario]);
    expect(document(ran)).toMatchObject({ format: 'parley.bundle', version: 1, name: 'Order support' });
  });

  test('that disagree with a scenario change nothing there, unless told to', async () => {
    const bundle = folder.path('changed.bundle.json');
    await run(['export', 'bundle', scenario, '-o', bundle]);
    await writeFile(bundle, (await read(bundle)).replace('"timeout": 10000', '"timeout": 4321'));
    const before = await read(scenario);
    const kept = await run(['import', 'bundle', bundle, '-o', scenario]);
    expect(kept.exit).toBe(1);
    expect(kept.err).toEqual([
      `${bundle}: /actions/0: The scenario has another "checkProductStock" under this id; it was kept. Take the bundle's with --replace.`,
    ]);
    expect(await read(scenario)).toBe(before);
    expect(await run(['import', 'bundle', bundle, '-o', scenario, '--replace'])).toMatchObject({ exit: 0, err: [] });
    expect(await read(scenario)).toContain('"timeout": 4321');
  });

  test.each([
    [['import', 'openapi', 'x', '-o', 'y'], /There is no import "openapi"/],
    [['import', 'bundle', 'x'], /Say which scenario with -o/],
    [['import', 'bundle', 'no/such/bundle', '-o', 'y'], /^no\/such\/bundle: : There is no such file\.$/],
    [['export', 'bundel', 'x'], /There is no export "bundel"\. Did you mean bundle\?/],
  ])('%j is refused', async (argv, sentence) => {
    const ran = await run(argv);
    expect(ran).toMatchObject({ exit: 2, out: '' });
    expect(ran.err.join('\n')).toMatch(sentence);
  });

  test('a schema describes the file it is asked for', async () => {
    const target = folder.path('schema.json');
    await run(['export', 'schema', scenario, '-o', target]);
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
      JSON.parse(await read(target)) as object,
    );
    validate(JSON.parse(await read(scenario)));
    expect(validate.errors).toBeNull();
    expect(validate({ format: 'parley.scenario', version: 1, scenario: { id: 3 } })).toBe(false);
  });
});

describe('parley replay', () => {
  const talk = ['--say', 'I want a refund', '--say', 'A-1002', '--say', 'ada@example.com'];

  test('of the same scenario finds no difference; of an edited one, the first', async () => {
    const trace = folder.path('talk.trace');
    await run(['chat', scenario, ...talk, '--trace', trace]);
    const same = await run(['replay', scenario, trace, '--json']);
    expect(same.exit).toBe(0);
    expect(document(same)).toMatchObject({ isSameProgram: true, firstDifference: null });
    await edit((text) => text.replace('Which order would you like', 'Which of your orders would you like'));
    const edited = await run(['replay', scenario, trace, '--json']);
    expect(edited.exit).toBe(1);
    expect(document(edited)).toMatchObject({
      isSameProgram: false,
      firstDifference: { recorded: { kind: 'message.sent' }, replayed: { kind: 'message.sent' } },
    });
    expect((await run(['replay', scenario, trace])).out).toMatch(
      /^Different from event \d+ on\. The scenario was edited/,
    );
  });

  test('of a talk during which the scenario was edited says where', async () => {
    const trace = folder.path('edited.trace');
    await run(['chat', scenario, ...talk, '--trace', trace]);
    const lines = (await readFile(trace, 'utf8')).split('\n');
    const second = lines.findLastIndex((line) => line.startsWith('{"input"'));
    await writeFile(trace, lines.toSpliced(second, 0, '{"edited":{"program":"abc"}}').join('\n'));
    const index = lines.slice(0, second).filter((line) => line.startsWith('{"event"')).length;
    expect(document(await run(['replay', scenario, trace, '--json']))).toMatchObject({
      edits: [{ index, program: 'abc' }],
    });
    expect((await run(['replay', scenario, trace])).out).toContain(
      ` It was edited during the talk, before event ${index + 1}.`,
    );
  });

  test('of something else says where it stops being a trace', async () => {
    const trace = folder.path('no.trace');
    await writeFile(trace, '{"format":"parley.scenario"}\n');
    expect(await run(['replay', scenario, trace])).toMatchObject({
      exit: 2,
      err: [expect.stringMatching(/: \/0: This is not a Parley trace/) as string],
    });
  });
});

describe('parley action run', () => {
  const args = ['--arg', 'orderId=A-1001', '--arg', 'email=ada@example.com'];

  test.each(['mock', 'live'])('answers the same with --actions %s', async (mode) => {
    const ran = await run(['action', 'run', scenario, 'getOrderDetails', ...args, '--actions', mode, '--json']);
    expect(ran.exit).toBe(0);
    expect(document(ran)).toMatchObject({
      outcome: 'succeeded',
      origin: mode === 'mock' ? 'mocked' : 'live',
      outputs: { order_status: 'shipped', order_items: ['Desk lamp', 'Light bulb (2)'] },
    });
  });

  test('that fails exits with 1', async () => {
    const ran = await run([
      'action',
      'run',
      scenario,
      'get-order-details',
      '--arg',
      'orderId=A-1',
      '--arg',
      'email=x@example.com',
      '--actions',
      'live',
    ]);
    expect(ran).toMatchObject({
      exit: 1,
      out: expect.stringContaining('getOrderDetails: failed, live, 404') as string,
    });
  });

  test('with a secret that is not in the environment says so, and with it sends it where the scenario says', async () => {
    await edit((text) =>
      text.replace(
        /"authentication": \{\s*"kind": "none"\s*\}/,
        '"authentication": {"kind": "bearer", "secret": "Desk key"}',
      ),
    );
    const ask = ['action', 'run', scenario, 'getOrderDetails', ...args, '--actions', 'live', '--json'];
    expect(document(await run(ask))).toMatchObject({ failure: 'secretMissing' });
    const known = await run(ask, '', { PARLEY_SECRET_DESK_KEY: 'sk-canary-0001' });
    expect(document(known)).toMatchObject({
      outcome: 'succeeded',
      request: { headers: { authorization: 'Bearer ••••••••' } },
    });
    expect(known.out).not.toContain('canary');
  });

  test('never calls the metadata of the machine, although the scenario names it', async () => {
    await edit((text) => text.replace('http://orders.parley.localhost', 'http://169.254.169.254'));
    const ran = await run(['action', 'run', scenario, 'getOrderDetails', ...args, '--actions', 'live', '--json']);
    expect(ran.exit).toBe(1);
    expect(document(ran)).toMatchObject({ failure: 'addressRefused' });
  });

  test('without such an action says which there are', async () => {
    const ran = await run(['action', 'run', scenario, 'getOrderDetals']);
    expect(ran.exit).toBe(2);
    expect(ran.err[0]).toMatch(
      /There is no action "getOrderDetals"\. Did you mean getOrderDetails\? Actions: checkProductStock, /,
    );
  });
});
