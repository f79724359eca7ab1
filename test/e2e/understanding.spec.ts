import { expect, test } from './fixtures/launch.ts';
import { inspectorPanel } from './pages/inspector-panel.ts';
import { studioWindow } from './pages/studio-window.ts';

/** What a designer does before anybody talks: tries a sentence, sees which samples teach too little, and writes more. */
test('a sentence is tried, the samples are measured, and more samples change both', async ({ launch }) => {
  const { page, faults } = await launch();
  const [window, inspector] = [studioWindow(page), inspectorPanel(page)];
  const panel = page.getByRole('tabpanel', { name: 'Understanding' });
  const field = panel.getByRole('textbox', { name: 'Try an utterance' });
  const ranking = panel.getByRole('list', { name: 'What it could mean, likeliest first' });
  const hello = panel.getByRole('list', { name: /^Intents, the worst/ }).getByRole('button', { name: /^hello/ });

  await test.step('the samples are measured by themselves', async () => {
    await window.tab('Understanding').click();
    await expect(panel.getByText(/^\d+ of \d+ held-out samples understood$/)).toBeVisible();
    await expect(hello).toHaveText(/of 5$/);
  });

  await test.step('a sentence says what it would mean, and with what', async () => {
    await field.fill('where is my order A-1001');
    await expect(panel.getByText(/^Understood as where_is_order/)).toBeVisible();
    await expect(ranking.getByRole('button').first()).toContainText('order_id A-1001');
    await field.fill('it is ada@example.com');
    await expect(panel.getByText(/^Not understood/)).toBeVisible();
    await panel.getByText('Everywhere', { exact: true }).click();
    await expect(panel.getByText(/^Understood as give_email/)).toBeVisible();
    await panel.getByText('At the start', { exact: true }).click();
  });

  await test.step('an intent is a click away, and what is written there counts at once', async () => {
    await field.fill('wotcha');
    await expect(panel.getByText(/^Not understood/)).toBeVisible();
    await hello.click();
    await inspector.write('New sample', 'wotcha', inspector.section('Sample utterances'), '');
    await expect(panel.getByText(/^Understood as hello/)).toBeVisible();
    await expect(hello).toHaveText(/of 6$/);
    await expect(panel.getByText('Before your last edits')).toBeHidden();
  });

  expect(faults()).toEqual([]);
});
