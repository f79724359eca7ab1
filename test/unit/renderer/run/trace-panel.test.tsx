// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { TracePanel } from '../../../../renderer/run/trace-panel.tsx';
import { connectRun } from '../../../../renderer/state/connect-run.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { mount } from '../app/mounted.tsx';
import { openShop, type Shop } from './shop-talk.ts';
import { givePanelsSize } from './sized.ts';

givePanelsSize(1200);

async function shown(...said: string[]): Promise<Shop & { readonly user: ReturnType<typeof userEvent.setup> }> {
  const shop = openShop();
  mount(shop.studio, <TracePanel />);
  connectRun(shop.studio, { print: printScenario, scheduler: shop.scheduler });
  await act(() => shop.open());
  for (const text of said) await act(() => shop.say(text));
  return { ...shop, user: userEvent.setup() };
}
const tree = (): HTMLElement => screen.getByRole('tree');
const lines = (): (string | null)[] =>
  within(tree())
    .getAllByRole('treeitem')
    .map((row) => row.querySelector('.event-words')?.firstChild?.textContent ?? null);
const options = (): HTMLElement[] => screen.getAllByRole('option');
const chosenEvent = ({ run }: Shop) => run.eventAt(run.getState().chosen ?? 0);

test('before a talk one sentence says what comes here', () => {
  const shop = openShop();
  mount(shop.studio, <TracePanel />);
  expect(screen.getByText(/every decision is listed here/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Talk' })).toBeTruthy();
});

test('exchanges on the left with their result, the newest on the right as a tree of causes', async () => {
  await shown('hello there', 'where is my order');
  expect(
    options().map((row) => [
      row.querySelector('.exchange-said')?.textContent,
      row.querySelector('.exchange-result')?.textContent,
    ]),
  ).toEqual([
    ['Talk began', ''],
    ['Chat opened', 'nothing to say yet'],
    ['hello there', 'greet'],
    ['where is my order', 'tell_status'],
  ]);
  expect(options().at(-1)?.getAttribute('aria-selected')).toBe('true');
  expect(lines()).toEqual([
    'Heard “where is my order”',
    'Searched the turns in reach for USER intents',
    'Matched “where_is_order” (100 %)',
    'Called lookUp',
    'Waiting for lookUp',
    'lookUp answered 200',
    'Set user.status',
    'Set user.action_success',
    'Set user.lookUp_action_success',
    'Set user.lookUp_status_code',
    'Moved to “Told”',
    'Searched one turn for APP intents',
    'Selected “tell_status”',
    'Said “It is shipped.”',
    'Done',
  ]);
  const row = within(tree()).getByText('Set user.status').closest('[role="treeitem"]');
  expect(row?.textContent).toContain('"shipped"');
  expect(row?.textContent).toContain('mocked');
});

test('rows stream in while the talk is played', async () => {
  const shop = openShop();
  mount(shop.studio, <TracePanel />);
  await act(() => shop.open());
  shop.run.setSpeed(1);
  await act(async () => {
    await shop.run.say({ kind: 'text', text: 'where is my order' });
    await shop.host.idle();
  });
  const counts = new Set<number>();
  while (shop.run.getState().playing) {
    act(() => shop.scheduler.frame());
    counts.add(lines().length);
  }
  expect(counts.size).toBeGreaterThan(6);
});

test('a search opens with a click and by key, and says why each candidate lost', async () => {
  const shop = await shown('where is my order');
  const search = within(tree()).getAllByRole('treeitem', { expanded: false })[0];
  await shop.user.click(within(search ?? tree()).getByRole('button', { name: 'Open' }));
  expect(lines().filter((line) => line?.startsWith('Rejected'))).toContain(
    'Rejected “vip”: what was said does not resemble its sample utterances',
  );
});

test('the keyboard walks the tree and opens what an event holds', async () => {
  const shop = await shown('where is my order');
  tree().focus();
  await shop.user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
  expect(chosenEvent(shop)?.kind).toBe('scope.entered');
  expect(lines().some((line) => line?.startsWith('Considered'))).toBe(true);
  await shop.user.keyboard('{ArrowLeft}');
  expect(lines().some((line) => line?.startsWith('Considered'))).toBe(false);
  await shop.user.keyboard('{End}{ArrowUp}');
  expect(chosenEvent(shop)?.kind).toBe('message.sent');
  expect(tree().getAttribute('aria-activedescendant')).toBe(`event-${chosenEvent(shop)?.seq}`);
  await shop.user.keyboard('{Enter}');
  expect(await within(tree()).findByText(/“where_is_order” was heard with 100 % confidence/)).toBeTruthy();
  expect(within(tree()).getByText(/"kind": "message.sent"/)).toBeTruthy();
});

test('a row selects its record, and choosing a bubble or a node opens the tree to its event', async () => {
  const shop = await shown('where is my order');
  await shop.user.click(within(tree()).getByText('lookUp answered 200'));
  expect(shop.studio.editor.getState().selection).toEqual(['use-look-up']);
  const lost = shop.run
    .getState()
    .exchanges.at(-1)
    ?.events.find(({ kind }) => kind === 'candidate.rejected');
  act(() => shop.run.choose(lost?.seq ?? null));
  const row = within(tree()).getByRole('treeitem', { selected: true });
  expect(row.textContent).toContain('Rejected');
  expect(row.getAttribute('aria-level')).toBe('4');
});

test('the exchange on show follows the choice, and goes back to now', async () => {
  const shop = await shown('hello there', 'where is my order');
  await shop.user.click(options()[2] ?? tree());
  expect(lines()[0]).toBe('Heard “hello there”');
  expect(shop.run.highlightOf('greet')).toBe('selected');
  await shop.user.click(screen.getByRole('button', { name: 'Now' }));
  expect(lines()[0]).toBe('Heard “where is my order”');
  screen.getByRole('listbox').focus();
  await shop.user.keyboard('{Home}');
  expect(lines()[0]).toBe('Talk began');
  await shop.user.keyboard('{End}');
  expect(screen.queryByRole('button', { name: 'Now' })).toBeNull();
});

test('the filter finds by words and by kind, in what is closed too', async () => {
  const shop = await shown('where is my order');
  await shop.user.type(screen.getByRole('searchbox', { name: 'Find in the trace' }), 'vip');
  expect(lines().every((line) => line?.includes('vip'))).toBe(true);
  expect(lines().length).toBeGreaterThan(1);
  await shop.user.keyboard('{Escape}');
  await shop.user.click(screen.getByRole('button', { name: 'Choose what is listed' }));
  for (const name of ['Searching and matching', 'What is said', 'Moves and ends', 'Conditions', 'Actions'])
    await shop.user.click(await screen.findByRole('menuitemcheckbox', { name }));
  expect(lines().every((line) => line?.startsWith('Set '))).toBe(true);
});

test('the timeline names what happened, tells mocked from live, and chooses', async () => {
  const shop = await shown('where is my order');
  const bar = within(screen.getByRole('group', { name: 'Timeline of the exchange' }));
  expect(bar.getAllByRole('button').map((segment) => segment.textContent)).toEqual([
    'received',
    'ranked',
    'where_is_order',
    'lookUp 84 ms',
    'set user.status +3',
    '→ Told',
    'tell_status',
  ]);
  const action = bar.getByRole('button', { name: /lookUp/ });
  expect(within(action).getByLabelText('mocked')).toBeTruthy();
  await shop.user.click(action);
  expect(chosenEvent(shop)?.kind).toBe('effect.settled');
});

test('an event can be copied as data', async () => {
  const shop = await shown('hello there');
  tree().focus();
  await shop.user.keyboard('{ArrowDown}');
  const copied = new Map<string, string>();
  const clipboardData = { setData: (type: string, text: string) => void copied.set(type, text) };
  fireEvent.copy(tree(), { clipboardData });
  expect(JSON.parse(copied.get('text/plain') ?? '')).toEqual(chosenEvent(shop));
});

test('clearing empties the panel, and the next exchange fills it again', async () => {
  const shop = await shown('hello there');
  await shop.user.click(screen.getByRole('button', { name: 'Clear the trace' }));
  expect(screen.queryByRole('tree')).toBeNull();
  await act(() => shop.say('where is my order'));
  expect(options()).toHaveLength(1);
  expect(lines()[0]).toBe('Heard “where is my order”');
});

test('a long exchange draws the rows in view, not all of them', async () => {
  const shop = await shown();
  const last = shop.run.getState().exchanges.at(-1)?.events.at(-1);
  if (last === undefined) throw new Error('the talk did not open');
  const events = Array.from({ length: 3000 }, (_, index) => ({
    ...last,
    exchange: 9,
    causedBy: null,
    seq: last.seq + 1 + index,
  }));
  act(() => {
    shop.host.emit({ name: 'run.traced', payload: { run: 'run-1', events } });
    shop.scheduler.settle();
  });
  expect(within(tree()).getAllByRole('treeitem').length).toBeLessThan(120);
});
