import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/launch.ts';

/** Something that opens over the rest, from where a person without a mouse is then. */
type Opened = {
  readonly name: string;
  /** Where one is before: on a node of the canvas unless it says otherwise. */
  readonly from?: (page: Page) => Promise<Locator>;
  readonly key: string;
  readonly role?: 'menu';
  /** What has the focus as soon as it is there. */
  readonly begins: (layer: Locator) => Locator;
};

const field = (name: string | RegExp) => (layer: Locator) => layer.getByRole('textbox', { name }).first();
const button = (name: string | RegExp) => (layer: Locator) => layer.getByRole('button', { name }).first();
const itself = (layer: Locator): Locator => layer;

/** A button of a panel that was gone to by its key. */
const inPanel =
  (key: string, panel: string, name: string | RegExp) =>
  async (page: Page): Promise<Locator> => {
    await page.keyboard.press(key);
    const place = page.locator(panel).getByRole('button', { name }).first();
    await place.focus();
    return place;
  };

const opened: readonly Opened[] = [
  { name: 'attributes', key: 'Control+Alt+a', begins: (layer) => layer.getByPlaceholder('Filter') },
  { name: 'contexts', key: 'Control+Alt+c', begins: button(/^user/) },
  { name: 'translations', key: 'Control+Alt+l', begins: (layer) => layer.getByPlaceholder('de') },
  { name: 'versions', key: 'Control+Alt+s', begins: button('Save as…') },
  { name: 'gallery', key: 'Control+Alt+g', begins: (layer) => layer.getByRole('option').first() },
  { name: 'new scenario', key: 'Control+n', begins: button(/^Order support/) },
  { name: 'recent scenarios', key: 'Control+Alt+o', begins: button('Open…') },
  { name: 'secrets', key: 'Control+Shift+k', begins: (layer) => layer.locator('input').first() },
  { name: 'shortcuts', key: 'Control+/', begins: (layer) => layer.getByPlaceholder(/^Find a key/) },
  { name: 'export', key: 'Control+e', begins: button('Save…') },
  { name: 'command palette', key: 'Control+k', begins: field(/Find a command/) },
  { name: 'messages in full size', key: 'Control+Alt+m', begins: (layer) => layer.locator('textarea').first() },
  { name: 'canvas menu', key: 'Shift+F10', role: 'menu', begins: itself },
  {
    name: 'new action',
    from: inPanel('Alt+6', '#panel-library', 'New action'),
    key: 'Enter',
    role: 'menu',
    begins: itself,
  },
  {
    name: 'paste actions',
    from: inPanel('Alt+6', '#panel-library', 'Paste actions'),
    key: 'Enter',
    begins: (layer) => layer.locator('textarea'),
  },
  {
    name: 'delete action',
    from: inPanel('Alt+6', '#panel-library', /^Delete /),
    key: 'Enter',
    begins: button(/^(?:Keep|Cancel)/),
  },
  {
    name: 'new condition',
    from: inPanel('Alt+1', '#panel-inspector', 'Add condition'),
    key: 'Enter',
    role: 'menu',
    begins: itself,
  },
  {
    name: 'new block of a message',
    from: inPanel('Alt+1', '#panel-inspector', 'Add block'),
    key: 'Enter',
    role: 'menu',
    begins: itself,
  },
  {
    name: 'new world',
    from: inPanel('Alt+9', '#panel-worlds', 'Add world'),
    key: 'Enter',
    role: 'menu',
    begins: itself,
  },
];

test('what opens begins where it is useful, keeps Tab inside, closes by Escape, and gives the focus back', async ({
  launch,
}) => {
  const { page } = await launch();
  await page.keyboard.press('Alt+c');
  // On an answer: its messages can be opened.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Which e-mail address did you order');
  await page.keyboard.press('Enter');
  for (const { name, from, key, role = 'dialog', begins } of opened)
    await test.step(name, async () => {
      if (from === undefined) await page.keyboard.press('Alt+c');
      const before = from === undefined ? page.locator('.react-flow__node:focus') : await from(page);
      await expect(before).toBeFocused();
      const place = await before.elementHandle();
      await page.keyboard.press(key);
      const layer = page.locator(`[role="${role}"]`);
      await expect(begins(layer)).toBeFocused();
      for (const tab of ['Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Tab', 'Tab', 'Tab']) {
        await page.keyboard.press(tab);
        expect(await layer.evaluate((element) => element.contains(document.activeElement))).toBe(true);
      }
      await page.keyboard.press('Escape');
      await expect(layer).toHaveCount(0);
      expect(await place?.evaluate((element) => element === document.activeElement)).toBe(true);
    });
});
