import type { Locator } from '@playwright/test';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { createFolder } from './fixtures/a-folder.ts';
import { expect, test } from './fixtures/launch.ts';
import { smallShop } from './fixtures/small-shop.ts';
import { keyboard } from './pages/keyboard.ts';
import { studioWindow } from './pages/studio-window.ts';

type Note = { readonly text: string; readonly width: number; readonly height: number };
type Saved = {
  readonly turns: Readonly<Record<string, { readonly conditions?: readonly object[] }>>;
  readonly canvas: { readonly notes: Readonly<Record<string, Note>> };
};

const left = async (locator: Locator): Promise<number> => (await locator.boundingBox())?.x ?? Number.NaN;
const width = async (locator: Locator): Promise<number> => (await locator.boundingBox())?.width ?? Number.NaN;

test('what is dragged with a mouse is done by keys: panels, patterns, conditions, actions on wires, notes', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const files = createFolder();
  const { page, faults } = await launch({
    args: [files.write('shop.parley.json', printScenario(smallShop().build()))],
  });
  const { press, type, reach, find, write, fromMenu, expectNode, expectHeard, listen, focused } = keyboard(page);
  const inspector = page.locator('#panel-inspector');
  const node = (text: string): Locator => page.locator('.react-flow__node').filter({ hasText: text });
  const saved = async (): Promise<Saved> => {
    await press('Control+s');
    await studioWindow(page).expectState('saved');
    return JSON.parse(files.read('shop.parley.json')) as Saved;
  };
  await listen();

  await test.step('panels are made wider and higher at their edges', async () => {
    const side = page.getByRole('region', { name: 'Inspector and talk' });
    const before = await width(side);
    await press('Alt+1');
    await reach(page.getByRole('separator', { name: 'Width of the inspector' }), 'Shift+Tab');
    await press('ArrowLeft');
    await expect.poll(() => width(side)).toBeGreaterThan(before + 20);
    await press('ArrowRight');
    await expect.poll(() => width(side)).toBeLessThan(before + 20);
    const below = page.locator('#panel-trace');
    const height = async (): Promise<number> => (await below.boundingBox())?.height ?? Number.NaN;
    const low = await height();
    await press('Alt+3');
    await reach(page.getByRole('separator', { name: 'Height of the trace' }), 'Shift+Tab');
    await press('ArrowUp');
    await expect.poll(height).toBeGreaterThan(low + 20);
    await press('ArrowDown');
  });

  await test.step('a pattern is put in from the palette, another from the gallery', async () => {
    await press('Alt+p');
    await expect(page.locator('.palette :focus')).toHaveCount(1);
    await reach(page.getByRole('searchbox', { name: 'Find in the palette' }));
    await type('restart');
    await press('ArrowDown', 'Enter');
    await expect(node('Restart').first()).toBeVisible();
    await press('Alt+c');
    await expect(page.locator('.canvas-place :focus')).toHaveCount(1);
    await press('Control+Alt+g');
    const gallery = page.getByRole('dialog', { name: 'Pattern gallery' });
    await reach(gallery.getByLabel('Find a pattern'));
    await type('faq');
    await reach(gallery.getByRole('option', { name: /^FAQ/ }));
    await press('Enter');
    await expect(gallery).toBeHidden();
    await expectNode(/^Conversation FAQ/);
    await press('Control+z');
    await expectHeard('Undone: Insert FAQ');
    await press('Control+z');
    await expectHeard('Undone: Insert Restart');
  });

  await test.step('a condition is added, told what it compares, changed and moved', async () => {
    await find('later');
    await press('Alt+1');
    const inRow = (row: number, label: string): Locator =>
      inspector
        .getByRole('group', { name: `Condition ${row}`, exact: true })
        .getByRole('textbox', { name: label, exact: true });
    const add = async (row: number, reference: string): Promise<void> => {
      await reach(inspector.getByRole('button', { name: 'Add condition' }), 'Tab', 90);
      await press('Enter');
      await expect(page.getByRole('menu')).toBeVisible();
      await reach(page.getByRole('menuitem', { name: 'Condition', exact: true }), 'ArrowDown', 12);
      await press('Enter');
      await reach(inRow(row, 'Looks at'));
      await press('Control+a');
      await type(reference);
      await press('Tab');
    };
    await add(1, 'user.status');
    const operation = inspector.getByRole('combobox', { name: 'Operation' }).first();
    await reach(operation);
    await type('contains');
    await expect(operation).toHaveValue('contains');
    await reach(inRow(1, 'Compared with'));
    await type('late');
    await press('Tab');
    await press('Alt+1');
    await add(2, 'user.order_id');
    await reach(inspector.getByRole('button', { name: /^Move or change condition 2/ }), 'Shift+Tab');
    await press('ArrowUp');
    await expect(focused).toHaveAttribute('aria-label', /^Move or change condition 1/);
    expect((await saved()).turns['later']?.conditions).toMatchObject([
      { operation: 'is_set', left: { reference: 'user.order_id' } },
      { operation: 'contains', left: { reference: 'user.status' }, right: { value: 'late' } },
    ]);
  });

  await test.step('an action is put on a wire', async () => {
    await press('Alt+c');
    await find('Yes.');
    await press('Shift+w');
    await expectHeard(/Wire 1 of 1/);
    await press('Shift+i');
    await fromMenu('Python');
    await expectNode(/^Python runScript on yes/);
  });

  await test.step('notes are spread evenly, and one is made larger', async () => {
    for (const [name, steps] of [
      ['one', 0],
      ['two', 4],
      ['three', 30],
    ] as const) {
      await press('n');
      await write(name);
      for (let times = 0; times < steps; times += 1) await press('Shift+ArrowRight');
    }
    await press('Control+Shift+a', 'Alt+Shift+h');
    const gap = async (): Promise<number> => {
      const [one, two, three] = await Promise.all(['one', 'two', 'three'].map((name) => left(node(name).last())));
      return Math.abs((two ?? 0) - (one ?? 0) - ((three ?? 0) - (two ?? 0)));
    };
    await expect.poll(gap).toBeLessThan(3);
    await find('three');
    await expectNode(/three/);
    const before = Object.values((await saved()).canvas.notes).find(({ text }) => text === 'three');
    await reach(page.getByRole('button', { name: 'Resize from the bottom right corner' }));
    await press('ArrowRight', 'ArrowRight', 'ArrowDown');
    const after = Object.values((await saved()).canvas.notes).find(({ text }) => text === 'three');
    expect(after?.width).toBe((before?.width ?? 0) + 16);
    expect(after?.height).toBe((before?.height ?? 0) + 8);
  });
  expect(faults()).toEqual([]);
  files.remove();
});
