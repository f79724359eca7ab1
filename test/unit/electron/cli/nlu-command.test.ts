import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { document, run, temporaryFolder, type Folder } from './terminal-stand-in.ts';

let folder: Folder;
let scenario: string;
beforeAll(async () => {
  folder = await temporaryFolder({
    'said.csv': 'text,intent\nwhere is my order,where_is_order\n"hello there, you",hello\nsing me a song,oos\n',
    'strange.csv': 'text,intent\nwhere is my order,where_is_order\nhi,greeting\n',
    'broken.csv': 'text,intent\nhello,\n',
  });
  scenario = folder.path('shop.parley.json');
  await run(['new', 'order-support', scenario]);
});
afterAll(() => folder.remove());

describe('parley nlu score', () => {
  test('compares a table with what is understood', async () => {
    const ran = await run(['nlu', 'score', scenario, '--data', folder.path('said.csv'), '--json']);
    expect(ran).toMatchObject({ exit: 0, err: [] });
    expect(document(ran)).toMatchObject({
      texts: 2,
      accuracy: 1,
      answered: 1,
      unrelated: 1,
      outOfScopeRecall: 1,
      outOfScopePrecision: 1,
      auroc: 1,
      unknownIntents: [],
      trainingMilliseconds: expect.any(Number) as number,
      microsecondsPerText: expect.any(Number) as number,
    });
    const told = await run(['nlu', 'score', scenario, '--data', folder.path('said.csv')]);
    expect(told.out).toMatch(/^accuracy +100\.0 % of 2 texts/);
    expect(told.out).toMatch(/^out-of-scope recall +100\.0 % of 1 refused/m);
  });

  test('names intents the scenario does not have, and leaves their texts out', async () => {
    const ran = await run(['nlu', 'score', scenario, '--data', folder.path('strange.csv'), '--json']);
    expect(ran.exit).toBe(1);
    expect(ran.err).toEqual([
      `${folder.path('strange.csv')}: : No intent of the scenario has the id "greeting"; its texts are left out.`,
    ]);
    expect(document(ran)).toMatchObject({ texts: 1, unknownIntents: ['greeting'] });
  });

  test('without a table holds samples back, the same ones for the same seed', async () => {
    const [one, other] = [
      await run(['nlu', 'score', scenario, '--json']),
      await run(['nlu', 'score', scenario, '--json']),
    ];
    expect(one).toMatchObject({ exit: 0, err: [] });
    expect(document(one)).toMatchObject({ rounds: 5, tested: expect.any(Number) as number });
    expect(other.out).toBe(one.out);
    const told = await run(['nlu', 'score', scenario, '--seed', '7']);
    expect(told.out).toMatch(/samples were understood while they were held back, in 5 rounds\.\n/);
    expect(told.out).toContain('What would help');
  });

  test.each([
    [['nlu', 'train', 'x'], 'There is no "nlu train"'],
    [['nlu', 'score', 'x', '--seed', '-1'], '--seed is a whole number'],
  ])('refuses %j', async (argv, sentence) => {
    const ran = await run(argv);
    expect(ran.exit).toBe(2);
    expect(ran.err.join('\n')).toContain(sentence);
  });

  test('says what is wrong with files', async () => {
    expect((await run(['nlu', 'score', folder.path('no.json')])).exit).toBe(2);
    const missing = await run(['nlu', 'score', scenario, '--data', folder.path('no.csv')]);
    expect(missing).toMatchObject({ exit: 2, err: [`${folder.path('no.csv')}: : There is no such file.`] });
    const broken = await run(['nlu', 'score', scenario, '--data', folder.path('broken.csv'), '--json']);
    expect(broken).toMatchObject({ exit: 2, err: [`${folder.path('broken.csv')}: line 2: The intent is missing.`] });
    expect(document(broken)).toMatchObject({ problems: [{ pointer: 'line 2' }] });
  });
});
