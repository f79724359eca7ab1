import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { expect, test } from './fixtures/launch.ts';
import { openOnCanvas, smallShop } from './fixtures/small-shop.ts';

test('a word is replaced in one text and in all: shown before, one step, references stay', async ({ launch }) => {
  const before = printScenario(smallShop().withNote('Ask for the order number.', 40, 900).build());
  const { app, canvas, window, saved, close } = await openOnCanvas(launch, before);
  const { page } = app;
  const search = page.getByRole('search', { name: 'Search the scenario' });
  const [find, by] = [
    search.getByRole('textbox', { name: /^Search/ }),
    search.getByRole('textbox', { name: 'Replace with' }),
  ];
  const rows = search.locator('.replace-preview');

  await canvas.canvas.focus();
  await page.keyboard.press('Control+H');
  await expect(find).toBeFocused();
  await page.keyboard.type('order');
  await page.keyboard.press('Tab');
  await by.focus();
  await page.keyboard.type('parcel');

  await test.step('every text is shown as it is and as it would be, and what stays is told', async () => {
    await expect(search.locator('.search-count')).toHaveText('3 found');
    await expect(rows.first().locator('del')).toHaveText('order');
    await expect(rows.first().locator('ins')).toHaveText('parcel');
    await expect(search.locator('.search-kept')).toContainText('references or names');
    await search.getByRole('button', { name: 'Only whole words' }).click();
    await expect(search.locator('.search-count')).toHaveText('2 found');
    expect(await saved()).toBe(before);
  });

  await test.step('one after the other by Enter', async () => {
    await by.focus();
    await by.press('Enter');
    await expect(search.locator('.search-count')).toHaveText('1 of 2');
    await expect(canvas.node('where')).toBeInViewport();
    await by.focus();
    await by.press('Enter');
    await window.expectNotice('Replaced in one text.');
    await expect(canvas.node('where')).toContainText('where is parcel');
    await expect(canvas.node('where')).toContainText('order_id');
    await expect(search.locator('.search-count')).toHaveText('1 of 1');
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Replace “order” with “parcel”');
    await window.dismissNotices();
  });

  await test.step('or all at once, and all of it taken back at once', async () => {
    await search.getByRole('button', { name: 'Only whole words' }).click();
    await by.focus();
    await by.press('Control+Alt+Enter');
    await window.expectNotice('Replaced in 2 texts.');
    await expect(search.locator('.search-none')).toBeVisible();
    await find.press('Escape');
    await expect(search).toHaveCount(0);
    await canvas.canvas.focus();
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Control+Z');
    expect(await saved()).toBe(before);
  });
  expect(app.faults()).toEqual([]);
  close();
});
