import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { createFolder, type TestFolder } from './fixtures/a-folder.ts';
import { expectJournalled } from './fixtures/expect-journalled.ts';
import { expect, test as base } from './fixtures/launch.ts';
import { studioWindow } from './pages/studio-window.ts';

const test = base.extend<{ files: TestFolder }>({
  files: async ({ browserName: _ }, provide) => {
    const files = createFolder();
    await provide(files);
    files.remove();
  },
});

type Words = { readonly name?: string; readonly reply?: string; readonly sample?: string };
const shop = ({ name = 'Shop', reply = 'On its way', sample = 'where is it' }: Words = {}): string =>
  printScenario(
    aScenario('Shop', { name })
      .withConversation('Orders')
      .withScene('Main')
      .withTurn('Where')
      .user('where_is_order', { samples: [sample] })
      .app('tell_status', { text: reply })
      .build(),
  );

async function rename(page: Page, name: string): Promise<void> {
  await page.locator('.scenario-title-name').click();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.locator('.scenario-title-name')).toHaveText(name);
}

test('a version is kept, compared, restored as one step, opened as a copy and deleted', async ({ launch, files }) => {
  const path = files.write('shop.parley.json', shop());
  const { page, profile, faults } = await launch({ args: [path] });
  const window = studioWindow(page);
  await window.choose('File', 'file.versions');
  const dialog = window.dialog('Versions');
  await dialog.getByLabel('Keep what is on screen as').fill('Agreed');
  await dialog.getByLabel('Note').fill('with support');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Alt+s');
  await dialog.getByLabel('Keep what is on screen as').fill('Agreed');
  await page.keyboard.press('Enter');
  await expect(dialog.locator('.versions-list button')).toHaveCount(1);
  await expect(dialog.locator('.changes-same')).toHaveText('Nothing is different: it is as it was in “Agreed”.');
  await page.keyboard.press('Escape');
  const [folder = ''] = readdirSync(join(profile, 'versions'));
  const kept = readdirSync(join(profile, 'versions', folder)).find((name) => name.endsWith('.parley.json')) ?? '';
  expect(readFileSync(join(profile, 'versions', folder, kept), 'utf8')).toBe(shop());

  await rename(page, 'Bigger shop');
  await page.keyboard.press('Control+Alt+s');
  await dialog.getByRole('button', { name: /^Agreed/ }).click();
  await expect(dialog.locator('.change')).toHaveCount(1);
  await expect(dialog.locator('.change')).toContainText('scenario changed');
  await expect(dialog.locator('.change-line')).toContainText('“Shop” “Bigger shop”');
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(window.title).toHaveText('Shop');
  await window.expectState('saved');
  await window.expectMenuItem('Edit', 'edit.undo', 'Undo Restore “Agreed”');
  await page.keyboard.press('Control+z');
  await expect(window.title).toHaveText('Bigger shop');
  expect(files.read('shop.parley.json')).toBe(shop());

  await page.keyboard.press('Control+s');
  await window.expectState('saved');
  await page.keyboard.press('Control+Alt+s');
  await dialog.getByRole('button', { name: /^Agreed/ }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Delete for good?' }).focus();
  await dialog.getByLabel('Keep what is on screen as').fill('Second');
  await page.keyboard.press('Enter');
  await expect(dialog.locator('.versions-list button')).toHaveCount(2);
  await dialog.getByRole('button', { name: /^Second/ }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Delete for good?' }).click();
  await expect(dialog.locator('.versions-list button')).toHaveCount(1);
  await dialog.getByRole('button', { name: /^Agreed/ }).click();
  await dialog.getByRole('button', { name: 'Open as a copy' }).click();
  await expect(window.title).toHaveText('Shop');
  expect(files.read('shop.parley.json')).toContain('Bigger shop');
  expect(faults()).toEqual([]);
});

test('what another program changed is merged when it fits, and asked about when it does not', async ({
  launch,
  files,
}) => {
  const path = files.write('shop.parley.json', shop());
  const { page, faults } = await launch({ args: [path] });
  const window = studioWindow(page);
  await rename(page, 'My shop');
  files.write('shop.parley.json', shop({ reply: 'At your door' }));
  await page.getByRole('button', { name: 'See and merge…' }).click();
  const dialog = window.dialog('“shop.parley.json” was changed by another program');
  await expect(dialog.locator('.change-line')).toContainText('“On its way” “At your door”');
  await expect(dialog.locator('.conflicts')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Take in their changes' }).click();
  await window.expectState('edited');
  await expect(page.getByText(/was changed by another program since/)).toBeHidden();
  await page.keyboard.press('Control+s');
  await window.expectState('saved');
  expect(files.read('shop.parley.json')).toBe(shop({ name: 'My shop', reply: 'At your door' }));

  await rename(page, 'Mine');
  files.write('shop.parley.json', shop({ name: 'Theirs', reply: 'At your door', sample: 'is it here' }));
  await page.getByRole('button', { name: 'See and merge…' }).click();
  await expect(dialog.locator('.conflicts li')).toHaveCount(1);
  await expect(dialog.getByRole('radio', { name: /Yours/ })).toBeChecked();
  await dialog.getByRole('radio', { name: /Theirs/ }).check();
  await dialog.getByRole('button', { name: 'Merge as chosen' }).click();
  await expect(window.title).toHaveText('Theirs');
  await window.expectState('saved');
  await page.keyboard.press('Control+z');
  await expect(window.title).toHaveText('Mine');
  await window.expectState('edited');
  expect(files.read('shop.parley.json')).toBe(shop({ name: 'Theirs', reply: 'At your door', sample: 'is it here' }));
  expect(faults()).toEqual([]);
});

test('what a crash left is shown before it is brought back', async ({ launch, files }) => {
  const path = files.write('shop.parley.json', shop());
  const app = await launch({ args: [path] });
  await rename(app.page, 'After the storm');
  await expectJournalled(app, 'After the storm');
  await app.kill();
  const again = await launch({ profile: app.profile });
  const offer = studioWindow(again.page).dialog('Parley closed before your work was saved');
  await expect(offer.locator('.change-line')).toContainText('“Shop” “After the storm”');
  await offer.getByRole('button', { name: 'Restore my work' }).click();
  await expect(studioWindow(again.page).title).toHaveText('After the storm');
});
