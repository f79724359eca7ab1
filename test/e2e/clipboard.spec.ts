import type { Page } from '@playwright/test';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { expect, test, type RunningApp } from './fixtures/launch.ts';
import { openOnCanvas, smallShop } from './fixtures/small-shop.ts';

const secret = 'sk-live-0123456789abcdef';
const worlds = [{ id: 'slow', name: 'Slow', description: '' }];

/** Everything a turn can need somewhere else. */
const rich = (): string =>
  printScenario(
    aScenario('Rich', { worlds, languages: { base: 'en', others: ['fr'] } })
      .withAttribute('amount', 'int')
      .withContext('prices', { lifetime: 'constant', values: { fee: 4 } })
      .withInterpreter('callbacks', { pay_button: 'pay' })
      .withIntegration('bank', {
        baseUrl: 'https://bank.example',
        headers: [{ name: 'Authorization', value: `Bearer ${secret}` }],
      })
      .withApiAction('charge', {
        inputs: ['amount'],
        outputs: ['receipt'],
        mocks: [{ body: { receipt: 'r-1' }, world: 'slow' }],
        request: { integration: 'bank' },
      })
      .withConversation('paying')
      .withScene('till')
      .withTurn('checkout', { interpreter: 'callbacks' })
      .user('pay', {
        samples: ['I pay {user.amount}'],
        expects: ['user.amount'],
        actions: [{ action: 'charge', inputs: { amount: 'user.amount' } }],
      })
      .app('paid', {
        messages: [{ text: 'Fee {prices.fee}.', translations: { fr: { 'Fee {prices.fee}.': 'Frais {prices.fee}.' } } }],
        transition: 'checkout',
      })
      .build(),
  );

const clipText = (app: RunningApp): Promise<string> => app.electron.evaluate(({ clipboard }) => clipboard.readText());
const setClip = (app: RunningApp, text: string): Promise<void> =>
  app.electron.evaluate(({ clipboard }, given) => clipboard.writeText(given), text);
const choose = (page: Page, action: string): Promise<void> =>
  page.locator(`[role="menuitem"][data-action="${action}"]`).click();

test('a turn goes to another scenario with all it needs, and where a name means something else it is asked', async ({
  launch,
}) => {
  const from = await openOnCanvas(launch, rich());
  await test.step('copied from its menu, as plain text without secrets', async () => {
    await from.canvas.node('checkout').locator('.frame-name').click({ button: 'right' });
    await choose(from.app.page, 'edit.copy');
    await expect.poll(() => clipText(from.app)).toContain('"parley.clip"');
  });
  const text = await clipText(from.app);
  expect(text).not.toContain(secret);

  const other = printScenario(smallShop().withAttribute('amount').withNote('Here.', 40, 700).build());
  const to = await openOnCanvas(launch, other);
  const { page } = to.app;
  await setClip(to.app, text);
  await to.canvas.node('later').locator('.frame-name').click();
  await page.keyboard.press('Control+V');
  const dialog = to.window.dialog('The same name means something else here');

  await test.step('nothing changes before it is decided', async () => {
    await expect(dialog).toContainText('Attribute amount');
    await expect(dialog).toContainText('Here: string. In what was copied: int.');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(to.canvas.node('checkout')).toHaveCount(0);
  });

  await test.step('both are kept, and what came along speaks of the other one', async () => {
    await page.keyboard.press('Control+V');
    await dialog.getByRole('radio', { name: /Keep both: the other one comes in as amount_2/ }).check();
    await dialog.getByRole('button', { name: 'Paste' }).click();
    await to.window.expectNotice(/The world “Slow” came along/);
    await to.window.expectNotice(/Texts in fr came along/);
    const file = JSON.parse(await to.saved()) as {
      readonly intents: Readonly<Record<string, Record<string, unknown>>>;
      readonly turns: Readonly<Record<string, Record<string, unknown>>>;
      readonly interpreters: object;
      readonly mocks: Readonly<Record<string, Record<string, unknown>>>;
      readonly contexts: object;
    };
    expect(file.turns['checkout']).toMatchObject({ scene: 'find', interpreter: 'callbacks' });
    expect(file.intents['pay']).toMatchObject({ turn: 'checkout', expectedAttributes: ['user.amount_2'] });
    expect(file.intents['paid']).toMatchObject({ transition: { turn: 'checkout' } });
    expect(JSON.stringify(file.intents['paid'])).toContain('Frais {prices.fee}.');
    expect(Object.values(file.mocks).filter(({ world }) => world === 'slow')).toHaveLength(1);
    expect(JSON.stringify(file)).not.toContain(secret);
    expect(Object.keys(file.contexts)).toEqual(['prices']);
    await page.keyboard.press('Control+Z');
    expect(await to.saved()).toBe(other);
  });
  expect([...from.app.faults(), ...to.app.faults()]).toEqual([]);
  from.close();
  to.close();
});

test('menus copy, cut, duplicate and paste at a place; any text becomes what the designer says', async ({ launch }) => {
  const { app, canvas, window, close, saved } = await openOnCanvas(
    launch,
    printScenario(smallShop().withNote('Here.', 40, 700).build()),
  );
  const { page } = app;
  const head = { x: 24, y: 10 };

  await test.step('an intent is cut and pasted behind another one', async () => {
    await canvas.node('thanks').click({ button: 'right', position: head });
    await choose(page, 'edit.cut');
    await expect(canvas.node('thanks')).toHaveCount(0);
    await canvas.node('have_any').click({ button: 'right', position: head });
    await choose(page, 'edit.paste');
    await expect(canvas.node('thanks')).toHaveCount(1);
    expect(JSON.parse(await saved())).toMatchObject({ intents: { thanks: { turn: 'have' } } });
    await window.expectMenuItem('Edit', 'edit.undo', 'Undo Paste');
  });

  await test.step('an action is used once more, a note stands twice', async () => {
    await page.keyboard.press('Shift+1');
    await canvas.settled();
    await canvas.node('where-look-up').click({ button: 'right', position: head });
    await choose(page, 'edit.duplicate');
    await expect(canvas.action('lookUp')).toHaveCount(2);
    await canvas.settled();
    await page.keyboard.press('Shift+1');
    await canvas.settled();
    const note = canvas.nodes.filter({ has: page.locator('.note') });
    await note.first().click({ button: 'right', position: head });
    await choose(page, 'edit.copy');
    await page.keyboard.press('Shift+1');
    await canvas.settled();
    const under = await canvas.node('stock').boundingBox();
    await page.mouse.click((under?.x ?? 0) + 20, (under?.y ?? 0) + (under?.height ?? 0) + 40, { button: 'right' });
    await choose(page, 'edit.paste');
    await expect(note).toHaveCount(2);
    const far = async (): Promise<number> => {
      const boxes = await Promise.all((await note.all()).map((one) => one.boundingBox()));
      // What was pasted is brought into view, so the frame is where it is now.
      const stock = await canvas.node('stock').boundingBox();
      return Math.min(...boxes.map((box) => Math.abs((box?.x ?? 0) - (stock?.x ?? 0) - 20)));
    };
    await expect.poll(far).toBeLessThan(12);
  });

  await test.step('lines of text become samples, or a note; never a fault', async () => {
    await page.keyboard.press('Shift+1');
    await canvas.settled();
    await setClip(app, 'is it lost?\nwhere did it go\n');
    await canvas.node('where').click({ position: head });
    await page.keyboard.press('Control+V');
    await page.getByRole('menuitem', { name: '2 more samples of “where”' }).click();
    await expect(canvas.node('where')).toContainText('+2');
    await page.keyboard.press('Control+V');
    await page.getByRole('menuitem', { name: 'A note' }).click();
    await expect(canvas.nodes.filter({ has: page.locator('.note', { hasText: 'is it lost?' }) })).toHaveCount(1);
    for (const garbage of ['{"format": "parley.clip", "version": 9}', '{"format":"parley.clip","roots":["x"]}']) {
      await window.dismissNotices();
      await setClip(app, garbage);
      await page.keyboard.press('Control+V');
      await window.expectNotice(/cannot be pasted here/);
    }
    await window.dismissNotices();
    await setClip(app, printScenario(smallShop().build()));
    await page.keyboard.press('Control+V');
    await expect(page.getByRole('menuitem', { name: 'Its 2 conversations, taken in here' })).toBeVisible();
  });
  expect(app.faults()).toEqual([]);
  close();
});
