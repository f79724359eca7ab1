import { expect, test } from './fixtures/launch.ts';
import { startFilm } from './fixtures/film.ts';
import { canvasView } from './pages/canvas-view.ts';
import { humanHand } from './pages/human-hand.ts';
import { inspectorPanel } from './pages/inspector-panel.ts';
import { studioWindow } from './pages/studio-window.ts';
import { talkPanel } from './pages/talk-panel.ts';

/** Gestures at the speed of a person, and what the app lets them wait for. */
const mostSeconds = 60;

test('from an empty window to three intents and an action that answer, in less than a minute, filmed', async ({
  launch,
}, testInfo) => {
  test.setTimeout(180_000);
  const { page, faults } = await launch();
  const [window, canvas, inspector] = [studioWindow(page), canvasView(page), inspectorPanel(page)];
  const [talk, hand] = [talkPanel(page), humanHand(page)];
  const tile = (id: string) => page.locator(`[data-palette="${id}"]`);
  const film = await startFilm(page, testInfo.outputPath('frames'));

  await test.step('an empty window', async () => {
    await hand.press('Control+n');
    await hand.click(window.dialog('New scenario').locator('[data-template="empty"]'));
    await expect(canvas.nodes).toHaveCount(0);
  });

  await test.step('two ways to ask, and one answer', async () => {
    await hand.drag(tile('userIntent'), canvas.canvas, { x: 250, y: 150 });
    await hand.type('is {session.product} in stock');
    await hand.press('Enter');
    await hand.drag(tile('userIntent'), canvas.frame('turn'), { x: 200, y: 90 });
    await hand.type('how many {ses');
    await expect(page.getByRole('option', { name: /^session/ })).toBeVisible();
    await hand.press('Enter');
    await hand.type('product} are left');
    await hand.press('Enter');
    await hand.drag(tile('appIntent'), canvas.frame('turn'), { x: 300, y: 130 });
    await hand.type('There are {user.quantity} of them.');
    // Unfinished is not wrong: nothing is held against what is being written.
    await expect(window.tab('Problems')).toHaveText('Problems');
    await hand.press('Enter');
  });

  await test.step('an action, and an example of what it answers', async () => {
    await hand.drag(tile('apiAction'), canvas.intent('There are'));
    await hand.click(inspector.field('Path'));
    await hand.type('/products/$product');
    await hand.click(inspector.panel.getByRole('button', { name: 'Add output', exact: true }));
    await hand.type('quantity');
    await hand.click(inspector.panel.getByRole('button', { name: 'Add example answer', exact: true }));
    // It holds the output already.
    await expect(inspector.field('Answer')).toContainText('"quantity"');
    await hand.click(inspector.field('Answer'));
    await hand.press('Control+a');
    await hand.type('{"quantity": 7}');
  });

  await test.step('wires', async () => {
    await hand.drag(tile('sessionContext'), canvas.canvas, { x: 200, y: 560 });
    const session = canvas.context('session');
    await hand.drag(canvas.pin(canvas.action('newAction'), 'in:product'), session.locator('.context-new'));
    for (const text of ['in stock', 'are left'])
      await hand.drag(canvas.pin(canvas.intent(text), 'expects'), session.getByText('product'));
  });

  await test.step('a talk', async () => {
    await hand.press('Control+Enter');
    await hand.click(talk.field);
    await hand.type('is P-77 in stock');
    await hand.press('Enter');
    await hand.waitFor(() => talk.expectReply('There are 7 of them.'));
  });
  const seconds = hand.seconds();

  await hand.type('how many hats are left');
  await hand.press('Enter');
  await talk.settled();
  await talk.expectReply('There are 7 of them.');
  await expect(talk.origins(talk.lastReply)).toHaveText(['mocked']);
  const frames = await film.stop();
  testInfo.annotations.push({ type: 'film', description: `${frames} frames, ${seconds.toFixed(1)} s` });
  expect(frames).toBeGreaterThan(100);
  expect(seconds).toBeLessThan(mostSeconds);
  // All there is to say about it: without an address it can only be mocked.
  await window.tab('Problems').click();
  await expect(page.locator('#panel-problems')).toContainText('newAction has no base URL yet');
  await expect(window.tab('Problems')).toHaveText('Problems1');
  expect(faults()).toEqual([]);
});
