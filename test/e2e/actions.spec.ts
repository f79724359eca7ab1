import { readScenario } from '../../shared/persistence/read-scenario.ts';
import { createFolder } from './fixtures/a-folder.ts';
import { expect, test } from './fixtures/launch.ts';
import { canvasView } from './pages/canvas-view.ts';
import { inspectorPanel } from './pages/inspector-panel.ts';
import { studioWindow } from './pages/studio-window.ts';
import { answerSaveDialog } from './pages/system-dialogs.ts';

const line = `curl -X POST "https://api.shop.example/orders/$orderId/refunds?notify=true" \\
  -H 'Authorization: Bearer canary-of-a-token' -H 'X-Region: EU' \\
  -d '{"reason": "late"}'`;

/** Describing what is asked of others: from a command line, in Python, and in the library of all of it. */
test('an API action out of a cURL line, and none of its secret in the file', async ({ launch }) => {
  const files = createFolder();
  const app = await launch();
  const { page } = app;
  const [window, canvas, inspector] = [studioWindow(page), canvasView(page), inspectorPanel(page)];

  await test.step('begin with an action nobody described', async () => {
    await window.choose('File', 'file.new');
    await window.dialog('New scenario').getByText('Empty scenario').click();
    await canvas.dropFromPalette('apiAction', canvas.canvas, { x: 300, y: 200 });
    await canvas.action('newAction').click();
  });

  await test.step('paste a command line where an address belongs', async () => {
    const address = inspector.field('Base URL');
    await address.focus();
    await address.evaluate((field, text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, line);
    const dialog = window.dialog('Paste cURL');
    await expect(dialog.getByLabel('What it becomes')).toContainText(
      'POST https://api.shop.example/orders/$orderId/refunds',
    );
    await expect(dialog).toContainText('api.shop.example (new)');
    await expect(dialog.getByRole('switch', { name: 'Keep the secret on this machine' })).toBeChecked();
    await dialog.getByRole('button', { name: 'Use this request' }).click();
  });

  await test.step('see it as a request with an argument, through an integration', async () => {
    await expect(inspector.field('Path')).toHaveValue('/orders/$orderId/refunds');
    await expect(inspector.panel.getByRole('combobox', { name: 'Method' })).toHaveValue('POST');
    await expect(inspector.panel.getByRole('combobox', { name: 'Integration' })).toHaveValue('api-shop-example');
    await expect(inspector.section('Arguments')).toContainText('$orderId');
    await expect(canvas.action('newAction')).toContainText('POST /orders/$orderId/refunds');
  });

  await test.step('save: the secret is only named', async () => {
    await answerSaveDialog(app.electron, files.at('shop.parley.json'));
    await window.choose('File', 'file.saveAs');
    await expect.poll(() => files.has('shop.parley.json')).toBe(true);
    const text = files.read('shop.parley.json');
    expect(text).not.toContain('canary-of-a-token');
    const read = readScenario(text);
    expect(read.ok && read.value.document.tables.integrations.get('api-shop-example')).toMatchObject({
      baseUrl: 'https://api.shop.example',
      authentication: { kind: 'bearer', secret: 'api-shop-example-key' },
    });
  });

  await test.step('one undo takes all of it back', async () => {
    await page.locator('.canvas-place').click({ position: { x: 6, y: 6 } });
    await page.keyboard.press('Control+Z');
    await expect(canvas.action('newAction')).toContainText('GET …');
  });
  expect(app.faults()).toEqual([]);
});

test('a Python action is coloured, completed, and marked where it stops being Python', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  const inspector = inspectorPanel(page);

  await test.step('a new one, out of the library', async () => {
    await page.getByRole('tab', { name: /^Actions\s*\d*$/ }).click();
    await page.getByRole('button', { name: 'New action' }).click();
    await page.getByRole('menuitem', { name: 'Python' }).click();
  });
  const code = inspector.panel.getByRole('textbox', { name: 'Python' });
  await expect(code).toContainText('def execute_action(context):');
  const colourOf = (word: string): Promise<string> =>
    code
      .locator('span', { hasText: new RegExp(`^${word}$`) })
      .first()
      .evaluate((span) => getComputedStyle(span).color);
  expect(await colourOf('def')).not.toBe(await colourOf('execute_action'));

  await test.step('completion knows the arguments and the helpers', async () => {
    await code.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('\n\nwho = context["args"]["');
    await page.keyboard.type('n');
    const offers = page.getByRole('listbox');
    await offers.getByRole('option', { name: /^name/ }).click();
    await expect(code).toContainText('who = context["args"]["name"]');
    await page.keyboard.type('\nis_hol');
    await expect(offers.getByRole('option', { name: /^is_holiday/ })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('a line that is no Python is marked, and says so', async () => {
    await page.keyboard.type('iday == = 2\n');
    const mark = inspector.panel.locator('.cm-lint-marker-error');
    await expect(mark).toBeVisible();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('def execute_action(context):\n    return {"greeting": "hi"}\n');
    await expect(mark).toHaveCount(0);
  });

  await test.step('leaving it and undoing takes the last step back, not letter by letter', async () => {
    await inspector.field('Description').focus();
    await page.locator('[data-area="right"] .inspector-kind').click();
    await page.keyboard.press('Control+Z');
    await expect(code).not.toContainText('"hi"');
  });
  expect(app.faults()).toEqual([]);
});
