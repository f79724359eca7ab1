import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/launch.ts';
import { keyboard } from './pages/keyboard.ts';
import { talkPanel } from './pages/talk-panel.ts';

/** Notes everything that moves for longer than the eye needs to see it jump. */
const watchMotion = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen = new Set<string>();
    const look = (): void => {
      for (const animation of document.getAnimations()) {
        const { duration, iterations } = animation.effect?.getComputedTiming() ?? {};
        const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
        if (typeof duration === 'number' && duration * Math.min(iterations ?? 1, 100) > 50)
          seen.add(`${target?.className ?? ''} ${'animationName' in animation ? String(animation.animationName) : ''}`);
      }
      document.documentElement.dataset['moved'] = [...seen].join(', ');
      requestAnimationFrame(look);
    };
    look();
  });

test('who asks for less motion sees a talk, the canvas and every window as still pictures', async ({ launch }) => {
  const { page } = await launch();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { press, find, expectNode } = keyboard(page);
  const talk = talkPanel(page);
  await talk.start();
  await watchMotion(page);
  await talk.say('Where is my order?');
  await page.getByRole('tab', { name: 'Problems' }).click();
  await find('getOrderDetails');
  await press('Alt+c', 'Shift+1', 'ArrowUp', 'Control+=', 'Alt+-', 'Alt+=');
  await find('The chat opens');
  await expectNode(/intent\.core\.welcome/);
  await press('Control+/', 'Escape', 'Control+k', 'Escape');
  // The view itself is there at once, not on its way.
  const viewport = page.locator('.react-flow__viewport');
  await press('Shift+1');
  const there = await viewport.evaluate((element) => element.style.transform);
  await page.evaluate(() => new Promise((seen) => setTimeout(seen, 250)));
  expect(await viewport.evaluate((element) => element.style.transform)).toBe(there);
  expect(await page.locator('html').getAttribute('data-moved')).toBe('');
});

test('a screen reader hears what is walked to, what an edit did and what a run does, each once', async ({ launch }) => {
  const { page } = await launch();
  const { press, find, listen, expectNode, expectHeard } = keyboard(page);
  await listen();
  await expect(page.getByRole('region', { name: 'Canvas', exact: true })).toMatchAriaSnapshot(`
    - region "Canvas":
      - application:
        - group /Conversation Welcome/
        - group /Scene Opening/
        - group /Turn Greeting/
        - group /USER intent hello/
  `);
  await find('Where is my order?');
  await expectHeard(/first of \d in scene Find the order, the talk can begin here/);
  await press('ArrowRight', 'ArrowDown');
  await expectNode(/^USER intent/);
  // The node says its name, the voice where it stands.
  await expectHeard(/last of 2 in turn Where is my order/);
  await expect(page.locator('[data-announcer="polite"]')).not.toContainText('USER intent');
  await press('Alt+ArrowUp');
  await expectHeard(/Move intent: .*first of 2/);
  await press('Control+z');
  await expectHeard('Undone: Move intent');

  await press('Alt+o', 'ArrowDown');
  const row = page.getByRole('tree', { name: /Conversations, scenes/ }).getByRole('treeitem', { selected: true });
  await expect(row).toHaveAttribute('aria-level', /[1-4]/);

  await press('Control+f');
  await page.keyboard.type('refund');
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/found/);
  await press('Enter', 'Escape', 'Alt+c', 'Control+Enter');
  const talk = talkPanel(page);
  await talk.settled();
  await talk.say('where is order A-1001');
  await expectHeard(/Matched “Where is order A-1001\?” \(\d+ %\)/);
  // The chat is a log that says its own bubbles.
  await expect(page.getByRole('log', { name: 'What was said' })).toContainText('You said:');
  await expect(page.locator('[data-announcer="polite"]')).not.toContainText('Heard');
});

test('at 200 % in a small window, and with forced colours, everything is still there and told apart', async ({
  launch,
}) => {
  const { page, electron } = await launch();
  await electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(1280, 800);
    window?.webContents.setZoomFactor(2);
  });
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBeLessThan(700);
  // Nothing is pushed out of the window for good: the page itself does not scroll.
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  const canvas = page.getByRole('region', { name: 'Canvas', exact: true });
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Control+Alt+b');
  await page.keyboard.press('Control+j');
  await expect.poll(async () => (await canvas.boundingBox())?.width ?? 0).toBeGreaterThan(500);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('textbox', { name: /Find a command/ });
  await expect(palette).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('textbox', { name: /Find a key/ })).toBeInViewport();
  await page.keyboard.press('Escape');

  await page.emulateMedia({ forcedColors: 'active' });
  await page.keyboard.press('Alt+c');
  await page.keyboard.press('ArrowDown');
  const outline = page.locator('.react-flow__node:focus > *').first();
  await expect(outline).toBeVisible();
  const told = await outline.evaluate((element) => {
    const { outlineStyle, borderTopStyle, boxShadow } = getComputedStyle(element);
    return [outlineStyle !== 'none', borderTopStyle !== 'none', boxShadow !== 'none'].includes(true);
  });
  expect(told).toBe(true);
});
