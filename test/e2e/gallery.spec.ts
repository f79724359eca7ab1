import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures/launch.ts';
import { canvasView } from './pages/canvas-view.ts';
import { studioWindow } from './pages/studio-window.ts';
import { talkPanel } from './pages/talk-panel.ts';

test('a scenario begins with the essentials, a pattern is found, looked at and put in, and both are talked with', async ({
  launch,
}) => {
  const { page, faults } = await launch();
  const window = studioWindow(page);
  await page.keyboard.press('Control+n');
  const offered = window.dialog('New scenario').locator('[data-template]');
  await expect(offered).toHaveCount(4);
  await window.dialog('New scenario').locator('[data-template="essentials"]').click();
  await expect(window.title).toHaveText('New chat');

  await page.keyboard.press('Control+Alt+g');
  const gallery = window.dialog('Pattern gallery');
  await expect(gallery.getByRole('option')).toHaveCount(14);
  await gallery.getByLabel('Find a pattern').fill('question');
  await gallery.getByRole('option', { name: /^FAQ/ }).click();
  await expect(gallery.getByRole('region', { name: 'How FAQ goes' })).toContainText('when are you open');
  await gallery.getByRole('button', { name: 'Insert FAQ' }).click();
  await window.expectMenuItem('Edit', 'edit.undo', 'Undo Insert FAQ');
  const talk = talkPanel(page);
  await talk.start();
  await talk.expectReply('Hello! What can I do for you?');
  await talk.say('when are you open');
  await talk.expectReply('We are open from 9 to 18, Monday to Saturday.');
  await talk.say('qwrt zxcv');
  await talk.expectReply('Sorry, I did not get that.');

  await page.keyboard.press('Control+Alt+g');
  await gallery.getByRole('option', { name: /^Opening/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(gallery.getByRole('option', { name: /^Restart/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await window.expectNotice(/“Restart” is answered elsewhere in this scenario as well/);
  expect(faults()).toEqual([]);
});

test('patterns are dragged to a place on the canvas, out of the palette and out of the gallery, or put in by keys', async ({
  launch,
}) => {
  const { page, faults } = await launch();
  const [window, canvas, talk] = [studioWindow(page), canvasView(page), talkPanel(page)];
  await page.keyboard.press('Control+n');
  const empty = window.dialog('New scenario').locator('[data-template="empty"]');
  await expect(window.dialog('New scenario').locator('[data-template] .flow-picture')).toHaveCount(3);
  await empty.click();
  await expect(window.title).toHaveText('New scenario');
  const area = await boxOf(canvas.canvas);

  await canvas.dropFromPalette('pattern.opening', canvas.canvas, { x: 300, y: 60 });
  const opening = canvas.frame('conversation').filter({ hasText: 'Opening' });
  await expect(opening).toBeVisible();
  const stands = await boxOf(opening);
  // Its title came to stand under the pointer.
  expect(Math.abs(stands.x + stands.width / 2 - (area.x + 300))).toBeLessThan(4);
  expect(Math.abs(stands.y - (area.y + 60))).toBeLessThan(40);
  await window.expectMenuItem('Edit', 'edit.undo', 'Undo Insert Opening');

  await page.keyboard.press('Control+Alt+g');
  const gallery = window.dialog('Pattern gallery');
  const faq = gallery.getByRole('option', { name: /^FAQ/ });
  await faq.scrollIntoViewIfNeeded();
  const from = await boxOf(faq);
  await page.mouse.move(from.x + 40, from.y + 30);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 40, { steps: 4 });
  // The gallery steps aside for what lies behind it.
  await expect(page.locator('[data-aside]')).toHaveCount(1);
  await page.mouse.move(area.x + area.width - 60, area.y + 80, { steps: 12 });
  await page.mouse.up();
  await expect(gallery).toBeHidden();
  await expect(canvas.frame('conversation').filter({ hasText: 'FAQ' })).toBeVisible();
  await window.expectMenuItem('Edit', 'edit.undo', 'Undo Insert FAQ');

  await page.getByRole('searchbox', { name: 'Find in the palette' }).click();
  await page.keyboard.type('global');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(canvas.frame('conversation').filter({ hasText: 'Global no match' })).toBeVisible();

  await talk.start();
  await talk.expectReply('Hello! What can I do for you?');
  await talk.say('when are you open');
  await talk.expectReply('We are open from 9 to 18, Monday to Saturday.');
  await talk.say('qwrt zxcv');
  await talk.expectReply('Sorry, I did not get that.');
  expect(faults()).toEqual([]);
});

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`Nothing to point at: ${String(locator)}`);
  return box;
}
