// @vitest-environment jsdom
import { createEvent, fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Palette } from '../../../../renderer/palette/palette.tsx';
import { paletteDragType, readPaletteItem } from '../../../../renderer/palette/palette-item.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aStudio } from '../../../builders/a-studio.ts';
import { mount } from '../app/mounted.tsx';

test('a drag carries what to create', () => {
  mount(aStudio(aScenario().build()), <Palette />);
  const carried = new Map<string, string>();
  const tile = screen.getByRole('button', { name: 'API call' });
  const start = createEvent.dragStart(tile);
  const dataTransfer = { setData: (type: string, text: string) => carried.set(type, text), effectAllowed: '' };
  Object.defineProperty(start, 'dataTransfer', { value: dataTransfer });
  fireEvent(tile, start);
  expect(readPaletteItem(carried.get(paletteDragType) ?? '')).toEqual({ item: 'action', actionKind: 'api' });
});

test('a click or Enter creates it beside the selection, selected and ready to be written', async () => {
  const studio = aStudio(aScenario().withConversation('orders').withScene('status').withTurn('ask').build());
  studio.editor.select(['ask']);
  mount(studio, <Palette />);
  screen.getByRole('button', { name: 'APP intent' }).focus();
  await userEvent.keyboard('{Enter}');
  const [intent] = [...studio.editor.getState().document.tables.intents.values()];
  expect(intent).toMatchObject({ speaker: 'APP', turn: 'ask' });
  expect(studio.editor.getState().selection).toEqual([intent?.id]);
  expect(studio.ui.getState()).toMatchObject({ editText: { id: intent?.id } });
});

test('kinds of action that are wanted less often are behind one button, and can be searched', async () => {
  const studio = aStudio(aScenario().build());
  mount(studio, <Palette />);
  expect(screen.queryByRole('button', { name: 'Holiday' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'More…' }));
  expect(screen.getByRole('button', { name: 'Holiday' })).toBeTruthy();
  await userEvent.type(screen.getByRole('searchbox', { name: 'Find in the palette' }), 'sqlite');
  expect(screen.queryByRole('button', { name: 'API call' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Database' }));
  expect([...studio.editor.getState().document.tables.actions.values()]).toMatchObject([{ kind: 'database' }]);
});

test('a ready conversation is found by its purpose, and put in by keys alone', async () => {
  const studio = aStudio(aScenario().build());
  mount(studio, <Palette />);
  await userEvent.click(screen.getByRole('searchbox', { name: 'Find in the palette' }));
  await userEvent.keyboard('who somebody is');
  expect(screen.getAllByRole('group').map((group) => group.getAttribute('aria-labelledby'))).toEqual([
    'palette-patterns',
  ]);
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('Authentication');
  await userEvent.keyboard('{Enter}');
  await waitFor(() =>
    expect([...studio.editor.getState().document.tables.conversations.values()]).toMatchObject([
      { name: 'Authentication' },
    ]),
  );
  expect(studio.editor.getState().history.past?.entry.label).toBe('Insert Authentication');
});

test('Tab reaches the tiles once, and arrows go from one to the next', async () => {
  mount(aStudio(aScenario().build()), <Palette />);
  await userEvent.click(screen.getByRole('searchbox'));
  await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
  const reached = document.activeElement?.getAttribute('data-palette');
  expect(reached).toBe('apiAction');
  const stops = [...document.querySelectorAll('[data-palette]')].filter(
    (tile) => tile.getAttribute('tabindex') === '0',
  );
  expect(stops.map((tile) => tile.getAttribute('data-palette'))).toEqual([reached]);
  await userEvent.keyboard('{End}');
  expect(document.activeElement?.getAttribute('data-palette')).toMatch(/^pattern\./);
});

test('a carried pattern says which one it is, and nothing else is believed', () => {
  expect(readPaletteItem('{"item":"pattern","pattern":"faq"}')).toEqual({ item: 'pattern', pattern: 'faq' });
  expect(readPaletteItem('{"item":"pattern","pattern":7}')).toBeNull();
});
