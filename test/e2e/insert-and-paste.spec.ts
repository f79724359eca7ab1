import type { Locator } from '@playwright/test';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { dropFiles, dropWords } from './fixtures/drop-file.ts';
import { expect, test, type RunningApp } from './fixtures/launch.ts';
import { openOnCanvas, smallShop } from './fixtures/small-shop.ts';

const setClip = (app: RunningApp, text: string): Promise<void> =>
  app.electron.evaluate(({ clipboard }, given) => clipboard.writeText(given), text);

/** Pairs of things standing on the canvas of which one covers the other. */
async function covered(canvas: Locator): Promise<readonly string[]> {
  return canvas.evaluate((element) => {
    const frames = '.frame[data-kind="scene"], .frame[data-kind="turn"], .intent';
    const standing = [...element.querySelectorAll<HTMLElement>('.react-flow__node')].filter(
      (node) => node.querySelector(`:scope > :is(${frames})`) === null && node.querySelector('.action') === null,
    );
    const boxes = standing.map((node) => ({ id: node.dataset['id'], box: node.getBoundingClientRect() }));
    return boxes.flatMap((one, index) =>
      boxes.slice(index + 1).flatMap((other) => {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        return across > 1 && down > 1 ? [`${one.id} and ${other.id}`] : [];
      }),
    );
  });
}

test('what comes in by key, menu, gallery or clipboard stands where there is room, and the view stays', async ({
  launch,
}) => {
  const before = printScenario(smallShop().build());
  const { app, canvas, saved, close } = await openOnCanvas(launch, before);
  const { page } = app;
  const view = (): Promise<string> =>
    canvas.canvas.locator('.react-flow__viewport').evaluate((element) => element.style.transform);
  await canvas.canvas.focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+-');
  await page.keyboard.press('Control+-');
  await canvas.settled();
  const seen = await view();

  await test.step('a context, an action and a conversation, one after the other', async () => {
    const nodes = await canvas.nodes.count();
    for (const [made, key] of ['p', 'p', 'v'].entries()) {
      await page.keyboard.press(key);
      await expect(canvas.nodes).toHaveCount(nodes + made + 1);
      await canvas.settled();
      expect(await covered(canvas.canvas), key).toEqual([]);
      // What is in view already is no reason to move it.
      if (key === 'p') expect(await view()).toBe(seen);
      await canvas.canvas.focus();
      await page.keyboard.press('Escape');
    }
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Z');
    expect(await saved()).toBe(before);
  });

  await test.step('beside what is selected; a copy beside what it was made of, again and again', async () => {
    await canvas.node('stock').locator('.frame-name').click();
    for (let time = 0; time < 2; time += 1) {
      await page.keyboard.press('Control+D');
      await page.keyboard.press('Shift+1');
      await canvas.settled();
    }
    await expect(canvas.frame('conversation')).toHaveCount(4);
    expect(await covered(canvas.canvas)).toEqual([]);
    await page.keyboard.press('Control+C');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+V');
    await expect(canvas.frame('conversation')).toHaveCount(5);
    await page.keyboard.press('Shift+1');
    await canvas.settled();
    expect(await covered(canvas.canvas)).toEqual([]);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Z');
    expect(await saved()).toBe(before);
  });
  expect(app.faults()).toEqual([]);
  close();
});

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('whatever is pasted or dropped becomes something sensible, what it is most of all first', async ({ launch }) => {
  const { app, canvas, window, files, close } = await openOnCanvas(launch);
  const { page } = app;
  const entry = (name: string | RegExp): Locator => page.getByRole('menuitem', { name });

  await test.step('a command for curl is an API call, without its secret', async () => {
    await setClip(app, `curl 'https://api.example.com/v1/orders/7' -H 'Authorization: Bearer sk-123456'`);
    await canvas.canvas.focus();
    await page.keyboard.press('Control+V');
    await expect(page.locator('.canvas-menu [role="menuitem"]').first()).toHaveText('An API call');
    await entry('An API call').click();
    await expect(canvas.action('orders')).toBeVisible();
    await window.expectNotice(/Its secret was left out/);
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Add action from curl');
    await window.dismissNotices();
  });

  await test.step('another scenario gives its conversations', async () => {
    await setClip(app, printScenario(smallShop().build()));
    await page.keyboard.press('Escape');
    await canvas.canvas.focus();
    await page.keyboard.press('Control+V');
    await entry('Its 2 conversations, taken in here').click();
    await expect(page.locator('[data-outline-row][aria-level="1"]')).toHaveCount(4);
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Shift+1');
    await canvas.settled();
  });

  await test.step('words dragged in from another program stand where they were let go', async () => {
    const box = await canvas.node('stock').boundingBox();
    const at = { x: Math.round((box?.x ?? 0) + 30), y: Math.round((box?.y ?? 0) + (box?.height ?? 0) + 60) };
    await dropWords(page, 'Ask the warehouse', at);
    await entry('A note').click();
    const note = canvas.nodes.filter({ has: page.locator('.note', { hasText: 'Ask the warehouse' }) });
    await expect.poll(async () => Math.abs(((await note.boundingBox())?.x ?? 0) - at.x)).toBeLessThan(40);
  });

  await test.step('files: a picture, a description of a service, and what cannot be read', async () => {
    await dropFiles(page, files.write('dot.png', pixel));
    await expect(canvas.nodes.locator('.note[data-form="picture"]')).toHaveCount(1);
    const service = { openapi: '3.0.0', info: { title: 'Warehouse' }, paths: { '/stock/{sku}': { get: {} } } };
    await dropFiles(page, files.write('warehouse.json', JSON.stringify(service)));
    await entry('An integration with 1 operation').click();
    await window.expectNotice(/say so in the integration/);
    await expect(page.getByRole('textbox', { name: 'Name' }).first()).toHaveValue('Warehouse');
    await dropFiles(page, files.write('stuff.bin', Buffer.from([1, 0, 2, 0])));
    await window.expectNotice(/is no scenario, action bundle, .* picture or text/);
  });
  expect(app.faults()).toEqual([]);
  close();
});
