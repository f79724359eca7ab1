import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { aBlock } from '../builders/a-block.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { createFolder, type TestFolder } from './fixtures/a-folder.ts';
import { expect, test as base } from './fixtures/launch.ts';
import { studioWindow } from './pages/studio-window.ts';

const test = base.extend<{ files: TestFolder }>({
  files: async ({ browserName: _ }, provide) => {
    const files = createFolder();
    await provide(files);
    files.remove();
  },
});

const word = 'Donaudampfschifffahrtsgesellschaftskapitän ';
const long = word.repeat(6).trim();
const unbroken = 'x'.repeat(300);
const arabic = 'مرحبا بالعالم، هذا نص طويل {order_id}';
const others = ['de', 'fr', 'ar', 'he', 'ja', 'zh-Hant-TW', 'pt-BR', 'ru', 'hi', 'th', 'ko', 'fi'];

const blocks = [
  aBlock({ kind: 'text', text: `**${long}** ${arabic}` }),
  aBlock({ kind: 'rich', title: long, subtitle: arabic, text: unbroken, buttons: [{ text: unbroken }] }),
  aBlock({ kind: 'handToSystem', system: unbroken, data: { reason: long } }),
  aBlock({
    kind: 'form',
    text: arabic,
    callback: 'sent',
    submitText: long,
    elements: [
      { name: 'order_id', label: long },
      { type: 'radio', name: 'colour', label: arabic, options: [{ key: unbroken, value: long }] },
    ],
  }),
];

const scenario = aScenario('Shop', { languages: { base: 'en', others } })
  .withAttribute('order_id')
  .withAttribute('line_10')
  .withAttribute('line_2')
  .withConversation('Orders')
  .withScene('Main')
  .withTurn('Where')
  .user('ask', { samples: Array.from({ length: 200 }, (_, at) => (at % 9 === 0 ? arabic : `where is number ${at}`)) })
  .app('tell', { messages: blocks.map((block) => ({ blocks: [block] })) })
  .build();

test('very long and right-to-left values stay where they belong, among twelve languages', async ({ launch, files }) => {
  const { page, electron, faults } = await launch({ args: [files.write('shop.parley.json', printScenario(scenario))] });
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  const window = studioWindow(page);

  await window.choose('File', 'file.translations');
  const table = page.getByRole('grid', { name: 'Texts and their translations' });
  const first = table.getByRole('columnheader').first();
  // Most of the window is for the texts, however many languages there are.
  expect((await table.boundingBox())?.height ?? 0).toBeGreaterThan(340);
  const before = await first.boundingBox();
  await page.locator('.translation-cell[data-state="missing"]').first().focus();
  for (let column = 1; column < others.length; column += 1) await page.keyboard.press('ArrowRight');
  await expect(table.getByRole('columnheader', { name: 'Finnish (fi)' })).toBeInViewport();
  // What is translated stays beside the language that is written.
  expect(await first.boundingBox()).toEqual(before);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Alt+a');
  const names = page.getByRole('dialog').getByRole('button', { name: /^line_/ });
  await expect(names).toHaveText(['line_2', 'line_10']);
  await page.keyboard.press('Escape');

  await page.getByRole('treeitem', { name: /tell/ }).click();
  await page.keyboard.press('Control+Alt+m');
  const wide = page.locator('.wide-messages');
  await expect(wide.locator('.message')).toHaveCount(blocks.length);
  expect(await wide.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  const reason = await wide.locator('.block-facts dt').boundingBox();
  // A name of six letters on one line.
  expect(reason?.height ?? 99).toBeLessThan(24);
  expect(faults()).toEqual([]);
});
