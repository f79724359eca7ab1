import type { Page } from '@playwright/test';
import { axeFindings } from './fixtures/axe-findings.ts';
import { expect, test, type RunningApp } from './fixtures/launch.ts';
import { studioWindow } from './pages/studio-window.ts';
import { talkPanel } from './pages/talk-panel.ts';
import { tracePanel } from './pages/trace-panel.ts';

type Screen = {
  readonly name: string;
  readonly show: (page: Page) => Promise<void>;
  readonly leave?: (page: Page) => Promise<void>;
};

const bottom = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('tab', { name }).first().click();
};
const escape = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
};
/** Goes to a record as the keyboard does: by its name. */
const goTo = async (page: Page, name: string, heading: string | RegExp): Promise<void> => {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: /Find a command/ })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.locator('#panel-inspector').getByText(heading).first()).toBeVisible();
};

/** The screens a designer spends the day on. */
const screens: readonly Screen[] = [
  { name: 'the scenario', show: async () => undefined },
  { name: 'canvas with the form of an action', show: (page) => goTo(page, 'getOrderDetails', /Request|Inputs/) },
  { name: 'messages of an intent', show: (page) => goTo(page, 'Tell the status', /Message/) },
  {
    name: 'talk and trace',
    show: async (page) => {
      await bottom(page, 'Trace');
      const talk = talkPanel(page);
      await talk.start();
      await tracePanel(page).speed('At once');
      await talk.say('Where is my order?');
    },
  },
  { name: 'understanding', show: (page) => page.getByRole('tab', { name: 'Understanding' }).click() },
  { name: 'actions library', show: (page) => page.locator('#tab-library').click() },
  {
    name: 'a dialog',
    show: async (page) => {
      await page.keyboard.press('Control+/');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    leave: escape,
  },
  {
    name: 'command palette',
    show: async (page) => {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('textbox', { name: /Find a command/ })).toBeFocused();
      await page.keyboard.type('add');
    },
    leave: escape,
  },
];

async function findingsEverywhere({ page }: RunningApp): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const { name, show, leave } of screens) {
    await show(page);
    await page.mouse.move(0, 0);
    found[name] = await axeFindings(page);
    await leave?.(page);
  }
  return found;
}

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing on eight key screens, ${theme}`, async ({ launch }) => {
    test.setTimeout(180_000);
    const app = await launch();
    await studioWindow(app.page).choose('View', `view.theme.${theme}`, ['Theme']);
    await expect(app.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    await app.page.emulateMedia({ reducedMotion: 'reduce' });
    const nothing: Record<string, readonly string[]> = Object.fromEntries(screens.map(({ name }) => [name, []]));
    expect(await findingsEverywhere(app)).toEqual(nothing);
  });
