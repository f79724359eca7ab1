import { test } from '@playwright/test';
import { expect, launchApp, type RunningApp } from './fixtures/launch.ts';
import { canvasView } from './pages/canvas-view.ts';
import { talkPanel, type TalkPanel } from './pages/talk-panel.ts';
import { tracePanel, type TracePanel } from './pages/trace-panel.ts';

/** The sample scenario against the order desk that ships with the app: real HTTP, and a shop that remembers. */
test.describe.configure({ mode: 'serial' });

let app: RunningApp;
let talk: TalkPanel;
let trace: TracePanel;

test.beforeAll(async () => {
  app = await launchApp();
  [talk, trace] = [talkPanel(app.page), tracePanel(app.page)];
  await talk.mode('Live');
  await talk.start();
  await trace.speed('At once');
});
test.afterAll(() => app.discard());
test.beforeEach(() => talk.start());
test.afterEach(() => expect(app.faults()).toEqual([]));

test('an order is looked up over real HTTP, and live is never mistaken for mocked', async () => {
  await expect(talk.header).toContainText('Real services answer');
  await talk.say('where is order A-1001');
  await talk.say('ada@example.com');
  await talk.expectReply('Order A-1001 is shipped and should arrive on Friday.');
  await expect(talk.origins(talk.lastReply)).toHaveText(['live']);
  expect(await trace.calls()).toEqual(['getOrderDetails answered 200 (live)']);
  expect(await trace.find('order_total')).toEqual(['Set user.order_total 64.5 live']);
  expect(await trace.variables('user')).toContain('order_status "shipped" (live)');
  expect(await trace.find('mocked')).toEqual([]);
  await canvasView(app.page).expectLight('tell-status', 'selected');
});

test('the service says no in its own words', async () => {
  await talk.say('where is order A-1001');
  await talk.say('grace@example.com');
  await talk.expectReply('I could not find order A-1001 for that e-mail address.');
  expect(await trace.calls()).toEqual([expect.stringMatching(/^getOrderDetails failed 404: .+ \(live\)$/)]);
});

test('what is refunded stays refunded, in this talk and the next', async () => {
  await talk.say('i want a refund for order A-1002');
  await talk.say('ada@example.com');
  await talk.press('I found it cheaper');
  await talk.expectReply('Refund order A-1002 (189 EUR)? This cannot be undone.');
  await talk.press('No');
  await talk.expectReply('Nothing was refunded.');

  await talk.say('i want a refund for order A-1002');
  await talk.say('ada@example.com');
  await talk.press('I found it cheaper');
  await talk.press('Yes');
  await talk.expectReply('Done: 189 EUR are on their way back to you.');
  await expect(talk.origins(talk.lastReply)).toHaveText(['live']);

  await talk.say('refund order A-1002');
  await talk.say('ada@example.com');
  await talk.expectReply('Order A-1002 has already been refunded.');
  await talk.start();
  await talk.say('refund order A-1002');
  await talk.say('ada@example.com');
  await talk.expectReply('Order A-1002 has already been refunded.');
  expect(await trace.calls()).toEqual(['getOrderDetails answered 200 (live)']);
});

test('stock is counted and a time is booked once', async () => {
  await talk.say('do you have P-300');
  await talk.expectReply('The Standing desk is sold out. More will arrive on Friday.');
  await talk.say('can i buy P-999 today');
  await talk.expectReply('There is no product P-999.');

  const callBack = async (time: string): Promise<void> => {
    await talk.say('call me back');
    await talk.say('+44 20 7946 0100');
    await talk.press(time);
  };
  await callBack('Monday 10:00');
  await talk.expectReply('That time is already taken.');
  await talk.press('Tuesday 10:00');
  await talk.expectReply('We will call you on Tuesday 10:00.');
  await callBack('Tuesday 10:00');
  await talk.expectReply('That time is already taken.');
});

test('between live and mocked the same talk changes who answers, and says so', async () => {
  await talk.say('is P-100 in stock');
  await expect(talk.origins(talk.lastReply)).toHaveText(['live']);
  await talk.mode('Mock');
  await expect(talk.header).toContainText('Examples, nobody is called');
  await talk.say('is P-100 in stock');
  await expect(talk.origins(talk.lastReply)).toHaveText(['mocked']);
  await talk.mode('Live');
  await talk.say('is P-100 in stock');
  await expect(talk.origins(talk.lastReply)).toHaveText(['live']);
});
