import { expect, type Locator, type Page } from '@playwright/test';

/** A person without a mouse: keys, what has the focus, and what is heard. */
export function keyboard(page: Page) {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = page.locator(':focus');
  /** Tab, or another key, again and again until something has the focus. */
  const reach = async (target: Locator, key = 'Tab', most = 60): Promise<void> => {
    for (let times = 0; times < most; times += 1) {
      if (await target.evaluateAll((elements) => elements.some((element) => element === document.activeElement)))
        return;
      await page.keyboard.press(key);
    }
    throw new Error(
      `${key} does not reach ${String(target)}; the focus is at ${await focused.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent).join())}`,
    );
  };

  return {
    press,
    focused,
    reach,
    type: (text: string): Promise<void> => page.keyboard.type(text),
    /** Goes to a record or does a command by name. */
    find: async (name: string): Promise<void> => {
      await press('Control+k');
      await expect(page.getByRole('textbox', { name: /Find a command/ })).toBeFocused();
      await page.keyboard.type(name);
      await press('Enter');
      await expect(page.locator('.command-palette [role="dialog"]')).toBeHidden();
    },
    /** Writes the text of a node that was just made, in place. */
    write: async (text: string): Promise<void> => {
      await expect(page.locator('.canvas textarea.text-field')).toBeFocused();
      await press('Control+a');
      await page.keyboard.type(text);
      await press('Enter');
      await expect(page.locator('.canvas .react-flow__node:focus')).toHaveCount(1);
    },
    /** Chooses from the menu that is open, by the arrows. */
    fromMenu: async (item: string | RegExp): Promise<void> => {
      // It takes the focus a moment after it opens.
      await expect(page.locator('[role="menu"]:focus, [role="menu"] :focus')).toHaveCount(1);
      await reach(page.getByRole('menuitem', { name: item }).first(), 'ArrowDown', 30);
      await press('Enter');
      await expect(page.getByRole('menu')).toHaveCount(0);
      await expect(page.locator('.canvas :focus')).toHaveCount(1);
    },
    /** The node that has the focus, by what a screen reader calls it. */
    expectNode: (name: string | RegExp): Promise<void> =>
      expect(page.locator('.react-flow__node:focus')).toHaveAttribute('aria-label', name),
    /** Begins to write down what is read out. */
    listen: (): Promise<void> =>
      page.evaluate(() => {
        const { dataset } = document.documentElement;
        dataset['heard'] = '';
        const voice = document.querySelector('[data-announcer="polite"]');
        if (voice === null) throw new Error('Nothing is read out here.');
        new MutationObserver(() => {
          dataset['heard'] = `${dataset['heard'] ?? ''} ${voice.textContent}`;
        }).observe(voice, { childList: true, subtree: true, characterData: true });
      }),
    /** What is read out since it was asked last, or in a moment. */
    expectHeard: async (text: string | RegExp): Promise<void> => {
      const heard = page.locator('html');
      await expect(heard).toHaveAttribute('data-heard', typeof text === 'string' ? new RegExp(escaped(text)) : text);
      await heard.evaluate((element) => element.setAttribute('data-heard', ''));
    },
  };
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
