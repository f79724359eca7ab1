import type { Page } from '@playwright/test';
import { studioScenarioText } from '../bench/window/studio-scenario.ts';
import { createFolder } from './fixtures/a-folder.ts';
import { expect, test } from './fixtures/launch.ts';
import { canvasView } from './pages/canvas-view.ts';
import { studioWindow } from './pages/studio-window.ts';

/** However large a scenario is, the page holds no more than this of it. */
const mostElements = 1000;

const elements = (page: Page): Promise<number> => page.locator('.canvas *').count();
const zoomBy = async (page: Page, turns: number): Promise<void> => {
  await page.keyboard.down('Control');
  for (let turn = 0; turn < Math.abs(turns); turn += 1) await page.mouse.wheel(0, Math.sign(turns) * 120);
  await page.keyboard.up('Control');
};

/** What is under the pointer becomes an element of the page with the next picture. */
const blockUnder = async ([x, y]: readonly [number, number]): Promise<boolean> => {
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  return document.elementFromPoint(x, y)?.closest('.intent') instanceof Element;
};

test('five thousand intents are looked at, chosen and moved as few are', async ({ launch }) => {
  const folder = createFolder();
  const file = folder.write('large.json', studioScenarioText('Large', 5000));
  const app = await launch({ args: [file] });
  const { page } = app;
  const [canvas, window] = [canvasView(page), studioWindow(page)];
  const marks = page.locator('.far-canvas[data-marks]');
  const box = await canvas.canvas.boundingBox();
  if (box === null) throw new Error('There is no canvas.');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };

  await test.step('near, only what is in view is in the page', async () => {
    await expect(canvas.intent('go on').first()).toBeVisible();
    expect(await elements(page)).toBeLessThan(mostElements);
  });

  await test.step('a keystroke changes the node that is written in and no other', async () => {
    const node = canvas.intent('This is step').first();
    await node.locator('.intent-id').click();
    const id = await node.getAttribute('data-id');
    await page.evaluate(() => {
      const touched = new Set<string>();
      const look = (records: MutationRecord[]): void => {
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement;
          touched.add(element?.closest<HTMLElement>('.react-flow__node')?.dataset['id'] ?? '');
        }
        document.documentElement.dataset['touched'] = [...touched].filter(Boolean).join(' ');
      };
      const nodes = document.querySelector('.react-flow__nodes');
      const what = { subtree: true, childList: true, characterData: true, attributes: true };
      if (nodes !== null) new MutationObserver(look).observe(nodes, what);
    });
    const field = page.getByRole('textbox', { name: 'Intent id' });
    if (!(await field.isVisible())) await page.getByRole('button', { name: /^Details/ }).click();
    await field.focus();
    await field.press('End');
    await page.keyboard.type('_more');
    await expect(node.locator('.intent-id')).toContainText('_more');
    expect(await page.locator('html').getAttribute('data-touched')).toBe(id);
    await page.keyboard.press('Control+Z');
  });

  await test.step('far along as well', async () => {
    await page.mouse.move(middle.x, middle.y);
    for (let turn = 0; turn < 20; turn += 1) await page.mouse.wheel(100, 300);
    await expect(canvas.intent('go on').first()).toBeVisible();
    expect(await elements(page)).toBeLessThan(mostElements);
  });

  await test.step('half way out it is a drawing too, and what is in it is chosen and framed as near', async () => {
    await page.mouse.click(middle.x, middle.y);
    await canvas.canvas.focus();
    await zoomBy(page, 5);
    await expect(canvas.canvas).toHaveAttribute('data-detail', 'block');
    await expect(page.locator('.far-canvas').first()).toBeVisible();
    await expect.poll(() => elements(page)).toBeLessThan(mostElements / 4);
    const chosen = page.locator('.react-flow__node.selected');
    const [hit, miss] = [
      { x: 0, y: 0 },
      { x: 0, y: 0 },
    ];
    const isDone = (): boolean => hit.y > 0 && miss.y > 0;
    for (let x = middle.x + 140; !isDone() && x > box.x + 40; x -= 50)
      for (let y = box.y + 20; !isDone() && y < middle.y; y += 18) {
        await page.mouse.move(x, y);
        Object.assign((await page.evaluate(blockUnder, [x, y] as const)) ? hit : miss, { x, y });
      }
    await page.mouse.move(hit.x, hit.y);
    expect(await page.evaluate(blockUnder, [hit.x, hit.y] as const)).toBe(true);
    await page.mouse.click(hit.x, hit.y);
    await expect(chosen.locator('.intent')).toHaveCount(1);
    await page.mouse.move(miss.x, miss.y);
    await page.mouse.down();
    await page.mouse.move(box.x + 5, miss.y + 150, { steps: 4 });
    await page.mouse.move(box.x + 5, middle.y + 150, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => chosen.count()).toBeGreaterThan(1);
    await page.mouse.move(middle.x, middle.y);
  });

  await test.step('from afar it is one drawing, and what lies under the pointer can be taken hold of', async () => {
    await page.mouse.click(middle.x, middle.y);
    await canvas.canvas.focus();
    await zoomBy(page, 11);
    await expect(page.locator('.far-canvas').first()).toBeVisible();
    await expect.poll(() => elements(page)).toBeLessThan(mostElements / 2);
    await expect(canvas.canvas).toHaveAttribute('data-detail', 'map');
  });

  await test.step('all that is chosen goes along, drawn or not', async () => {
    await page.keyboard.press('Control+a');
    await expect(marks).toBeVisible();
    expect(await elements(page)).toBeLessThan(mostElements / 2);
    const grip = canvas.frame('conversation').first();
    for (let x = box.x + 60; (await grip.count()) === 0 && x < box.x + box.width - 220; x += 12)
      await page.mouse.move(x, middle.y);
    const held = await grip.getAttribute('data-id');
    const at = await canvas.node(held ?? '').boundingBox();
    if (at === null) throw new Error('Nothing was taken hold of.');
    const from = { x: at.x + at.width / 2, y: middle.y };
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, from.y + 8, { steps: 5 });
    await page.mouse.up();
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Move 100 items');
    await page.keyboard.press('Control+Z');
    await window.expectMenuItem('Edit', 'edit.redo', 'Redo Move 100 items');
  });
  expect(app.faults()).toEqual([]);
  folder.remove();
});
