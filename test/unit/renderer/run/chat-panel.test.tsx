// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ChatPanel } from '../../../../renderer/run/chat-panel.tsx';
import { connectRun } from '../../../../renderer/state/connect-run.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { mount } from '../app/mounted.tsx';
import { openShop, shopDocument, type Shop } from './shop-talk.ts';

function shown(document = shopDocument()): Shop & { readonly user: ReturnType<typeof userEvent.setup> } {
  const shop = openShop(document);
  mount(shop.studio, <ChatPanel />);
  return { ...shop, user: userEvent.setup() };
}
const say = (shop: Shop, text: string): Promise<void> => act(() => shop.say(text));
const open = (shop: Shop): Promise<void> => act(() => shop.open());
const settle = (shop: Shop): Promise<void> => act(() => shop.settle());
const log = (): HTMLElement => screen.getByRole('log');
const field = (): HTMLTextAreaElement => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Say something' });

test('before the first talk there is one sentence and one button, and the button begins it', async () => {
  const shop = shown();
  expect(screen.queryByRole('log')).toBeNull();
  await shop.user.click(screen.getByRole('button', { name: 'Talk' }));
  await settle(shop);
  expect(within(log()).getByText('Talk started')).toBeTruthy();
  expect(document.activeElement).toBe(field());
  expect(shop.studio.ui.getState().rightTab).toBe('talk');
});

test('a talk by keyboard: Enter sends, Up brings back what was said, Shift+Enter breaks the line', async () => {
  const shop = shown();
  await open(shop);
  await shop.user.type(field(), 'hello there{Enter}');
  await settle(shop);
  expect(within(log()).getByRole('button', { name: 'hello there' })).toBeTruthy();
  expect(within(log()).getByText('Hello! What can I do?')).toBeTruthy();
  expect(field().value).toBe('');
  await shop.user.type(field(), 'good morning{Enter}');
  await settle(shop);
  await shop.user.keyboard('{ArrowUp}');
  expect(field().value).toBe('good morning');
  await shop.user.keyboard('{ArrowUp}');
  expect(field().value).toBe('hello there');
  await shop.user.keyboard('{ArrowUp}{ArrowDown}{ArrowDown}');
  expect(field().value).toBe('');
  await shop.user.type(field(), 'a{Shift>}{Enter}{/Shift}b');
  expect(field().value).toBe('a\nb');
  expect(shop.host.calls.filter(({ method }) => method === 'run.say')).toHaveLength(3);
});

test('an answer shows its markdown, where its values come from, and why it was given', async () => {
  const shop = shown();
  await open(shop);
  await say(shop, 'where is my order');
  expect(log().querySelector('strong')?.textContent).toBe('shipped');
  expect(within(log()).getByText('mocked')).toBeTruthy();
  await shop.user.click(screen.getByRole('button', { name: 'Why this?' }));
  expect(await screen.findByText(/“where_is_order” was heard .* “tell_status” is the first reply/)).toBeTruthy();
  const { chosen } = shop.run.getState();
  expect(shop.run.eventAt(chosen ?? 0)?.kind).toBe('message.sent');
  await shop.user.keyboard('{Escape}');
  expect(screen.queryByText(/is the first reply/)).toBeNull();
});

test('why not: the candidates that lost, each with its reason; pressing one shows it in the trace', async () => {
  const shop = shown();
  await open(shop);
  await say(shop, 'open the vault');
  await shop.user.click(screen.getByRole('button', { name: 'Why not…?' }));
  const vip = await screen.findByRole('button', { name: '“vip” lost: {user.pin} is not set, and must be set.' });
  await shop.user.click(vip);
  expect(shop.run.eventAt(shop.run.getState().chosen ?? 0)).toMatchObject({ kind: 'candidate.rejected', ref: 'vip' });
});

test('where nothing answers, the chat says so and says why', async () => {
  const shop = shown(
    aScenario()
      .withConversation('C')
      .withScene('S')
      .withTurn('T')
      .user('hi', { samples: ['hello'] })
      .build(),
  );
  await open(shop);
  await say(shop, 'xyzzy');
  expect(within(log()).getByText('Nothing here answers that.')).toBeTruthy();
  await shop.user.click(screen.getByRole('button', { name: 'Why not…?' }));
  expect(await screen.findByText(/^What was said fits none of “hi”/)).toBeTruthy();
});

test('a question is a card with two buttons, which work once', async () => {
  const shop = shown();
  await open(shop);
  await say(shop, 'i want my money back');
  const yes = within(log()).getByRole<HTMLButtonElement>('button', { name: 'Yes' });
  expect(within(log()).getByText('Shall I pay it back?')).toBeTruthy();
  await shop.user.click(yes);
  await settle(shop);
  expect(yes.disabled).toBe(true);
  expect(shop.run.getState().calls.map(({ settled }) => settled?.outcome)).toEqual(['succeeded']);
  expect(within(log()).getAllByText('Yes')).toHaveLength(2);
});

const withButtons = aScenario()
  .withConversation('C')
  .withScene('S')
  .withTurn('T', { behaviors: ['STARTING', 'OPEN'] })
  .user('hi', { samples: ['hello'] })
  .user('pick_tea')
  .app('offer', { messages: [{ text: 'Tea?', buttons: [{ text: 'Yes, tea', callback: 'pick_tea' }] }] })
  .build();

test('buttons of a message send their callback and show their words; older ones are spent', async () => {
  const shop = shown(withButtons);
  await open(shop);
  await say(shop, 'hello');
  const tea = within(log()).getByRole<HTMLButtonElement>('button', { name: 'Yes, tea' });
  await shop.user.click(tea);
  await settle(shop);
  expect(shop.host.calls.at(-1)?.input).toMatchObject({
    utterance: { kind: 'callback', callback: 'pick_tea', text: 'Yes, tea' },
  });
  const buttons = within(log()).getAllByRole<HTMLButtonElement>('button', { name: 'Yes, tea' });
  expect(buttons.map(({ disabled, className }) => [disabled, className.includes('bubble')])).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ]);
});

test('suggestions are what can be heard from here, and say it', async () => {
  const shop = shown();
  await open(shop);
  const chips = within(screen.getByRole('group', { name: 'Things to say' }));
  expect(chips.getAllByRole('button').map((chip) => chip.textContent)).toEqual([
    'hello there',
    'where is my order',
    'i want my money back',
    'open the vault',
  ]);
  await shop.user.click(chips.getByText('where is my order'));
  await settle(shop);
  expect(within(log()).getByText('shipped')).toBeTruthy();
});

test('clicking a bubble selects its intent; selecting a node marks its bubble', async () => {
  const shop = shown();
  const stop = connectRun(shop.studio, { print: printScenario, scheduler: shop.scheduler });
  await open(shop);
  await say(shop, 'where is my order');
  await say(shop, 'hello there');
  await shop.user.click(within(log()).getByRole('button', { name: 'where is my order' }));
  expect(shop.studio.editor.getState().selection).toEqual(['where_is_order']);
  expect(within(log()).getByRole('button', { name: 'where is my order' }).getAttribute('aria-pressed')).toBe('true');
  act(() => shop.studio.editor.select(['tell_status']));
  const marked = log().querySelectorAll('[data-chosen]');
  expect([...marked].map((row) => row.textContent)).toEqual([expect.stringContaining('It is shipped.')]);
  stop();
});

test('permission to call somewhere is asked in words, and answered', async () => {
  const shop = shown();
  await open(shop);
  act(() =>
    shop.host.emit({
      name: 'run.consentAsked',
      payload: { run: 'run-1', origin: 'http://localhost:3000', secret: 'shop-key' },
    }),
  );
  const card = within(screen.getByRole('group', { name: 'Permission to call' }));
  expect(card.getByText('http://localhost:3000')).toBeTruthy();
  expect(card.getByText(/send the secret “shop-key” there/)).toBeTruthy();
  await shop.user.click(card.getByRole('button', { name: 'Don’t' }));
  expect(shop.host.calls.at(-1)).toMatchObject({ method: 'run.consent', input: { allowed: false } });
});

test('while an action runs, the chat says which, and waiting can be ended', async () => {
  const shop = shown();
  await open(shop);
  act(() => shop.host.emit({ name: 'run.waited', payload: { run: 'run-1', waiting: 'actions', mode: 'mock' } }));
  expect(within(log()).getByText('Waiting for an action')).toBeTruthy();
  await shop.user.click(within(log()).getByRole('button', { name: 'Cancel' }));
  expect(shop.host.calls.at(-1)?.method).toBe('run.cancel');
});

test('a talk that ended can be read and begun again; a failure is told in a sentence', async () => {
  const shop = shown();
  await open(shop);
  await say(shop, 'hello there');
  const failure = { code: 'run.crashed', detail: '', path: '' } as const;
  act(() => shop.host.emit({ name: 'run.failed', payload: { run: 'run-1', failure } }));
  expect(screen.getByRole('alert').textContent).toContain('stopped unexpectedly');
  expect(within(log()).getByText('Hello! What can I do?')).toBeTruthy();
  await shop.user.click(screen.getByRole('button', { name: 'Talk again' }));
  await settle(shop);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(within(log()).queryByText('Hello! What can I do?')).toBeNull();
});

test('hostile words stay words, wherever they stand', async () => {
  const evil = '<img src=x onerror=alert(1)>"\'><script>alert(1)</script>[x](javascript:alert(1))';
  const shop = shown(
    aScenario()
      .withAttribute('name')
      .withConversation('C')
      .withScene('S')
      .withTurn('T', { behaviors: ['STARTING', 'OPEN'] })
      .user('hi', { samples: ['hello', evil] })
      .app('answer', {
        name: evil,
        messages: [{ text: `${evil} {user.name}`, buttons: [{ text: evil, callback: 'hi' }] }],
      })
      .build(),
  );
  await open(shop);
  await act(() => shop.run.setAttribute('user.name', evil));
  await say(shop, 'hello');
  await say(shop, evil);
  await shop.user.click(screen.getAllByRole('button', { name: 'Why this?' }).at(-1) ?? log());
  const { body } = document;
  expect(body.querySelectorAll('script, img, iframe, a, object')).toHaveLength(0);
  const attributes = [...body.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
  expect(attributes.filter(({ name, value }) => /^on/i.test(name) || /^\s*javascript:/i.test(value))).toEqual([]);
  expect(within(log()).getAllByText(/<script>alert\(1\)<\/script>/).length).toBeGreaterThan(3);
});
