import { expect, type Locator, type Page } from '@playwright/test';

/** The form of what is selected. */
export function inspectorPanel(page: Page) {
  const panel = page.locator('#panel-inspector');
  const section = (title: string): Locator => panel.getByRole('region', { name: title });
  const field = (label: string, within: Locator = panel): Locator =>
    within.getByRole('textbox', { name: label, exact: true });

  return {
    panel,
    section,
    field,
    heading: panel.getByRole('heading', { level: 2 }),
    /** Opens a section that is closed. */
    open: async (title: string): Promise<Locator> => {
      const toggle = section(title).locator('.section-toggle');
      if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
      await expect(toggle).toHaveAttribute('aria-expanded', 'true');
      return section(title);
    },
    /** Types into a field, in place of what is there, and leaves it. */
    write: async (label: string, text: string, within: Locator = panel, kept = text): Promise<void> => {
      const typed = field(label, within);
      await typed.click();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
      await typed.blur();
      await expect(typed).toHaveValue(kept);
    },
    choose: async (label: string, option: string, within: Locator = panel): Promise<void> => {
      await within.getByRole('combobox', { name: label, exact: true }).selectOption(option);
    },
    press: (name: string, within: Locator = panel): Promise<void> =>
      within.getByRole('button', { name, exact: true }).click(),
  };
}

export type InspectorPanel = ReturnType<typeof inspectorPanel>;
