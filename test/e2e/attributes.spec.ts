import type { Page } from '@playwright/test';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { aScenario, type ScenarioBuilder } from '../builders/a-scenario.ts';
import { reference, when } from '../builders/conditions.ts';
import { axeFindings } from './fixtures/axe-findings.ts';
import { createFolder, type TestFolder } from './fixtures/a-folder.ts';
import { expect, test as base } from './fixtures/launch.ts';
import { attributeManager } from './pages/attribute-manager.ts';
import { inspectorPanel } from './pages/inspector-panel.ts';
import { studioWindow } from './pages/studio-window.ts';

const test = base.extend<{ files: TestFolder }>({
  files: async ({ browserName: _ }, provide) => {
    const files = createFolder();
    await provide(files);
    files.remove();
  },
});

const shop = (): ScenarioBuilder =>
  aScenario('Shop')
    .withAttribute('order_id', 'string', { example: 'A-1001' })
    .withAttribute('orderId')
    .withAttribute('address', 'composite', {
      members: [
        { name: 'street', type: 'string' },
        { name: 'geo', type: 'composite', members: [{ name: 'lat', type: 'float' }] },
      ],
    })
    .withAttribute('left_over', 'int')
    .withAttribute('rate', 'float')
    .withContext('global', { lifetime: 'constant', values: { rate: 1.2 } })
    .withContext('basket', { values: { total: 0 } })
    .withApiAction('look', { inputs: ['orderId'], outputs: { status: 'string', orderId: 'string' } })
    .withConversation('Orders')
    .withScene('Main')
    .withTurn('Where')
    .user('where_is_it', {
      samples: ['where is {order_id}'],
      expects: ['session.order_id', 'user.address'],
      actions: [{ id: 'looking', action: 'look', inputs: { orderId: reference('session.order_id') } }],
    })
    .app('tell_it', {
      text: 'Order {session.order_id} is {status}, {user.orderId}, {basket.total}, {global.rate}, {user.address}',
      conditions: [when('session.order_id', 'is_set')],
    });

/** The canvas behind has a test of its own. */
const dialogFindings = (page: Page): Promise<readonly string[]> => axeFindings(page, 'everything', '[role="dialog"]');

test('attributes are found, changed in place, renamed, merged and deleted safely, by mouse and by keys', async ({
  launch,
  files,
}) => {
  const path = files.write('shop.parley.json', printScenario(shop().build()));
  const { page, faults } = await launch({ args: [path] });
  const manager = attributeManager(page);
  const window = studioWindow(page);
  const { dialog } = manager;

  await test.step('one table of all attributes, registered or not', async () => {
    await manager.open();
    await expect(manager.names).toHaveText(['address', 'left_over', 'orderId', 'order_id', 'rate', 'status', 'total']);
    await expect(manager.findings('left_over')).toHaveText(['Unused']);
    await expect(manager.findings('status')).toHaveText(['Not registered']);
    await expect(manager.cell('order_id', 5)).toHaveText('2');
    await expect(manager.cell('order_id', 6)).toHaveText('3');
    await expect(manager.cell('order_id', 2).getByRole('combobox')).toHaveValue('session');
  });

  await test.step('sorted and filtered', async () => {
    await dialog.getByRole('button', { name: 'Read by' }).click();
    await expect(manager.names.first()).toHaveText('order_id');
    await dialog.getByRole('button', { name: 'Name' }).click();
    await manager.only(/^Unused/);
    await expect(manager.names).toHaveText(['left_over']);
    await manager.only(/^All/);
    await dialog.getByLabel('Context shown').selectOption('session');
    await expect(manager.names).toHaveText(['order_id']);
    await dialog.getByLabel('Context shown').selectOption('');
    await dialog.getByLabel('Type shown').selectOption('float');
    await expect(manager.names).toHaveText(['rate']);
    await dialog.getByLabel('Type shown').selectOption('');
    await manager.filter('nobody');
    await expect(dialog).toContainText('No attribute fits.');
    await dialog.getByRole('button', { name: 'Show all' }).click();
  });

  await test.step('arrows walk, members open below, cells are written in, Escape leaves them', async () => {
    await dialog.getByRole('searchbox').focus();
    await page.keyboard.press('ArrowDown');
    await expect(manager.cell('address', 0)).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(manager.names.filter({ hasText: /^(street|geo|lat)$/ })).toHaveCount(3);
    await expect(dialog.getByRole('row', { level: 3 })).toHaveText(/lat/);
    await dialog.getByLabel('Type of address.geo.lat').selectOption('int');
    await window.dismissNotices();
    await manager.cell('address', 0).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.type('soon');
    await expect(dialog.getByLabel('Example of left_over')).toHaveAttribute('aria-invalid', 'true');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await expect(manager.cell('orderId', 3)).toBeFocused();
    await expect(dialog.getByLabel('Example of left_over')).toHaveValue('12');
    await page.keyboard.press('Control+z');
    await expect(dialog.getByLabel('Example of left_over')).toHaveValue('');
  });

  await test.step('renaming shows what follows, and tells a clash while typing', async () => {
    await manager.cell('order_id', 0).focus();
    await page.keyboard.press('F2');
    const rename = manager.task('Rename');
    await expect(rename.getByRole('textbox', { name: 'New name' })).toBeFocused();
    await page.keyboard.type('rate');
    await expect(rename).toContainText('There is already an attribute called "rate".');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('status');
    await expect(rename).toContainText('“status” is spoken of in 2 places already; that will be the same attribute.');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('number');
    await expect(rename).toContainText('5 places follow:');
    await expect(manager.places('Places that follow')).toHaveCount(5);
    await page.keyboard.press('Enter');
    await expect(rename).toHaveCount(0);
    await expect(manager.names.filter({ hasText: 'number' })).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect(manager.names.filter({ hasText: 'number' })).toHaveCount(0);
  });

  await test.step('several at once; a merge keeps the name that is chosen', async () => {
    await manager.select('order_id');
    await manager.select('orderId');
    await expect(manager.tools).toContainText('2 selected');
    await manager.tools.getByRole('button', { name: 'Sensitive', exact: true }).click();
    await expect(dialog.getByLabel('orderId is sensitive')).toBeChecked();
    await manager.tools.getByLabel('Move all selected to').selectOption('user');
    await expect(manager.findings('orderId')).toContainText(['Duplicate']);
    await expect(manager.cell('order_id', 2).getByRole('combobox')).toHaveValue('user');
    await manager.findings('orderId').filter({ hasText: 'Duplicate' }).click();
    const merge = manager.task('Merge');
    await merge.getByRole('radio', { name: /^order_id/ }).check();
    await merge.getByRole('button', { name: 'Merge into order_id' }).click();
    await expect(manager.names).toHaveText(['address', 'left_over', 'order_id', 'rate', 'status', 'total']);
  });

  await test.step('deleting offers another one instead', async () => {
    await manager.cell('left_over', 0).focus();
    await page.keyboard.press('Delete');
    await expect(manager.task('Delete')).toContainText('Nothing sets or reads “left_over”.');
    await manager.task('Delete').getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(manager.names).toHaveText(['address', 'order_id', 'rate', 'status', 'total']);
    await manager.findings('status').click();
    await manager.cell('status', 0).focus();
    await page.keyboard.press('Delete');
    await expect(manager.task('Delete')).toContainText('2 places speak of “status”.');
    await manager.task('Delete').getByRole('button', { name: 'Replace by' }).click();
    await page.getByRole('option', { name: /^order_id/ }).click();
    await manager.task('Delete').getByRole('button', { name: 'Replace', exact: true }).click();
    await expect(manager.names).toHaveText(['address', 'order_id', 'rate', 'total']);
  });

  await test.step('the places that set it lead there', async () => {
    await dialog.getByRole('button', { name: /^\d+ places set order_id$/ }).click();
    await manager.places('Set by').filter({ hasText: 'from what is said' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(inspectorPanel(page).panel).toContainText('where_is_it');
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Replace attribute');
    await manager.open();
    await expect(manager.task('Places')).toBeVisible();
  });

  await test.step('nothing that cannot be heard or read', async () => {
    expect(await dialogFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(manager.task('Places')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await window.choose('View', 'view.theme.dark', ['Theme']);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await manager.open();
    await manager.cell('order_id', 0).focus();
    await page.keyboard.press('Enter');
    await expect(manager.task('Attribute').getByRole('textbox', { name: 'Name' })).toHaveValue('order_id');
    expect(await dialogFindings(page)).toEqual([]);
  });
  expect(faults()).toEqual([]);
});

test('contexts are explained, made, renamed, emptied and deleted; constants are a typed table', async ({
  launch,
  files,
}) => {
  const path = files.write('shop.parley.json', printScenario(shop().build()));
  const { page, faults } = await launch({ args: [path] });
  const manager = attributeManager(page);
  const window = studioWindow(page);
  const { dialog } = manager;
  await window.choose('View', 'view.contexts');

  await test.step('what each is, and how long it keeps', async () => {
    await expect(manager.context('user')).toContainText('For this person, across sessions');
    await manager.context('history').click();
    await expect(dialog.getByRole('region', { name: 'Context history' })).toContainText('It can only be read.');
    await expect(dialog.getByRole('region', { name: 'Context history' })).toContainText('transcript');
  });

  await test.step('one more', async () => {
    await dialog.getByLabel('Name of a new context').fill('session');
    await expect(dialog).toContainText('There is already a context called “session”.');
    await dialog.getByLabel('Name of a new context').fill('visit');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('region', { name: 'Context visit' })).toBeVisible();
    await dialog.getByLabel('Kept').selectOption('user');
    await expect(manager.context('visit')).toContainText('For this person, across sessions');
  });

  await test.step('attributes move, and what is set cannot become a constant', async () => {
    await manager.context('session').click();
    const held = dialog.getByRole('region', { name: 'Attributes of session' });
    await held.getByLabel('Select order_id').check();
    await held.getByLabel('Move to').selectOption('global');
    await held.getByRole('button', { name: 'Move', exact: true }).click();
    await window.expectNotice(/“order_id” is set while the talk runs/);
    await held.getByLabel('Move to').selectOption('visit');
    await held.getByRole('button', { name: 'Move', exact: true }).click();
    await expect(held).toContainText('Nothing speaks of an attribute of this context yet.');
    await manager.context('visit').click();
    await expect(dialog.getByRole('region', { name: 'Attributes of visit' })).toContainText('order_id');
  });

  await test.step('a new name is followed', async () => {
    const form = dialog.getByRole('region', { name: 'Context visit' });
    await form.getByRole('textbox', { name: 'Name' }).fill('trip');
    await expect(form).toContainText('places follow.');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('region', { name: 'Attributes of trip' })).toContainText('order_id');
  });

  await test.step('deleting moves what lives there, in one step', async () => {
    await dialog.getByRole('button', { name: 'Delete context' }).click();
    await expect(dialog).toContainText('Delete “trip”?');
    await dialog.getByLabel('Move its attributes to').selectOption('user');
    await dialog.getByRole('button', { name: 'Move and delete' }).click();
    await expect(manager.context('trip')).toHaveCount(0);
    await expect(dialog.getByRole('region', { name: 'Attributes of user' })).toContainText('order_id');
    await page.keyboard.press('Control+z');
    await expect(manager.context('trip')).toHaveCount(1);
  });

  await test.step('constants', async () => {
    await manager.context('global').click();
    const table = dialog.getByRole('table', { name: 'Constants' });
    await expect(table.getByRole('textbox', { name: 'rate' })).toHaveValue('1.2');
    await table.getByRole('textbox', { name: 'rate' }).fill('much');
    await expect(table).toContainText('Expected a number.');
    await table.getByRole('textbox', { name: 'rate' }).fill('1.5');
    await dialog.getByRole('button', { name: 'Add a value' }).click();
    await page.keyboard.type('limit');
    await page.keyboard.press('Enter');
    await table.getByLabel('Type of limit').selectOption('int');
    await table.getByRole('textbox', { name: 'limit' }).fill('18');
    await page.keyboard.press('Tab');
    expect(await dialogFindings(page)).toEqual([]);
  });
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await window.choose('File', 'file.save');
  await window.expectState('saved');
  expect(JSON.parse(files.read('shop.parley.json'))).toMatchObject({
    contexts: { global: { values: { rate: 1.5, limit: 18 } } },
  });
  expect(faults()).toEqual([]);
});

test('five thousand attributes are filtered, sorted and changed without waiting', async ({ launch, files }) => {
  const many = shop();
  for (let index = 0; index < 5000; index += 1)
    many.withAttribute(`value_${index}`, index % 2 === 0 ? 'int' : 'string');
  const path = files.write('many.parley.json', printScenario(many.build()));
  const { page, faults } = await launch({ args: [path] });
  const manager = attributeManager(page);
  await manager.open();
  await expect(manager.dialog).toContainText('5007 attributes');
  await manager.filter('value_4999');
  await expect(manager.names).toHaveText(['value_4999']);
  const started = Date.now();
  await manager.dialog.getByLabel('Type of value_4999').selectOption('boolean');
  await expect(manager.dialog.getByLabel('Type of value_4999')).toHaveValue('boolean');
  await manager.filter('');
  await manager.dialog.getByRole('button', { name: 'Name' }).click();
  // As people count: the largest number is the last.
  await expect(manager.names.first()).toHaveText('value_4999');
  await manager.cell('value_4999', 0).focus();
  await page.keyboard.press('End');
  await expect(manager.cell('address', 0)).toBeFocused();
  // Far more than a person would notice, far less than drawing them all.
  expect(Date.now() - started).toBeLessThan(5000);
  expect(await manager.dialog.getByRole('row').count()).toBeLessThan(80);
  expect(faults()).toEqual([]);
});
