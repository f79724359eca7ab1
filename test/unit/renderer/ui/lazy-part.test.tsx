// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { lazyPart } from '../../../../renderer/ui/lazy-part.tsx';
import '../app/mounted.tsx';

const Greeting = ({ name }: { readonly name: string }) => <p>Hello {name}</p>;

test('a part is fetched when it is first shown, once, and drawn at once from then on', async () => {
  let fetched = 0;
  const Part = lazyPart('The greeting', async () => {
    fetched += 1;
    return Greeting;
  });
  expect(fetched).toBe(0);
  const { unmount } = render(<Part name="Ada" />);
  expect(await screen.findByText('Hello Ada')).toBeTruthy();
  unmount();
  render(<Part name="Grace" />);
  expect(screen.getByText('Hello Grace')).toBeTruthy();
  expect(fetched).toBe(1);
});

test('what comes quickly is not announced; what takes long says so', async () => {
  let arrive = (): void => undefined;
  const Part = lazyPart('The greeting', async () => {
    await new Promise<void>((resolve) => {
      arrive = resolve;
    });
    return Greeting;
  });
  render(<Part name="Ada" />);
  expect(screen.queryByRole('status')).toBeNull();
  expect((await screen.findByRole('status')).textContent).toBe('The greeting is being fetched…');
  arrive();
  expect(await screen.findByText('Hello Ada')).toBeTruthy();
  expect(screen.queryByRole('status')).toBeNull();
});

test('a part that cannot be read says so in its place, and is asked for again when it is shown again', async () => {
  let attempts = 0;
  const Part = lazyPart('The greeting', async () => {
    attempts += 1;
    if (attempts === 1) throw new TypeError('Failed to fetch dynamically imported module');
    return Greeting;
  });
  const { unmount } = render(<Part name="Ada" />);
  expect((await screen.findByRole('alert')).textContent).toMatch(/The greeting could not be read from the disk/);
  expect(screen.getByRole('button', { name: 'Reload window' })).toBeTruthy();
  unmount();
  render(<Part name="Ada" />);
  expect(await screen.findByText('Hello Ada')).toBeTruthy();
  expect(attempts).toBe(2);
});
