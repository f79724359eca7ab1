import type { Page } from '@playwright/test';
import { createFolder, type TestFolder } from './fixtures/a-folder.ts';
import { branchingOrders } from './fixtures/branching-orders.ts';
import { expect, test, type Launch } from './fixtures/launch.ts';
import { canvasView, type CanvasView } from './pages/canvas-view.ts';
import { studioWindow } from './pages/studio-window.ts';

let folder: TestFolder;
test.beforeEach(() => {
  folder = createFolder();
});
test.afterEach(() => folder.remove());

async function open(launch: Launch) {
  const file = folder.write('branching.parley.json', branchingOrders());
  const app = await launch({ args: [file] });
  const { page } = app;
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1500, 1000));
  const canvas = canvasView(page);
  await expect(canvas.canvas).toHaveAttribute('data-ready', 'true');
  // Only the canvas, so that all of it is near enough to show every node.
  await page.keyboard.press('Control+J');
  await page.keyboard.press('Control+Alt+B');
  await expect(page.getByRole('tab', { name: 'Inspector' })).toHaveCount(0);
  return { app, page, canvas, window: studioWindow(page), file };
}

type Place = { readonly x: number; readonly y: number };

/** Where a node is, in canvas pixels. */
const placeOf = (canvas: CanvasView, id: string): Promise<Place> =>
  canvas.node(id).evaluate(({ style }) => ({ x: Number.parseFloat(style.left), y: Number.parseFloat(style.top) }));

const choose = async (canvas: CanvasView, id: string): Promise<void> => {
  await canvas.node(id).click({ position: { x: 20, y: 12 } });
  await expect.poll(canvas.selected).toEqual([id]);
};

/** Draws a box around some nodes, from the free ground below them to their upper right. */
async function boxAround(page: Page, canvas: CanvasView, ids: readonly string[]): Promise<void> {
  const boxes = await Promise.all(ids.map((id) => canvas.node(id).boundingBox()));
  const found = boxes.flatMap((box) => (box === null ? [] : [box]));
  const left = Math.min(...found.map(({ x }) => x)) - 4;
  const low = Math.max(...found.map(({ y, height }) => y + height)) + 4;
  await page.mouse.move(left, low);
  await page.mouse.down();
  await page.mouse.move(left + 20, low - 20, { steps: 3 });
  const far = Math.max(...found.map(({ x, width }) => x + width)) + 4;
  await page.mouse.move(far, Math.min(...found.map(({ y }) => y)) - 4, { steps: 8 });
  await page.mouse.up();
}

test('chooses by click, with Shift, with a box, by kind, and along the talk', async ({ launch }) => {
  const { app, page, canvas } = await open(launch);
  await page.keyboard.press('Shift+1');
  await canvas.settled();
  await choose(canvas, 'where');
  await canvas.node('cancel').click({ modifiers: ['Shift'], position: { x: 20, y: 12 } });
  await expect.poll(canvas.selected).toEqual(['where', 'cancel']);
  await choose(canvas, 'cancel');

  await boxAround(page, canvas, ['where', 'cancel']);
  await expect.poll(async () => (await canvas.selected()).toSorted()).toEqual(['cancel', 'where']);
  await choose(canvas, 'where');
  await page.keyboard.press('Control+Shift+A');
  await expect
    .poll(async () => (await canvas.selected()).toSorted())
    .toEqual(['cancel', 'card', 'goodbye', 'number', 'where', 'yes']);

  await choose(canvas, 'number');
  await page.keyboard.press('Control+BracketRight');
  await expect.poll(async () => (await canvas.selected()).toSorted()).toContain('anything');
  expect(await canvas.selected()).not.toContain('card');
  await choose(canvas, 'yes');
  await page.keyboard.press('Control+BracketLeft');
  await expect.poll(async () => (await canvas.selected()).toSorted()).toContain('cancel');
  expect(await canvas.selected()).not.toContain('goodbye');
  expect(app.faults()).toEqual([]);
});

test('what is dragged is pulled in line, aligned, spread, nudged and tidied', async ({ launch }) => {
  const { app, page, canvas, window } = await open(launch);
  await page.keyboard.press('Shift+1');
  await canvas.settled();
  const [one, two, three] = ['note', 'note-2', 'note-3'] as const;

  await test.step('guides and snapping', async () => {
    const [from, to] = [await canvas.node(two).boundingBox(), await canvas.node(one).boundingBox()];
    if (from === null || to === null) throw new Error('The notes are not on screen.');
    const grip = { x: from.x + from.width / 2, y: from.y + from.height - 6 };
    await page.mouse.move(grip.x, grip.y);
    await page.mouse.down();
    await page.mouse.move(grip.x - 20, grip.y + 3, { steps: 3 });
    await page.mouse.move(grip.x - 60, grip.y + 3, { steps: 6 });
    // A drag begins a few pixels late; from here on the note goes with the mouse. Three pixels beside the line pull.
    const held = (await canvas.node(two).boundingBox())?.x ?? 0;
    await page.mouse.move(grip.x - 60 + to.x - held + 3, grip.y + 4, { steps: 6 });
    await expect(page.locator('.guide[style*="translate"]').first()).toBeAttached();
    await page.mouse.up();
    await expect(page.locator('.guide')).toHaveCount(0);
    await expect.poll(async () => (await placeOf(canvas, two)).x).toBe(1000);
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Move on canvas');
  });

  await test.step('aligned and spread', async () => {
    await choose(canvas, one);
    await canvas.node(two).click({ modifiers: ['Shift'], position: { x: 20, y: 12 } });
    await canvas.node(three).click({ modifiers: ['Shift'], position: { x: 20, y: 12 } });
    await expect.poll(async () => (await canvas.selected()).length).toBe(3);
    await page.keyboard.press('Alt+D');
    const places = () => Promise.all([one, two, three].map((id) => placeOf(canvas, id)));
    await expect.poll(async () => new Set((await places()).map(({ x }) => x))).toEqual(new Set([1090]));
    await page.keyboard.press('Alt+Shift+V');
    await expect.poll(async () => (await places()).map(({ y }) => y)).toEqual([60, 380, 700]);
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Distribute');
  });

  await test.step('nudged', async () => {
    await choose(canvas, one);
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => placeOf(canvas, one)).toEqual({ x: 1098, y: 68 });
  });

  await test.step('tidied', async () => {
    const before = await placeOf(canvas, 'paying');
    expect(before).toEqual({ x: 60, y: 1000 });
    await canvas.node('paying').locator('.frame-title').click();
    await expect.poll(canvas.selected).toEqual(['paying']);
    await page.keyboard.press('Alt+Shift+T');
    await expect.poll(async () => (await placeOf(canvas, 'paying')).x).not.toBe(60);
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Tidy');
    await page.keyboard.press('Control+Z');
    await expect.poll(() => placeOf(canvas, 'paying')).toEqual(before);
  });
  expect(app.faults()).toEqual([]);
});

test('lays out a scene and everything, each as one step, and back to the byte', async ({ launch }) => {
  const { app, page, canvas, window, file } = await open(launch);
  const text = (): string => folder.read('branching.parley.json');
  expect(file).toBe(folder.at('branching.parley.json'));
  const before = text();
  const save = async (): Promise<void> => {
    await page.keyboard.press('Control+S');
    await window.expectState('saved');
  };

  await test.step('a scene, and what was put elsewhere by hand stays there', async () => {
    await page.keyboard.press('Shift+1');
    await canvas.settled();
    const still = async () => [
      await placeOf(canvas, 'bye'),
      await placeOf(canvas, 'note-3'),
      await placeOf(canvas, 'orders'),
    ];
    const stood = await still();
    await canvas.node('status').locator('.frame-title').click();
    await expect.poll(canvas.selected).toEqual(['status']);
    await window.choose('Edit', 'edit.layOutFrame', ['Arrange']);
    await page.keyboard.press('Shift+1');
    await expect.poll(async () => (await placeOf(canvas, 'more')).x).toBeGreaterThan(1000);
    const [ask, which, sure] = [
      await placeOf(canvas, 'ask'),
      await placeOf(canvas, 'which'),
      await placeOf(canvas, 'sure'),
    ];
    expect(which.x).toBeGreaterThan(ask.x + 400);
    expect(sure.x).toBe(which.x);
    expect(await still()).toEqual(stood);
    expect((await placeOf(canvas, 'paying')).x).toBe(60);
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Lay out “Status”');
    await expect.poll(canvas.selected).toEqual(['status']);
    await save();
    expect(text()).not.toBe(before);
    await page.keyboard.press('Control+Z');
    await expect.poll(async () => (await placeOf(canvas, 'which')).x).toBe(ask.x);
    await save();
    expect(text()).toBe(before);
  });

  await test.step('everything, undone and done again', async () => {
    await page.keyboard.press('Control+Alt+Shift+L');
    await expect.poll(async () => (await placeOf(canvas, 'bye')).x).toBeLessThan(1800);
    await save();
    const laid = text();
    await page.keyboard.press('Control+Z');
    await expect.poll(async () => (await placeOf(canvas, 'bye')).x).toBe(1800);
    await save();
    expect(text()).toBe(before);
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(async () => (await placeOf(canvas, 'bye')).x).toBeLessThan(1800);
    await save();
    expect(text()).toBe(laid);
  });
  expect(app.faults()).toEqual([]);
});

test('shows the selection or everything, and the little map leads there', async ({ launch }) => {
  const { app, page, canvas } = await open(launch);
  const percent = async (): Promise<number> =>
    Number.parseInt((await page.locator('.zoom-percent').textContent()) ?? '', 10);
  await page.keyboard.press('Shift+1');
  await canvas.settled();
  await expect(canvas.node('goodbye')).toBeInViewport();
  const far = await percent();
  await choose(canvas, 'goodbye');
  await page.keyboard.press('Shift+2');
  await expect.poll(percent).toBeGreaterThan(far);
  await expect(canvas.node('goodbye')).toBeInViewport({ ratio: 1 });
  const near = await percent();

  const map = page.locator('.minimap');
  const box = await map.boundingBox();
  if (box === null) throw new Error('There is no map.');
  await page.mouse.move(box.x + box.width - 8, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 12, box.y + 14, { steps: 6 });
  await page.mouse.up();
  await expect(canvas.node('where')).toBeInViewport();
  await expect(canvas.node('goodbye')).not.toBeInViewport();
  await page.locator('.zoom-bar').getByRole('button', { name: 'Show everything' }).click();
  await expect.poll(percent).toBeLessThan(near);
  await expect(canvas.node('goodbye')).toBeInViewport();
  await expect(canvas.node('where')).toBeInViewport();
  expect(app.faults()).toEqual([]);
});
