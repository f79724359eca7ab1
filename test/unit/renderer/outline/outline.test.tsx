// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { Outline } from '../../../../renderer/outline/outline.tsx';
import type { Studio } from '../../../../renderer/state/studio.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aStudio } from '../../../builders/a-studio.ts';
import { mount } from '../app/mounted.tsx';

beforeEach(() => {
  // Rows are drawn as far as they are in view, and a simulated document has no size.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(260);
});

const document = aScenario('Shop')
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('where_is_order', { samples: ['Where is my parcel?'] })
  .app('tell_status', { text: 'On its way.' })
  .withConversation('refunds')
  .build();

function shown(): Studio {
  const studio = aStudio(document);
  mount(studio, <Outline />);
  return studio;
}
const names = (): (string | undefined)[] =>
  screen.getAllByRole('treeitem').map((row) => row.querySelector('.outline-name')?.textContent);
const tree = (): HTMLElement => screen.getByRole('tree');
const selection = (studio: Studio): readonly string[] => studio.editor.getState().selection;

test('arrows walk the tree, left closes, right opens, and the row is told to screen readers', async () => {
  const studio = shown();
  tree().focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(selection(studio)).toEqual(['status']);
  expect(tree().getAttribute('aria-activedescendant')).toBe('outline-status');
  await userEvent.keyboard('{ArrowLeft}');
  expect(names()).toEqual(['orders', 'status', 'refunds']);
  expect(screen.getByRole('treeitem', { name: /status/ }).getAttribute('aria-expanded')).toBe('false');
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{End}');
  expect(names()).toHaveLength(6);
  expect(selection(studio)).toEqual(['refunds']);
  await userEvent.keyboard('{Home}');
  expect(selection(studio)).toEqual(['orders']);
});

test('a click selects and shows; with Ctrl it adds, with Shift it takes all between', async () => {
  const studio = shown();
  const user = userEvent.setup();
  await user.click(screen.getByText('status'));
  expect([selection(studio), studio.ui.getState().reveal.ids]).toEqual([['status'], ['status']]);
  await user.keyboard('{Control>}');
  await user.click(screen.getByText('refunds'));
  await user.keyboard('{/Control}');
  expect(selection(studio)).toEqual(['status', 'refunds']);
  await user.click(screen.getByText('status'));
  await user.keyboard('{Shift>}');
  await user.click(screen.getByText('where_is_order'));
  await user.keyboard('{/Shift}');
  expect(selection(studio)).toEqual(['status', 'ask', 'where_is_order']);
});

test('renaming in place: Enter keeps the name, Escape does not', async () => {
  const studio = shown();
  act(() => studio.ui.rename('orders'));
  await userEvent.keyboard('Order status{Enter}');
  expect(studio.editor.getState().document.tables.conversations.get('orders')?.name).toBe('Order status');
  expect(window.document.activeElement).toBe(tree());
  act(() => studio.ui.rename('orders'));
  await userEvent.keyboard('Something else{Escape}');
  expect(names()[0]).toBe('Order status');
});

test('searching narrows to what fits; nothing found says so and offers the way back', async () => {
  shown();
  const search = screen.getByRole('textbox', { name: 'Search the outline' });
  await userEvent.type(search, 'parcel');
  await expect.poll(names).toEqual(['orders', 'status', 'ask', 'where_is_order']);
  await userEvent.clear(search);
  await userEvent.type(search, 'zebra');
  const back = await screen.findByRole('button', { name: 'Show everything' });
  await userEvent.click(back);
  await expect.poll(names).toHaveLength(6);
});

test('what is selected elsewhere opens the levels that hold it', async () => {
  const studio = shown();
  await userEvent.click(screen.getByRole('button', { name: 'Close all levels' }));
  expect(names()).toEqual(['orders', 'refunds']);
  act(() => studio.editor.select(['tell_status']));
  expect(names()).toContain('tell_status');
  const row = screen.getByRole('treeitem', { name: /tell_status/ });
  expect([row.getAttribute('aria-selected'), within(row).getByText('APP intent')]).toEqual(['true', expect.anything()]);
});

test('an empty scenario teaches with one sentence, and its button makes the first intent', async () => {
  const studio = aStudio(aScenario('Shop').build());
  mount(studio, <Outline />);
  await userEvent.click(screen.getByRole('button', { name: 'Add a USER intent' }));
  expect(studio.editor.getState().document.tables.intents.size).toBe(1);
  expect(screen.getAllByRole('treeitem')).toHaveLength(4);
});
