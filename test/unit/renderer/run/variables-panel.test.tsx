// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { textToValue, valueToText } from '../../../../renderer/run/edited-value.ts';
import { VariablesPanel } from '../../../../renderer/run/variables-panel.tsx';
import { mount } from '../app/mounted.tsx';
import { openShop, type Shop } from './shop-talk.ts';

async function shown(...said: string[]): Promise<Shop & { readonly user: ReturnType<typeof userEvent.setup> }> {
  const shop = openShop();
  mount(shop.studio, <VariablesPanel />);
  await act(() => shop.open());
  for (const text of said) await act(() => shop.say(text));
  return { ...shop, user: userEvent.setup() };
}
const rows = (context: string): HTMLElement[] => [
  ...screen.getByRole('region', { name: `Context ${context}` }).querySelectorAll<HTMLElement>('.variable-row'),
];
const words = (row: HTMLElement): (string | undefined)[] =>
  ['.variable-name', '.variable-type', '.variable-value', '.origin-badge'].map(
    (part) => row.querySelector(part)?.textContent ?? undefined,
  );

test('nothing is known before anything was learned', () => {
  mount(openShop().studio, <VariablesPanel />);
  expect(screen.getByText(/What the talk learns is listed here/)).toBeTruthy();
});

test('attributes by context with type, value and where it comes from; what this exchange changed is marked', async () => {
  const shop = await shown('where is my order');
  expect(rows('user').map(words)).toEqual([
    ['action_success', 'boolean', 'true', 'mocked'],
    ['lookUp_action_success', 'boolean', 'true', 'mocked'],
    ['lookUp_status_code', 'int', '200', 'mocked'],
    ['status', 'string', '"shipped"', 'mocked'],
  ]);
  expect(screen.getAllByLabelText('changed in this exchange')).toHaveLength(4);
  await act(() => shop.say('hello there'));
  expect(screen.queryByLabelText('changed in this exchange')).toBeNull();
  act(() => shop.run.choose(shop.run.getState().exchanges.at(-2)?.events.at(-1)?.seq ?? null));
  expect(screen.getAllByLabelText('changed in this exchange')).toHaveLength(4);
});

test('a value is changed in place, and the talk goes by it', async () => {
  const shop = await shown('where is my order');
  await shop.user.click(screen.getByRole('button', { name: /^Change user\.status/ }));
  const input = screen.getByRole('textbox', { name: 'Value of user.status' });
  await shop.user.clear(input);
  await shop.user.type(input, 'lost{Enter}');
  await act(() => shop.settle());
  expect(words(rows('user')[3] ?? document.body)).toEqual(['status', 'string', '"lost"', 'edited']);
  expect(shop.host.calls.at(-1)?.input).toEqual({ run: 'run-1', reference: 'user.status', value: 'lost' });
});

test('Escape changes nothing, and neither does leaving a value as it was', async () => {
  const shop = await shown('where is my order');
  await shop.user.click(screen.getByRole('button', { name: /^Change user\.status/ }));
  await shop.user.keyboard('x{Escape}');
  await shop.user.click(screen.getByRole('button', { name: /^Change user\.status/ }));
  await shop.user.keyboard('{Enter}');
  expect(shop.host.calls.some(({ method }) => method === 'run.set')).toBe(false);
});

test('what is sensitive is never shown, not even to change it', async () => {
  const shop = await shown();
  await act(() => shop.run.setAttribute('user.pin', '1234'));
  await act(() => shop.settle());
  expect(words(rows('user')[0] ?? document.body)).toEqual(['pin', 'string', 'sensitive', 'edited']);
  await shop.user.click(screen.getByRole('button', { name: /^Change user\.pin/ }));
  const input = screen.getByLabelText<HTMLInputElement>('Value of user.pin');
  expect([input.type, input.value]).toEqual(['password', '']);
  expect(document.body.innerHTML).not.toContain('1234');
});

test('a value can be removed, and a name found', async () => {
  const shop = await shown('where is my order');
  await shop.user.type(screen.getByRole('searchbox'), 'status');
  expect(rows('user').map((row) => words(row)[0])).toEqual(['lookUp_status_code', 'status']);
  await shop.user.click(within(rows('user')[1] ?? document.body).getByRole('button', { name: 'Remove user.status' }));
  await act(() => shop.settle());
  expect(rows('user').map((row) => words(row)[0])).toEqual(['lookUp_status_code']);
});

test('after the talk values can be read, not changed', async () => {
  const shop = await shown('where is my order');
  await act(() => shop.run.stop());
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Change user\.status/ }).disabled).toBe(true);
});

test('what is typed becomes a value of the type', () => {
  expect(textToValue('12', 'string')).toBe('12');
  expect(textToValue('12', 'int')).toBe(12);
  expect(textToValue('["a", 1]', 'list')).toEqual(['a', 1]);
  expect(textToValue('tomorrow', 'timestamp')).toBe('tomorrow');
  expect([valueToText('a'), valueToText(12), valueToText(['a']), valueToText(null)]).toEqual(['a', '12', '["a"]', '']);
});
