import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures/launch.ts';
import { canvasView } from './pages/canvas-view.ts';
import { talkPanel } from './pages/talk-panel.ts';
import { tracePanel } from './pages/trace-panel.ts';

test('the theme turns at once: nothing fades through colours of two themes', async ({ launch }) => {
  const { page, faults } = await launch();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
  for (const theme of ['dark', 'light'] as const) {
    const fading = page.evaluate(
      () =>
        new Promise<number>((done) => {
          const count = (): void =>
            done(document.getAnimations().filter((each) => each instanceof CSSTransition).length);
          new MutationObserver(() => requestAnimationFrame(() => requestAnimationFrame(count))).observe(
            document.documentElement,
            { attributes: true, attributeFilter: ['data-mantine-color-scheme'] },
          );
        }),
    );
    await page.emulateMedia({ colorScheme: theme });
    expect(await fading, theme).toBe(0);
  }
  await expect(page.locator('html')).not.toHaveAttribute('data-turning');
  expect(faults()).toEqual([]);
});

/** For whoever enlarges everything, or has colours of their own. */
test('twice as large, nothing lies over anything; in the reader’s colours, what is chosen still shows', async ({
  launch,
}) => {
  const { page, electron, faults } = await launch();
  const [talk, trace, canvas] = [talkPanel(page), tracePanel(page), canvasView(page)];
  const enlarge = (factor: number): Promise<void> =>
    electron.evaluate(({ BrowserWindow }, to) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(1280, 800);
      window?.webContents.setZoomFactor(to);
    }, factor);
  await enlarge(1);
  await talk.start();
  await trace.speed('At once');
  await talk.say('where is order A-1001');

  await test.step('at 200 % the bar at the top has room, and the last reply is in sight', async () => {
    await enlarge(2);
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640);
    await expect(talk.lastReply.locator('.why-button')).toBeInViewport();
    await expect(talk.field).toBeInViewport({ ratio: 1 });
    expect(
      await overlaps(page.locator('.title-bar :is(button, label, .run-status, .scenario-title-name):visible')),
    ).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide, 'scrolls sideways').toBe(false);
    await page.locator('[role="tab"][data-tab="trace"]').focus();
    for (let presses = 0; presses < 8; presses += 1) await page.keyboard.press('ArrowRight');
    await expect(page.locator('[role="tab"][data-tab="desk"]')).toBeInViewport({ ratio: 1 });
    await trace.show('trace');
    await enlarge(1);
  });

  await test.step('in forced colours', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    await expectEdge(page.locator('[role="tab"][data-tab="trace"]'), true);
    await expectEdge(page.locator('[role="tab"][data-tab="problems"]'), false);
    await expectEdge(page.locator('.mode-choice', { hasText: 'Mock' }), true);
    await expectEdge(page.locator('.mode-choice', { hasText: 'Live' }), false);
    await expectEdge(canvas.node('ask-email').locator('.intent'), true);
    await expectEdge(canvas.node('give-email').locator('.intent'), false);
    await page.keyboard.press('Control+k');
    const floating = page.getByRole('dialog').first();
    await expect(floating).toBeVisible();
    expect(await floating.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe('solid');
  });
  expect(faults()).toEqual([]);
});

const expectEdge = (element: Locator, has: boolean): Promise<void> =>
  expect.poll(() => element.evaluate((one) => getComputedStyle(one).outlineStyle !== 'none')).toBe(has);

/** Controls that lie over each other, by what they say. */
const overlaps = (controls: Locator): Promise<string[]> =>
  controls.evaluateAll((elements) => {
    const boxes = elements.map((element) => [element, element.getBoundingClientRect()] as const);
    return boxes.flatMap(([one, a], at) =>
      boxes
        .slice(at + 1)
        .filter(([other]) => !one.contains(other) && !other.contains(one))
        .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
        .map(([other]) => `${one.textContent} and ${other.textContent}`),
    );
  });
