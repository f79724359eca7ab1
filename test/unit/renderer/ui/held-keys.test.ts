// @vitest-environment jsdom
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { focusSoon } from '../../../../renderer/ui/focus-soon.ts';
import { holdKeys, startHoldingKeys } from '../../../../renderer/ui/held-keys.ts';

const heard: string[] = [];
const writes = vi.fn<(command: string, shows: boolean, text: string) => void>();

beforeAll(() => {
  startHoldingKeys();
  window.addEventListener('keydown', ({ key, target }) => heard.push(`${(target as Element).id || 'page'} ${key}`));
});

beforeEach(() => {
  document.body.replaceChildren();
  heard.length = 0;
  writes.mockReset();
  // jsdom writes nothing by itself.
  Object.assign(document, { execCommand: writes });
});

const add = (tag: string, id: string): HTMLElement => {
  const element = Object.assign(document.createElement(tag), { id });
  document.body.append(element);
  return element;
};
const press = (...keys: readonly string[]): void => {
  for (const key of keys) {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }
};
const turns = async (count = 8): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
};

test('keys pressed before the field is there are pressed in it once it is, in their order', async () => {
  focusSoon(() => document.getElementById('field'));
  await turns();
  press('a', 'b', 'Enter');
  expect(heard).toEqual([]);
  add('input', 'field');
  await turns(20);
  expect(heard).toEqual(['field a', 'field b', 'field Enter']);
  expect(writes.mock.calls.map(([, , text]) => text)).toEqual(['a', 'b']);
});

test('a key that makes the next one wait is done before that', async () => {
  window.addEventListener('keydown', () => focusSoon(() => document.getElementById('second')), { once: true });
  holdKeys(() => document.getElementById('first') !== null);
  press('x', 'y');
  add('button', 'first').focus();
  await turns(20);
  expect(heard).toEqual(['first x']);
  add('button', 'second');
  await turns(20);
  expect(heard).toEqual(['first x', 'second y']);
});

test('a button that was held for is pressed by Enter and Space', async () => {
  const pressed = vi.fn();
  focusSoon(() => document.getElementById('go'));
  await turns();
  press('Enter', ' ');
  add('button', 'go').addEventListener('click', pressed);
  await turns(20);
  expect(pressed).toHaveBeenCalledTimes(2);
});

test('the pointer lets the keys go where the focus is', async () => {
  focusSoon(() => document.getElementById('never'));
  await turns();
  press('a');
  window.dispatchEvent(new Event('pointerdown'));
  await turns();
  expect(heard).toEqual(['page a']);
  press('b');
  expect(heard).toEqual(['page a', 'page b']);
});

test('nothing is held for longer than it may take', async () => {
  vi.useFakeTimers();
  focusSoon(() => document.getElementById('never'), 400);
  await turns();
  press('a');
  vi.advanceTimersByTime(399);
  await turns();
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(1);
  vi.useRealTimers();
  await turns();
  expect(heard).toEqual(['page a']);
});

test('a focus that went elsewhere by itself stays there', async () => {
  focusSoon(() => document.getElementById('late'));
  await turns();
  add('input', 'elsewhere').focus();
  add('input', 'late');
  await turns();
  expect(document.activeElement?.id).toBe('elsewhere');
});
