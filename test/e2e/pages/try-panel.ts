import { expect, type Locator, type Page } from '@playwright/test';
import { inspectorPanel } from './inspector-panel.ts';

/** The action by itself, in its form. */
export function tryPanel(page: Page) {
  const inspector = inspectorPanel(page);
  const section = inspector.section('Try it');
  const result = section.getByRole('status', { name: 'Result' });
  return {
    section,
    result,
    open: (): Promise<Locator> => inspector.open('Try it'),
    give: async (argument: string, value: string): Promise<void> => {
      await section.getByRole('textbox', { name: argument, exact: true }).fill(value);
    },
    run: (): Promise<void> => section.getByRole('button', { name: 'Run', exact: true }).click(),
    allow: async (origin: string): Promise<void> => {
      const question = section.getByRole('group', { name: 'Permission to call' });
      await expect(question).toContainText(origin);
      await question.getByRole('button', { name: 'Allow' }).click();
    },
    expectOutcome: (words: string): Promise<void> =>
      expect(result.locator('.try-outcome')).toContainText(words, { timeout: 60_000 }),
    /** A value of the answer, by the path that finds it. */
    value: (path: string): Locator => result.locator(`[data-path="${path}"]`),
    outputs: result.locator('.try-outputs'),
  };
}
