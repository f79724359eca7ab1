import { expect, type Page } from '@playwright/test';

/** Worlds of example answers: the table below the canvas, and the choice in the talk. */
export function worldsPanel(page: Page) {
  const panel = page.getByRole('tabpanel', { name: 'Worlds' });
  const choice = page.locator('.chat').getByRole('combobox', { name: 'World of examples' });
  return {
    panel,
    show: (): Promise<void> => page.locator('[role="tab"][data-tab="worlds"]').click(),
    add: async (preset: string): Promise<void> => {
      await panel.getByRole('button', { name: 'Add world' }).click();
      await page.getByRole('menuitem', { name: preset, exact: true }).click();
      await expect(panel.getByRole('radio', { name: preset, exact: true })).toBeChecked();
    },
    /** How an action is answered in a world, in words. */
    cell: (action: string, world: string) =>
      panel.getByRole('button', { name: new RegExp(`^${action} in ${world}: `) }),
    /** Switches the world from within the talk. */
    choose: async (world: string): Promise<void> => {
      await choice.selectOption({ label: world });
    },
    keepTalk: (): Promise<void> => panel.getByRole('button', { name: 'Keep what just happened' }).click(),
  };
}
