// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ErrorBoundary } from '../../../../renderer/app/error-boundary.tsx';

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(cleanup);

function Faulty({ broken }: { broken: () => boolean }) {
  if (broken()) throw new Error('a wheel came off');
  return <p>all is well</p>;
}

test('a fault says what stopped and that the work is safe, and the rest of the window goes on', async () => {
  let broken = true;
  const told = vi.fn<() => void>();
  render(
    <>
      <ErrorBoundary of="The inspector" onFault={told}>
        <Faulty broken={() => broken} />
      </ErrorBoundary>
      <p>the rest</p>
    </>,
  );
  expect(screen.getByRole('alert').textContent).toMatch(/^The inspector stopped.*Your work is safe/);
  expect(screen.getByText('the rest')).toBeTruthy();
  expect(told).toHaveBeenCalledOnce();
  broken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Show it again' }));
  expect(screen.getByText('all is well')).toBeTruthy();
});

test('the details that are copied say where it happened', async () => {
  const user = userEvent.setup();
  render(
    <ErrorBoundary of="This window" whole>
      <Faulty broken={() => true} />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('button', { name: 'Reload window' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Copy details' }));
  expect(await navigator.clipboard.readText()).toMatch(/a wheel came off[^]*Faulty/);
});
