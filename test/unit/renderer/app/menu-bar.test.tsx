// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { MenuBar } from '../../../../renderer/app/menu-bar.tsx';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aStudio } from '../../../builders/a-studio.ts';
import { mount } from './mounted.tsx';

const theStudio = () => aStudio(aScenario('Shop').withConversation('orders').build());

test('the menu bar names its menus and opens one with its items and their keys', async () => {
  mount(theStudio(), <MenuBar />);
  const bar = screen.getByRole('menubar');
  const names = within(bar)
    .getAllByRole('menuitem')
    .map((item) => item.textContent);
  expect(names).toEqual(['File', 'Edit', 'View', 'Run', 'Help']);
  await userEvent.click(within(bar).getByText('File'));
  const save = await screen.findByRole('menuitem', { name: /^Save Ctrl\+S|^SaveCtrl\+S/ });
  expect(save).toBeTruthy();
});

test('an item does what its action does, and says what undo would take back', async () => {
  const studio = theStudio();
  studio.editor.select(['orders']);
  mount(studio, <MenuBar />);
  await userEvent.click(screen.getByText('Edit'));
  await userEvent.click(await screen.findByText('Delete'));
  expect(studio.editor.getState().document.tables.conversations.size).toBe(0);
  await userEvent.click(screen.getByText('Edit'));
  await userEvent.click(await screen.findByText('Undo Remove conversation'));
  expect(studio.editor.getState().document.tables.conversations.size).toBe(1);
});

test('by keyboard: down opens, arrows go to the next menu, Enter chooses', async () => {
  const studio = theStudio();
  mount(studio, <MenuBar />);
  await userEvent.tab();
  expect(document.activeElement?.textContent).toBe('File');
  await userEvent.keyboard('{ArrowLeft}{Enter}');
  const item = await screen.findByText('Keyboard shortcuts');
  await expect.poll(() => document.activeElement?.contains(item)).toBe(true);
  await userEvent.keyboard('{Enter}');
  expect(studio.ui.getState().dialog).toEqual({ kind: 'shortcuts' });
});

test('what cannot be done is there, and cannot be chosen', async () => {
  mount(theStudio(), <MenuBar />);
  await userEvent.click(screen.getByText('Edit'));
  const item = (await screen.findByText('Redo')).closest('[role="menuitem"]');
  expect(item?.hasAttribute('disabled') || item?.getAttribute('data-disabled') === 'true').toBe(true);
});

const withField = (studio: ReturnType<typeof theStudio>) =>
  mount(
    studio,
    <>
      <MenuBar />
      <input aria-label="Name" />
    </>,
  );

test.each([
  [
    'by mouse',
    async () => {
      await userEvent.click(screen.getByText('Help'));
      await userEvent.click(await screen.findByText('About Parley'));
    },
  ],
  [
    'by keyboard',
    async () => {
      await userEvent.tab({ shift: true });
      await userEvent.keyboard('{ArrowLeft}{Enter}');
      const item = await screen.findByText('Keyboard shortcuts');
      await expect.poll(() => document.activeElement?.contains(item)).toBe(true);
      await userEvent.keyboard('{Enter}');
    },
  ],
])('an item chosen %s gives the focus back to where it was', async (_, choose) => {
  const studio = theStudio();
  withField(studio);
  const field = screen.getByRole('textbox', { name: 'Name' });
  await userEvent.click(field);
  await choose();
  expect(studio.ui.getState().dialog).not.toBeNull();
  expect(document.activeElement).toBe(field);
});

test('Escape closes the menu and stays in the bar; nothing has been chosen', async () => {
  withField(theStudio());
  await userEvent.click(screen.getByRole('textbox', { name: 'Name' }));
  await userEvent.tab({ shift: true });
  await userEvent.keyboard('{ArrowLeft}{Enter}');
  const item = await screen.findByText('Keyboard shortcuts');
  await expect.poll(() => document.activeElement?.contains(item)).toBe(true);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement?.textContent).toBe('Help');
  expect(screen.queryByText('Keyboard shortcuts')).toBeNull();
});
