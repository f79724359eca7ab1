import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readSharedCorpus } from '../../../../../builders/shared-corpus.ts';
import { spreadsheetExecutor } from '../../../../../../electron/host/actions/spreadsheet/spreadsheet-executor.ts';
import { aFolder, anAction, anIntegration, aPorts, aService, aTask, never } from '../executor-setting.ts';

const add = (folder: string, sheet: string, cells: Record<string, string>) =>
  spreadsheetExecutor(
    aTask(anAction('spreadsheet', { sheet, cells: Object.entries(cells).map(([name, value]) => ({ name, value })) })),
    aPorts({ besideScenario: () => folder }),
    never(),
  );
const text = (folder: string, name: string) => readFile(join(folder, name), 'utf8');

describe('a row of a CSV', () => {
  test('makes the sheet, with the names of its cells on top', async () => {
    const folder = await aFolder();
    expect(await add(folder, 'talks', { name: 'Ada', said: 'one, "two"' })).toEqual({
      ok: true,
      body: { sheet: 'talks.csv', range: '', cells: { name: 'Ada', said: 'one, "two"' } },
    });
    await add(folder, 'talks.csv', { said: 'three\nfour', name: 'Grace' });
    expect(await text(folder, 'talks.csv')).toBe('name,said\r\nAda,"one, ""two"""\r\nGrace,"three\nfour"\r\n');
  });

  test('with a new cell widens the sheet', async () => {
    const folder = await aFolder();
    await add(folder, 'talks', { name: 'Ada' });
    await add(folder, 'talks', { phone: '69', name: 'Grace' });
    await add(folder, 'talks', { phone: '70' });
    expect(await text(folder, 'talks.csv')).toBe('name,phone\r\nAda,\r\nGrace,69\r\n,70\r\n');
    expect(await readdir(folder)).toEqual(['talks.csv']);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('with the formula %j is text', async (formula) => {
    const folder = await aFolder();
    await add(folder, 'talks', { [formula]: formula });
    await add(folder, 'talks', { [formula]: 'plain' });
    await add(folder, 'talks', { other: formula });
    const lines = await text(folder, 'talks.csv');
    for (const cell of lines.split(/,|\r\n/)) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/);
    expect(lines.split('\r\n')[0]?.split(',')).toHaveLength(2);
  });

  test('goes on with the sign a spreadsheet program parts its cells by', async () => {
    const folder = await aFolder();
    await writeFile(join(folder, 'talks.csv'), '\uFEFFname;said\r\nAda;"a;b"\r\n');
    await add(folder, 'talks.csv', { name: 'Grace', said: 'c;d' });
    expect(await text(folder, 'talks.csv')).toBe('\uFEFFname;said\r\nAda;"a;b"\r\nGrace;"c;d"\r\n');
    await add(folder, 'talks.csv', { name: 'Edsger', phone: '69' });
    expect(await text(folder, 'talks.csv')).toBe(
      '\uFEFFname;said;phone\r\nAda;"a;b";\r\nGrace;"c;d";\r\nEdsger;;69\r\n',
    );
  });

  test('holds every formula of the corpus as text, and gives it back', async () => {
    const corpus = (readSharedCorpus('injection') ?? []).filter(({ name }) => name === 'csv.txt');
    const formulas = corpus.flatMap(({ bytes }) => new TextDecoder().decode(bytes).split('\n'));
    const folder = await aFolder();
    for (const formula of formulas) await add(folder, 'talks', { a: formula, b: `x\n${formula}` });
    await add(folder, 'talks', { a: '', c: '1' });
    const rows = papaparse.parse<string[]>((await text(folder, 'talks.csv')).trim()).data;
    expect(rows.slice(1, -1).map(([a]) => a?.replace(/^'/, ''))).toEqual(
      formulas.map((each) => each.replace(/^'/, '')),
    );
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });

  test('of a hundred talks at once loses none', async () => {
    const folder = await aFolder();
    await Promise.all(
      Array.from({ length: 100 }, (_, at) =>
        add(folder, 'talks', at % 10 === 0 ? { n: `${at}`, [`c${at}`]: 'x' } : { n: `${at}` }),
      ),
    );
    const rows = (await text(folder, 'talks.csv')).trim().split('\r\n').slice(1);
    expect(new Set(rows.map((row) => row.split(',')[0])).size).toBe(100);
  });

  test.each(['../out', '/etc/out', 'a/b', '..', 'con', 'x\u0000y', '.hidden'])(
    'named %j stays in the folder',
    async (name) => {
      const folder = await aFolder();
      await mkdir(join(folder, 'home'));
      await add(join(folder, 'home'), name, { a: '1' });
      expect(await readdir(folder)).toEqual(['home']);
      const [made, ...more] = await readdir(join(folder, 'home'));
      expect(made).toMatch(/^[^./\\][^/\\]*\.csv$/);
      expect(more).toEqual([]);
    },
  );

  test('is not written through a link', async () => {
    const folder = await aFolder();
    await writeFile(join(folder, 'foreign'), 'a\r\n');
    await symlink(join(folder, 'foreign'), join(folder, 'talks.csv'));
    expect(await add(folder, 'talks', { a: '1' })).toMatchObject({ ok: false, failure: 'notAvailable' });
    expect(await text(folder, 'foreign')).toBe('a\r\n');
  });

  test.each<[string, Record<string, string>, string]>([
    ['', { a: '1' }, 'no name'],
    ['talks', {}, 'no cells'],
    ['talks', { a: 'x'.repeat(40_000) }, 'more than a sheet can'],
  ])('of %j %j is a sentence', async (sheet, cells, part) => {
    const outcome = await add(await aFolder(), sheet, cells);
    expect(outcome).toMatchObject({ ok: false, failure: 'invalidInput' });
    expect(outcome.detail).toContain(part);
  });

  test('goes into the folder of the app where the scenario has none', async () => {
    const folder = await aFolder();
    const action = anAction('spreadsheet', { sheet: 'talks', cells: [{ name: 'a', value: '1' }] });
    await spreadsheetExecutor(aTask(action), aPorts({ scenarioFolder: () => Promise.resolve(folder) }), never());
    expect(await text(folder, 'talks.csv')).toBe('a\r\n1\r\n');
  });
});

describe('a row of a Google sheet', () => {
  const action = anAction('spreadsheet', { provider: 'google', sheet: 'abc/..', cells: [{ name: 'a', value: '=1' }] });
  const integration = anIntegration({ baseUrl: 'https://sheets.googleapis.com' });

  test('is appended as it is written', async () => {
    const { asked, callService } = aService(200, { updates: { updatedRange: 'Sheet1!A5:B5' } });
    const outcome = await spreadsheetExecutor(aTask(action, { integration }), aPorts({ callService }), never());
    expect(outcome).toMatchObject({ ok: true, body: { range: 'Sheet1!A5:B5', cells: { a: '=1' } } });
    expect(asked).toEqual([
      {
        integration,
        request: {
          method: 'POST',
          path: '/v4/spreadsheets/abc%2F../values/A1:append',
          query: { valueInputOption: 'RAW', insertDataOption: 'INSERT_ROWS' },
          body: { kind: 'json', value: { majorDimension: 'ROWS', values: [['=1']] } },
        },
      },
    ]);
  });

  test('that Google refuses is a failure with its status', async () => {
    const { callService } = aService(403, { error: { message: 'no' } });
    expect(await spreadsheetExecutor(aTask(action, { integration }), aPorts({ callService }), never())).toMatchObject({
      ok: false,
      failure: 'badStatus',
      status: 403,
    });
  });

  test('needs an integration, and whoever may not reach out is told so', async () => {
    expect(await spreadsheetExecutor(aTask(action), aPorts(), never())).toMatchObject({ failure: 'badRequest' });
    expect(await spreadsheetExecutor(aTask(action, { integration }), aPorts(), never())).toMatchObject({
      failure: 'notTrusted',
    });
  });
});
