// @vitest-environment jsdom
import { act, fireEvent, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { commandPaletteStore } from '../../../../renderer/app/command-palette-store.ts';
import { useShortcuts } from '../../../../renderer/app/use-shortcuts.ts';
import { orderDocument } from '../../../builders/order-document.ts';
import { aStudio } from '../../../builders/a-studio.ts';

afterEach(() => act(() => commandPaletteStore.close()));

test('a letter makes what it is the key of', () => {
  const studio = aStudio(orderDocument());
  renderHook(() => useShortcuts(studio));
  const before = studio.editor.getState().document;
  fireEvent.keyDown(document.body, { key: 'n' });
  expect(studio.editor.getState().document.tables.notes.size).toBe(before.tables.notes.size + 1);
});

test('no key means anything to the window while the palette is open', () => {
  const studio = aStudio(orderDocument());
  renderHook(() => useShortcuts(studio));
  const before = studio.editor.getState().document;
  act(() => commandPaletteStore.open());
  for (const key of ['n', 'u', 'Delete']) fireEvent.keyDown(document.body, { key });
  fireEvent.keyDown(document.body, { key: 's', ctrlKey: true });
  expect(studio.editor.getState().document).toBe(before);
});
