import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { axeTour, closeWindow, goTo, panelOf, windowBy, type Screen } from './fixtures/axe-tour.ts';
import { createFolder } from './fixtures/a-folder.ts';
import { expectJournalled } from './fixtures/expect-journalled.ts';
import { expect, test } from './fixtures/launch.ts';
import { studioWindow } from './pages/studio-window.ts';
import { smallShop } from './fixtures/small-shop.ts';

/** Everything that covers the canvas for a while. */
const windows: readonly Screen[] = [
  { name: 'attributes', show: windowBy('Control+Alt+a', /Attributes/), leave: closeWindow },
  { name: 'contexts', show: windowBy('Control+Alt+c', /Attributes|Contexts/), leave: closeWindow },
  { name: 'translations', show: windowBy('Control+Alt+l', 'Translations'), leave: closeWindow },
  { name: 'versions', show: windowBy('Control+Alt+s', 'Versions'), leave: closeWindow },
  { name: 'gallery', show: windowBy('Control+Alt+g', 'Pattern gallery'), leave: closeWindow },
  { name: 'new scenario', show: windowBy('Control+n', 'New scenario'), leave: closeWindow },
  { name: 'recent scenarios', show: windowBy('Control+Alt+o', /Recent/), leave: closeWindow },
  { name: 'secrets', show: windowBy('Control+Shift+k', /Secrets/), leave: closeWindow },
  { name: 'shortcuts', show: windowBy('Control+/', /shortcuts/i), leave: closeWindow },
  {
    name: 'about',
    show: async (page) => {
      await studioWindow(page).choose('Help', 'help.about');
      await expect(page.getByRole('dialog', { name: /About/ })).toBeVisible();
    },
    leave: closeWindow,
  },
  { name: 'export', show: windowBy('Control+e', 'Export action bundle'), leave: closeWindow },
  {
    name: 'command palette',
    show: async (page) => {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('textbox', { name: /Find a command/ })).toBeFocused();
      await page.keyboard.type('add');
    },
    leave: closeWindow,
  },
  {
    name: 'a menu of the menu bar',
    show: async (page) => {
      await page.getByRole('menuitem', { name: 'Edit', exact: true }).click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
    leave: closeWindow,
  },
  {
    name: 'messages in full size',
    show: async (page) => {
      await goTo('Tell the status', /Message/)(page);
      await windowBy('Control+Alt+m', /^Messages of/)(page);
    },
    leave: closeWindow,
  },
  {
    name: 'question before an action is deleted',
    show: async (page) => {
      await panelOf('library')(page);
      await page.getByRole('button', { name: 'Delete getOrderDetails' }).click();
      await expect(page.getByRole('dialog', { name: 'Delete “getOrderDetails”?' })).toBeVisible();
    },
    leave: closeWindow,
  },
];

test('axe finds nothing in any window, in both themes', async ({ launch }) => {
  test.setTimeout(300_000);
  const { page } = await launch();
  await axeTour(page, windows);
});

test('axe finds nothing where a paste clashes, and where work is offered back after a crash', async ({ launch }) => {
  test.setTimeout(120_000);
  const files = createFolder();
  const here = files.write('here.parley.json', printScenario(smallShop().withAttribute('amount').build()));
  const theirs = aScenario('Theirs')
    .withAttribute('amount', 'int')
    .withConversation('Paying')
    .withScene('Till')
    .withTurn('Checkout')
    .user('pay', { samples: ['I pay {user.amount}'], expects: ['user.amount'] })
    .build();
  const there = await launch({ args: [files.write('theirs.parley.json', printScenario(theirs))] });
  await there.page.getByRole('treeitem', { name: /Checkout/ }).click();
  await there.page.keyboard.press('Alt+c');
  await there.page.keyboard.press('Control+c');
  const clip = await there.electron.evaluate(({ clipboard }) => clipboard.readText());
  await there.discard();

  const { page, electron, kill, profile } = await launch({ args: [here] });
  await electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), clip);
  await axeTour(page, [
    {
      name: 'clash',
      show: async () => {
        await page.keyboard.press('Alt+c');
        await windowBy('Control+v', /means something else here/)(page);
      },
      leave: closeWindow,
    },
  ]);
  await page.locator('.scenario-title-name').click();
  await page.keyboard.type('After the storm');
  await page.keyboard.press('Enter');
  await expect(page.locator('.scenario-title-state')).toHaveAttribute('data-state', 'edited');
  await expectJournalled({ profile }, 'After the storm');
  await kill();
  const again = await launch({ profile });
  const offer = again.page.getByRole('dialog', { name: 'Parley closed before your work was saved' });
  await axeTour(again.page, [{ name: 'recovery', show: () => expect(offer).toBeVisible() }]);
  files.remove();
});
