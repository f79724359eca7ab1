import type { Page } from '@playwright/test';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { expect, test } from './fixtures/launch.ts';
import { openOnCanvas, smallShop } from './fixtures/small-shop.ts';

/** The outline as it reads: each row under its level. */
const outline = (page: Page): Promise<string> =>
  page
    .locator('[data-outline-row]')
    .evaluateAll((rows) =>
      rows
        .map(
          (row) => `${'-'.repeat(Number(row.getAttribute('aria-level')) - 1)}${row.getAttribute('data-outline-row')}`,
        )
        .join(' '),
    );

const atFirst = 'orders -find --ask ---where ---tell --later ---thanks ---bye stock -count --have ---have_any ---yes';
const head = { x: 24, y: 10 };

test('what is dragged on the canvas shows where it would go, goes there, and comes back byte for byte', async ({
  launch,
}) => {
  const before = printScenario(smallShop().build());
  const { app, canvas, window, saved, close } = await openOnCanvas(launch, before);
  const { page } = app;
  const line = page.locator('.drop-line');
  const receiver = page.locator('.frame[data-receives]');
  expect(await outline(page)).toBe(atFirst);

  await test.step('an intent into another turn, between two others', async () => {
    await canvas.hold(await canvas.spotIn('thanks', head), await canvas.spotIn('have_any', { x: 30, y: 4 }));
    await expect(receiver).toHaveCount(1);
    await expect(canvas.node('have').locator('[data-receives]')).toHaveCount(1);
    await expect(line).toBeVisible();
    await page.mouse.up();
    await expect.poll(() => outline(page)).toContain('--have ---thanks ---have_any ---yes');
    await expect(line).toHaveCount(0);
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Move intent');
    await page.keyboard.press('Control+Z');
    await expect.poll(() => outline(page)).toBe(atFirst);
  });

  await test.step('Escape gives a drag up, and the hand that still moves does nothing', async () => {
    await canvas.settled();
    const home = await canvas.node('thanks').boundingBox();
    await canvas.hold(await canvas.spotIn('thanks', head), await canvas.spotIn('have', { x: 60, y: 60 }));
    await expect(receiver).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(receiver).toHaveCount(0);
    await expect.poll(() => canvas.node('thanks').boundingBox()).toEqual(home);
    const away = await canvas.spotIn('ask', { x: 40, y: 40 });
    await page.mouse.move(away.x, away.y, { steps: 4 });
    expect(await canvas.node('thanks').boundingBox()).toEqual(home);
    await page.mouse.up();
    await window.expectMenuItem('Edit', 'edit.undo', null);
    expect(await outline(page)).toBe(atFirst);
  });

  await test.step('beside all frames it is told what would be made, and made around it: one step', async () => {
    const under = await canvas.node('stock').boundingBox();
    const empty = { x: (under?.x ?? 0) + 60, y: (under?.y ?? 0) + (under?.height ?? 0) + 50 };
    await canvas.hold(await canvas.spotIn('bye', head), empty);
    await expect(page.locator('.drop-making')).toHaveText('New conversation');
    await page.mouse.up();
    await expect
      .poll(() => outline(page))
      .toContain(' stock -count --have ---have_any ---yes conversation-3 -scene --turn ---bye');
    await expect(page.locator('.drop-making')).toHaveCount(0);
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Move intent to a new conversation');
    await page.keyboard.press('Control+Z');
    await expect.poll(() => outline(page)).toBe(atFirst);
    await canvas.settled();
    // Below the last turn of its scene, and beside the scenes of its conversation.
    const scene = await canvas.spotIn('find', { x: 5, y: 60 });
    await canvas.hold(await canvas.spotIn('bye', head), scene);
    await expect(page.locator('.drop-making')).toHaveText('New turn');
    await expect(canvas.node('find').locator('[data-receives]')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await canvas.hold(await canvas.spotIn('later', head), await canvas.spotIn('stock', { x: 6, y: 60 }));
    await expect(page.locator('.drop-making')).toHaveText('New scene');
    await page.mouse.up();
    await expect.poll(() => outline(page)).toMatch(/ stock (-count --have ---have_any ---yes )?-scene-2 --later/);
    await page.keyboard.press('Control+Z');
    await expect.poll(() => outline(page)).toBe(atFirst);
    await canvas.settled();
  });

  await test.step('several together, then a turn, then a scene; wires follow', async () => {
    await canvas.node('thanks').click({ position: head });
    await canvas.node('bye').click({ position: head, modifiers: ['Shift'] });
    await expect.poll(canvas.selected).toEqual(['thanks', 'bye']);
    await canvas.hold(await canvas.spotIn('bye', head), await canvas.spotIn('have_any', { x: 30, y: 4 }));
    await expect(line).toBeVisible();
    await page.mouse.up();
    await expect.poll(() => outline(page)).toContain('--have ---thanks ---have_any ---bye ---yes');
    await canvas.settled();
    await canvas.hold(await canvas.spotIn('ask', head), await canvas.spotIn('count', { x: 40, y: 16 }));
    await page.mouse.up();
    await expect.poll(() => outline(page)).toContain('-count --ask ---where ---tell --have');
    await expect(page.locator('.wire-group[data-wire="transition:yes"]')).toBeAttached();
    await canvas.settled();
    await canvas.hold(await canvas.spotIn('count', head), await canvas.spotIn('orders', { x: 60, y: 20 }));
    await expect(canvas.node('orders').locator('[data-receives]')).toHaveCount(1);
    await page.mouse.up();
    await expect.poll(() => outline(page)).toMatch(/^orders -count .* -find --later stock$/);
  });

  await test.step('everything taken back is the file as it was', async () => {
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Z');
    await expect.poll(() => outline(page)).toBe(atFirst);
    await window.expectMenuItem('Edit', 'edit.undo', null);
    expect(await saved()).toBe(before);
  });
  expect(app.faults()).toEqual([]);
  close();
});

test('the outline moves levels by hand and by keys; frames close, open, and stand alone', async ({ launch }) => {
  const { app, canvas, window, close } = await openOnCanvas(launch);
  const { page } = app;
  const row = (id: string) => page.locator(`[data-outline-row="${id}"]`);

  await test.step('dragged: a line or a frame shows the place, Escape lets go', async () => {
    await row('later').hover();
    await page.mouse.down();
    await row('count').hover();
    await row('count').hover();
    await expect(row('count')).toHaveAttribute('data-drop', 'inside');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect.poll(() => outline(page)).toBe(atFirst);
    await row('later').dragTo(row('count'));
    await expect.poll(() => outline(page)).toContain('-count --have ---have_any ---yes --later ---thanks ---bye');
    await page.keyboard.press('Control+Z');
    await expect.poll(() => outline(page)).toBe(atFirst);
  });

  await test.step('by keys: on past its siblings, and into the next parent', async () => {
    await row('thanks').click();
    await page.getByRole('tree').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => outline(page)).toContain('--ask ---where ---thanks ---tell --later ---bye');
    await page.keyboard.press('Control+Z');
    await row('find').click();
    await page.getByRole('tree').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => outline(page)).toMatch(/^orders stock -find /);
    await page.keyboard.press('Control+Z');
    await expect.poll(() => outline(page)).toBe(atFirst);
  });

  await test.step('its menu copies, duplicates, and looks at one conversation alone', async () => {
    await row('bye').click({ button: 'right' });
    await page.locator('[role="menuitem"][data-action="edit.duplicate"]').click();
    await expect.poll(() => outline(page)).toContain('---bye ---bye-2 stock');
    await page.keyboard.press('Control+Z');
    await row('stock').click({ button: 'right' });
    await page.locator('[role="menuitem"][data-action="view.focusConversation"]').click();
    await expect(canvas.frame('conversation')).toHaveCount(1);
    await expect(canvas.node('stock')).toBeVisible();
    await page.locator('.focus-bar').getByRole('button', { name: 'Show all' }).click();
    await expect(canvas.frame('conversation')).toHaveCount(2);
    await canvas.settled();
  });

  await test.step('a frame closes to its title and opens, by its button and by its menu', async () => {
    await canvas.node('ask').hover({ position: head });
    await canvas.node('ask').getByRole('button', { name: 'Close ask' }).click();
    await expect(canvas.node('where')).toHaveCount(0);
    await expect(canvas.node('ask').locator('.fold-button')).toHaveText('2 intents');
    await canvas.node('ask').locator('.frame-name').click({ button: 'right' });
    await page.locator('[role="menuitem"][data-action="view.expand"]').click();
    await expect(canvas.node('where')).toHaveCount(1);
  });

  await test.step('further out frames stay, then only their titles', async () => {
    const detail = (): Promise<string | null> => canvas.canvas.getAttribute('data-detail');
    const seen = new Set([await detail()]);
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Control+-');
      await canvas.settled();
      seen.add(await detail());
    }
    expect(seen.size).toBeGreaterThanOrEqual(3);
    await expect(canvas.frame('conversation')).toHaveCount(2);
  });
  await window.expectMenuItem('Edit', 'edit.undo', null);
  expect(app.faults()).toEqual([]);
  close();
});
