import { test } from '@playwright/test';
import { expect, launchApp, type RunningApp } from './fixtures/launch.ts';
import { canvasView, type CanvasView } from './pages/canvas-view.ts';
import { studioWindow } from './pages/studio-window.ts';
import { talkPanel, type TalkPanel } from './pages/talk-panel.ts';
import { tracePanel, type TracePanel } from './pages/trace-panel.ts';

/** The sample scenario with its example answers, in one window: each test begins a talk of its own. */
test.describe.configure({ mode: 'serial' });

let app: RunningApp;
let talk: TalkPanel;
let trace: TracePanel;
let canvas: CanvasView;

test.beforeAll(async () => {
  app = await launchApp();
  [talk, trace, canvas] = [talkPanel(app.page), tracePanel(app.page), canvasView(app.page)];
  await studioWindow(app.page).dragEdge('Height of the trace', { y: -160 });
  await talk.start();
  await trace.speed('At once');
});
test.afterAll(() => app.discard());
test.beforeEach(() => talk.start());
test.afterEach(() => expect(app.faults()).toEqual([]));

test('an order is found, and everything about it is told, shown and lit', async () => {
  await talk.say('where is order A-1001');
  await talk.expectReply('Which e-mail address did you order with?');
  await talk.say('ada@example.com');
  await talk.expectReply('Order A-1001 is shipped and should arrive on Friday.');
  await expect(talk.origins(talk.lastReply)).toHaveText(['mocked']);

  expect(await trace.exchanges()).toEqual([
    'Talk began → ',
    'Chat opened → Greet',
    'where is order A-1001 → Ask for the e-mail',
    // The address is sensitive, so nobody reads it over a shoulder.
    '•••••••• → Tell the status',
  ]);
  expect(await trace.find('getOrderDetails')).toEqual([
    'Called getOrderDetails',
    'Waiting for getOrderDetails',
    'getOrderDetails answered 200 mocked 120 ms',
    'Set user.getOrderDetails_action_success true mocked',
    'Set user.getOrderDetails_status_code 200 mocked',
  ]);
  expect(await trace.find('order_status')).toEqual(['Set user.order_status "shipped" mocked']);
  expect(await trace.find('Matched')).toEqual(['Matched “ada@example.com” (100 %)']);
  expect(await trace.find('Said')).toEqual(['Said “Order A-1001 is shipped and should arrive on Friday.”']);
  expect(await trace.variables('session')).toEqual(['email sensitive (said)', 'order_id "A-1001" (said)']);
  expect(await trace.variables('user')).toEqual([
    'action_success true (mocked)',
    'estimated_delivery "Friday" (mocked)',
    'getOrderDetails_action_success true (mocked)',
    'getOrderDetails_status_code 200 (mocked)',
    'is_cancellable false (mocked)',
    'is_refunded false (mocked)',
    'order_items ["Desk lamp","Light bulb (2)"] (mocked)',
    'order_status "shipped" (mocked)',
    'order_total 64.5 (mocked)',
    'tracking "https://track.example.com/PX-20418" (mocked)',
  ]);
  expect(await trace.calls()).toEqual(['getOrderDetails answered 200 (mocked)']);

  // Each row of the trace brings what it is about into view, lit by what became of it.
  const lights = [
    ['Matched “ada@example.com”', 'give-email', 'matched'],
    ['getOrderDetails answered 200', 'status-look-up', 'succeeded'],
    ['Selected “Tell the status”', 'tell-status', 'selected'],
  ] as const;
  for (const [words, id, light] of lights) {
    await trace.row(words).locator('.event-line').click();
    await canvas.expectLight(id, light);
  }
  // Lights are those of the chosen moment: what lost is known once the exchange is over.
  await canvas.expectLight('order-not-found', 'searched');
  await trace.row('Done').locator('.event-line').click();
  await canvas.expectLight('order-not-found', 'rejected');
});

test('clicking a bubble, a trace row or a node selects the same thing in the other two', async () => {
  await talk.say('where is order A-1001');
  await talk.say('ada@example.com');

  await talk.lastReply.locator('.bubble').click();
  await expect(trace.chosen).toContainText('Said “Order A-1001');
  await expect.poll(canvas.selected).toEqual(['tell-status']);
  await expect(canvas.node('tell-status')).toBeInViewport();

  await trace.row('Matched “ada@example.com”').locator('.event-line').click();
  await expect(talk.chosen).toHaveText(/ada@example\.com/);
  await expect.poll(canvas.selected).toEqual(['give-email']);

  await trace.row('getOrderDetails answered 200').locator('.event-line').click();
  await expect.poll(canvas.selected).toEqual(['status-look-up']);

  await canvas.node('tell-status').scrollIntoViewIfNeeded();
  await canvas.node('tell-status').click();
  await expect(trace.chosen).toContainText(/Selected “Tell the status”|Said “Order A-1001/);
  await expect(talk.chosen).toContainText('Order A-1001 is shipped');

  // What was said first is part of the exchange before; its events take the place of those on show.
  await talk.said.first().locator('.bubble').click();
  await expect(trace.chosen).toContainText('Matched “Where is order A-1001?”');
  await expect.poll(canvas.selected).toEqual(['where-is-order-numbered']);
});

test('why this and why not that are each answered in a sentence', async () => {
  await talk.say('where is order A-1001');
  expect(await talk.why(talk.lastReply)).toEqual([
    expect.stringMatching(
      /^“Where is order A-1001\?” was heard with \d+ % confidence \(.+\), and “Ask for the e-mail” is/,
    ),
    expect.stringMatching(/^“.+” lost: .+\.$/),
    ...Array.from({ length: 5 }, () => expect.stringMatching(/^“.+” lost: .+\.$/)),
  ]);
  await talk.say('ada@example.com');
  expect(await talk.why(talk.lastReply)).toEqual([
    '“ada@example.com” was heard with 100 % confidence, and “Tell the status” is the first reply whose conditions hold: ' +
      'user.action_success is true (it is true); of its messages this one fits, as user.estimated_delivery is set ' +
      '(it is “Friday”).',
    '“Order not found” lost: “Tell the status” came first.',
  ]);
});

test('a refund is checked, asked about, and left alone after a no', async () => {
  await talk.say('i want a refund for order A-1002');
  await talk.say('ada@example.com');
  await talk.expectReply('I can refund order A-1002. Why would you like your money back?');
  await talk.press('I changed my mind');
  await talk.expectReply('Refund order A-1002 (189 EUR)? This cannot be undone.');
  await expect(app.page.locator('.run-status')).toHaveText('Waiting for yes or no');
  await canvas.expectLight('refund-pay', 'running');
  await talk.press('No');
  await talk.expectReply('Nothing was refunded. You can ask again at any time.');
  expect(await trace.calls()).toEqual([
    expect.stringMatching(/^refundOrder did not run: .+ \(\)$/),
    'getOrderDetails answered 200 (mocked)',
  ]);
});

test('a refund is paid back after a yes', async () => {
  await talk.say('i want a refund for order A-1002');
  await talk.say('ada@example.com');
  await talk.press('It takes too long');
  await talk.say('yes');
  await talk.expectReply('Done: 189 EUR are on their way back to you.');
  await expect(talk.origins(talk.lastReply)).toHaveText(['mocked']);
  expect(await trace.calls()).toEqual(['refundOrder answered 200 (mocked)', 'getOrderDetails answered 200 (mocked)']);
  expect(await trace.find('Asked')).toEqual(['Asked “Refund order A-1002 (189 EUR)? This cannot be undone.”']);
});

test('what cannot be refunded is not offered a refund', async () => {
  await talk.say('refund order A-1001');
  await talk.say('ada@example.com');
  await talk.expectReply('Order A-1001 can no longer be refunded.');
  await talk.say('refund order A-1005');
  await talk.say('alan@example.com');
  await talk.expectReply('Order A-1005 has already been refunded.');
  expect(await trace.calls()).toEqual([
    'getOrderDetails answered 200 (mocked)',
    'getOrderDetails answered 200 (mocked)',
  ]);
});

test('stock, a call back, nonsense and starting over', async () => {
  await talk.say('is P-100 in stock');
  await talk.expectReply('Yes, the Desk lamp is in stock.');
  await talk.say('do you have P-300');
  await talk.expectReply('The Standing desk is sold out. More will arrive on Friday.');
  await talk.say('can i buy P-999 today');
  await talk.expectReply('There is no product P-999.');

  await talk.say('call me back');
  await talk.say('+44 20 7946 0100');
  await talk.press('Monday 10:00');
  await talk.expectReply('That time is already taken. Would another suit you?');
  await talk.press('Tuesday 10:00');
  await talk.expectReply('We will call you on Tuesday 10:00.');

  await talk.say('flibbertigibbet');
  await talk.expectReply('Sorry, I did not get that. Here is what I can do:');
  expect((await talk.why(talk.lastReply))[0]).toMatch(
    /^Nothing that was searched fits what was said, so “.+” takes over, and “Say sorry” is the first reply/,
  );
  await talk.say('start over');
  await talk.expectReply('All right, from the start. What can I do for you?');
  expect((await talk.why(talk.lastReply))[0]).toMatch(
    /^“.+” was heard with 100 % confidence|^The talk was asked to start over/,
  );
  expect(await trace.exchanges()).toEqual([
    'Talk began → ',
    'Chat opened → Greet',
    'is P-100 in stock → In stock',
    'do you have P-300 → Sold out',
    'can i buy P-999 today → checkProductStock failed',
    'call me back → Ask for the number',
    '•••••••• → Ask for the time',
    'Monday 10:00 → scheduleCallback failed',
    'Tuesday 10:00 → Booked',
    'flibbertigibbet → Say sorry',
    'start over → Started over',
  ]);
});
