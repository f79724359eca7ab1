import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { templateNamed } from '../../shared/samples/templates.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { createFolder, type TestFolder } from './fixtures/a-folder.ts';
import { dropFiles } from './fixtures/drop-file.ts';
import { expect, test as base } from './fixtures/launch.ts';
import { studioWindow } from './pages/studio-window.ts';

const test = base.extend<{ files: TestFolder }>({
  files: async ({ browserName: _ }, provide) => {
    const files = createFolder();
    await provide(files);
    files.remove();
  },
});

const shop = (name: string): string =>
  printScenario(aScenario(name).withConversation('Orders').withScene('Main').withTurn('Where').user('where').build());

test('recent scenarios have a picture; they are pinned, taken off the list, and told when they are gone', async ({
  launch,
  files,
}) => {
  const sample = templateNamed('order-support')?.create();
  if (sample === undefined) throw new Error('The sample comes with the program.');
  const large = files.write('large.parley.json', printScenario(sample));
  const app = await launch({ args: [large] });
  const { page, profile, faults } = app;
  const window = studioWindow(page);
  const pictures = (): number => {
    const folder = join(profile, 'recent');
    return existsSync(folder) ? readdirSync(folder).length : 0;
  };
  // Drawn once there is nothing else to do.
  await expect.poll(pictures, { timeout: 15_000 }).toBe(1);
  await dropFiles(page, files.write('small.parley.json', shop('Small')));
  await expect(window.title).toHaveText('Small');
  await expect.poll(pictures, { timeout: 15_000 }).toBe(2);
  expect(files.read('small.parley.json')).toBe(shop('Small'));

  await page.keyboard.press('Control+Alt+o');
  const dialog = window.dialog('Recent scenarios');
  const cards = dialog.getByRole('listitem');
  await expect(cards.locator('strong')).toHaveText(['small', 'large']);
  const shapes = (at: number, kind: string) => cards.nth(at).locator(`[data-shape="${kind}"]`);
  await expect(shapes(0, 'user')).toHaveCount(1);
  await expect(shapes(1, 'conversation')).toHaveCount(sample.tables.conversations.size);
  await cards.nth(1).hover();
  await dialog.getByRole('button', { name: 'Pin large.parley.json' }).click();
  await expect(cards.locator('strong')).toHaveText(['large', 'small']);
  await cards
    .first()
    .getByRole('button', { name: /^large/ })
    .click();
  await expect(window.title).toHaveText('Order support');

  rmSync(files.at('small.parley.json'));
  await window.choose('File', 'file.recent');
  await expect(cards.nth(1)).toContainText('Not there any more');
  await expect(cards.nth(1).getByRole('button', { name: /^small/ })).toBeDisabled();
  await cards.nth(1).hover();
  await dialog.getByRole('button', { name: 'Take small.parley.json off this list' }).click();
  await expect(cards.locator('strong')).toHaveText(['large']);
  await expect.poll(pictures).toBe(1);
  await app.quit();

  const again = await launch({ profile });
  await again.page.keyboard.press('Control+Alt+o');
  await expect(studioWindow(again.page).dialog('Recent scenarios').getByRole('listitem').locator('strong')).toHaveText([
    'large',
  ]);
  expect([...faults(), ...again.faults()]).toEqual([]);
});

test('what is dropped on the window is taken as what it is, and what is none of ours is told', async ({
  launch,
  files,
}) => {
  const { page, faults } = await launch();
  const window = studioWindow(page);
  await dropFiles(page, files.write('data.bin', '\u0000\u0001\u0002'));
  await window.expectNotice(/^“data\.bin”/);
  await window.dismissNotices();
  // What is no format of ours may still be an answer to begin an action with.
  await dropFiles(page, files.write('package.json', '{"name": "x"}'));
  await page.getByRole('menuitem', { name: 'An API call that answers this' }).click();
  await window.expectMenuItem('Edit', 'edit.undo', 'Undo ');
  await page.keyboard.press('Control+z');
  await dropFiles(page, files.write('broken.parley.json', '{"format":'));
  const broken = window.dialog('“broken.parley.json” cannot be opened as it is');
  await broken.getByRole('button', { name: 'Close' }).last().click();

  await dropFiles(page, files.write('call.sh', "curl https://api.example.com/orders -H 'Accept: application/json'"));
  await window.expectNotice(/^The curl command is an action now\./);
  await window.expectMenuItem('Edit', 'edit.undo', 'Undo Add action from curl');
  await page.keyboard.press('Control+z');
  await window.dismissNotices();

  const opendialog = { od_id: 'theirs', name: 'Theirs', conversations: [] };
  await dropFiles(page, files.write('theirs.json', JSON.stringify(opendialog)));
  await expect(window.title).toHaveText('Theirs');
  await window.expectState('new');

  writeFileSync(files.at('one.parley.json'), shop('One'));
  await dropFiles(page, files.at('one.parley.json'), files.at('theirs.json'));
  await window.expectNotice('One file at a time: only “one.parley.json” is opened.');
  await expect(window.title).toHaveText('One');
  await window.expectState('saved');
  expect(faults()).toEqual([]);
});
