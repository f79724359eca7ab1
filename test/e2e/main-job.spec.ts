import { programHash } from '../../shared/program/program-hash.ts';
import { readScenario } from '../../shared/persistence/read-scenario.ts';
import { createFolder } from './fixtures/a-folder.ts';
import { expectedBundle } from './fixtures/expected-bundle.ts';
import { expect, test } from './fixtures/launch.ts';
import { canvasView } from './pages/canvas-view.ts';
import { inspectorPanel } from './pages/inspector-panel.ts';
import { studioWindow } from './pages/studio-window.ts';
import { answerOpenDialog, answerSaveDialog } from './pages/system-dialogs.ts';
import { talkPanel } from './pages/talk-panel.ts';
import { tracePanel } from './pages/trace-panel.ts';

/** The whole job of a designer, from an empty canvas to a bundle an engineer can build from, with mouse and keys. */
test('from nothing to a talk, a bundle and a file, and all the way back and forth', async ({ launch }) => {
  test.setTimeout(180_000);
  const files = createFolder();
  const app = await launch();
  const { page, electron } = app;
  const [window, canvas, inspector] = [studioWindow(page), canvasView(page), inspectorPanel(page)];
  const [talk, trace] = [talkPanel(page), tracePanel(page)];
  const saveAs = async (name: string): Promise<void> => {
    await answerSaveDialog(electron, files.at(name));
    await window.choose('File', 'file.saveAs');
    await expect.poll(() => files.has(name)).toBe(true);
    await window.expectState('saved');
  };

  await test.step('begin with nothing', async () => {
    await window.choose('File', 'file.new');
    await window.dialog('New scenario').getByText('Empty scenario').click();
    await expect(canvas.nodes).toHaveCount(0);
    await expect(canvas.canvas).toContainText('Drag a USER intent here from the palette');
    await saveAs('empty.parley.json');
  });

  await test.step('drag what is said, what is answered, and what is asked of a service', async () => {
    await canvas.dropFromPalette('userIntent', canvas.canvas, { x: 300, y: 200 });
    await canvas.write('is {session.product_id} in stock');
    await canvas.dropFromPalette('appIntent', canvas.frame('turn'), { x: 200, y: 90 });
    await canvas.write('There are {session.quantity} of them.');
    await canvas.dropFromPalette('apiAction', canvas.intent('in stock'), { x: 60, y: 30 });
    await expect(canvas.action('newAction')).toBeVisible();
    await canvas.dropFromPalette('sessionContext', canvas.canvas, { x: 420, y: 500 });
    await expect(canvas.context('session')).toHaveCount(1);
  });

  await test.step('tell what is asked of the service, and an example of its answer', async () => {
    await canvas.action('newAction').click();
    await inspector.press('Open action');
    await inspector.write('Name', 'checkStock');
    await inspector.write('Description', 'Tells how many of a product there are.');
    await inspector.write('Base URL', 'https://stock.example.com');
    await inspector.write('Path', '/products/$productId');
    await inspector.press('Add output');
    await inspector.write('Name', 'quantity', inspector.section('Outputs'));
    await inspector.choose('Type', 'int', inspector.section('Outputs'));
    await inspector.press('Add example answer');
    const examples = inspector.section('Example answers');
    await inspector.write('Answer', '{"quantity": 7}', examples, '{\n  "quantity": 7\n}');
  });

  await test.step('wire the argument, what is said, and the result with the mouse', async () => {
    const [action, session] = [canvas.action('checkStock'), canvas.context('session')];
    await canvas.wire(canvas.pin(action, 'in:productId'), session.locator('.context-new'));
    await expect(canvas.wiresOf('session.product_id')).toHaveCount(1);
    await canvas.wire(canvas.pin(canvas.intent('in stock'), 'expects'), session.getByText('product_id'));
    await expect(canvas.wiresOf('session.product_id')).toHaveCount(2);
    await canvas.wire(canvas.pin(action, 'out:quantity'), session.getByText('quantity'));
    await expect(canvas.wiresOf('session.quantity')).toHaveCount(1);
    await expect(window.tab('Problems')).toHaveText('Problems');
  });

  await test.step('talk, and see why', async () => {
    await page.keyboard.press('Control+Enter');
    await talk.settled();
    await talk.say('is P-77 in stock');
    await talk.expectReply('There are 7 of them.');
    await expect(talk.origins(talk.lastReply)).toHaveText(['mocked']);
    expect(await trace.find('Matched')).toEqual(['Matched “new_question” (100 %)']);
    expect(await trace.find('checkStock answered')).toEqual([expect.stringMatching(/^checkStock answered 200 mocked/)]);
    expect(await trace.find('Set session')).toEqual([
      'Set session.product_id "P-77" said',
      'Set session.quantity 7 mocked',
    ]);
    expect(await trace.find('Said')).toEqual(['Said “There are 7 of them.”']);
    await canvas.expectLight('new-question', 'matched');
    await expect(canvas.action('checkStock').locator('[data-light="succeeded"]')).toBeVisible();
    await canvas.expectLight('new-answer', 'selected');
    const row = (name: string) => canvas.context('session').locator('.pin-row', { hasText: name });
    await expect(row('product_id')).toContainText('"P-77"');
    await expect(row('quantity')).toContainText('7');
  });

  await saveAs('built.parley.json');
  const built = files.read('built.parley.json');

  await test.step('export the bundle', async () => {
    await answerSaveDialog(electron, files.at('stock.bundle.json'));
    await window.choose('File', 'file.exportBundle');
    await expect(window.dialog('Export action bundle').getByLabel('The bundle as JSON')).toContainText('checkStock');
    await window.press('Export action bundle', 'Save…');
    await window.expectNotice(`The bundle is in ${files.folder}`);
    const read = readScenario(built);
    expect(read.ok).toBe(true);
    const bundle = JSON.parse(files.read('stock.bundle.json')) as unknown;
    expect(bundle).toEqual(expectedBundle(read.ok ? programHash(read.value.document) : ''));
    expect(files.read('stock.bundle.json')).toBe(`${JSON.stringify(bundle, null, 2)}\n`);
  });

  await test.step('undo everything, redo everything', async () => {
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Map output');
    await canvas.canvas.focus();
    let presses = 0;
    for (; (await canvas.nodes.count()) > 0; presses += 1) await page.keyboard.press('Control+z');
    await window.expectState('edited');
    await saveAs('undone.parley.json');
    expect(files.read('undone.parley.json')).toBe(files.read('empty.parley.json'));
    await window.expectMenuItem('Edit', 'edit.undo', null);

    for (; presses > 0; presses -= 1) await page.keyboard.press('Control+Shift+z');
    await window.expectMenuItem('Edit', 'edit.redo', null);
    await window.expectState('edited');
    await saveAs('redone.parley.json');
    expect(files.read('redone.parley.json')).toBe(built);
  });
  expect(app.faults()).toEqual([]);
  await app.quit();

  await test.step('start again and find it', async () => {
    const again = await launch({ profile: app.profile });
    const found = studioWindow(again.page);
    await again.page.getByRole('menuitem', { name: 'File', exact: true }).click();
    await again.page.getByRole('menuitem', { name: 'Open recent' }).hover();
    await again.page.getByRole('menuitem', { name: 'redone.parley.json' }).click();
    await expect(found.title).toHaveText('New scenario');
    await found.expectState('saved');
    await expect(canvasView(again.page).intent('in stock')).toBeVisible();
    await answerSaveDialog(again.electron, files.at('again.parley.json'));
    await found.choose('File', 'file.saveAs');
    await expect.poll(() => files.has('again.parley.json')).toBe(true);
    expect(files.read('again.parley.json')).toBe(built);

    // The bundle brings its actions and all they need into another scenario, and one undo takes them away again.
    await found.choose('File', 'file.new');
    await found.dialog('New scenario').getByText('Empty scenario').click();
    await answerOpenDialog(again.electron, files.at('stock.bundle.json'));
    await found.choose('File', 'file.importBundle');
    await expect(found.dialog('Import “stock.bundle.json”').locator('.import-name')).toHaveText([
      'product_id',
      'quantity',
      'checkStock',
      'Example',
    ]);
    await found.press('Import “stock.bundle.json”', 'Import 4');
    await found.expectNotice('4 records came in. Undo takes them back.');
    await answerSaveDialog(again.electron, files.at('imported.parley.json'));
    await found.choose('File', 'file.saveAs');
    await expect.poll(() => files.has('imported.parley.json')).toBe(true);
    const [bundle, imported] = ['stock.bundle.json', 'imported.parley.json'].map(
      (name) => JSON.parse(files.read(name)) as Record<string, object>,
    );
    for (const part of ['actions', 'attributes', 'integrations', 'mocks']) {
      const records = (bundle?.[part] ?? []) as readonly { readonly id: string }[];
      expect(imported?.[part]).toEqual(Object.fromEntries(records.map(({ id, ...fields }) => [id, fields])));
    }
    await again.page.keyboard.press('Control+z');
    await found.expectState('edited');
    expect(again.faults()).toEqual([]);
  });
  files.remove();
});
