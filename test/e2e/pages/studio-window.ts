import { expect, type Locator, type Page } from '@playwright/test';

/** What is around the work: menus, title, dialogs, notices and panels. */
export function studioWindow(page: Page) {
  const notices = page.getByRole('log', { name: 'Notices' });
  const item = (action: string): Locator => page.locator(`[role^="menuitem"][data-action="${action}"]`);

  return {
    /** Chooses an action from a menu with the mouse; `through` names the menus inside the menu. */
    choose: async (menu: string, action: string, through: readonly string[] = []): Promise<void> => {
      await page.getByRole('menuitem', { name: menu, exact: true }).click();
      for (const name of through) await page.getByRole('menuitem', { name, exact: true }).hover();
      await item(action).click();
      await expect(item(action)).toBeHidden();
    },
    /** What a menu offers now: the words of an action, or null for one that cannot be done. */
    expectMenuItem: async (menu: string, action: string, words: string | null): Promise<void> => {
      await page.getByRole('menuitem', { name: menu, exact: true }).click();
      if (words === null) await expect(item(action)).toBeDisabled();
      else await expect(item(action)).toContainText(words);
      await page.keyboard.press('Escape');
      await expect(item(action)).toBeHidden();
    },
    title: page.locator('.scenario-title-name'),
    /** `new`, `saved`, `edited`, `recovered` or `repaired`. */
    expectState: (state: string): Promise<void> =>
      expect(page.locator('.scenario-title-state')).toHaveAttribute('data-state', state),
    dialog: (title: string | RegExp): Locator => page.getByRole('dialog', { name: title }),
    press: (title: string | RegExp, button: string): Promise<void> =>
      page.getByRole('dialog', { name: title }).getByRole('button', { name: button, exact: true }).click(),
    expectNotice: (text: string | RegExp): Promise<void> => expect(notices.getByText(text)).toBeVisible(),
    dismissNotices: async (): Promise<void> => {
      const dismiss = notices.getByRole('button', { name: 'Dismiss' });
      while ((await dismiss.count()) > 0) await dismiss.first().click();
    },
    tab: (name: string): Locator => page.getByRole('tab', { name }),
    /** Moves the edge of a panel with the mouse. */
    dragEdge: async (label: string, by: { readonly x?: number; readonly y?: number }): Promise<void> => {
      const box = await page.getByRole('separator', { name: label }).boundingBox();
      if (box === null) throw new Error(`There is no edge called “${label}”.`);
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + (by.x ?? 0), y + (by.y ?? 0), { steps: 8 });
      await page.mouse.up();
    },
  };
}

export type StudioWindow = ReturnType<typeof studioWindow>;
