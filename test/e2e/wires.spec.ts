import type { Locator, Page } from '@playwright/test';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { expect, test } from './fixtures/launch.ts';
import { openOnCanvas, smallShop } from './fixtures/small-shop.ts';
import type { Spot } from './pages/canvas-view.ts';

/** A place on a wire, from 0 at its beginning to 1 at its end. */
const onWire = (wire: Locator, part: number): Promise<Spot> =>
  wire.locator('path[role="button"]').evaluate((path, share) => {
    const line = path as unknown as SVGPathElement;
    const point = line.getPointAtLength(line.getTotalLength() * share);
    const { x, y } = point.matrixTransform(line.getScreenCTM() ?? undefined);
    return { x, y };
  }, part);

const withLoose = (): string =>
  printScenario(smallShop().withApiAction('extra').withView('action', 'extra', 760, 420).build());

const item = (page: Page, name: string): Locator => page.getByRole('menuitem', { name, exact: true });

test('wires are pulled from pins and intents, joined elsewhere at either end, and let go on empty ground', async ({
  launch,
}) => {
  const { app, canvas, window, close } = await openOnCanvas(launch, undefined, false);
  const { page } = app;
  const wires = (start: string): Locator => page.locator(`.wire-group[data-wire^="${start}"]`);
  const way = (intent: string): Locator => page.locator(`.wire-group[data-wire="transition:${intent}"]`);
  const label = (name: string): Locator => page.locator('.wire-label', { hasText: name });

  await test.step('from an intent to a frame, with what fits lit', async () => {
    await canvas.node('bye').hover();
    const pin = await canvas.pin(canvas.node('bye'), 'next').boundingBox();
    const from = { x: (pin?.x ?? 0) + 4, y: (pin?.y ?? 0) + 4 };
    await canvas.hold(from, await canvas.spotIn('have', { x: 80, y: 8 }));
    await expect(canvas.canvas).toHaveAttribute('data-wiring', 'next');
    await expect(canvas.node('have').locator('[data-receives]')).toHaveCount(1);
    await page.mouse.up();
    await expect(way('bye')).toBeAttached();
    await expect(label('have')).toHaveCount(1);
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Set transition');
  });

  await test.step('its end is taken to another frame', async () => {
    const end = page.locator('.wire-end[data-end="to"]');
    const near = await onWire(way('bye'), 0.5);
    await page.mouse.move(near.x, near.y);
    await expect(end).toBeVisible();
    const box = await end.boundingBox();
    const hold = { x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5 };
    await canvas.hold(hold, await canvas.spotIn('ask', { x: 80, y: 8 }));
    await page.mouse.up();
    await expect(label('ask')).toHaveCount(2);
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Join wire elsewhere');
  });

  await test.step('its beginning is taken to another intent', async () => {
    const near = await onWire(way('bye'), 0.5);
    await page.mouse.move(near.x, near.y);
    const box = await page.locator('.wire-end[data-end="from"]').boundingBox();
    const hold = { x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5 };
    await canvas.hold(hold, await canvas.spotIn('thanks', { x: 60, y: 12 }));
    await page.mouse.up();
    await expect(way('thanks')).toBeAttached();
    await expect(way('bye')).toHaveCount(0);
  });

  await test.step('let go on empty ground it is offered what could be there', async () => {
    await canvas.node('tell').hover();
    const pin = await canvas.pin(canvas.node('tell'), 'next').boundingBox();
    const from = { x: (pin?.x ?? 0) + 4, y: (pin?.y ?? 0) + 4 };
    const under = await canvas.node('stock').boundingBox();
    const empty = { x: (under?.x ?? 0) + 120, y: (under?.y ?? 0) + (under?.height ?? 0) + 60 };
    await canvas.hold(from, empty);
    await page.mouse.up();
    await item(page, 'A new turn of this scene').click();
    await expect(way('tell')).toBeAttached();
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Go on elsewhere');
    await page.keyboard.press('Control+Z');
    await expect(way('tell')).toHaveCount(0);
  });

  await test.step('data: from a result into a context, and its end to another row', async () => {
    const result = canvas.pin(canvas.node('where-look-up'), 'out:status');
    await canvas.wire(result, canvas.context('user').locator('.context-name'));
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Map output');
    const own = wires('data:').filter({ has: page.locator('.wire:not([data-default])') });
    const kept = own.and(page.locator('[data-wire*="where-look-up/out:status"]'));
    await expect(kept.locator('[aria-label^="user.status"]')).toBeAttached();
    const near = await onWire(kept, 0.6);
    await page.mouse.move(near.x, near.y);
    const end = await page.locator('.wire-end[data-end="to"]').boundingBox();
    const row = await canvas.context('user').locator('[data-pin-id="left:order_id"]').boundingBox();
    await canvas.hold({ x: (end?.x ?? 0) + 5, y: (end?.y ?? 0) + 5 }, { x: (row?.x ?? 0) + 30, y: (row?.y ?? 0) + 5 });
    await page.mouse.up();
    await expect(kept.locator('[aria-label^="user.order_id"]')).toBeAttached();
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Join wire elsewhere');
  });

  await test.step('Escape drops a pulled wire, and nothing happens', async () => {
    await canvas.node('bye').hover();
    const pin = await canvas.pin(canvas.node('bye'), 'next').boundingBox();
    await canvas.hold({ x: (pin?.x ?? 0) + 4, y: (pin?.y ?? 0) + 4 }, await canvas.spotIn('ask', { x: 80, y: 8 }));
    await page.keyboard.press('Escape');
    await expect(canvas.canvas).not.toHaveAttribute('data-wiring');
    await page.mouse.up();
    await expect(way('bye')).toHaveCount(0);
  });
  expect(app.faults()).toEqual([]);
  close();
});

test('a wire shows the way of its value, takes an action in, and is deleted', async ({ launch }) => {
  const { app, canvas, window, close } = await openOnCanvas(launch, withLoose(), false);
  const { page } = app;
  const sequence = page.locator('.wire-group[data-wire^="sequence:where>tell"]');

  await test.step('pointing at a value lights its whole way and dims the others', async () => {
    const data = page.locator('.wire-group:has(.wire[data-kind="data"])');
    const value = data.filter({ has: page.locator('[aria-label^="user.order_id"]') }).first();
    const spot = await onWire(value, 0.5);
    await page.mouse.move(spot.x, spot.y);
    await expect(value).toHaveAttribute('data-on-path', 'true');
    const other = data.filter({ has: page.locator('[aria-label^="user.status"]') }).first();
    await expect(other).not.toHaveAttribute('data-on-path');
    await expect
      .poll(() => other.locator('.wire').evaluate((path) => Number(getComputedStyle(path).opacity)))
      .toBeLessThan(0.6);
    await page.mouse.move(5, 5);
    await expect(value).not.toHaveAttribute('data-on-path');
  });

  await test.step('an action is put on it from its menu', async () => {
    const spot = await onWire(sequence, 0.7);
    await page.mouse.click(spot.x, spot.y, { button: 'right' });
    await item(page, 'Calculation').click();
    await expect(canvas.action('calculate')).toHaveCount(1);
    await page.keyboard.press('Control+Z');
    await expect(canvas.action('calculate')).toHaveCount(0);
  });

  await test.step('an action nobody uses yet is dropped on it', async () => {
    const spot = await onWire(sequence, 0.75);
    await canvas.hold(await canvas.spotIn('extra-view', { x: 60, y: 8 }), spot);
    await expect(canvas.node('where').locator('[data-receives]')).toHaveCount(1);
    await page.mouse.up();
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Attach action');
    await expect(canvas.node('extra-view')).toHaveCount(0);
    await page.keyboard.press('Control+Z');
    await expect(canvas.node('extra-view')).toHaveCount(1);
  });

  await test.step('a way is chosen and deleted by key, and from its menu', async () => {
    const way = page.locator('.wire-group[data-wire="transition:yes"]');
    const spot = await onWire(way, 0.3);
    await page.mouse.click(spot.x, spot.y);
    await expect(way).toHaveAttribute('data-selected', 'true');
    await page.keyboard.press('Delete');
    await expect(way).toHaveCount(0);
    await page.keyboard.press('Control+Z');
    await expect(way).toHaveCount(1);
    await page.mouse.click(spot.x, spot.y, { button: 'right' });
    await page.getByRole('menuitem', { name: /^Delete/ }).click();
    await expect(way).toHaveCount(0);
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo');
  });

  await test.step('a value of a context let go on empty ground becomes something that says it', async () => {
    const row = canvas.context('user').locator('.pin').first();
    await canvas.context('user').hover();
    const box = await row.boundingBox();
    const under = await canvas.node('stock').boundingBox();
    const empty = { x: (under?.x ?? 0) + 120, y: (under?.y ?? 0) + (under?.height ?? 0) + 60 };
    await canvas.hold({ x: (box?.x ?? 0) + 4, y: (box?.y ?? 0) + 4 }, empty);
    await expect(canvas.canvas).toHaveAttribute('data-wiring', 'slot');
    await page.mouse.up();
    await item(page, 'An APP intent that says it').click();
    await expect(canvas.intent(/say_/)).toHaveCount(1);
  });
  expect(app.faults()).toEqual([]);
  close();
});
