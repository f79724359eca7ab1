import { axeTour, closeWindow, goTo, panelOf, type Screen } from './fixtures/axe-tour.ts';
import { expect, test } from './fixtures/launch.ts';
import { talkPanel } from './pages/talk-panel.ts';
import { tracePanel } from './pages/trace-panel.ts';

const node = '.react-flow__node';

/** Where a designer spends the day: the canvas and the forms beside it. */
const design: readonly Screen[] = [
  { name: 'the scenario', show: async (page) => expect(page.locator(node).first()).toBeVisible() },
  {
    name: 'canvas near, with several selected',
    show: async (page) => {
      await page.keyboard.press('Alt+c');
      await page.keyboard.press('Control+0');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Control+Shift+a');
      await expect.poll(() => page.locator(`${node}.selected`).count()).toBeGreaterThan(1);
    },
  },
  {
    name: 'menu of a node',
    show: async (page) => {
      await goTo('Tell the status', /Message/)(page);
      await page.keyboard.press('Alt+c');
      await page.keyboard.press('Shift+F10');
      await expect(page.getByRole('menu')).toBeVisible();
    },
    leave: closeWindow,
  },
  {
    name: 'menu with titles',
    show: async (page) => {
      await page.keyboard.press('Shift+m');
      await expect(page.getByRole('group', { name: 'Move it to' })).toBeVisible();
    },
    leave: closeWindow,
  },
  { name: 'form of an action', show: goTo('getOrderDetails', /Request|Inputs/) },
  { name: 'form of what people say', show: goTo('ada@example.com', /Sample/i) },
  { name: 'form of what the app says', show: goTo('Tell the status', /Message/) },
  { name: 'form of a turn', show: goTo('Find the order', /Behaviour/) },
];

/** A talk, and all that tells what it did. */
const talking: readonly Screen[] = [
  {
    name: 'talk and trace, the canvas lit',
    show: async (page) => {
      await panelOf('trace')(page);
      const talk = talkPanel(page);
      await talk.start();
      await tracePanel(page).speed('At once');
      await talk.say('Where is order A-1001?');
      await talk.say('ada@example.com');
      await expect(page.locator(`${node} [data-light]`).first()).toBeVisible();
    },
  },
  {
    name: 'why this',
    show: async (page) => {
      await talkPanel(page).lastReply.locator('.why-button').click();
      await expect(page.locator('.why-answer')).toBeVisible();
    },
    leave: closeWindow,
  },
  ...['problems', 'variables', 'library', 'actions', 'understanding', 'worlds', 'log', 'desk'].map((tab) => ({
    name: `panel ${tab}`,
    show: panelOf(tab),
  })),
  {
    name: 'search',
    show: async (page) => {
      await page.keyboard.press('Control+f');
      await page.keyboard.type('order');
      await expect(page.getByRole('search').getByRole('status')).toHaveText(/found/);
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
];

test('axe finds nothing on the canvas, in its menus and in the forms, in both themes', async ({ launch }) => {
  test.setTimeout(300_000);
  const { page } = await launch();
  await axeTour(page, design);
});

test('axe finds nothing in a talk and in the panels that explain it, in both themes', async ({ launch }) => {
  test.setTimeout(300_000);
  const { page } = await launch();
  await axeTour(page, talking);
});
