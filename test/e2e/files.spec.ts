import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { templateNamed } from '../../shared/samples/templates.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { createFolder, type TestFolder } from './fixtures/a-folder.ts';
import { expectJournalled } from './fixtures/expect-journalled.ts';
import { expect, test as base } from './fixtures/launch.ts';
import { studioWindow } from './pages/studio-window.ts';
import { answerOpenDialog, answerSaveDialog, answerTrust } from './pages/system-dialogs.ts';
import { talkPanel } from './pages/talk-panel.ts';
import { tracePanel } from './pages/trace-panel.ts';

const test = base.extend<{ files: TestFolder }>({
  files: async ({ browserName: _ }, provide) => {
    const files = createFolder();
    await provide(files);
    files.remove();
  },
});

const sample = (): string => {
  const document = templateNamed('order-support')?.create();
  if (document === undefined) throw new Error('The sample comes with the program.');
  return printScenario(document);
};
const shop = (name: string): string => printScenario(aScenario(name).withConversation('Orders').build());

/** Gives the scenario another name, as a person does it: by its title. */
async function rename(page: Page, name: string): Promise<void> {
  await page.locator('.scenario-title-name').click();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.locator('.scenario-title-name')).toHaveText(name);
}

const windowTitle = (electron: ElectronApplication): Promise<string> =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '');

const askToQuit = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(({ app }) => setImmediate(() => app.quit())).then(() => undefined);

test('save, edit, undo to what is saved, save again, save as, and open recent', async ({ launch, files }) => {
  const app = await launch();
  const { page, electron } = app;
  const window = studioWindow(page);
  await window.expectState('new');

  await answerSaveDialog(electron, null);
  await page.keyboard.press('Control+s');
  await window.expectState('new');
  await answerSaveDialog(electron, files.at('shop'));
  await page.keyboard.press('Control+s');
  await window.expectState('saved');
  expect(files.read('shop.parley.json')).toBe(sample());
  await expect.poll(() => windowTitle(electron)).toBe('Order support – Parley');

  await rename(page, 'Shop at the corner');
  await window.expectState('edited');
  await expect.poll(() => windowTitle(electron)).toBe('● Shop at the corner – Parley');
  await page.keyboard.press('Control+z');
  await window.expectState('saved');
  await page.keyboard.press('Control+Shift+z');
  await window.expectState('edited');
  await page.keyboard.press('Control+s');
  await window.expectState('saved');
  const renamed = files.read('shop.parley.json');
  expect(renamed).toBe(sample().replace('"name": "Order support"', '"name": "Shop at the corner"'));
  // The version before is kept beside it.
  expect(files.read('shop.parley.json.bak')).toBe(sample());

  await rename(page, 'Another shop');
  await answerSaveDialog(electron, files.at('other.parley.json'));
  await window.choose('File', 'file.saveAs');
  await window.expectState('saved');
  expect(files.read('shop.parley.json')).toBe(renamed);
  expect(files.read('other.parley.json')).toContain('"name": "Another shop"');

  await page.getByRole('menuitem', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Open recent' }).hover();
  await expect(page.getByRole('menuitem', { name: files.folder })).toHaveText([
    `other.parley.json – ${files.folder}`,
    `shop.parley.json – ${files.folder}`,
  ]);
  await page.getByRole('menuitem', { name: 'shop.parley.json' }).click();
  await expect(window.title).toHaveText('Shop at the corner');
  await window.expectState('saved');
  expect(app.faults()).toEqual([]);
});

test('a file that is open in one window is refused politely in another', async ({ launch, files }) => {
  const [one, other] = [files.write('one.parley.json', shop('One')), files.write('two.parley.json', shop('Two'))];
  const { page, electron } = await launch({ args: [one] });
  const appeared = electron.waitForEvent('window');
  await electron.evaluate(
    ({ app }, path) => void app.emit('open-file', { preventDefault: () => undefined }, path),
    other,
  );
  const second = await appeared;
  await expect(second.locator('html')).toHaveAttribute('data-ready', 'true');
  const window = studioWindow(second);
  await expect(window.title).toHaveText('Two');

  await answerOpenDialog(electron, one);
  await window.choose('File', 'file.open');
  await window.expectNotice(
    '“one.parley.json” is already open in another Parley window. Go on there, or close it first.',
  );
  await expect(window.title).toHaveText('Two');
  await expect(studioWindow(page).title).toHaveText('One');
});

test('a file another program wrote is noticed, and both versions can be kept', async ({ launch, files }) => {
  const path = files.write('shop.parley.json', shop('Mine'));
  const { page, electron } = await launch({ args: [path] });
  const window = studioWindow(page);
  const banner = page.getByText('“shop.parley.json” was changed by another program since you opened it.');

  files.write('shop.parley.json', shop('Theirs'));
  await expect(banner).toBeVisible();
  await page.getByRole('button', { name: 'Load theirs, drop mine' }).click();
  await expect(window.title).toHaveText('Theirs');
  await expect(banner).toBeHidden();
  await window.expectState('saved');

  await rename(page, 'Mine again');
  files.write('shop.parley.json', shop('Theirs again'));
  await expect(banner).toBeVisible();
  await page.keyboard.press('Control+s');
  await window.expectNotice(
    /was changed by another program\. See and merge what changed, or save yours under another name\./,
  );
  expect(files.read('shop.parley.json')).toBe(shop('Theirs again'));
  await answerSaveDialog(electron, files.at('mine.parley.json'));
  await page.getByRole('button', { name: 'Keep mine, save as…' }).click();
  await window.expectState('saved');
  await expect(banner).toBeHidden();
  expect(files.read('mine.parley.json')).toContain('"name": "Mine again"');
  expect(files.read('shop.parley.json')).toBe(shop('Theirs again'));
});

test('work that was not saved survives the app being killed, in a file and in none', async ({ launch, files }) => {
  const path = files.write('shop.parley.json', shop('Shop'));
  const killed = await launch({ args: [path] });
  await rename(killed.page, 'Shop before the power cut');
  await expectJournalled(killed, 'Shop before the power cut');
  await killed.kill();
  expect(files.read('shop.parley.json')).toBe(shop('Shop'));

  const again = await launch({ profile: killed.profile });
  const window = studioWindow(again.page);
  const offer = window.dialog('Parley closed before your work was saved');
  await expect(offer).toContainText('1 edit');
  await expect(offer).toContainText('not in “shop.parley.json”');
  await expect(window.title).toHaveText('Shop');
  await offer.getByRole('button', { name: 'Restore my work' }).click();
  await expect(window.title).toHaveText('Shop before the power cut');
  await window.expectState('recovered');
  await again.page.keyboard.press('Control+s');
  await window.expectState('saved');
  expect(files.read('shop.parley.json')).toContain('Shop before the power cut');
  await again.quit();

  const unsaved = await launch({ profile: killed.profile });
  await expect(studioWindow(unsaved.page).title).toHaveText('Order support');
  await rename(unsaved.page, 'In no file');
  await expectJournalled(unsaved, 'In no file');
  await unsaved.kill();
  const last = await launch({ profile: killed.profile });
  await studioWindow(last.page).press('Parley closed before your work was saved', 'Restore my work');
  await expect(studioWindow(last.page).title).toHaveText('In no file');
  await studioWindow(last.page).expectState('recovered');
});

test('a damaged file is told place by place, stays as it is, and gives a repaired copy', async ({ launch, files }) => {
  const damaged = sample()
    .replace('"speaker": "USER"', '"speaker": "NOBODY"')
    .replace('"timeout": 10000', '"timeout": "soon"');
  const path = files.write('damaged.parley.json', damaged);
  const { page, electron, faults } = await launch();
  const window = studioWindow(page);
  await answerOpenDialog(electron, path);
  await page.keyboard.press('Control+o');
  const dialog = window.dialog('“damaged.parley.json” cannot be opened as it is');
  await expect(dialog.locator('.read-problems code')).toHaveText([
    '/actions/check-product-stock/timeout',
    '/intents/call-me-back/speaker',
    // Who would say it is not known, so the intent cannot be kept.
    '/intents/call-me-back',
  ]);
  await dialog.getByRole('button', { name: 'Leave it' }).click();
  await expect(window.title).toHaveText('Order support');
  await window.expectState('new');

  await page.keyboard.press('Control+o');
  await dialog.getByRole('button', { name: 'Open a repaired copy' }).click();
  await window.expectState('repaired');
  expect(files.read('damaged.parley.json')).toBe(damaged);
  await answerSaveDialog(electron, files.at('mended.parley.json'));
  await page.keyboard.press('Control+s');
  await window.expectState('saved');
  expect(files.read('damaged.parley.json')).toBe(damaged);
  expect(files.read('mended.parley.json')).toContain('"timeout": 10000');

  await answerOpenDialog(electron, files.write('not.parley.json', '{"format": "parley.scenario", "version": 1,'));
  await page.keyboard.press('Control+o');
  const broken = window.dialog('“not.parley.json” cannot be opened as it is');
  await expect(broken.locator('.read-problems li')).toHaveCount(1);
  await expect(broken.getByRole('button', { name: 'Open a repaired copy' })).toHaveCount(0);
  await broken.getByRole('button', { name: 'Close' }).last().click();

  await answerOpenDialog(electron, files.write('newer.parley.json', '{"format": "parley.scenario", "version": 999}'));
  await page.keyboard.press('Control+o');
  await expect(window.dialog('“newer.parley.json” cannot be opened as it is').locator('.read-problems')).toContainText(
    /newer/,
  );
  expect(faults()).toEqual([]);
});

test('a file made elsewhere is restricted until it is trusted: mocks and talk work, nobody is called', async ({
  launch,
  files,
}) => {
  const path = files.write('theirs.parley.json', sample());
  const { page, electron, profile, quit } = await launch({ args: [path] });
  const window = studioWindow(page);
  const talk = talkPanel(page);
  const banner = page.getByText(
    'This scenario was made elsewhere. Live actions and secrets are off until you trust it.',
  );
  await expect(banner).toBeVisible();
  const live = page.getByRole('radio', { name: 'Live' });
  await expect(live).toHaveAttribute('aria-disabled', 'true');
  await page.locator('.mode-choice', { hasText: 'Live' }).click({ force: true });
  await expect(live).not.toBeChecked();
  await expect(page.getByRole('tooltip')).toContainText(
    'This scenario was made elsewhere, so it may not call anybody.',
  );

  await talk.start();
  await talk.say('is P-100 in stock');
  await talk.expectReply('Yes, the Desk lamp is in stock.');
  await expect(talk.origins(talk.lastReply)).toHaveText(['mocked']);

  // The window of the system decides, not the button in the page.
  await answerTrust(electron, false);
  await page.getByRole('button', { name: 'Trust…' }).click();
  await expect(live).toHaveAttribute('aria-disabled', 'true');
  await expect(banner).toBeVisible();
  await answerTrust(electron, true);
  await page.getByRole('button', { name: 'Trust…' }).click();
  await expect(banner).toBeHidden();
  await talk.mode('Live');
  await talk.say('is P-100 in stock');
  await expect(talk.origins(talk.lastReply)).toHaveText(['live']);
  expect(await tracePanel(page).calls()).toEqual([
    'checkProductStock answered 200 (live)',
    'checkProductStock answered 200 (mocked)',
  ]);

  await window.choose('File', 'file.distrust');
  await expect(banner).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Mock' })).toBeChecked();
  await page.getByRole('button', { name: 'Trust…' }).click();
  await expect(banner).toBeHidden();
  await quit();

  const again = await launch({ profile, args: [path] });
  await expect(again.page.locator('.scenario-title-name')).toHaveText('Order support');
  await expect(again.page.getByRole('radio', { name: 'Live' })).toHaveAttribute('aria-disabled', 'false');
});

test('quitting with unsaved work asks, and each answer does what it says', async ({ launch, files }) => {
  const path = files.write('shop.parley.json', shop('Shop'));
  const question = (name: string): RegExp => new RegExp(`^Save the changes to “${name}”\\?`);
  const app = await launch({ args: [path] });
  const window = studioWindow(app.page);
  await rename(app.page, 'Kept');
  await askToQuit(app.electron);
  await window.press(question('Kept'), 'Stay here');
  await expect(window.dialog(question('Kept'))).toBeHidden();
  await window.expectState('edited');

  const gone = app.electron.waitForEvent('close');
  await askToQuit(app.electron);
  await window.press(question('Kept'), 'Save');
  await gone;
  expect(files.read('shop.parley.json')).toBe(shop('Shop').replace('"name": "Shop"', '"name": "Kept"'));

  const again = await launch({ profile: app.profile, args: [path] });
  await rename(again.page, 'Thrown away');
  const goneAgain = again.electron.waitForEvent('close');
  await askToQuit(again.electron);
  await studioWindow(again.page).press(question('Thrown away'), 'Don’t save');
  await goneAgain;
  expect(files.read('shop.parley.json')).toContain('"name": "Kept"');

  // What was given up on purpose is not offered again.
  const last = await launch({ profile: app.profile, args: [path] });
  await expect(studioWindow(last.page).title).toHaveText('Kept');
  await expect(last.page.getByRole('dialog')).toHaveCount(0);
});

test('theme and panel sizes are as they were left', async ({ launch }) => {
  const app = await launch();
  const window = studioWindow(app.page);
  const scheme = (page: Page) => page.locator('html').getAttribute('data-mantine-color-scheme');
  const width = async (page: Page) => Math.round((await page.locator('.palette').boundingBox())?.width ?? 0);
  await window.choose('View', 'view.theme.dark', ['Theme']);
  await expect.poll(() => scheme(app.page)).toBe('dark');
  const before = await width(app.page);
  await window.dragEdge('Width of the outline', { x: 60 });
  await expect.poll(() => width(app.page)).toBe(before + 60);
  await app.page.keyboard.press('Control+j');
  const height = async (page: Page) => (await page.locator('#bottom').boundingBox())?.height;
  await expect.poll(() => height(app.page)).toBe(0);
  const settings = join(app.profile, 'settings.json');
  await expect
    .poll(() => (existsSync(settings) ? readFileSync(settings, 'utf8') : ''))
    .toMatch(/"bottom\.collapsed":\s*1/);
  await app.quit();

  const again = await launch({ profile: app.profile });
  await expect.poll(() => scheme(again.page)).toBe('dark');
  await expect.poll(() => width(again.page)).toBe(before + 60);
  await expect.poll(() => height(again.page)).toBe(0);
});
