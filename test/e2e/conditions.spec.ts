import type { Locator } from '@playwright/test';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { value, when } from '../builders/conditions.ts';
import { createFolder, type TestFolder } from './fixtures/a-folder.ts';
import { expect, test } from './fixtures/launch.ts';
import { inspectorPanel } from './pages/inspector-panel.ts';
import { studioWindow } from './pages/studio-window.ts';
import { talkPanel } from './pages/talk-panel.ts';
import { tracePanel } from './pages/trace-panel.ts';

const scenario = (): string =>
  printScenario(
    aScenario('Bar')
      .withAttribute('age', 'int')
      .withAttribute('is_member', 'boolean')
      .withAttribute('drinks', 'string[]')
      .withAttribute('born', 'timestamp')
      .withConversation('Counter')
      .withScene('Evening')
      .withTurn('Order')
      .user('beer', {
        samples: ['a cold beer please'],
        conditions: [when('user.age', 'gte', 18), when('_intent.age', 'is_not_set')],
      })
      .user('child', { samples: ['i am a child'], sets: { 'user.age': value(17) } })
      .user('adult', { samples: ['i am an adult'], sets: { 'user.age': value(30) } })
      .app('serve', { text: 'Here you are.' })
      .withTurn('Closed', { conditions: [] })
      .user('later', { samples: ['see you later'] })
      .app('bye', { text: 'Bye.' })
      .build(),
  );

let folder: TestFolder;
test.beforeEach(() => {
  folder = createFolder();
});
test.afterEach(() => folder.remove());

test('conditions are built, moved and tried with an example before there is a talk', async ({ launch }) => {
  const { page, faults } = await launch({ args: [folder.write('bar.parley.json', scenario())] });
  const [inspector, window] = [inspectorPanel(page), studioWindow(page)];
  await page.getByRole('treeitem', { name: /^Closed/ }).click();
  const conditions = await inspector.open('Conditions');
  const row = (name: string): Locator => conditions.getByRole('group', { name: `Condition ${name}`, exact: true });
  const verdict = (name: string): Locator => row(name).locator('> .verdict');
  const handle = (name: string): Locator => row(name).locator('> .condition-handle');
  const add = async (): Promise<void> => {
    await inspector.press('Add condition');
    await page.getByRole('menuitem', { name: 'Condition', exact: true }).click();
  };
  const operations = (name: string): Promise<string[]> =>
    row(name).getByRole('combobox', { name: 'Operation' }).locator('option').allTextContents();
  const choose = (name: string, item: string): Promise<void> =>
    handle(name)
      .click()
      .then(() => page.getByRole('menuitem', { name: item, exact: true }).click());

  await test.step('operations fit the type, in plain words', async () => {
    await add();
    await inspector.write('Looks at', 'user.is_member', row('1'));
    expect(await operations('1')).toEqual(expect.arrayContaining(['is true', 'is set']));
    expect(await operations('1')).not.toContain('starts with');
    await inspector.write('Looks at', 'user.drinks', row('1'));
    expect(await operations('1')).toContain('has more than … items');
    await inspector.write('Looks at', 'user.born', row('1'));
    expect(await operations('1')).toContain('was more than … seconds ago');
    await inspector.write('Looks at', 'user.age', row('1'));
    await inspector.choose('Operation', 'is between', row('1'));
    await inspector.write('Compared with', '65', row('1'));
    await inspector.write('Up to', '18', row('1'));
    await expect(row('1').getByText('Nothing is in between: this end is below the other.')).toBeVisible();
    await inspector.choose('Operation', 'is at least', row('1'));
    await inspector.field('Compared with', row('1')).fill('eighteen');
    await expect(row('1').getByText('Expected a number.')).toBeVisible();
    await inspector.write('Compared with', '18', row('1'));
  });

  await test.step('an example says why not while it is typed, and is no part of the scenario', async () => {
    await expect(conditions.locator('.verdict')).toHaveCount(0);
    await inspector.press('Try with example values', conditions);
    await expect(verdict('1')).toHaveText(
      'Would fail with these values: {user.age} is not set, and must be at least 18.',
    );
    const example = conditions.getByRole('group', { name: 'Example values' });
    const age = inspector.field('{user.age}', example);
    await age.fill('17');
    await expect(verdict('1')).toHaveText('Would fail with these values: {user.age} is 17, and must be at least 18.');
    await age.fill('17.5');
    await expect(example.getByText('Expected a whole number.')).toBeVisible();
    await age.fill('18');
    await expect(verdict('1')).toHaveText('Would pass with these values');
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Edit conditions');
    // Kept for this window: another form and back.
    await page.getByRole('treeitem', { name: /a cold beer/ }).click();
    await page.getByRole('treeitem', { name: /^Closed/ }).click();
    await expect(age).toHaveValue('18');
  });

  await test.step('into a group and out of it, by menu, keys and mouse', async () => {
    await add();
    await inspector.write('Looks at', 'user.is_member', row('2'));
    await choose('1', 'Put into a group');
    await expect(row('1.1')).toBeVisible();
    await handle('2').focus();
    await page.keyboard.press('ArrowRight');
    await expect(row('1.2').getByRole('textbox', { name: 'Looks at' })).toHaveValue('user.is_member');
    await expect(handle('1.2')).toBeFocused();
    await expect(row('1').locator('> .verdict')).toHaveText('The group would pass with these values');
    await page.keyboard.press('ArrowLeft');
    await expect(row('2').getByRole('textbox', { name: 'Looks at' })).toHaveValue('user.is_member');
    await row('2').hover();
    await handle('2').dragTo(row('1.1'), { targetPosition: { x: 60, y: 4 } });
    await expect(row('1.1').getByRole('textbox', { name: 'Looks at' })).toHaveValue('user.is_member');
    await page.keyboard.press('Control+Z');
    await expect(row('2')).toBeVisible();
  });

  await test.step('negated and doubled', async () => {
    await choose('1.1', 'Negate');
    await expect(row('1.1').getByRole('combobox', { name: 'How many must hold' })).toHaveValue('none');
    await expect(row('1.1').locator('> .verdict')).toHaveText(
      'The group would fail with these values: it must not be so that user.age is at least 18 (it is 18).',
    );
    await choose('1.1', 'Negate');
    await expect(row('1.1').getByRole('textbox', { name: 'Looks at' })).toHaveValue('user.age');
    await choose('2', 'Duplicate');
    await expect(row('3').getByRole('textbox', { name: 'Looks at' })).toHaveValue('user.is_member');
    await choose('3', 'Remove');
    await choose('1', 'Dissolve the group');
    await expect(conditions.getByRole('group', { name: /^Condition / })).toHaveCount(2);
    await expect(conditions.locator('.verdict[data-of="list"]')).toHaveText(
      'All in all, it would fail with these values: {user.is_member} is not set, and must be set.',
    );
  });
  expect(faults()).toEqual([]);
});

test('conditions say why they would fail in the running talk, in the words of the trace', async ({ launch }) => {
  const { page, faults } = await launch({ args: [folder.write('bar.parley.json', scenario())] });
  const [inspector, window, talk] = [inspectorPanel(page), studioWindow(page), talkPanel(page)];
  await talk.start();
  await tracePanel(page).speed('At once');
  await talk.say('i am a child');
  await page.getByRole('treeitem', { name: /a cold beer/ }).click();
  await window.tab('Inspector').click();
  const conditions = await inspector.open('Conditions');
  const verdict = (name: string): Locator =>
    conditions.getByRole('group', { name: `Condition ${name}`, exact: true }).locator('> .verdict');
  await expect(verdict('1')).toHaveText('Would fail now: {user.age} is 17, and must be at least 18.');
  await expect(verdict('2')).toHaveText(
    '{_intent.age} cannot be known before the talk: it is interpreted at run time.',
  );

  await test.step('an example at will, and back to the talk', async () => {
    await inspector.press('Try with example values', conditions);
    const age = inspector.field('{user.age}', conditions);
    await expect(age).toHaveValue('17');
    await age.fill('40');
    await expect(verdict('1')).toHaveText('Would pass with these values');
    await expect(verdict('2')).toHaveText('Would pass with these values');
    await inspector.press('Try with the talk', conditions);
    await expect(verdict('1')).toHaveText('Would fail now: {user.age} is 17, and must be at least 18.');
  });

  await test.step('the talk goes on, and the verdict with it', async () => {
    await window.tab('Talk').click();
    await talk.say('i am an adult');
    await window.tab('Inspector').click();
    await expect(verdict('1')).toHaveText('Would pass now');
  });

  await test.step('messages have the same builder', async () => {
    await page.getByRole('treeitem', { name: /serve Here you are/ }).click();
    await inspector.press('Conditions of message 1');
    await inspector.press('Add condition to message 1');
    await page.getByRole('menuitem', { name: 'Condition', exact: true }).click();
    const row = inspector.panel.getByRole('group', { name: 'Condition 1', exact: true });
    await inspector.write('Looks at', 'user.is_member', row);
    await expect(row.locator('> .verdict')).toHaveText('Would fail now: {user.is_member} is not set, and must be set.');
  });
  expect(faults()).toEqual([]);
});
