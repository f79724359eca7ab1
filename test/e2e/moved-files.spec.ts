import { renameSync } from 'node:fs';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { createFolder, type TestFolder } from './fixtures/a-folder.ts';
import { expect, test as base } from './fixtures/launch.ts';
import { studioWindow } from './pages/studio-window.ts';
import { answerOpenDialog } from './pages/system-dialogs.ts';

const test = base.extend<{ files: TestFolder }>({
  files: async ({ browserName: _ }, provide) => {
    const files = createFolder();
    await provide(files);
    files.remove();
  },
});

const shop = (reply = 'On its way'): string =>
  printScenario(
    aScenario('Shop')
      .withConversation('Orders')
      .withScene('Main')
      .withTurn('Where')
      .user('where_is_order', { samples: ['where is it', 'where is my parcel', 'has it been sent'] })
      .app('tell_status', { text: reply })
      .build(),
  );

test('a file that another program renamed is known again; a copy is not, until the first one is gone', async ({
  launch,
  files,
}) => {
  const path = files.write('shop.parley.json', shop());
  const { page, electron, faults } = await launch({ args: [path] });
  const window = studioWindow(page);
  const dialog = window.dialog('Versions');
  const open = async (name: string): Promise<void> => {
    await answerOpenDialog(electron, files.at(name));
    await window.choose('File', 'file.open');
  };
  const keep = async (name: string): Promise<void> => {
    await page.keyboard.press('Control+Alt+s');
    await dialog.getByLabel('Keep what is on screen as').fill(name);
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: new RegExp(`^${name}`) })).toBeVisible();
    await page.keyboard.press('Escape');
  };
  await keep('Agreed');

  // Renamed while it is open: told at once, and its versions are there under the new name.
  renameSync(path, files.at('store.parley.json'));
  await expect(page.getByText(/is not in its folder any more/)).toBeVisible();
  await open('store.parley.json');
  // What is on the screen may be all there is of a file that is gone, so it is asked about.
  await page.getByRole('button', { name: 'Don’t save' }).click();
  await window.expectNotice(
    /“store\.parley\.json” was moved by another program\. It was called “shop\.parley\.json”, and its named version came along\./,
  );
  await expect(page.getByText(/is not in its folder any more/)).toBeHidden();
  await page.keyboard.press('Control+Alt+s');
  await expect(dialog.getByRole('list', { name: 'Versions kept' }).getByRole('button')).toHaveText([/^Agreed/]);
  await page.keyboard.press('Escape');

  // A copy begins with nothing. Once the first is gone, what was kept for it is offered, not taken.
  files.write('copy.parley.json', shop('At your door'));
  await open('copy.parley.json');
  await expect(page.getByText('At your door').first()).toBeVisible();
  await page.keyboard.press('Control+Alt+s');
  await expect(dialog).toContainText('A version remembers the scenario as it is now under a name');
  await expect(dialog.locator('.versions-former')).toHaveCount(0);
  await page.keyboard.press('Escape');
  renameSync(files.at('store.parley.json'), files.at('elsewhere.txt'));
  await page.keyboard.press('Control+Alt+s');
  await expect(dialog.locator('.versions-former')).toContainText('One version of “store.parley.json”');
  await dialog.getByRole('button', { name: 'Take them along' }).click();
  await expect(dialog.getByRole('list', { name: 'Versions kept' }).getByRole('button')).toHaveText([/^Agreed/]);
  await expect(dialog.locator('.versions-former')).toHaveCount(0);
  expect(faults()).toEqual([]);
});
