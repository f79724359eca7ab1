import { isPressedAgain, pressAgain } from './press-again.ts';
import { watchPage } from './watch-page.ts';

/** Waits that are under way: while there is one, no key reaches the page. */
const waits = new Set<() => void>();
let held: KeyboardEvent[] = [];
let isDraining = false;

/**
 * Holds back the keys that are pressed until `isThere` says that the focus is where they belong, then presses them again
 * one by one. For the few places that cannot have the focus at once because they are still being read or scrolled to.
 * Pressing the pointer, or the end of the patience (in milliseconds), lets the keys go where the focus is by then.
 */
export function holdKeys(isThere: () => boolean, patience = 600): void {
  let end: (() => void) | null = null;
  let isOver = false;
  const onEnd = (): void => {
    isOver = true;
    if (end !== null) waits.delete(end);
    drain();
  };
  end = watchPage(isThere, patience, onEnd);
  if (!isOver) waits.add(end);
}

/** One key at a time: what a key does is drawn before the next is pressed, and may make that one wait again. */
function drain(): void {
  if (isDraining) return;
  isDraining = true;
  queueMicrotask(() => {
    isDraining = false;
    if (waits.size > 0) return;
    const [next, ...others] = held;
    if (next === undefined) return;
    held = others;
    pressAgain(next);
    drain();
  });
}

function onKeyDown(event: KeyboardEvent): void {
  // A key that composes a character belongs to the system.
  if (isPressedAgain(event) || event.isComposing || (waits.size === 0 && held.length === 0)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!/^(?:Shift|Control|Alt|Meta)$/.test(event.key)) held.push(event);
}

const letGo = (): void => {
  for (const end of waits) end();
};

/** Before anything else in the page listens for keys. */
export function startHoldingKeys(): void {
  window.addEventListener('keydown', onKeyDown, { capture: true });
  window.addEventListener('pointerdown', letGo, { capture: true });
}
