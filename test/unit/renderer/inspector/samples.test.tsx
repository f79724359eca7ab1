// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { aScenario } from '../../../builders/a-scenario.ts';
import { depth, documentOf, field, inspect, intentIn } from './inspected.tsx';

const document = aScenario('Shop')
  .withAttribute('order_id')
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('where_is_order', { samples: ['where is it', 'track it'] })
  .app('tell_status', { text: 'On its way.' })
  .build();
const samples = (studio: Parameters<typeof intentIn>[0]): readonly string[] =>
  intentIn(studio, 'where_is_order').samples;

test('the last row is always free: writing in it adds a sample, Enter begins the next', async () => {
  const studio = inspect(document, ['where_is_order']);
  await userEvent.click(field('New sample'));
  await userEvent.keyboard('any news{Enter}status please');
  expect(samples(studio)).toEqual(['where is it', 'track it', 'any news', 'status please']);
  expect(depth(studio)).toBe(2);
  expect(field('New sample').value).toBe('');
});

test('Enter in the middle makes room there, and a row left empty goes away without a trace', async () => {
  const studio = inspect(document, ['where_is_order']);
  await userEvent.click(field('Sample 1'));
  await userEvent.keyboard('{Enter}between');
  expect(samples(studio)).toEqual(['where is it', 'between', 'track it']);
  act(() => studio.editor.undo());
  await userEvent.click(field('Sample 1'));
  await userEvent.keyboard('{Enter}');
  expect(screen.getAllByRole('textbox', { name: 'New sample' })).toHaveLength(2);
  await userEvent.click(field('Name'));
  expect(screen.getAllByRole('textbox', { name: 'New sample' })).toHaveLength(1);
  expect(samples(studio)).toEqual(['where is it', 'track it']);
  expect(depth(studio)).toBe(0);
});

test('pasting many lines adds many samples as one step', async () => {
  const studio = inspect(document, ['where_is_order']);
  await userEvent.click(field('New sample'));
  await userEvent.paste('where is my parcel\r\n\r\n  has it shipped \nwhen will it come');
  expect(samples(studio)).toEqual([
    'where is it',
    'track it',
    'where is my parcel',
    '  has it shipped ',
    'when will it come',
  ]);
  expect(depth(studio)).toBe(1);
  await userEvent.paste('one more');
  expect(samples(studio).at(-1)).toBe('one more');
});

test('a sample is removed by its button and moved by the keys of its handle', async () => {
  const studio = inspect(document, ['where_is_order']);
  const handle = screen.getByRole('button', { name: 'Move sample 2: arrow keys' });
  handle.focus();
  await userEvent.keyboard('{ArrowUp}');
  expect(samples(studio)).toEqual(['track it', 'where is it']);
  await waitFor(() =>
    expect(window.document.activeElement).toBe(screen.getByRole('button', { name: /Move sample 1/ })),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Remove sample 1' }));
  expect(samples(studio)).toEqual(['where is it']);
});

test('who asks to edit the text of an intent gets its first sample, where the canvas does not take it', async () => {
  const studio = inspect(document, ['where_is_order']);
  act(() => studio.ui.editText('where_is_order'));
  await waitFor(() => expect(window.document.activeElement).toBe(field('Sample 1')));
  act(() => studio.editor.select(['tell_status']));
  (window.document.activeElement as HTMLElement).blur();
  act(() => studio.ui.editText('tell_status'));
  await waitFor(() => expect(window.document.activeElement).toBe(field('Text')));
  expect(documentOf(studio)).toEqual(document);
});

test('what was asked once is not done again when the form comes back', async () => {
  const studio = inspect(document, ['where_is_order']);
  act(() => studio.ui.editText('where_is_order'));
  await waitFor(() => expect(window.document.activeElement).toBe(field('Sample 1')));
  (window.document.activeElement as HTMLElement).blur();
  act(() => studio.editor.select(['tell_status']));
  act(() => studio.editor.select(['where_is_order']));
  await waitFor(() => expect(field('Sample 1')).toBeTruthy());
  await new Promise((done) => setTimeout(done, 200));
  expect(window.document.activeElement).toBe(window.document.body);
});

test('a sample is tried as it would be said', async () => {
  const orders = aScenario('Shop')
    .withAttribute('order_id', 'string', { example: 'A-7' })
    .withConversation('orders')
    .withScene('status')
    .withTurn('ask')
    .user('where_is_order', { samples: ['where is {session.order_id}', 'tell {session.who}'] })
    .build();
  const { ui } = inspect(orders, ['where_is_order']);
  const press = (name: RegExp): Promise<void> => userEvent.click(screen.getByRole('button', { name }));
  await press(/^Try sample 1/);
  expect(ui.getState()).toMatchObject({ bottomTab: 'understanding', trying: { text: 'where is A-7' } });
  await press(/^Try sample 2/);
  expect(ui.getState().trying?.text).toBe('tell {session.who}');
});

test('a paste of a list loses its bullets, quotes and doubles, and says so', async () => {
  const studio = inspect(document, ['where_is_order']);
  await userEvent.click(field('New sample'));
  await userEvent.paste('- where is it\n- Track  IT\n- "has it shipped"\n• any news\n• any news');
  expect(samples(studio)).toEqual(['where is it', 'track it', 'Track  IT', 'has it shipped', 'any news']);
  expect(screen.getByText('3 samples added; 2 left out, as there already.')).toBeTruthy();
  expect(depth(studio)).toBe(1);
});

test('what is said twice is marked, sorted and taken out', async () => {
  const studio = inspect(document, ['where_is_order']);
  await userEvent.click(field('New sample'));
  await userEvent.keyboard('Where is it');
  expect(screen.getByText('Sample 1 says the same.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'All samples' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete 1 duplicates' }));
  expect(samples(studio)).toEqual(['where is it', 'track it']);
  await userEvent.click(screen.getByRole('button', { name: 'All samples' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Sort from A to Z' }));
  expect(samples(studio)).toEqual(['track it', 'where is it']);
});

test('several are chosen by their handles and deleted as one step', async () => {
  const studio = inspect(document, ['where_is_order']);
  const user = userEvent.setup();
  await user.click(field('New sample'));
  await user.paste('one\ntwo\nthree\nfour');
  const handle = (name: RegExp): HTMLElement => screen.getByRole('button', { name });
  await user.click(handle(/^Move sample 3/));
  await user.keyboard('{Shift>}');
  await user.click(handle(/^Move sample 5/));
  await user.keyboard('{/Shift}');
  expect(screen.getByText('3 chosen')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Delete them' }));
  expect(samples(studio)).toEqual(['where is it', 'track it', 'four']);
  act(() => studio.editor.undo());
  expect(samples(studio)).toHaveLength(6);
});
