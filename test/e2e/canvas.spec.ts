import type { Page } from '@playwright/test';
import { expect, test, type RunningApp } from './fixtures/launch.ts';
import { openOnCanvas } from './fixtures/small-shop.ts';
import { canvasView, type CanvasView } from './pages/canvas-view.ts';
import { studioWindow } from './pages/studio-window.ts';

const clipText = (app: RunningApp): Promise<string> => app.electron.evaluate(({ clipboard }) => clipboard.readText());
const setClip = (app: RunningApp, text: string): Promise<void> =>
  app.electron.evaluate(({ clipboard }, given) => clipboard.writeText(given), text);

/** The turns there are, as the outline has them: the canvas draws only what is in view. */
const turnNames = (page: Page): Promise<string[]> =>
  page.locator('[role="treeitem"][aria-level="3"] .outline-name').allTextContents();

async function chooseNode(canvas: CanvasView, id: string): Promise<void> {
  await canvas.node(id).click({ position: { x: 20, y: 12 } });
  await expect.poll(canvas.selected).toContain(id);
}

/** The first intent the sample draws. */
async function firstIntent(canvas: CanvasView): Promise<string> {
  const intents = canvas.nodes.filter({ has: canvas.canvas.page().locator('.intent') });
  return (await intents.first().getAttribute('data-id')) ?? '';
}

test('copies, cuts, pastes and duplicates as plain text, within a window and into another scenario', async ({
  launch,
}) => {
  const { app, canvas, window, close } = await openOnCanvas(launch);
  const { page } = app;
  const turn = canvas.node('ask');
  const before = ['ask', 'later', 'have'];
  const expectTurns = (names: readonly string[]): Promise<void> => expect.poll(() => turnNames(page)).toEqual(names);
  /** What was put somewhere is chosen and in view, wherever the view was. */
  const expectShown = async (): Promise<void> => {
    await expect.poll(canvas.selected).toHaveLength(1);
    const [put = ''] = await canvas.selected();
    expect(put).not.toBe('ask');
    await expect(canvas.node(put)).toBeInViewport();
  };
  const chooseTurn = async (): Promise<void> => {
    await page.keyboard.press('Shift+1');
    await canvas.settled();
    await turn.locator('.frame-title').click();
    await expect.poll(canvas.selected).toEqual(['ask']);
  };
  await expectTurns(before);

  await test.step('a turn, by keys', async () => {
    await chooseTurn();
    await page.keyboard.press('Control+C');
    const clip = JSON.parse(await clipText(app)) as { format: string; roots: string[]; bundle: { actions: unknown[] } };
    expect(clip).toMatchObject({ format: 'parley.clip', roots: ['ask'] });
    await page.keyboard.press('Control+V');
    await expect.poll(() => turnNames(page)).toHaveLength(4);
    await expectShown();
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Paste');
    await page.keyboard.press('Control+Z');
    await expectTurns(before);
  });

  await test.step('duplicated and cut', async () => {
    await chooseTurn();
    await page.keyboard.press('Control+D');
    await expect.poll(() => turnNames(page)).toHaveLength(4);
    await expectShown();
    await page.keyboard.press('Control+X');
    await expectTurns(before);
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Cut');
    await window.choose('Edit', 'edit.paste');
    await expect.poll(() => turnNames(page)).toHaveLength(4);
    await expectShown();
  });

  await test.step('into an empty scenario, with the action it uses', async () => {
    const other = await launch();
    const there = canvasView(other.page);
    await studioWindow(other.page).choose('File', 'file.new');
    await studioWindow(other.page).dialog('New scenario').getByText('Empty scenario').click();
    await expect(there.nodes).toHaveCount(0);
    const text = await clipText(app);
    await setClip(other, text);
    await there.canvas.focus();
    await other.page.keyboard.press('Control+V');
    await expect(there.frame('turn')).toHaveCount(1);
    await expect(there.frame('conversation')).toHaveCount(1);
    const copied = JSON.parse(text) as { bundle: { actions: { name: string }[] } };
    for (const { name } of copied.bundle.actions) await expect(there.action(name).first()).toBeVisible();
    expect(other.faults()).toEqual([]);
  });

  await test.step('what is no part of a scenario is refused with a reason', async () => {
    await setClip(app, '{"format": "parley.clip", "version": 1, "roots": ["x"]}');
    await canvas.canvas.focus();
    await page.keyboard.press('Control+V');
    await window.expectNotice(/cannot be pasted here/);
    expect(await turnNames(page)).toHaveLength(4);
  });
  expect(app.faults()).toEqual([]);
  close();
});

test('selects more, brings in line, closes frames and looks at one conversation alone', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  const canvas = canvasView(page);
  const first = await firstIntent(canvas);

  await chooseNode(canvas, first);
  await page.keyboard.press('Control+Shift+A');
  await expect.poll(async () => (await canvas.selected()).length).toBeGreaterThan(1);
  await chooseNode(canvas, first);
  await page.keyboard.press('Control+]');
  await expect.poll(async () => (await canvas.selected()).length).toBeGreaterThan(1);

  await test.step('align, and back by undo', async () => {
    const said = canvas.nodes.filter({ has: page.locator('.intent[data-speaker="USER"]') }).first();
    const [one, two] = [said, canvas.nodes.filter({ has: page.locator('.intent[data-speaker="APP"]') }).first()];
    await one.click({ position: { x: 20, y: 12 } });
    await expect.poll(async () => (await canvas.selected()).length).toBe(1);
    await two.click({ modifiers: ['Shift'], position: { x: 20, y: 12 } });
    await expect.poll(async () => (await canvas.selected()).length).toBe(2);
    const left = async (node: typeof one): Promise<number> => (await node.boundingBox())?.x ?? 0;
    const [wasOne, wasTwo] = [await left(one), await left(two)];
    expect(Math.abs(wasOne - wasTwo)).toBeGreaterThan(20);
    await page.keyboard.press('Alt+A');
    await expect.poll(async () => Math.abs((await left(one)) - (await left(two)))).toBeLessThan(1.5);
    await page.keyboard.press('Control+Z');
    await expect.poll(async () => Math.abs((await left(two)) - wasTwo)).toBeLessThan(1.5);
  });

  await test.step('a frame is closed to its title and opened again', async () => {
    await chooseNode(canvas, first);
    const before = await canvas.nodes.count();
    await page.keyboard.press('Alt+-');
    await expect(canvas.node(first)).toHaveCount(0);
    expect(await canvas.nodes.count()).toBeLessThan(before);
    await expect(page.locator('.frame[data-closed] .fold-button')).toHaveText(/intents?$/);
    await page.keyboard.press('Alt+=');
    await expect(canvas.node(first)).toHaveCount(1);
  });

  await test.step('one conversation alone', async () => {
    await chooseNode(canvas, first);
    await page.keyboard.press('Shift+F');
    await expect(canvas.frame('conversation')).toHaveCount(1);
    await expect(page.locator('.focus-bar')).toContainText('Only');
    await page.locator('.focus-bar').getByRole('button', { name: 'Show all' }).click();
    await expect(page.locator('.focus-bar')).toHaveCount(0);
  });
  expect(app.faults()).toEqual([]);
});

test('goes back and forward through the places that were looked at', async ({ launch }) => {
  const { page } = await launch();
  const canvas = canvasView(page);
  const view = (): Promise<string> => page.locator('.react-flow__viewport').evaluate((node) => node.style.transform);
  await page.keyboard.press('Shift+1');
  await page.waitForTimeout(1200);
  const far = await view();
  await page.keyboard.press('Control+0');
  await page.waitForTimeout(1200);
  const near = await view();
  expect(near).not.toBe(far);
  await canvas.canvas.focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(view).toBe(far);
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(view).toBe(near);
});

test('finds every text and property, and the results walk the canvas', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  const canvas = canvasView(page);
  await page.keyboard.press('Control+F');
  const search = page.getByRole('search', { name: 'Search the scenario' });
  const field = search.getByRole('textbox');
  await expect(field).toBeFocused();
  await field.fill('kind:user order');
  await expect(search.locator('.search-count')).toHaveText(/found/);
  await page.keyboard.press('Enter');
  await expect(search.locator('.search-count')).toHaveText(/^1 of/);
  const [one] = await canvas.selected();
  await page.keyboard.press('Enter');
  await expect.poll(canvas.selected).not.toEqual([one]);
  await page.keyboard.press('Shift+Enter');
  await expect.poll(canvas.selected).toEqual([one]);
  await expect(field).toBeFocused();
  await field.fill('uses:order_id');
  await expect(search.locator('.search-results li').first()).toBeVisible();
  await field.fill('kind:action nobody_wrote_this');
  await expect(search).toContainText('Nothing like that');
  await page.keyboard.press('Escape');
  await expect(search).toHaveCount(0);
  expect(app.faults()).toEqual([]);
});

test('a wire shows the way of its value, is joined elsewhere, and takes an action in', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  const canvas = canvasView(page);
  const wire = page.locator('.wire-group[data-wire^="sequence:"] .wire-touch').first();
  await wire.evaluate((path) => {
    const line = path as unknown as SVGPathElement;
    const { x, y } = line.getPointAtLength(line.getTotalLength() / 2).matrixTransform(line.getScreenCTM() ?? undefined);
    line.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: x, clientY: y }));
  });
  await page.getByRole('menuitem', { name: 'Python', exact: true }).click();
  await studioWindow(page).expectMenuItem('Edit', 'edit.undo', 'Undo Add action');
  await expect(canvas.action('runScript')).toHaveCount(1);
  await page.keyboard.press('Control+Z');
  await expect(canvas.action('runScript')).toHaveCount(0);

  const data = page.locator('.wire-group:has(.wire[data-kind="data"])').first();
  await data.locator('path').last().dispatchEvent('pointerover');
  await expect(page.locator('.wire-group[data-on-path]').first()).toBeAttached();
  expect(await canvas.nodes.count()).toBeGreaterThan(0);
  expect(app.faults()).toEqual([]);
});
