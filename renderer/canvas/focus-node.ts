import { watchPage } from '../ui/watch-page.ts';

const nodeElement = (id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);

/** The node that has the focus, itself or in one of its parts. */
export const focusedNode = (): string | null => nodeAround(document.activeElement);

export const nodeAround = (element: Element | null): string | null =>
  element?.closest<HTMLElement>('.react-flow__node')?.dataset['id'] ?? null;

export const focusCanvas = (): void => document.querySelector<HTMLElement>('.canvas')?.focus({ preventScroll: true });

/**
 * The node may only be drawn once the view has moved there. Until then the canvas has the focus, not the node that had
 * it: keys pressed meanwhile mean what is selected. A focus that has gone elsewhere since, such as into a text to
 * write or a menu, stays there; what is not drawn at all leaves the focus to the canvas.
 */
export function focusNode(id: string): void {
  if (takesFocus(id)) return;
  if (focusedNode() !== null || document.activeElement === document.body) focusCanvas();
  const from = document.activeElement;
  stopWaiting();
  stopWaiting = watchPage(() => {
    const active = document.activeElement;
    if (active !== from && active !== document.body) return true;
    return takesFocus(id);
  }, mostToWait);
}

/** It is drawn, and shown: what has not been placed yet cannot have the focus. */
function takesFocus(id: string): boolean {
  const element = nodeElement(id);
  element?.focus({ preventScroll: true });
  return element !== null && element === document.activeElement;
}

/** One node at a time is waited for: the last that was asked for. */
let stopWaiting = (): void => undefined;
/** A view that glides there is there long before. */
const mostToWait = 1000;

const pinsOf = (id: string): readonly HTMLElement[] => [
  ...(nodeElement(id)?.querySelectorAll<HTMLElement>('.pin[data-pin]') ?? []),
];

/** Goes to the first pin of a node; pressing Enter there offers what it can be joined to. */
export function focusPin(id: string): boolean {
  const [first] = pinsOf(id);
  first?.focus({ preventScroll: true });
  return first !== undefined;
}

/** From pin to pin of the node that has the focus, around and around. */
export function focusNextPin(pin: HTMLElement, step: 1 | -1): void {
  const pins = pinsOf(nodeAround(pin) ?? '');
  pins[(pins.indexOf(pin) + step + pins.length) % pins.length]?.focus({ preventScroll: true });
}
