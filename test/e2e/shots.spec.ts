import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from '@playwright/test';
import { expect, launchApp, type RunningApp } from './fixtures/launch.ts';
import { canvasView } from './pages/canvas-view.ts';
import { studioWindow } from './pages/studio-window.ts';
import { talkPanel } from './pages/talk-panel.ts';
import { tracePanel } from './pages/trace-panel.ts';

/** Pictures of the app at work, for the README and for whoever judges how it looks. `npm run shots` keeps them. */
const folder = fileURLToPath(new URL('../../.build/shots', import.meta.url));

let app: RunningApp;

test.beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  app = await launchApp();
});
test.afterAll(() => app.discard());

const resize = async (width: number, height: number): Promise<void> => {
  await app.electron.evaluate(
    ({ BrowserWindow }, [wide, high]) => BrowserWindow.getAllWindows()[0]?.setContentSize(wide, high),
    [width, height] as const,
  );
  await expect.poll(() => app.page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
};

const shoot = async (name: string): Promise<void> => {
  const path = `${folder}/${name}.png`;
  // Nothing that blinks or still moves, and no tooltip of a pointer that was left somewhere.
  await app.page.mouse.move(0, 0);
  await app.page.waitForFunction(() => {
    // The map in the corner is painted when nobody is busy; until then it is an image of nothing.
    return [...document.querySelectorAll<HTMLImageElement>('.minimap img')].every(
      ({ naturalWidth }) => naturalWidth > 0,
    );
  });
  await app.page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  expect(statSync(path).size).toBeGreaterThan(20_000);
};

test('pictures of a talk, in both themes and two sizes', async () => {
  const { page } = app;
  const [talk, trace, window] = [talkPanel(page), tracePanel(page), studioWindow(page)];
  await page.emulateMedia({ colorScheme: 'light' });
  for (const [size, width, height] of [
    ['small', 1280, 800],
    ['large', 1920, 1080],
  ] as const) {
    await resize(width, height);
    for (const theme of ['light', 'dark'] as const) {
      await window.choose('View', `view.theme.${theme}`, ['Theme']);
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
      await window.choose('File', 'file.new');
      await window.dialog('New scenario').getByText('Empty scenario').click();
      await window.choose('Help', 'help.sample');
      await expect(window.title).toHaveText('Order support');
      await shoot(`design-${theme}-${size}`);

      await talk.start();
      await trace.speed('At once');
      await talk.say('where is order A-1001');
      await trace.speed('Slow');
      await talk.field.click();
      await page.keyboard.type('ada@example.com');
      await page.keyboard.press('Enter');
      // In the middle of it: the action has answered, what it brought is on its way to the contexts.
      await expect(page.locator('.event-row', { hasText: 'Set user.order_total' })).toBeVisible();
      await shoot(`run-${theme}-${size}`);
      await talk.expectReply('Order A-1001 is shipped');
      await talk.settled();
      await talk.lastReply.locator('.why-button').click();
      await expect(page.locator('.why-answer')).toBeVisible();
      await shoot(`why-${theme}-${size}`);
      await page.keyboard.press('Escape');
      await window.choose('Run', 'run.stop');
    }
  }
});

test('pictures of the rest of it', async () => {
  const { page } = app;
  const [talk, window, canvas] = [talkPanel(page), studioWindow(page), canvasView(page)];
  await resize(1440, 900);
  await window.choose('View', 'view.theme.light', ['Theme']);
  await window.choose('Help', 'help.sample');

  await talk.start();
  await talk.say('i want a refund for order A-1002');
  await talk.say('ada@example.com');
  await talk.press('I changed my mind');
  await shoot('confirmation');
  await page.locator('[role="tab"][data-tab="variables"]').click();
  await shoot('variables');
  await page.locator('[role="tab"][data-tab="actions"]').click();
  await page.getByRole('button', { name: 'Details of getOrderDetails' }).click();
  await shoot('actions-log');
  await window.choose('Run', 'run.stop');

  await page.locator('[role="tab"][data-tab="inspector"]').click();
  await canvas.node('ask-reason').click();
  await shoot('intent-form');
  await canvas.action('refundOrder').first().click();
  await page.getByRole('button', { name: 'Open action' }).click();
  await shoot('action-form');
  await page.keyboard.press('Control+e');
  await expect(window.dialog('Export action bundle')).toBeVisible();
  await shoot('export');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').first()).toBeVisible();
  await page.keyboard.type('ref');
  await shoot('commands');
  await page.keyboard.press('Escape');
  await canvas.showEverything();
  await expect(canvas.canvas).toHaveAttribute('data-detail', /frame|map/);
  await shoot('everything');
  await window.choose('Help', 'help.shortcuts');
  await shoot('shortcuts');
  await page.keyboard.press('Escape');
  await window.choose('File', 'file.new');
  await shoot('new');
  await window.dialog('New scenario').getByText('Empty scenario').click();
  await expect(canvas.nodes).toHaveCount(0);
  await shoot('empty');
});
