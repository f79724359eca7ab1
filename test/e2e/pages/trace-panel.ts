import { expect, type Locator, type Page } from '@playwright/test';

/** What the talk did, in the tabs below the canvas. */
export function tracePanel(page: Page) {
  const tree = page.getByRole('tree', { name: 'Events of the exchange' });
  const rows = tree.getByRole('treeitem');
  const show = (tab: string): Promise<void> => page.locator(`[role="tab"][data-tab="${tab}"]`).click();

  return {
    tree,
    rows,
    chosen: tree.locator('[role="treeitem"][aria-selected="true"]'),
    row: (words: string | RegExp): Locator => rows.filter({ has: page.locator('.event-words', { hasText: words }) }),
    /** The exchanges as they are listed: what was said, and what came of it. */
    exchanges: async (): Promise<string[]> => {
      const lines = page.locator('.exchange-row');
      const said = await lines.locator('.exchange-said').allInnerTexts();
      const results = await lines.locator('.exchange-result').allInnerTexts();
      return said.map((text, index) => `${text} → ${results[index] ?? ''}`);
    },
    /** The events that hold these words, as the filter lists them. */
    find: async (words: string): Promise<string[]> => {
      await show('trace');
      const field = page.getByRole('searchbox', { name: 'Find in the trace' });
      await field.fill(words);
      await expect(rows.first().or(tree.locator('.event-tree-none'))).toBeVisible();
      const found = await rows.locator('.event-line').allInnerTexts();
      await field.fill('');
      return found.map((text) => text.replaceAll(/\s+/g, ' ').trim());
    },
    /** How a talk is played: `At once` for tests that look at what came of it. */
    speed: async (name: string): Promise<void> => {
      await page.getByRole('button', { name: 'How fast a talk is played' }).click();
      const choice = page.getByRole('menuitemradio', { name });
      await choice.click();
      await expect(choice).toBeHidden();
    },
    /** The attributes of a context, as `name value (origin)`. */
    variables: async (context: string): Promise<string[]> => {
      await show('variables');
      const lines = page.getByRole('region', { name: `Context ${context}` }).locator('.variable-row');
      await expect(lines.first()).toBeVisible();
      const found = await lines.evaluateAll((elements) =>
        elements.map((line) => {
          const text = (part: string): string => (line.querySelector(part)?.textContent ?? '').trim();
          return `${text('.variable-name')} ${text('.variable-value')} (${text('.origin-badge')})`;
        }),
      );
      await show('trace');
      return found;
    },
    /** The action log, newest first, as `name outcome (origin)`. */
    calls: async (): Promise<string[]> => {
      await show('actions');
      const lines = page.getByRole('list', { name: 'Actions of the talk' }).locator('.call-line');
      await expect(lines.first()).toBeVisible();
      const found = await lines.evaluateAll((elements) =>
        elements.map((line) => {
          const text = (part: string): string => (line.querySelector(part)?.textContent ?? '').trim();
          return `${text('.call-name')} ${text('.call-outcome')} (${text('.origin-badge')})`;
        }),
      );
      await show('trace');
      return found;
    },
    show,
  };
}

export type TracePanel = ReturnType<typeof tracePanel>;
