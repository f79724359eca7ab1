import { nextStop, tabStopsIn } from './tab-stops.ts';

/** What only writes, moves or presses, as far as a page can do it itself. */
type Meaning = (target: HTMLElement, event: KeyboardEvent) => void;

const writingTypes = /^(?:text|search|url|tel|email|password|number)$/;

/**
 * Presses a key that was held back once more, where the focus is now: the page hears it as it would have, and what the
 * browser does of its own accord with a key that nobody took is done here.
 */
export function pressAgain(event: KeyboardEvent): void {
  const target = document.activeElement instanceof HTMLElement ? document.activeElement : document.body;
  const again = new KeyboardEvent('keydown', copyOf(event));
  pressedAgain.add(again);
  if (!target.dispatchEvent(again)) return;
  if (event.altKey) return;
  if (isWriting(target) && moveCaret(event)) return;
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() === 'a' && isWriting(target)) document.execCommand('selectAll');
    return;
  }
  const act = meanings[event.key] ?? (event.key.length === 1 ? write : undefined);
  act?.(target, event);
}

const pressedAgain = new WeakSet<Event>();
export const isPressedAgain = (event: Event): boolean => pressedAgain.has(event);

const copyOf = (event: KeyboardEvent): KeyboardEventInit => ({
  key: event.key,
  code: event.code,
  location: event.location,
  ctrlKey: event.ctrlKey,
  shiftKey: event.shiftKey,
  altKey: event.altKey,
  metaKey: event.metaKey,
  repeat: event.repeat,
  bubbles: true,
  cancelable: true,
  composed: true,
});

export const isWriting = (element: Element | null): boolean =>
  element instanceof HTMLInputElement
    ? writingTypes.test(element.type)
    : element instanceof HTMLTextAreaElement || (element instanceof HTMLElement && element.isContentEditable);

const caretMoves: Readonly<Record<string, readonly [direction: string, by: string]>> = {
  Home: ['backward', 'lineboundary'],
  End: ['forward', 'lineboundary'],
  ArrowLeft: ['left', 'character'],
  ArrowRight: ['right', 'character'],
  ArrowUp: ['backward', 'line'],
  ArrowDown: ['forward', 'line'],
};

function moveCaret({ key, ctrlKey, shiftKey }: KeyboardEvent): boolean {
  const [direction, by] = caretMoves[key] ?? [];
  if (direction === undefined || by === undefined) return false;
  const far = { lineboundary: 'documentboundary', character: 'word' }[by] ?? by;
  document.getSelection()?.modify(shiftKey ? 'extend' : 'move', direction, ctrlKey ? far : by);
  return true;
}

const write: Meaning = (target, { key }) => {
  if (isWriting(target)) document.execCommand('insertText', false, key);
};

const isPressed = (target: HTMLElement): boolean => target.matches('button, a[href], summary');

const meanings: Readonly<Record<string, Meaning>> = {
  Enter: (target) => {
    if (isPressed(target)) target.click();
    else if (target instanceof HTMLInputElement) target.form?.requestSubmit();
    else if (isWriting(target)) document.execCommand('insertText', false, '\n');
  },
  ' ': (target, event) => {
    if (isPressed(target) || target.matches('input:is([type="checkbox"], [type="radio"])')) target.click();
    else write(target, event);
  },
  Backspace: (target) => void (isWriting(target) && document.execCommand('delete')),
  Delete: (target) => void (isWriting(target) && document.execCommand('forwardDelete')),
  Tab: (_target, { shiftKey }) => nextStop(tabStopsIn(document), shiftKey ? -1 : 1)?.focus(),
};
