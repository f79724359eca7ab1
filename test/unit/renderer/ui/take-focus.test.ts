// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { takeFocus } from '../../../../renderer/ui/take-focus.ts';

beforeEach(() => {
  document.body.innerHTML = '<button id="before">Before</button>';
  document.getElementById('before')?.focus();
});

const focused = (): string | undefined => document.activeElement?.id;

/** A window with this in it, open. */
function open(body: string, buttons = ''): { readonly layer: HTMLElement; readonly close: () => Promise<void> } {
  const layer = document.createElement('section');
  layer.setAttribute('role', 'dialog');
  layer.tabIndex = -1;
  layer.innerHTML = `<button id="close">Close</button><div class="dialog-body">${body}</div>${
    buttons === '' ? '' : `<div class="dialog-buttons">${buttons}</div>`
  }`;
  document.body.append(layer);
  const leave = takeFocus(layer.querySelector<HTMLElement>('.dialog-body'));
  return {
    layer,
    close: async () => {
      layer.remove();
      leave?.();
      await Promise.resolve();
    },
  };
}

const begins: readonly (readonly [body: string, buttons: string, first: string])[] = [
  ['<button id="a">A</button><input id="b" data-autofocus>', '', 'b'],
  ['<button id="handle">Move</button><textarea id="text"></textarea>', '<button id="done">Done</button>', 'text'],
  ['<button id="a" disabled>A</button><button id="b">B</button>', '<button id="done">Done</button>', 'b'],
  ['<p>Nothing to do.</p>', '<button id="not">Not</button><button id="yes">Yes</button>', 'yes'],
  ['<p>Nothing at all.</p>', '', 'close'],
];
test.each(begins)('of %s and %s the first is %s', (body, buttons, first) => {
  open(body, buttons);
  expect(focused()).toBe(first);
});

test('what comes late has the focus, unless somebody went elsewhere before', async () => {
  const { layer } = open('');
  expect(focused()).toBe('close');
  layer.querySelector('.dialog-body')?.insertAdjacentHTML('beforeend', '<button id="late">Late</button>');
  await Promise.resolve();
  expect(focused()).toBe('late');
});

test('Tab goes around inside', () => {
  const { layer } = open('<input id="a">', '<button id="done">Done</button>');
  const tab = (shiftKey: boolean): void =>
    void document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Tab', shiftKey, bubbles: true, cancelable: true }),
    );
  layer.querySelector<HTMLElement>('#done')?.focus();
  tab(false);
  expect(focused()).toBe('close');
  tab(true);
  expect(focused()).toBe('done');
});

test('where one was has the focus again, also when one window led to another', async () => {
  const first = open('<input id="a">');
  const [second] = [open('<input id="b">'), await first.close()];
  expect(focused()).toBe('b');
  await second.close();
  // The first was still there when the second opened: it is gone now, and nobody is left nowhere.
  expect(focused()).toBe('before');
});

test('closing that led elsewhere stays there', async () => {
  const { close } = open('<input id="a">');
  document.body.insertAdjacentHTML('beforeend', '<input id="elsewhere">');
  document.getElementById('elsewhere')?.focus();
  await close();
  expect(focused()).toBe('elsewhere');
});
