import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { document, run, temporaryFolder, type Folder } from './terminal-stand-in.ts';

let folder: Folder;
let scenario: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  scenario = folder.path('shop.parley.json');
  await run(['new', 'order-support', scenario]);
});
afterAll(() => folder.remove());

const read = (file: string): Promise<string> => readFile(file, 'utf8');
const head = '\uFEFFmessage,where,role,en';

test.each(['csv', 'xlf'])('translations go out as %s, and what came back is there already', async (ending) => {
  const csv = folder.path(`first-${ending}.csv`);
  expect((await run(['export', 'translations', scenario, '-o', csv])).exit).toBe(0);
  const [line = '', ...rest] = (await read(csv)).split('\r\n');
  expect(line.startsWith(head)).toBe(true);
  const text = `message,en,de\r\n${rest[0]?.replace(/,[^,]*,markdown,/, ',').replace(/,$/, '')},Guten Tag\r\n`;
  await writeFile(csv, line.includes('de') ? await read(csv) : text);
  expect((await run(['import', 'translations', csv, '-o', scenario])).exit).toBe(0);
  expect(await read(scenario)).toContain('Guten Tag');

  const file = folder.path(`again.${ending}`);
  await run(['export', 'translations', scenario, '-o', file]);
  const before = await read(scenario);
  const again = await run(['import', 'translations', file, '-o', scenario, '--json']);
  expect(document(again)).toEqual({ file: scenario, count: 0, same: 1, languages: [], leftOut: 0 });
  expect(again.exit).toBe(0);
  expect(await read(scenario)).toBe(before);
});

test('one language goes out alone as XLIFF 2.1; one it does not speak is refused', async () => {
  const file = folder.path('german.xlf');
  expect((await run(['export', 'translations', scenario, '--language', 'de', '-o', file])).exit).toBe(0);
  expect(await read(file)).toContain('version="2.1" srcLang="en" trgLang="de"');
  const strange = await run(['export', 'translations', scenario, '--language', 'fr', '-o', file]);
  expect(strange.exit).toBe(2);
  expect(strange.err.join()).toContain('The scenario is not translated into "fr". Its languages: de.');
  const table = await run(['export', 'translations', scenario, '--language', 'de', '-o', folder.path('german.csv')]);
  expect(table.exit).toBe(2);
  expect(table.err.join()).toContain('name a file that ends in .xlf');
});

test('what does not fit is told place by place, exit code 1', async () => {
  const file = folder.path('strange.csv');
  await writeFile(file, 'message,en,de\nnobody,Hi,Hallo\n');
  const ran = await run(['import', 'translations', file, '-o', scenario]);
  expect(ran.exit).toBe(1);
  expect(ran.err).toEqual([`${file}: row 2: There is no message “nobody” any more.`]);
});

test.each([['export'], ['import']])('another kind of file is refused (%s)', async (way) => {
  const [one, other] = way === 'export' ? [scenario, folder.path('x.doc')] : [folder.path('x.doc'), scenario];
  const ran = await run([way, 'translations', one, '-o', other]);
  expect(ran.exit).toBe(2);
  expect(ran.err.join()).toContain('Translations are files that end in .csv, .xlf or .xliff.');
});
