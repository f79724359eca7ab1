import { expect, type Locator, type Page } from '@playwright/test';

/** The talk: what is said, what is answered, and why. */
export function talkPanel(page: Page) {
  const log = page.getByRole('log', { name: 'What was said' });
  const rows = log.locator('.bubble-row[data-seq]');
  const said = log.locator('.bubble-row[data-seq][data-side="user"]');
  const replies = log.locator('.bubble-row[data-seq][data-side="app"]');
  const controls = page.locator('.run-controls');
  const field = page.getByRole('textbox', { name: 'Say something' });

  /** Until the app has said all it has to say, and it is the person's turn. */
  const settled = async (): Promise<void> => {
    await expect(page.locator('.run-status')).toHaveAttribute('data-waiting', /user|confirmation/, { timeout: 30_000 });
    await expect(log.locator('.typing-bubble, [data-unheard]')).toHaveCount(0, { timeout: 30_000 });
  };
  /** Waits for one more thing said, and for everything that follows from it. */
  const heard = async (speak: () => Promise<void>): Promise<void> => {
    const before = await said.count();
    await speak();
    await expect(said).toHaveCount(before + 1);
    await settled();
  };

  return {
    log,
    said,
    replies,
    lastReply: replies.last(),
    /** The bubble that shows what is chosen in the trace and on the canvas. */
    chosen: log.locator('[data-chosen]'),
    header: page.locator('.chat-header'),
    field,
    settled,
    /** Begins a talk, or begins it again. */
    start: async (): Promise<void> => {
      const began = log.locator('[data-note="opened"]');
      await controls.getByRole('button', { name: /^(Talk|Restart)$/ }).click();
      await expect(said).toHaveCount(0);
      await expect(began).toHaveCount(1);
      await settled();
    },
    say: (text: string): Promise<void> =>
      heard(async () => {
        await field.fill(text);
        await field.press('Enter');
      }),
    /** Presses a button of the last message. */
    press: (name: string): Promise<void> =>
      heard(() => replies.last().getByRole('button', { name, exact: true }).click()),
    expectReply: async (text: string | RegExp): Promise<void> => {
      await expect(replies.last().locator('.bubble')).toContainText(text);
    },
    /** Where the values of a reply come from. */
    origins: (reply: Locator): Locator => reply.locator('.bubble-foot .origin-badge'),
    /** Asks “Why this?” and gives the answer, one line a sentence. */
    why: async (row: Locator): Promise<string[]> => {
      const button = row.locator('.why-button');
      await button.click();
      const answer = page.locator('.why-answer');
      await expect(answer).toBeVisible();
      const sentences = await answer.locator('> p:not(.why-others), .why-candidate').allInnerTexts();
      await button.click();
      await expect(answer).toBeHidden();
      return sentences;
    },
    bubbles: (): Promise<string[]> => rows.locator('.bubble').allInnerTexts(),
    mode: async (mode: 'Mock' | 'Live'): Promise<void> => {
      await page.locator('.mode-choice', { hasText: mode }).click();
      await expect(page.getByRole('radio', { name: mode })).toBeChecked();
    },
  };
}

export type TalkPanel = ReturnType<typeof talkPanel>;
