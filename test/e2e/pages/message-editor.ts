import { expect, type Locator, type Page } from '@playwright/test';

/** The form of one message in the inspector: its blocks, their fields, and how it will look. */
export function messageEditor(page: Page, number = 1) {
  const message = page.getByRole('group', { name: `Message ${number}`, exact: true });
  const preview = page.getByRole('group', { name: `Message ${number} as people see it` });
  const press = (name: string, within: Locator = message): Promise<void> =>
    within.getByRole('button', { name, exact: true }).click();

  return {
    message,
    preview,
    press,
    /** A block by its place, from 1. */
    block: (place: number): Locator => message.getByRole('group', { name: new RegExp(`^Block ${place}: `) }),
    /** Chooses a kind from the menu of blocks. */
    add: async (kind: string): Promise<void> => {
      await press('Add block');
      await page.getByRole('menuitem', { name: kind, exact: true }).click();
      await expect(page.getByRole('menu')).toBeHidden();
    },
    /** Types into a field as a person would, and leaves it. */
    write: async (label: string, text: string, within: Locator = message): Promise<void> => {
      const field = within.getByLabel(label, { exact: true });
      await field.click();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
      await field.blur();
      await expect(field).toHaveValue(text);
    },
    choose: async (label: string, option: string, within: Locator = message): Promise<void> => {
      await within.getByLabel(label, { exact: true }).selectOption({ label: option });
    },
    turnOn: (label: string, within: Locator = message): Promise<void> =>
      within.getByRole('switch', { name: label, exact: true }).check(),
    /** Opens a line of a list, or what is seldom wanted. */
    open: async (name: string, within: Locator = message): Promise<void> => {
      const line = within.locator('.disclosure-head > button', { hasText: name }).first();
      if ((await line.getAttribute('aria-expanded')) === 'false') await line.click();
      await expect(line).toHaveAttribute('aria-expanded', 'true');
    },
    /** Takes every block out of the message. */
    clear: async (): Promise<void> => {
      const remove = message.getByRole('button', { name: 'Remove block 1', exact: true });
      while ((await remove.count()) > 0) await remove.click();
    },
  };
}

export type MessageEditor = ReturnType<typeof messageEditor>;
