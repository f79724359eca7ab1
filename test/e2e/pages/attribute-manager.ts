import { expect, type Locator, type Page } from '@playwright/test';

/** The manager of attributes and contexts, as a person with a mouse or the keys sees it. */
export function attributeManager(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Attributes and contexts' });
  const row = (name: string): Locator =>
    dialog.getByRole('row').filter({ has: page.getByRole('checkbox', { name: `Select ${name}`, exact: true }) });
  const names = dialog.locator('.attribute-row .attribute-title');
  const tools = dialog.getByRole('toolbar');

  return {
    dialog,
    row,
    names,
    tools,
    open: async (): Promise<void> => {
      await page.keyboard.press('Control+Alt+a');
      await expect(dialog.getByRole('searchbox', { name: 'Find an attribute' })).toBeFocused();
    },
    /** A cell by the attribute and the number of its column. */
    cell: (name: string, column: number): Locator => row(name).getByRole('gridcell').nth(column),
    findings: (name: string): Locator => row(name).locator('.attribute-finding'),
    task: (title: string): Locator => dialog.getByRole('region', { name: title, exact: true }),
    places: (list: string): Locator => dialog.getByRole('list', { name: list }).getByRole('button'),
    only: (label: RegExp): Promise<void> => chooseByLabel(dialog.getByLabel('Which are shown'), label),
    filter: (text: string): Promise<void> => dialog.getByRole('searchbox').fill(text),
    select: (name: string): Promise<void> =>
      row(name)
        .getByRole('checkbox', { name: `Select ${name}` })
        .check(),
    context: (name: string): Locator => dialog.locator('.context-choice', { hasText: new RegExp(`^${name}`) }),
  };
}

async function chooseByLabel(field: Locator, label: RegExp): Promise<void> {
  const words = await field.locator('option').filter({ hasText: label }).textContent();
  await field.selectOption({ label: words ?? '' });
}
