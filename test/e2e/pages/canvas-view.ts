import { expect, type Locator, type Page } from '@playwright/test';

export type Spot = { readonly x: number; readonly y: number };

/** The canvas, as a person with a mouse sees it. */
export function canvasView(page: Page) {
  const canvas = page.getByRole('region', { name: 'Canvas', exact: true });
  const nodes = canvas.locator('.react-flow__node');
  const middleOf = async (locator: Locator): Promise<Spot> => {
    const box = await locator.boundingBox();
    if (box === null) throw new Error(`Nothing to point at: ${String(locator)}`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  /** Presses at one place and lets go at another, slowly enough to be a drag. */
  const drag = async (from: Spot, to: Spot): Promise<void> => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + Math.sign(to.x - from.x) * 8, from.y + Math.sign(to.y - from.y) * 8, { steps: 3 });
    await page.mouse.move(to.x, to.y, { steps: 12 });
    await page.mouse.up();
  };

  return {
    canvas,
    nodes,
    node: (id: string): Locator => canvas.locator(`.react-flow__node[data-id="${id}"]`),
    intent: (text: string | RegExp): Locator => nodes.filter({ has: page.locator('.intent', { hasText: text }) }),
    action: (name: string): Locator => nodes.filter({ has: page.locator('.action-name', { hasText: name }) }),
    context: (name: string): Locator =>
      nodes.filter({ has: page.locator('.context-name', { hasText: new RegExp(`^${name}$`) }) }),
    frame: (kind: 'conversation' | 'scene' | 'turn'): Locator =>
      nodes.filter({ has: page.locator(`.frame[data-kind="${kind}"]`) }),
    /** The wires that carry an attribute and can be taken away. */
    wiresOf: (slot: string): Locator => canvas.locator(`.wire-grip[aria-label^="${slot}, "]`),
    pin: (node: Locator, id: string): Locator => node.locator(`.pin[data-pin-id="${id}"]`),
    /** How a node takes part in the exchange on show: `matched`, `selected`, `succeeded`… */
    expectLight: async (id: string, light: string): Promise<void> => {
      const node = canvas.locator(`.react-flow__node[data-id="${id}"]`);
      await expect(node.locator('> [data-light]'), id).toHaveAttribute('data-light', light);
      await expect(node, id).toBeInViewport();
    },
    /** Drags something from the palette to a place, given from the top left corner of the canvas or a node. */
    dropFromPalette: async (entry: string, onto: Locator, at: Spot): Promise<void> => {
      const box = await onto.boundingBox();
      if (box === null) throw new Error('Nothing to drop on.');
      const tile = page.locator(`[data-palette="${entry}"]`);
      await tile.scrollIntoViewIfNeeded();
      const from = await middleOf(tile);
      await drag(from, { x: box.x + at.x, y: box.y + at.y });
    },
    /** Waits until the view stands still. */
    settled: async (): Promise<void> => {
      const view = canvas.locator('.react-flow__viewport');
      const read = (): Promise<string> => view.evaluate((element) => element.style.transform);
      await expect
        .poll(async () => {
          const before = await read();
          await canvas.page().evaluate(() => new Promise((done) => setTimeout(done, 80)));
          return (await read()) === before;
        })
        .toBe(true);
    },
    /** Takes hold of something and holds it over a place; the hand lets go when told. */
    hold: async (from: Spot, to: Spot): Promise<void> => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + Math.sign(to.x - from.x) * 8, from.y + Math.sign(to.y - from.y) * 8, { steps: 3 });
      await page.mouse.move(to.x, to.y, { steps: 12 });
    },
    /** A place in a node, from its top left corner, on the screen. */
    spotIn: async (id: string, at: Spot): Promise<Spot> => {
      const box = await canvas.locator(`.react-flow__node[data-id="${id}"]`).boundingBox();
      if (box === null) throw new Error(`${id} is not drawn.`);
      return { x: box.x + at.x, y: box.y + at.y };
    },
    /** Pulls a wire from a pin to a pin, a row or a node. */
    wire: async (from: Locator, to: Locator): Promise<void> => drag(await middleOf(from), await middleOf(to)),
    /** Writes into the field that is open on the canvas. */
    write: async (text: string): Promise<void> => {
      const field = canvas.locator('textarea.text-field');
      await expect(field).toBeFocused();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await expect(field).toHaveCount(0);
    },
    showEverything: async (): Promise<void> => {
      await canvas.getByRole('button', { name: 'Show everything' }).click();
    },
    selected: (): Promise<string[]> =>
      nodes.evaluateAll((elements) =>
        elements
          .filter((node) => node.classList.contains('selected'))
          .map((node) => (node as HTMLElement).dataset['id'] ?? ''),
      ),
  };
}

export type CanvasView = ReturnType<typeof canvasView>;
