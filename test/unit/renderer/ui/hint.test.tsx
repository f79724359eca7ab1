// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Hint } from '../../../../renderer/ui/hint.tsx';
import '../app/mounted.tsx';

const shown = (disabled = false) => (
  <MantineProvider env="test" withCssVariables={false} withGlobalClasses={false}>
    <Hint label="Goes back by one" disabled={disabled}>
      <button type="button">Undo</button>
    </Hint>
  </MantineProvider>
);

test('what is pointed at for a moment is explained and described, until the pointer leaves', async () => {
  render(shown());
  const button = screen.getByRole('button');
  expect(screen.queryByRole('tooltip')).toBeNull();
  fireEvent.pointerEnter(button, { pointerType: 'mouse' });
  expect(screen.queryByRole('tooltip')).toBeNull();
  expect((await screen.findByRole('tooltip')).textContent).toBe('Goes back by one');
  const described = button.getAttribute('aria-describedby') ?? 'nothing';
  expect(document.getElementById(described)?.textContent).toBe('Goes back by one');
  // The very button is still there: what is pressed on it is not lost.
  expect(screen.getByRole('button')).toBe(button);
  fireEvent.pointerLeave(button, { pointerType: 'mouse' });
  await waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull());
});

test('Escape takes it away, and what is disabled shows none', async () => {
  const { rerender } = render(shown());
  const button = screen.getByRole('button');
  fireEvent.pointerEnter(button, { pointerType: 'mouse' });
  await screen.findByRole('tooltip');
  fireEvent.keyDown(document.body, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull());
  fireEvent.pointerLeave(button, { pointerType: 'mouse' });
  fireEvent.pointerEnter(button, { pointerType: 'mouse' });
  await screen.findByRole('tooltip');
  rerender(shown(true));
  await waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull());
});
