import type { Page } from '@playwright/test';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { createFolder, type TestFolder } from './fixtures/a-folder.ts';
import { expect, test } from './fixtures/launch.ts';
import { canvasView } from './pages/canvas-view.ts';
import { inspectorPanel, type InspectorPanel } from './pages/inspector-panel.ts';
import { studioWindow } from './pages/studio-window.ts';

const scenario = (): string =>
  printScenario(
    aScenario('Shop')
      .withAttribute('order_id')
      .withContext('basket')
      .withIntegration('desk', { baseUrl: 'https://desk.example.com' })
      .withInterpreter('reader', { WELCOME: 'ask' })
      .withApiAction('getOrder', {
        request: { integration: 'desk', path: '/orders/$orderId' },
        outputs: ['status'],
        mocks: [{ body: { status: 'packed' } }],
      })
      .withConversation('orders')
      .withScene('finding')
      .withTurn('asking')
      .user('ask', { samples: ['where is it', 'track it'], actions: ['getOrder'] })
      .app('tell', { text: 'It is {user.status}.' })
      .withTest('first test', [{ kind: 'say', text: 'where is it' }])
      .build(),
  );

let folder: TestFolder;
test.beforeEach(() => {
  folder = createFolder();
});
test.afterEach(() => folder.remove());

type Kind = {
  readonly of: string;
  /** A line of the outline, or the list of the scenario's form it is in. */
  readonly at: RegExp | string | null;
  readonly name: string;
  readonly section?: string;
  readonly field: string;
  readonly typed: string;
};

const kinds: readonly Kind[] = [
  { of: 'scenario', at: null, name: 'Shop', field: 'Description', typed: 'A shop.' },
  { of: 'conversation', at: /^orders/, name: 'orders', field: 'Description', typed: 'All orders.' },
  { of: 'scene', at: /^finding/, name: 'finding', field: 'Description', typed: 'Finding one.' },
  { of: 'turn', at: /^asking/, name: 'asking', field: 'Description', typed: 'Asking.' },
  { of: 'USER intent', at: /where is it/, name: 'ask', section: 'Details', field: 'Confidence', typed: '0.7' },
  { of: 'APP intent', at: /It is/, name: 'tell', section: 'Details', field: 'Description', typed: 'The answer.' },
  { of: 'attribute', at: 'Attributes', name: 'order_id', field: 'Description', typed: 'Its number.' },
  { of: 'context', at: 'Contexts', name: 'basket', field: 'Description', typed: 'What is in it.' },
  { of: 'action', at: 'Actions', name: 'getOrder', field: 'Description', typed: 'Looks it up.' },
  { of: 'integration', at: 'Integrations', name: 'desk', field: 'Base URL', typed: 'https://x.example' },
  { of: 'interpreter', at: 'Interpreters', name: 'reader', field: 'Name', typed: 'Other' },
  { of: 'test', at: 'Tests', name: 'first test', field: 'Name', typed: 'The way there' },
];

async function show(page: Page, inspector: InspectorPanel, { at, name }: Kind): Promise<void> {
  if (at instanceof RegExp) return page.getByRole('treeitem', { name: at }).click();
  const home = inspector.panel.getByRole('button', { name: /^Scenario / });
  if (await home.isVisible()) await home.click();
  if (at === null) return expect(inspector.field('Name')).toHaveValue(name);
  const list = await inspector.open(at);
  return list.getByRole('button', { name: new RegExp(`^${name}`) }).click();
}

/** What sticks out of the panel, by class. */
const tooWide = (inspector: InspectorPanel): Promise<string[]> =>
  inspector.panel.evaluate((panel) => {
    const edge = panel.getBoundingClientRect().right + 1;
    return [...panel.querySelectorAll('.inspector *')]
      .filter((one) => one.closest('.unseen') === null && one.getBoundingClientRect().right > edge)
      .map((one) => `${one.tagName} ${one.className}`);
  });

test('each kind of record has a form that is edited, undone, and fits a narrow panel', async ({ launch }) => {
  test.setTimeout(120_000);
  const { page, faults } = await launch({ args: [folder.write('shop.parley.json', scenario())] });
  const [inspector, window] = [inspectorPanel(page), studioWindow(page)];
  await window.dragEdge('Width of the inspector', { x: 200 });
  await expect.poll(async () => (await inspector.panel.boundingBox())?.width ?? 0).toBeLessThan(300);

  for (const kind of kinds) {
    await test.step(kind.of, async () => {
      await show(page, inspector, kind);
      await expect(inspector.field('Name')).toHaveValue(kind.name);
      if (kind.section !== undefined) await inspector.open(kind.section);
      const field = inspector.field(kind.field);
      const before = await field.inputValue();
      await inspector.write(kind.field, kind.typed);
      await page.keyboard.press('Control+Z');
      await expect(field).toHaveValue(before);
      for (const closed of await inspector.panel.locator('.section-toggle[aria-expanded="false"]').all())
        if (await closed.isVisible()) await closed.press('Enter');
      expect(await tooWide(inspector)).toEqual([]);
      // However far down somebody reads, what it is about stays in sight.
      await inspector.panel.locator('.section').last().scrollIntoViewIfNeeded();
      await expect(inspector.field('Name')).toBeInViewport();
    });
  }
  expect(faults()).toEqual([]);
});

test('wrong values say so beside their field while they are typed, and a closed part says that it holds one', async ({
  launch,
}) => {
  const { page, faults } = await launch({ args: [folder.write('shop.parley.json', scenario())] });
  const inspector = inspectorPanel(page);
  const says = (sentence: string | RegExp): Promise<void> => expect(inspector.panel.getByText(sentence)).toBeVisible();

  await page.getByRole('treeitem', { name: /where is it/ }).click();
  await inspector.open('Details');
  await inspector.field('Confidence').fill('2');
  await says('Expected a number from 0 to 1, found 2.');
  await inspector.field('Confidence').press('Escape');
  await inspector.field('New sample').fill('Where is IT');
  await says('Sample 1 says the same.');
  await inspector.field('Sample 3').fill('where is {usr.order');
  await expect(inspector.field('Sample 3')).toHaveAttribute('aria-invalid', 'true');
  await inspector.press('Remove sample 3');

  await test.step('behind a closed part', async () => {
    const next = await inspector.open('What comes next');
    const expected = await inspector.open('Expected attributes');
    await inspector.press('Expect an attribute', expected);
    await inspector.write('Expected attribute 1', 'global.order_id', expected);
    await says(/“global” can only be read/);
    await expected.locator('.section-toggle').click();
    await expect(expected.getByLabel('Something in here is wrong')).toBeVisible();
    await expect(next.getByLabel('Something in here is wrong')).toHaveCount(0);
  });

  await show(page, inspector, kinds.find(({ of }) => of === 'integration') as Kind);
  await inspector.field('Base URL').fill('ftp://desk');
  await expect(inspector.field('Base URL')).toHaveAttribute('aria-invalid', 'true');
  await show(page, inspector, kinds.find(({ of }) => of === 'scenario') as Kind);
  await inspector.open('Session');
  await inspector.field('Session lifetime').fill('soon');
  await says(/^Expected a number from/);
  expect(faults()).toEqual([]);
});

test('two hundred samples come in one paste, and several records are changed at once', async ({ launch }) => {
  const { page, electron, faults } = await launch({ args: [folder.write('shop.parley.json', scenario())] });
  const [inspector, canvas, window] = [inspectorPanel(page), canvasView(page), studioWindow(page)];
  const samples = inspector.section('Sample utterances');

  await test.step('pasted as a list, doubles told', async () => {
    const lines = Array.from({ length: 200 }, (_, index) => `- "where is order ${index}"`);
    await electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), [...lines, '- track it'].join('\n'));
    await page.getByRole('treeitem', { name: /where is it/ }).click();
    await inspector.field('New sample').click();
    await page.keyboard.press('Control+V');
    await expect(samples.getByText('200 samples added; 1 left out, as there already.')).toBeVisible();
    await expect(samples.locator('.section-count')).toHaveText('202');
    // Only what is in view is there, and the next one is ready to be written.
    expect(await samples.locator('textarea').count()).toBeLessThan(60);
    await expect(inspector.field('New sample')).toBeFocused();
    await page.keyboard.type('one more');
    await expect(samples.locator('.section-count')).toHaveText('203');
  });

  await test.step('sorted, several deleted, brought back', async () => {
    await inspector.press('All samples', samples);
    await page.getByRole('menuitem', { name: 'Sort from A to Z' }).click();
    await samples.locator('.samples').evaluate((list) => list.scrollTo(0, 0));
    await expect(inspector.field('Sample 1')).toHaveValue('one more');
    await samples.getByRole('button', { name: /^Move sample 2:/ }).click();
    await samples.getByRole('button', { name: /^Move sample 4:/ }).click({ modifiers: ['Shift'] });
    await inspector.press('Delete them', samples);
    await expect(samples.locator('.section-count')).toHaveText('200');
    await page.keyboard.press('Control+Z');
    await expect(samples.locator('.section-count')).toHaveText('203');
  });

  await test.step('what two intents have in common', async () => {
    await canvas
      .intent('ask')
      .first()
      .click({ position: { x: 20, y: 12 } });
    await canvas
      .intent('tell')
      .first()
      .click({ modifiers: ['Shift'], position: { x: 20, y: 12 } });
    await expect(inspector.panel.getByRole('heading', { name: '2 selected' })).toBeVisible();
    const speaker = inspector.panel.getByRole('combobox', { name: 'Speaker' });
    await expect(speaker.locator('option:checked')).toHaveText('Mixed');
    await inspector.write('Confidence', '0.8');
    await inspector.choose('Completing', 'On');
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Change completing of 2');
    await page.getByRole('treeitem', { name: /USER intent ask/ }).click();
    await inspector.open('Details');
    await expect(inspector.field('Confidence')).toHaveValue('0.8');
    await expect(inspector.panel.getByRole('switch', { name: 'Completing' })).toBeChecked();
  });
  expect(faults()).toEqual([]);
});
