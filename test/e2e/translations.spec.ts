import type { Page } from '@playwright/test';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { createFolder, type TestFolder } from './fixtures/a-folder.ts';
import { expect, test as base } from './fixtures/launch.ts';
import { studioWindow } from './pages/studio-window.ts';
import { answerOpenDialog, answerSaveDialog } from './pages/system-dialogs.ts';
import { talkPanel } from './pages/talk-panel.ts';

const test = base.extend<{ files: TestFolder }>({
  files: async ({ browserName: _ }, provide) => {
    const files = createFolder();
    await provide(files);
    files.remove();
  },
});

const shop = (): string =>
  printScenario(
    aScenario('Shop')
      .withConversation('Orders')
      .withScene('Main')
      .withTurn('Where')
      .user('where', { samples: ['where is it'] })
      .app('tell', { text: 'It is **here**, {user.first_name}' })
      .withAttribute('first_name')
      .withTurn('Bye', { behaviors: ['STARTING', 'OPEN'] })
      .user('bye', { samples: ['bye'] })
      .app('goodbye', { text: 'See you' })
      .build(),
  );

const cell = (page: Page, row: number, column: number) => page.locator(`[data-cell="${row}:${column}"]`);

test('texts are translated by keyboard, checked, filtered, and spoken in the talk', async ({ launch, files }) => {
  const path = files.write('shop.parley.json', shop());
  const { page, electron, faults } = await launch({ args: [path] });
  const window = studioWindow(page);
  const dialog = window.dialog('Translations');
  await window.choose('File', 'file.translations');
  await expect(dialog).toContainText('This scenario speaks one language.');
  await dialog.getByLabel('Add a language').fill('??');
  await expect(dialog).toContainText('A tag such as de');
  await dialog.getByLabel('Add a language').fill('de');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('columnheader')).toHaveText(['English (en)', 'German (de)']);
  await expect(dialog.locator('.languages-others')).toContainText('2 missing');

  await cell(page, 0, 1).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Es ist da');
  await page.keyboard.press('Enter');
  await expect(cell(page, 1, 1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(cell(page, 0, 1)).toBeFocused();
  await expect(cell(page, 0, 1)).toContainText('{user.first_name} is missing, so what it stands for is not said.');
  await expect(cell(page, 0, 1)).toContainText('The text has 1 bold part, the translation none.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Es ist **da**, {{}user.first_name}'.replace('{{}', '{'));
  await page.keyboard.press('Enter');
  await expect(cell(page, 0, 1).locator('mark')).toHaveText('{user.first_name}');
  await expect(cell(page, 0, 1)).not.toContainText('missing');

  await dialog.getByText('Missing', { exact: true }).first().click();
  await expect(dialog.locator('.translations-count')).toHaveText('1 of 2');
  await dialog.getByText('All texts').click();

  await answerSaveDialog(electron, files.at('shop.csv'));
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'CSV…' }).click();
  await window.expectNotice(/The translations are in .*shop\.csv/);
  const csv = files.read('shop.csv');
  expect(csv).toContain('"Es ist **da**, {user.first_name}"'.replaceAll('"', csv.includes('"Es') ? '"' : ''));
  await answerSaveDialog(electron, files.at('shop.de.xlf'));
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await page
    .getByRole('group', { name: 'XLIFF 2.1, one language' })
    .getByRole('menuitem', { name: 'German (de)…' })
    .click();
  await window.expectNotice(/The translations are in .*shop\.de\.xlf/);
  expect(files.read('shop.de.xlf')).toMatch(/version="2\.1" srcLang="en" trgLang="de"[^]*<target>Es ist \*\*da\*\*/);
  files.write('back.csv', `${csv.replace('See you,', 'See you,Bis bald')}nobody,,,Hi,Hallo\r\n`);
  await answerOpenDialog(electron, files.at('back.csv'));
  await dialog.getByRole('button', { name: 'Import…' }).click();
  const report = window.dialog('Not all of “back.csv” fits');
  await expect(report.locator('.read-problems li')).toHaveCount(1);
  await report.getByRole('button', { name: 'Go on' }).click();
  await expect(cell(page, 1, 1)).toHaveText('Bis bald');
  await page.keyboard.press('Escape');
  await window.expectMenuItem('Edit', 'edit.undo', 'Undo Import translations');

  const talk = talkPanel(page);
  await talk.start();
  await talk.say('bye');
  await talk.expectReply('See you');
  await page.getByLabel('Language of the talk').selectOption('de');
  await talk.say('bye');
  await talk.expectReply('Bis bald');
  await window.choose('Edit', 'edit.undo');
  await page.getByRole('button', { name: 'Restart the talk' }).click();
  await talk.say('bye');
  // Without a translation it is said as it is written.
  await talk.expectReply('See you');
  expect(faults()).toEqual([]);
});

test('a message is looked at in every language where it is written, and XLIFF 2.0 comes in', async ({
  launch,
  files,
}) => {
  const path = files.write('shop.parley.json', shop());
  const { page, electron, faults } = await launch({ args: [path] });
  const window = studioWindow(page);
  const dialog = window.dialog('Translations');
  await window.choose('File', 'file.translations');
  files.write(
    'shop.xlf',
    '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="de"><file id="f">' +
      '<unit id="u" name="goodbye-message"><segment><source>See you</source><target>Bis bald</target></segment></unit>' +
      '</file></xliff>',
  );
  await answerOpenDialog(electron, files.at('shop.xlf'));
  await dialog.getByRole('button', { name: 'Import translations…' }).click();
  await window.expectNotice(/1 translation came in\..*speaks de now/);
  await page.keyboard.press('Escape');

  const preview = page.getByRole('group', { name: 'Message 1 as people see it' });
  const language = preview.getByLabel('Language of message 1 as people see it');
  await page.getByRole('treeitem', { name: /goodbye/ }).click();
  await expect(preview.locator('.bubble')).toHaveText('See you');
  await language.selectOption({ label: 'German (de)' });
  await expect(preview.locator('.bubble')).toHaveText('Bis bald');
  await expect(preview.locator('.bubble')).toHaveAttribute('lang', 'de');
  // What has no translation is said as it is written, and the picture says so.
  await page.getByRole('treeitem', { name: /tell/ }).click();
  await expect(preview.locator('.bubble')).toContainText('It is here');
  await expect(preview).toContainText('1 of 1 not translated');
  expect(faults()).toEqual([]);
});
