// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { RunControls } from '../../../../renderer/run/run-controls.tsx';
import { mount } from '../app/mounted.tsx';
import { openShop, shopDocument, type Shop } from './shop-talk.ts';

function shown(): Shop & { readonly user: ReturnType<typeof userEvent.setup> } {
  const shop = openShop();
  mount(
    shop.studio,
    <>
      <RunControls />
      <main aria-label="Canvas" tabIndex={0}>
        <button type="button">node</button>
      </main>
    </>,
  );
  return { ...shop, user: userEvent.setup() };
}
const settle = (shop: Shop): Promise<void> => act(() => shop.settle());
const starts = ({ host }: Shop): number => host.calls.filter(({ method }) => method === 'run.start').length;

test('Talk begins, Restart begins again, and the end ends', async () => {
  const shop = shown();
  await shop.user.click(screen.getByRole('button', { name: 'Talk' }));
  await settle(shop);
  expect(screen.getByRole('status').textContent).toBe('Your turn');
  await shop.user.click(screen.getByRole('button', { name: 'Restart' }));
  await settle(shop);
  expect(starts(shop)).toBe(2);
  await shop.user.click(screen.getByRole('button', { name: 'End the talk' }));
  await settle(shop);
  expect(screen.getByRole('button', { name: 'Talk' })).toBeTruthy();
  expect(screen.queryByRole('status')).toBeNull();
});

test('Space on the canvas talks, and begins again; a button there keeps its Space', async () => {
  const shop = shown();
  screen.getByRole('main').focus();
  await shop.user.keyboard(' ');
  await settle(shop);
  expect(starts(shop)).toBe(1);
  await shop.user.keyboard(' ');
  await settle(shop);
  expect(starts(shop)).toBe(2);
  screen.getByRole('button', { name: 'node' }).focus();
  await shop.user.keyboard(' ');
  fireEvent.keyDown(document.body, { key: ' ', ctrlKey: true });
  await settle(shop);
  expect(starts(shop)).toBe(2);
});

test('mock and live are one choice, by mouse and by key', async () => {
  // Asked for by the simulated keyboard; every page has it.
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  const shop = shown();
  const live = screen.getByRole<HTMLInputElement>('radio', { name: 'Live' });
  await shop.user.click(live);
  await settle(shop);
  expect([live.checked, shop.run.getState().mode]).toEqual([true, 'live']);
  await shop.user.keyboard('{ArrowLeft}');
  await settle(shop);
  expect(shop.run.getState().mode).toBe('mock');
});

test('a scenario from somewhere else stays with mocks, and says why', async () => {
  const shop = shown();
  const openFile = { file: 'file-1', name: 'a', place: '', hash: '', trusted: false };
  act(() => shop.studio.editor.replace(shopDocument(), openFile));
  const live = screen.getByRole<HTMLInputElement>('radio', { name: 'Live' });
  expect(live.getAttribute('aria-disabled')).toBe('true');
  expect(live.getAttribute('aria-description')).toContain('Trust it in the File menu');
  await shop.user.click(live);
  expect(shop.run.getState().mode).toBe('mock');
});
