import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { createFolder, type TestFolder } from './fixtures/a-folder.ts';
import { expect, test } from './fixtures/launch.ts';
import { messageEditor } from './pages/message-editor.ts';
import { studioWindow } from './pages/studio-window.ts';

/** A talk that greets with a message nobody has written yet. */
const scenario = (): string =>
  printScenario(
    aScenario('Hats')
      .withAttribute('first_name', 'string', { example: 'Ada' })
      .withConversation('Shop')
      .withScene('Desk')
      .withTurn('Ask', { behaviors: ['STARTING', 'OPEN'] })
      .user('hello', { samples: ['hello'] })
      .app('greet', { messages: [{ blocks: [] }] })
      .withTurn('Answer', { behaviors: ['STARTING', 'OPEN'] })
      .user('answered')
      .app('thanks', { text: 'Thank you.' })
      .build(),
  );

let folder: TestFolder;
test.beforeAll(() => {
  folder = createFolder();
});
test.afterAll(() => folder.remove());

test('the messages are written in full size, the form on the left and what people see beside it, without a mouse', async ({
  launch,
}) => {
  const { page, faults } = await launch({ args: [folder.write('wide.parley.json', scenario())] });
  const [window, editor] = [studioWindow(page), messageEditor(page)];
  const wide = window.dialog('Messages of greet');
  await page.getByRole('treeitem', { name: /greet/ }).click();
  await page.keyboard.press('Control+Alt+m');
  await expect(wide).toBeVisible();
  await editor.press('Add text');
  await page.keyboard.type('Hello {user.first_n');
  const offer = page.getByRole('option', { name: /first_name/ });
  await expect(offer).toContainText('string');
  await page.keyboard.press('Enter');
  await expect(editor.preview.locator('.bubble')).toHaveText('Hello Ada');
  const [form, picture] = [await editor.block(1).boundingBox(), await editor.preview.boundingBox()];
  expect(form !== null && picture !== null && form.x + form.width <= picture.x && picture.width > 350).toBe(true);

  await test.step('blocks change places by keys', async () => {
    await editor.press('Add block');
    await page.getByRole('menuitem', { name: 'Image', exact: true }).click();
    await editor
      .block(2)
      .getByRole('button', { name: /^Move block 2/ })
      .focus();
    await page.keyboard.press('ArrowUp');
    await expect(wide.getByRole('group', { name: 'Block 1: Image' })).toBeVisible();
  });

  await test.step('another message, said on a condition', async () => {
    await wide.getByRole('button', { name: 'Add message' }).click();
    await expect(messageEditor(page, 2).message.locator('textarea')).toBeFocused();
    await page.keyboard.type('Welcome back.');
    await expect(messageEditor(page, 2).preview.locator('.bubble')).toHaveText('Welcome back.');
  });

  await page.keyboard.press('Escape');
  await expect(wide).toBeHidden();
  await expect(page.locator('#panel-inspector').getByRole('group', { name: 'Message 2', exact: true })).toBeVisible();
  expect(faults()).toEqual([]);
});
