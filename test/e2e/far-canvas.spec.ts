import type { Page } from '@playwright/test';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { studioScenarioText } from '../bench/window/studio-scenario.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { createFolder } from './fixtures/a-folder.ts';
import { expect, test } from './fixtures/launch.ts';
import { canvasView, type Spot } from './pages/canvas-view.ts';

/** How many pixels of a drawing are painted in a square of the window, from 0 to 1; 0 when there is no such drawing. */
const painted = (page: Page, drawing: string, { x, y }: Spot, side = 24): Promise<number> =>
  page.evaluate(
    ([selector, left, top, size]) => {
      const canvas = document.querySelector<HTMLCanvasElement>(selector);
      const pen = canvas?.getContext('2d');
      if (canvas === null || pen == null || canvas.hidden) return 0;
      const box = canvas.getBoundingClientRect();
      const scale = canvas.width / box.width;
      const wide = Math.round(size * scale);
      const { data } = pen.getImageData((left - box.left) * scale, (top - box.top) * scale, wide, wide);
      let solid = 0;
      for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 40) solid += 1;
      return solid / (data.length / 4);
    },
    [drawing, x - side / 2, y - side / 2, side] as const,
  );

const still = '.far-canvas:not([data-marks])';
const marks = '.far-canvas[data-marks]';

test('however large it is, all of it can be seen at once', async ({ launch }) => {
  const folder = createFolder();
  const app = await launch({ args: [folder.write('large.parley.json', studioScenarioText('Large', 4000))] });
  const { page } = app;
  const canvas = canvasView(page);
  await page.keyboard.press('Control+J');
  await canvas.canvas.focus();

  await test.step('“show everything” shows everything, and one can go no further than that makes sense', async () => {
    await page.keyboard.press('Shift+1');
    await canvas.settled();
    await expect(canvas.canvas).toHaveAttribute('data-detail', 'map');
    const zoom = page.locator('.zoom-percent');
    expect(Number.parseInt((await zoom.textContent()) ?? '', 10)).toBeLessThan(5);
    // All there is lies within the view: the frame of the small map is around the whole of it.
    const [view, map] = [
      await page.locator('.minimap-view').boundingBox(),
      await page.locator('.minimap').boundingBox(),
    ];
    expect((view?.height ?? 0) + 4).toBeGreaterThan((map?.height ?? 0) * 0.8);
    await page.mouse.move(700, 400);
    await page.keyboard.down('Control');
    for (let turn = 0; turn < 30; turn += 1) await page.mouse.wheel(0, 240);
    await page.keyboard.up('Control');
    await canvas.settled();
    expect(Number.parseInt((await zoom.textContent()) ?? '', 10)).toBeGreaterThanOrEqual(1);
  });

  expect(app.faults()).toEqual([]);
  folder.remove();
});

/** Many short talks, more than are drawn as elements of the page from afar. */
function shortTalks(): string {
  const building = aScenario('Short talks');
  for (let number = 0; number < 45; number += 1)
    building
      .withConversation(`talk-${number}`)
      .withScene(`scene-${number}`)
      .withTurn(`turn-${number}`)
      .user(`asks-${number}`, { samples: ['what now'] })
      .app(`says-${number}`, { text: 'It is {user.never_set}.' });
  return printScenario(building.build());
}

test('what is carried from afar takes along all that is in it, at every level', async ({ launch }) => {
  const folder = createFolder();
  const app = await launch({ args: [folder.write('talks.parley.json', shortTalks())] });
  const { page } = app;
  const canvas = canvasView(page);
  await page.keyboard.press('Control+J');
  for (const detail of ['block', 'frame', 'map'] as const)
    await test.step(`as ${detail}`, async () => {
      await page.locator('[data-outline-row="talk-5"]').click();
      await page.keyboard.press('Shift+2');
      await canvas.settled();
      for (let press = 0; press < 14 && (await canvas.canvas.getAttribute('data-detail')) !== detail; press += 1) {
        await page.keyboard.press('Control+-');
        await canvas.settled();
      }
      await expect(canvas.canvas).toHaveAttribute('data-detail', detail);
      const box = (await canvas.node('talk-5').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      // The request stands a third down, on the left; beside it there is nothing but the frame.
      const intent = { x: box.x + box.width * 0.3, y: box.y + box.height * 0.45 };
      const by = { x: -box.width * 1.3, y: -box.height * 1.2 };
      expect(await painted(page, still, intent, 6)).toBe(1);
      const handle = { x: box.x + box.width * 0.8, y: box.y + Math.min(8, box.height / 3) };
      await canvas.hold(handle, { x: handle.x + by.x, y: handle.y + by.y });
      const there = { x: intent.x + by.x, y: intent.y + by.y };
      await expect.poll(() => painted(page, marks, there, 6)).toBe(1);
      expect(await painted(page, still, intent, 6)).toBe(0);
      await page.keyboard.press('Escape');
      await page.mouse.up();
      await expect.poll(() => painted(page, still, intent, 6)).toBe(1);
    });
  expect(app.faults()).toEqual([]);
  folder.remove();
});
