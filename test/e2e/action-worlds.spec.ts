import { writeFileSync } from 'node:fs';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { createFolder } from './fixtures/a-folder.ts';
import { expect, test } from './fixtures/launch.ts';
import { startOrderService } from './fixtures/order-service.ts';
import { canvasView } from './pages/canvas-view.ts';
import { inspectorPanel } from './pages/inspector-panel.ts';
import { studioWindow } from './pages/studio-window.ts';
import { answerTrust } from './pages/system-dialogs.ts';
import { talkPanel } from './pages/talk-panel.ts';
import { tracePanel } from './pages/trace-panel.ts';
import { tryPanel } from './pages/try-panel.ts';
import { worldsPanel } from './pages/worlds-panel.ts';

test.describe.configure({ timeout: 180_000 });

test('an API action is tried, mapped by pressing a value, kept as an example, wired, and talked to offline', async ({
  launch,
}) => {
  const service = await startOrderService();
  const app = await launch();
  const { page } = app;
  const [window, canvas, inspector] = [studioWindow(page), canvasView(page), inspectorPanel(page)];
  const [talk, trial] = [talkPanel(page), tryPanel(page)];

  await test.step('what is said, what is answered, and an action out of a cURL line', async () => {
    await window.choose('File', 'file.new');
    await window.dialog('New scenario').getByText('Empty scenario').click();
    await canvas.dropFromPalette('userIntent', canvas.canvas, { x: 260, y: 120 });
    await canvas.write('where is order {session.order_id}');
    await canvas.dropFromPalette('appIntent', canvas.frame('turn'), { x: 200, y: 90 });
    await canvas.write('It is {session.status}.');
    await canvas.dropFromPalette('apiAction', canvas.intent('where is order'), { x: 60, y: 30 });
    await canvas.dropFromPalette('sessionContext', canvas.canvas, { x: 380, y: 400 });
    await canvas.action('newAction').click();
    await inspector.press('Open action');
    const address = inspector.field('Base URL');
    await address.focus();
    await address.evaluate((field, text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, `curl "${service.origin}/orders/$orderId" -H 'X-Region: EU'`);
    await window.dialog('Paste cURL').getByRole('button', { name: 'Use this request' }).click();
    await expect(inspector.field('Path')).toHaveValue('/orders/$orderId');
  });

  await test.step('try it against the service', async () => {
    await talk.mode('Live');
    await trial.open();
    await trial.give('orderId', 'A-7');
    await trial.run();
    await trial.allow(service.origin);
    await trial.expectOutcome('Succeeded');
    await expect(trial.result.locator('.try-outcome')).toContainText('live');
    expect(service.called).toEqual(['/orders/A-7']);
  });

  await test.step('press values of the answer, one with the mouse and one with the keys', async () => {
    await trial.value('order.status').click();
    await expect(trial.outputs).toContainText('"shipped"');
    await trial.result.getByRole('tree').focus();
    for (let presses = 0; presses < 1; presses += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(trial.outputs).toContainText('64.5');
    await expect(inspector.section('Outputs')).toContainText('status string');
    await expect(inspector.section('Outputs')).toContainText('total float');
    await page.locator('[data-area="right"] .inspector-kind').click();
    await page.keyboard.press('Control+z');
    await expect(inspector.section('Outputs')).not.toContainText('total');
  });

  await test.step('keep the answer, and let the service go', async () => {
    await trial.section.getByRole('button', { name: 'Save as example' }).click();
    await window.expectNotice('Saved as an example. Undo takes it back.');
    await expect(inspector.section('Example answers')).toContainText('Real answer');
    await window.dismissNotices();
    service.close();
  });

  await test.step('wire it, and talk', async () => {
    const [action, session] = [canvas.action('newAction'), canvas.context('session')];
    await canvas.wire(canvas.pin(action, 'in:orderId'), session.locator('.context-new'));
    await expect(canvas.wiresOf('session.order_id')).toHaveCount(1);
    await canvas.wire(canvas.pin(canvas.intent('where is order'), 'expects'), session.getByText('order_id'));
    await expect(canvas.wiresOf('session.order_id')).toHaveCount(2);
    await canvas.wire(canvas.pin(action, 'out:status'), session.getByText('status'));
    await talk.mode('Mock');
    await page.keyboard.press('Control+Enter');
    await talk.settled();
    await talk.say('where is order B-12');
    await talk.expectReply('It is shipped.');
    await expect(talk.origins(talk.lastReply)).toHaveText(['mocked']);
    expect(service.called).toHaveLength(1);
  });
  expect(app.faults()).toEqual([]);
});

test('a Python action is broken, its line is found, and it is mended', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  const [inspector, talk, trial] = [inspectorPanel(page), talkPanel(page), tryPanel(page)];
  const code = inspector.panel.getByRole('textbox', { name: 'Python' });
  const write = async (text: string): Promise<void> => {
    await code.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(text);
  };
  await page.getByRole('tab', { name: /^Actions\s*\d*$/ }).click();
  await page.getByRole('button', { name: 'New action' }).click();
  await page.getByRole('menuitem', { name: 'Python' }).click();
  await write('def execute_action(context):\n    print("hello from the script")\n    return {"twice": amount * 2}\n');
  await talk.mode('Live');
  await trial.open();

  await test.step('it fails, says so, and the line is a press away', async () => {
    await trial.run();
    await trial.expectOutcome('Failed');
    await expect(trial.result).toContainText('NameError');
    await expect(trial.result.getByLabel('Printed')).toContainText('hello from the script');
    await trial.result.getByRole('button', { name: 'line 3' }).last().click();
    const written = (): Promise<string> =>
      page.evaluate(() => getSelection()?.anchorNode?.parentElement?.closest('.cm-line')?.textContent ?? '');
    await expect.poll(written).toContain('amount * 2');
    await expect(inspector.panel.locator('.cm-lint-marker-error')).toBeVisible();
  });

  await test.step('mended, it gives a value that can be mapped', async () => {
    await write('def execute_action(context):\n    return {"twice": 21 * 2}\n');
    await trial.run();
    await trial.expectOutcome('Succeeded');
    await trial.value('twice').click();
    await expect(trial.outputs).toContainText('42');
    await expect(inspector.section('Outputs')).toContainText('twice int');
  });

  await test.step('a script that never ends is stopped', async () => {
    await write('def execute_action(context):\n    while True:\n        pass\n');
    await trial.run();
    await trial.section.getByRole('button', { name: 'Cancel' }).click();
    await trial.expectOutcome('Failed');
    await expect(trial.result).toContainText('stopped');
  });
  expect(app.faults()).toEqual([]);
});

const desk = aScenario('Help')
  .withAction('handOff', 'askPerson', { note: 'Wants a person', text: 'One moment please.', returnText: 'I am back.' })
  .withConversation('Help')
  .withScene('Help')
  .withTurn('Person', { behaviors: ['STARTING', 'OPEN'] })
  .user('person', { samples: ['i want a person'], actions: ['askPerson'] })
  .app('comes', { text: 'Somebody will come.' })
  .withTurn('Back', { behaviors: ['STARTING', 'OPEN'] })
  .user('handover.returned', { id: 'returned' })
  .app('welcome_back', { text: 'Where were we?' })
  .build();

test('the designer plays the person at the desk, and gives the talk back', async ({ launch }) => {
  const files = createFolder();
  writeFileSync(files.at('help.parley.json'), printScenario(desk));
  const app = await launch({ args: [files.at('help.parley.json')] });
  const { page } = app;
  const [window, talk, trace] = [studioWindow(page), talkPanel(page), tracePanel(page)];
  const tab = page.locator('[role="tab"][data-tab="desk"]');
  await answerTrust(app.electron, true);
  await page.getByRole('button', { name: 'Trust…' }).click();
  await page.keyboard.press('Control+Enter');
  await talk.settled();
  await trace.speed('At once');
  await talk.say('i want a person');
  await expect(talk.log).toContainText('One moment please.');
  await expect(tab).toHaveText('Desk1');

  await tab.click();
  const panel = page.getByRole('tabpanel', { name: 'Desk' });
  const lines = panel.getByRole('log', { name: 'Lines of the talk at the desk' });
  await expect(panel).toContainText('Wants a person');
  await expect(lines).toContainText('i want a person');
  await talk.say('my lamp is broken');
  await expect(lines).toContainText('my lamp is broken');
  const answer = panel.getByRole('textbox', { name: 'Answer as the person at the desk' });
  await answer.fill('Which lamp is it?');
  await answer.press('Enter');
  await expect(talk.log.locator('[data-speaker="AGENT"]')).toContainText('Which lamp is it?');
  await expect(lines).toContainText('Which lamp is it?');

  await panel.getByRole('button', { name: 'Give back' }).click();
  await expect(talk.log).toContainText('I am back.');
  await talk.expectReply('Where were we?');
  await expect(tab).toHaveText('Desk');
  await expect(panel).toContainText('Nobody waits.');
  await expect(window.title).toHaveText('Help');
  expect(await talk.bubbles()).not.toContain('handover.returned');
  expect(app.faults()).toEqual([]);
  files.remove();
});

test('between worlds the same talk goes well, fails, and is kept as a world of its own', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  const [talk, trace, worlds] = [talkPanel(page), tracePanel(page), worldsPanel(page)];
  await worlds.show();
  await worlds.add('Happy');
  await worlds.add('Down');
  await expect(worlds.cell('checkProductStock', 'Down')).toContainText('no connection');
  await page.keyboard.press('Control+Enter');
  await talk.settled();
  await trace.show('trace');
  await trace.speed('At once');

  await worlds.choose('Happy');
  await talk.say('is P-100 in stock');
  await expect(talk.origins(talk.lastReply)).toHaveText(['mocked']);
  const [fine] = (await talk.bubbles()).slice(-1);
  await worlds.choose('Down');
  await talk.say('is P-100 in stock');
  expect((await talk.bubbles()).at(-1)).not.toBe(fine);
  expect(await trace.calls()).toEqual([
    expect.stringMatching(/^checkProductStock failed: .*no connection\. \(mocked\)$/),
    'checkProductStock answered 200 (mocked)',
  ]);

  await worlds.show();
  await worlds.keepTalk();
  await expect(worlds.cell('checkProductStock', 'Recorded talk')).toContainText('in turn');
  await page.locator('[role="tab"][data-tab="log"]').click();
  const log = page.getByRole('list', { name: 'What was carried out' });
  await expect(log.getByRole('listitem')).toHaveCount(2);
  await page.getByRole('combobox', { name: 'Which outcome' }).selectOption('failed');
  await expect(log.getByRole('listitem')).toHaveCount(1);
  await log.getByRole('button').first().click();
  await expect(log).toContainText('World Down');
  expect(app.faults()).toEqual([]);
});
