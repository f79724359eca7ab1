import { Buffer } from 'node:buffer';
import type { Locator, Page } from '@playwright/test';
import type { NoteRecord } from '../../shared/model/design-records.ts';
import { createFolder, type TestFolder } from './fixtures/a-folder.ts';
import { branchingOrders } from './fixtures/branching-orders.ts';
import { expect, test, type Launch } from './fixtures/launch.ts';
import { canvasView } from './pages/canvas-view.ts';
import { studioWindow } from './pages/studio-window.ts';

let folder: TestFolder;
test.beforeEach(() => {
  folder = createFolder();
});
test.afterEach(() => folder.remove());

const name = 'branching.parley.json';
const notesInFile = (): readonly NoteRecord[] =>
  Object.values((JSON.parse(folder.read(name)) as { canvas: { notes: Record<string, NoteRecord> } }).canvas.notes);

async function open(launch: Launch, text: string | null = branchingOrders()) {
  const file = text === null ? folder.at(name) : folder.write(name, text);
  const app = await launch({ args: [file] });
  const { page } = app;
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1500, 1000));
  const canvas = canvasView(page);
  await expect(canvas.canvas).toHaveAttribute('data-ready', 'true');
  await page.keyboard.press('Control+J');
  await canvas.canvas.focus();
  await page.keyboard.press('Shift+1');
  await canvas.settled();
  return { app, page, canvas, window: studioWindow(page), forms: page.locator('.note') };
}

const write = async (page: Page, lines: readonly string[]): Promise<void> => {
  await expect(page.locator('.canvas textarea.text-field')).toBeFocused();
  await page.keyboard.press('Control+A');
  for (const [index, line] of lines.entries()) {
    if (index > 0) await page.keyboard.press('Shift+Enter');
    await page.keyboard.type(line);
  }
  await page.keyboard.press('Enter');
};

/** A picture of the size given, as a PNG. */
const png = (page: Page, width: number, height: number): Promise<Buffer> =>
  page
    .evaluate(
      ([wide, high]) => {
        const paper = Object.assign(document.createElement('canvas'), { width: wide, height: high });
        paper.getContext('2d')?.fillRect(0, 0, 20, 20);
        return paper.toDataURL('image/png').split(',')[1] ?? '';
      },
      [width, height] as const,
    )
    .then((text) => Buffer.from(text, 'base64'));

async function choosePicture(page: Page, button: Locator, picture: { name: string; mimeType: string; buffer: Buffer }) {
  const chooser = page.waitForEvent('filechooser');
  await button.click();
  await (await chooser).setFiles(picture);
}

test('a note reads as markdown, an area and a label are named, coloured, resized, saved and opened again', async ({
  launch,
}) => {
  const { app, page, canvas, window, forms } = await open(launch);
  const note = forms.filter({ hasText: 'Ask first' });

  await test.step('markdown, and nothing that runs', async () => {
    await page.keyboard.press('n');
    await write(page, ['# Ask first', '- **who** it is', '- which order', '<img src=x onerror=alert(1)>']);
    await expect(note.locator('h1')).toHaveText('Ask first');
    await expect(note.locator('li strong')).toHaveText('who');
    await expect(note.locator('img')).toHaveCount(0);
    await expect(note).toContainText('<img src=x');
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Edit text');
  });

  await test.step('made larger with keys, and coloured', async () => {
    const grip = page.getByRole('button', { name: 'Resize from the bottom right corner' });
    await grip.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Resize note');
    await expect(page.getByRole('textbox', { name: 'Width' })).toHaveValue('216');
    await page.getByRole('radio', { name: 'As data' }).check({ force: true });
    await expect(note).toHaveAttribute('data-colour', 'data');
  });

  await test.step('a label, without a box', async () => {
    await canvas.canvas.focus();
    await page.keyboard.press('b');
    await write(page, ['Version two']);
    await expect(page.locator('.note[data-form="label"]')).toHaveText('Version two');
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Edit text');
  });

  await page.keyboard.press('Control+S');
  await window.expectState('saved');
  const saved = notesInFile();
  expect(saved.find(({ text }) => text.startsWith('# Ask'))).toMatchObject({ colour: 'data', width: 216, height: 128 });
  // What says nothing new is not written: a note of before prints as before.
  expect(Object.keys(saved.find(({ text }) => text === 'one') ?? {})).toEqual(['text', 'x', 'y', 'width', 'height']);
  expect(app.faults()).toEqual([]);

  const again = await open(launch, null);
  await expect(again.page.locator('.note[data-form="label"]')).toHaveText('Version two');
  await expect(again.forms.filter({ hasText: 'Ask first' }).locator('h1')).toBeVisible();
});

test('an area lies behind, is resized with the mouse, and takes along what lies wholly in it', async ({ launch }) => {
  const { app, page, canvas, window } = await open(launch);
  const area = page.locator('.react-flow__node:has(.note[data-form="area"])');
  const at = (node: Locator) =>
    node.evaluate(({ style }) => ({ x: Number.parseFloat(style.left), y: Number.parseFloat(style.top) }));

  await page.keyboard.press('r');
  await write(page, ['Later ideas']);
  await expect(area.locator('.note-title')).toHaveText('Later ideas');
  await canvas.canvas.focus();
  await page.keyboard.press('Shift+1');
  await canvas.settled();
  await expect(canvas.node('goodbye')).toBeInViewport();
  // To the note that stands alone, by its fields; then around it by a corner.
  const [, second] = [await at(canvas.node('note')), await at(canvas.node('note-2'))];
  const title = area.locator('.note-title');
  const box = await title.boundingBox();
  const target = await canvas.node('note-2').boundingBox();
  if (box === null || target === null) throw new Error('The area is not on screen.');
  await page.keyboard.down('Alt');
  await page.mouse.move(box.x + 6, box.y + 6);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, box.y + 40, { steps: 4 });
  await page.mouse.move(target.x - 24, target.y - 24, { steps: 8 });
  await page.mouse.up();
  await page.keyboard.up('Alt');
  const corner = page.getByRole('button', { name: 'Resize from the bottom right corner' });
  const grip = await corner.boundingBox();
  if (grip === null) throw new Error('There is no corner.');
  await page.mouse.move(grip.x + 6, grip.y + 6);
  await page.mouse.down();
  await page.mouse.move(target.x + target.width + 30, target.y + target.height + 30, { steps: 8 });
  await page.mouse.up();
  await window.expectMenuItem('Edit', 'edit.undo', 'Undo Resize area');

  const [areaAt, insideAt, outsideAt] = [
    await at(area),
    await at(canvas.node('note-2')),
    await at(canvas.node('note')),
  ];
  expect(insideAt).toEqual(second);
  await canvas.canvas.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => at(area)).toEqual({ x: areaAt.x + 8, y: areaAt.y });
  expect(await at(canvas.node('note-2'))).toEqual({ x: insideAt.x + 8, y: insideAt.y });
  expect(await at(canvas.node('note'))).toEqual(outsideAt);

  // Its ground lets through: what lies in it is chosen, and a click beside it chooses the area.
  await canvas.node('note-2').click();
  await expect.poll(canvas.selected).toEqual(['note-2']);
  const now = await canvas.node('note-2').boundingBox();
  await page.mouse.click((now?.x ?? 0) + (now?.width ?? 0) + 12, (now?.y ?? 0) + 10);
  await expect.poll(canvas.selected).toEqual(['area']);
  await page.keyboard.press('Control+Z');
  await expect.poll(() => at(canvas.node('note-2'))).toEqual(insideAt);
  expect(app.faults()).toEqual([]);
});

test('a picture is chosen or pasted, described and kept in the file; what is none is refused', async ({ launch }) => {
  const { app, page, window, forms } = await open(launch);
  await page.keyboard.press('g');
  const choose = page.getByRole('button', { name: 'Choose a picture…' });
  const none = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  await choosePicture(page, choose.first(), { name: 'plan.png', mimeType: 'image/png', buffer: none });
  await window.expectNotice('“plan.png” is no PNG, JPEG, WebP or GIF picture, so it was left out.');
  const large = Buffer.concat([await png(page, 8, 8), Buffer.alloc(600 * 1024)]);
  await choosePicture(page, choose.first(), { name: 'large.png', mimeType: 'image/png', buffer: large });
  await window.expectNotice(/“large.png” has 601 KB; a picture in a scenario may have 512 KB/);
  await choosePicture(page, choose.first(), {
    name: 'plan.png',
    mimeType: 'image/png',
    buffer: await png(page, 320, 160),
  });
  const picture = forms.and(page.locator('[data-form="picture"]'));
  await expect(picture.locator('img')).toHaveAttribute('alt', 'plan');
  await expect
    .poll(() => picture.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBe(320);
  await window.expectMenuItem('Edit', 'edit.undo', 'Undo Choose picture');

  await app.electron.evaluate(
    ({ clipboard, nativeImage }, bytes) => {
      (clipboard as unknown as { writeImage: (image: unknown) => void }).writeImage(
        nativeImage.createFromBuffer(globalThis.Buffer.from(bytes, 'base64')),
      );
    },
    (await png(page, 100, 60)).toString('base64'),
  );
  await page.getByRole('region', { name: 'Canvas', exact: true }).focus();
  await page.keyboard.press('Control+V');
  await expect(picture).toHaveCount(2);
  await window.expectMenuItem('Edit', 'edit.undo', 'Undo Add picture');
  await page.keyboard.press('Control+Z');
  await expect(picture).toHaveCount(1);

  await page.keyboard.press('Control+S');
  await window.expectState('saved');
  const [kept] = notesInFile().filter(({ form }) => form === 'picture');
  expect(kept).toMatchObject({ text: 'plan', width: 320, height: 160 });
  expect(kept?.picture).toMatch(/^data:image\/png;base64,/);
  expect(app.faults()).toEqual([]);
  const again = await open(launch, null);
  await expect(again.page.locator('.note[data-form="picture"] img')).toHaveAttribute('src', kept?.picture ?? 'none');
});
