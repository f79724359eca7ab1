import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readScenario } from '../../../../shared/persistence/read-scenario.ts';
import { anOpenDialogFile, anOpenDialogIntent, anOpenDialogMessage } from '../../../builders/open-dialog-file.ts';
import { need } from '../../../builders/need.ts';
import { unwrap } from '../../../builders/unwrap.ts';
import { document, run, temporaryFolder, type Folder } from './terminal-stand-in.ts';

const greeting = anOpenDialogFile({
  requests: [anOpenDialogIntent('intent.app.hello', 'USER', { sample_utterance: 'hello there' })],
  responses: [
    anOpenDialogIntent('intent.app.greet', 'APP', { message_templates: [anOpenDialogMessage('Hello {user.name}!')] }),
  ],
});
const types = { floor: 'attribute.core.int' };

let folder: Folder;
beforeAll(async () => {
  folder = await temporaryFolder({
    'greeting.json': JSON.stringify(greeting),
    'kept.json': JSON.stringify({ ...greeting, colour: 'blue' }),
    'types.json': JSON.stringify(types),
  });
});
afterAll(() => folder.remove());

const read = (name: string): Promise<string> => readFile(folder.path(name), 'utf8');
const importAs = (source: string, target: string, ...more: string[]): ReturnType<typeof run> =>
  run(['import', 'opendialog', folder.path(source), '-o', folder.path(target), ...more]);

describe('import opendialog', () => {
  test('makes a scenario one can talk to, and says what it holds', async () => {
    const ran = await importAs('greeting.json', 'greeting.parley.json');
    expect(ran.exit).toBe(0);
    expect(ran.out).toContain('1 conversation, 1 scene, 1 turn, 2 intents, 1 message');
    expect((await run(['check', folder.path('greeting.parley.json')])).exit).toBeLessThan(2);
    const talk = ['chat', folder.path('greeting.parley.json'), '--set', 'user.name=Ada', '--say', 'hello there'];
    expect((await run(talk)).out).toContain('Hello Ada!');
  });

  test('says of everything it did not map what became of it, as lines and as one JSON document', async () => {
    const lines = await importAs('kept.json', 'kept.parley.json', '--replace');
    expect(lines.err).toContainEqual(expect.stringMatching(/kept\.json: \/colour: kept: /));
    const json = document(await importAs('kept.json', 'kept.parley.json', '--replace', '--json'));
    expect(json).toMatchObject({
      file: folder.path('kept.parley.json'),
      counts: { scenario: 1, intent: 2 },
      findings: expect.arrayContaining([expect.objectContaining({ pointer: '/colour', outcome: 'kept' })]) as unknown,
    });
  });

  test('leaves a scenario alone that is there already, unless told otherwise', async () => {
    await writeFile(folder.path('mine.parley.json'), 'mine');
    const refused = await importAs('greeting.json', 'mine.parley.json');
    expect(refused.exit).toBe(2);
    expect(refused.err[0]).toMatch(/The file exists already.*--replace/);
    expect(await read('mine.parley.json')).toBe('mine');
    expect((await importAs('greeting.json', 'mine.parley.json', '--replace')).exit).toBe(0);
    expect(readScenario(await read('mine.parley.json')).ok).toBe(true);
    expect(await read('mine.parley.json.bak')).toBe('mine');
  });

  test('takes the types of attributes from their own file', async () => {
    await importAs('greeting.json', 'typed.parley.json', '--attributes', folder.path('types.json'));
    const { attributes } = unwrap(readScenario(await read('typed.parley.json'))).document.tables;
    expect(need([...attributes.values()].find(({ name }) => name === 'floor')).type).toBe('int');
  });

  test.each([
    ['is no scenario', '{"openapi": "3.0.0"}'],
    ['is cut off', '{"od_id": "x", "conv'],
    ['is nested without end', `{"od_id":"x","y":${'['.repeat(100_000)}`],
    ['reaches for a prototype', '{"od_id":"x","__proto__":{"conversations":[]}}'],
  ])('a file that %s is told with exit code 2, and nothing is written', async (_what, text) => {
    await writeFile(folder.path('broken.json'), text);
    const ran = await importAs('broken.json', 'never.parley.json', '--json');
    expect(ran.exit).toBe(2);
    expect(document(ran)).toMatchObject({ file: folder.path('broken.json') });
    await expect(read('never.parley.json')).rejects.toThrow('ENOENT');
  });

  test('without a file of types that can be read, nothing is written', async () => {
    await writeFile(folder.path('broken.json'), '{');
    const ran = await importAs('greeting.json', 'never.parley.json', '--attributes', folder.path('broken.json'));
    expect(ran.exit).toBe(2);
    await expect(read('never.parley.json')).rejects.toThrow('ENOENT');
  });
});

describe('export opendialog', () => {
  test('gives back what was imported, with what was kept', async () => {
    await importAs('kept.json', 'again.parley.json');
    const ran = await run(['export', 'opendialog', folder.path('again.parley.json'), '-o', folder.path('out.json')]);
    expect(ran.exit).toBe(0);
    expect(JSON.parse(await read('out.json'))).toMatchObject({ od_id: 'shop', colour: 'blue' });
    await importAs('out.json', 'twice.parley.json');
    expect(await read('twice.parley.json')).toBe(await read('again.parley.json'));
  });

  test('goes to standard output without -o, and exits with 1 when something has no place in the file', async () => {
    await run(['new', 'order-support', folder.path('shop.parley.json')]);
    const types = folder.path('shop.types.json');
    const ran = await run(['export', 'opendialog', folder.path('shop.parley.json'), '--attributes', types]);
    expect(ran.exit).toBe(1);
    expect(document(ran)).toMatchObject({ name: 'Order support' });
    expect(ran.err).toContainEqual(expect.stringContaining('Mock answers have no place in the file.'));
    expect(JSON.parse(await read('shop.types.json'))).toMatchObject({ order_total: 'attribute.core.float' });
  });
});
