import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { expect, test } from './fixtures/launch.ts';
import { openOnCanvas, smallShop } from './fixtures/small-shop.ts';

const shop = (): string =>
  printScenario(
    smallShop()
      .withInterpreter('callbacks', { order_button: 'where' })
      .withIntegration('warehouse', { baseUrl: 'https://warehouse.example', description: 'Shelves and parcels.' })
      .withContext('prices', { values: { express_fee: 4 } })
      .withTest('asks once', [{ kind: 'say', text: 'where is my umbrella' }])
      .withAction('python', 'weigh', { code: 'def execute_action(context):\n    return {"grams": 250}\n' })
      .withNote('Remember the umbrella.', 40, 900)
      .build(),
  );

test('every text and property is found, filters are completed, results are walked, and Escape goes back', async ({
  launch,
}) => {
  const { app, canvas, window, close } = await openOnCanvas(launch, shop());
  const { page } = app;
  const search = page.getByRole('search', { name: 'Search the scenario' });
  const field = search.getByRole('textbox');
  const count = search.locator('.search-count');
  const titles = (): Promise<string[]> => search.locator('.search-title').allTextContents();
  const view = (): Promise<string> => page.locator('.react-flow__viewport').evaluate((node) => node.style.transform);
  const type = async (query: string): Promise<void> => {
    await field.press('Control+A');
    await page.keyboard.type(query);
  };

  await canvas.node('tell').click({ position: { x: 20, y: 10 } });
  await canvas.settled();
  const [selected, place] = [await canvas.selected(), await view()];
  await page.keyboard.press('Control+F');
  await expect(field).toBeFocused();

  await test.step('in every kind of record', async () => {
    for (const [query, found] of [
      ['grams', ['weigh']],
      ['order_button', ['callbacks']],
      ['shelves', ['warehouse']],
      ['express_fee', ['prices']],
      ['umbrella', ['asks once', 'Remember the umbrella.']],
      ['kind:mock sent', ['Example']],
      ['"small shop"', ['Small shop']],
      ['kind:intent uses:user.order_id', ['where']],
      ['kind:app -yes', ['tell', 'bye']],
      ['kind:action is:unused', ['weigh']],
    ] as const) {
      await type(query);
      await expect.poll(titles, query).toEqual(found);
    }
  });

  await test.step('filters say what they can be asked, and Tab takes the first', async () => {
    await type('kind:sce');
    await expect(search.getByRole('button', { name: 'kind:scene', exact: true })).toBeVisible();
    await type('uses:user.or');
    await page.keyboard.press('Tab');
    await expect(field).toHaveValue('uses:user.order_id ');
    await expect(field).toBeFocused();
    await type('is:prob');
    await search.getByRole('button', { name: 'is:problem' }).click();
    await expect(field).toHaveValue('is:problem ');
    await expect(search.locator('.search-results li').first()).toBeVisible();
  });

  await test.step('Enter walks on, with Shift back, and Escape is where I was', async () => {
    await type('kind:user kind:app');
    await expect(count).toHaveText('6 found');
    await page.keyboard.press('Enter');
    await expect(count).toHaveText('1 of 6');
    await expect.poll(canvas.selected).toEqual(['where']);
    await page.keyboard.press('Shift+Enter');
    await expect(count).toHaveText('6 of 6');
    await expect.poll(canvas.selected).toEqual(['yes']);
    await expect(field).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(search).toHaveCount(0);
    await expect.poll(canvas.selected).toEqual(selected);
    await expect.poll(view).toBe(place);
    await expect(canvas.node('tell')).toBeFocused();
  });

  await test.step('or stays at what was found', async () => {
    await page.keyboard.press('Control+F');
    await type('kind:user thanks');
    await page.keyboard.press('Enter');
    await expect.poll(canvas.selected).toEqual(['thanks']);
    await page.keyboard.press('Control+Enter');
    await expect(search).toHaveCount(0);
    await expect.poll(canvas.selected).toEqual(['thanks']);
  });

  await test.step('what is found is deleted, and who used it is told', async () => {
    await page.keyboard.press('Control+F');
    await type('kind:attribute order_id');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Delete');
    await window.expectNotice('The attribute “order_id” was deleted, and “where” uses it. Undo brings it back.');
    await page.keyboard.press('Control+Z');
    await window.expectMenuItem('Edit', 'edit.undo', null);
  });
  expect(app.faults()).toEqual([]);
  close();
});
