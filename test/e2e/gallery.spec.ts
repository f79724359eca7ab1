import { expect, test } from './fixtures/launch.ts';
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
  await expect(gallery.locator('.pattern-bubble').first()).toHaveText('when are you open');
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
