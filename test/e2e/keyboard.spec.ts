import { readScenario } from '../../shared/persistence/read-scenario.ts';
import { createFolder } from './fixtures/a-folder.ts';
import { expect, test } from './fixtures/launch.ts';
import { keyboard } from './pages/keyboard.ts';
import { studioWindow } from './pages/studio-window.ts';
import { answerSaveDialog } from './pages/system-dialogs.ts';
import { talkPanel } from './pages/talk-panel.ts';

test('a flow of 25 nodes is built, wired, arranged, talked to, explained and saved without a mouse', async ({
  launch,
}) => {
  test.setTimeout(150_000);
  const files = createFolder();
  const { page, electron } = await launch();
  const keys = keyboard(page);
  const { press, type, reach, find, write, fromMenu, expectNode, expectHeard } = keys;
  const inspector = page.locator('#panel-inspector');
  const canvasNodes = page.locator('.react-flow__node');
  /** With all of it in view: what is out of view is not in the page. */
  const expectNodes = async (count: number): Promise<void> => {
    await press('Shift+1');
    await expect(canvasNodes).toHaveCount(count);
  };
  const field = (name: string, within = inspector) => within.getByRole('textbox', { name, exact: true });
  const writeInto = async (name: string, text: string, within = inspector): Promise<void> => {
    await reach(field(name, within));
    await press('Control+a');
    await type(text);
    await press('Tab');
  };

  await keys.listen();

  await test.step('begin with nothing', async () => {
    await press('Control+n');
    await reach(page.getByRole('button', { name: /^Empty scenario/ }));
    await press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(canvasNodes).toHaveCount(0);
    await press('Alt+c');
  });

  await test.step('what people say and what is answered, with the frames they need', async () => {
    await press('u');
    await write('where is order {session.order_id}');
    await press('a');
    await write('It is {user.status}.');
    await expectNode(/^APP intent new_answer: It is/);
    await expectHeard('last of 2 in turn Turn');
    await press('t', 'u');
    await write('thank you');
    await press('a');
    await write('Any time.');
    await press('s', 't', 'u');
    await write('I want to complain');
    await press('a');
    await write('I am sorry to hear that.');
    await press('v', 'u');
    await write('goodbye');
    await press('a');
    await write('See you.');
    await expectNodes(18);
  });

  await test.step('actions, contexts and a note', async () => {
    await find('where is order');
    await expectNode(/^USER intent new_question: where is order/);
    await press('p');
    await expectNode('API call newAction on new_question');
    await find('where is order');
    await press('w');
    await expectNode(/^Set attributes .* on new_question$/);
    await press('Shift+u', 'Shift+s', 'n');
    await write('Built by keys alone');
    await expectNodes(22);
    await find('goodbye');
    await press('t', 'u');
    await write('start again');
    await press('a');
    await write('Here we go.');
    await expectNodes(25);
  });

  await test.step('what the service is asked and what it answers, in its form', async () => {
    await find('newAction');
    await expect(inspector.locator(':focus')).toHaveCount(1);
    await writeInto('Name', 'findOrder');
    await writeInto('Base URL', 'https://orders.example.com');
    await writeInto('Path', '/orders/$orderId');
    await reach(inspector.getByRole('button', { name: 'Add output' }));
    await press('Enter');
    await writeInto('Name', 'status', inspector.getByRole('region', { name: 'Outputs' }));
    await reach(inspector.getByRole('button', { name: 'Add example answer' }));
    await press('Enter');
    const examples = inspector.getByRole('region', { name: 'Example answers' });
    await writeInto('Answer', '{"status": "on its way"}', examples);
  });

  await test.step('pins are reached and joined by keys', async () => {
    await find('where is order');
    await press('ArrowRight');
    await expectNode('API call findOrder on new_question');
    await press('c');
    await expect(keys.focused).toHaveAttribute('aria-label', 'Connect argument orderId');
    await press('Enter');
    await fromMenu('a new attribute of session');
    await expect(keys.focused).toHaveAttribute('aria-label', 'Connect argument orderId');
    await press('ArrowDown');
    await expect(keys.focused).toHaveAttribute('aria-label', 'Connect result status');
    await press('c');
    await fromMenu('user.status');
    await press('Escape');
    await expectNode('API call findOrder on new_question');
    await press('ArrowLeft', 'c', 'Enter');
    await fromMenu('session.order_id');
    await press('Escape', 'ArrowRight', 'Shift+w');
    await expectHeard(/Wire 1 of 2: session\.order_id, string, from USER intent new_question to API call findOrder/);
  });

  await test.step('a transition, a behaviour and a condition', async () => {
    await find('Any time.');
    await press('c', 'Enter');
    await fromMenu(/New conversation/);
    await press('Escape', 'Alt+1');
    await reach(inspector.getByRole('switch', { name: /Completing/ }));
    await press('Space');
  });

  await test.step('carried, moved, arranged, copied, deleted and taken back', async () => {
    await find('thank you');
    await press('ArrowLeft', 'Alt+ArrowUp');
    await expectHeard(/first of 2 in scene/);
    await press('Control+z');
    await expectHeard('Undone: Move turn');
    await find('start again');
    await press('Shift+m');
    await fromMenu(/^Turn “/);
    await press('Control+z');
    await press('Control+c', 'Control+v');
    await expectNodes(26);
    await press('Delete');
    await expectNodes(25);
    await expect(page.locator('.react-flow__node:focus')).toHaveCount(1);
    await find('Built by keys alone');
    await press('Shift+ArrowRight', 'Shift+ArrowRight');
    await press('Control+Home');
  });

  await test.step('talk, and ask why', async () => {
    await press('Alt+c', 'Space');
    const talk = talkPanel(page);
    await talk.settled();
    await expect(page.getByRole('textbox', { name: 'Say something' })).toBeFocused();
    await type('where is order A-7');
    await press('Enter');
    await talk.expectReply('It is on its way.');
    await expectHeard(/Matched “new_question”.*findOrder answered/);
    await press('Alt+y');
    await expect(page.locator('.why-answer')).toContainText('where is order');
    await press('Escape', 'Alt+3');
    await reach(page.getByRole('tree', { name: 'Events of the exchange' }));
    await press('Home', 'ArrowDown', 'Enter');
    await expect(page.locator('.event-tree')).toContainText('Why this?');
  });

  await test.step('save, and find all of it in the file', async () => {
    await answerSaveDialog(electron, files.at('keys.parley.json'));
    await press('Control+s');
    await studioWindow(page).expectState('saved');
    const read = readScenario(files.read('keys.parley.json'));
    if (!read.ok) throw new Error('The file cannot be read.');
    const { tables } = read.value.document;
    expect([tables.conversations.size, tables.scenes.size, tables.turns.size, tables.intents.size]).toEqual([
      2, 3, 5, 10,
    ]);
    const asked = tables.intents.find(({ samples }) => samples.some((sample) => sample.startsWith('where is order')));
    expect(asked?.actions[0]).toMatchObject({ outputs: { status: 'user.status' } });
  });
});
