import { mkdirSync, renameSync, rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { createFolder, type TestFolder } from './fixtures/a-folder.ts';
import { expectJournalled } from './fixtures/expect-journalled.ts';
import { expect, test as base } from './fixtures/launch.ts';
import { studioWindow } from './pages/studio-window.ts';
import { answerSaveDialog } from './pages/system-dialogs.ts';

const test = base.extend<{ files: TestFolder }>({
  files: async ({ browserName: _ }, provide) => {
    const files = createFolder();
    await provide(files);
    files.remove();
  },
});

const shop = ({ name = 'Shop', reply = 'On its way' } = {}): string =>
  printScenario(
    aScenario('Shop', { name })
      .withConversation('Orders')
      .withScene('Main')
      .withTurn('Where')
      .user('where_is_order', { samples: ['where is it'] })
      .app('tell_status', { text: reply })
      .build(),
  );

async function rename(page: Page, name: string): Promise<void> {
  await page.locator('.scenario-title-name').click();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.locator('.scenario-title-name')).toHaveText(name);
}

test('after a crash one sees what would come back; what others wrote since stays, and both are merged', async ({
  launch,
  files,
}) => {
  const path = files.write('shop.parley.json', shop());
  const killed = await launch({ args: [path] });
  await rename(killed.page, 'After the storm');
  await expectJournalled(killed, 'After the storm');
  await killed.kill();
  const theirs = shop({ reply: 'At your door' });
  files.write('shop.parley.json', theirs);

  const again = await launch({ profile: killed.profile });
  const { page, faults } = again;
  const window = studioWindow(page);
  const offer = window.dialog('Parley closed before your work was saved');
  await expect(offer).toContainText('Another program wrote the file since.');
  // What would come back is one's own work, not what the others did.
  await expect(offer.locator('.change')).toHaveCount(1);
  await expect(offer.locator('.change-line')).toContainText('“Shop” “After the storm”');
  await offer.getByRole('button', { name: 'Restore my work' }).click();
  await window.expectState('recovered');
  await page.keyboard.press('Control+s');
  await window.expectNotice(/was changed by another program\./);
  expect(files.read('shop.parley.json')).toBe(theirs);

  await page.getByRole('button', { name: 'See and merge…' }).click();
  const merge = window.dialog('“shop.parley.json” was changed by another program');
  await merge.getByRole('button', { name: 'Take in their changes' }).click();
  await expect(window.title).toHaveText('After the storm');
  // Undone, theirs is offered again and not written over.
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/was changed by another program since/)).toBeVisible();
  await page.keyboard.press('Control+s');
  expect(files.read('shop.parley.json')).toBe(theirs);
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+s');
  await window.expectState('saved');
  expect(files.read('shop.parley.json')).toBe(shop({ name: 'After the storm', reply: 'At your door' }));
  expect(faults()).toEqual([]);
});

test('a file that is deleted, or whose folder is moved, costs nobody their work', async ({ launch, files }) => {
  mkdirSync(files.at('inner'));
  const path = files.write('inner/shop.parley.json', shop());
  const { page, electron, faults } = await launch({ args: [path] });
  const window = studioWindow(page);
  const gone = page.getByText('“shop.parley.json” is not in its folder any more');
  rmSync(path);
  await expect(gone).toBeVisible();
  await window.expectState('gone');
  // Nothing was changed, and still closing would lose it: so it asks.
  await electron.evaluate(({ app }) => setImmediate(() => app.quit()));
  await window.press(/^Save the changes to “Shop”\?/, 'Stay here');
  await page.getByRole('button', { name: 'Save it there again' }).click();
  await window.expectState('saved');
  await expect(gone).toBeHidden();
  expect(files.read('inner/shop.parley.json')).toBe(shop());

  renameSync(files.at('inner'), files.at('moved'));
  await expect(gone).toBeVisible();
  await page.getByRole('button', { name: 'Save it there again' }).click();
  await window.expectNotice(
    'The folder of “shop.parley.json” is not there any more, so nothing was saved. Your work is safe here: save it in another folder.',
  );
  await answerSaveDialog(electron, files.at('saved.parley.json'));
  await page.getByRole('button', { name: 'Save as…' }).click();
  await window.expectState('saved');
  expect(files.read('saved.parley.json')).toBe(shop());
  expect(faults()).toEqual([]);
});
