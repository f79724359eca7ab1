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
 * write, stays there; what is not drawn at all leaves the focus to the canvas.
 */
export function focusNode(id: string): void {
  const drawn = nodeElement(id);
  if (drawn !== null) drawn.focus({ preventScroll: true });
  else if (focusedNode() !== null) focusCanvas();
  let from = document.activeElement;
  const look = (tries: number): void => {
    const active = document.activeElement;
    if (active !== from && active !== document.body) return;
    const element = isMenuOpen() ? null : nodeElement(id);
    if (element !== null) return element.focus({ preventScroll: true });
    // Keys have a meaning meanwhile, also when the view takes long to get there.
    if (active === document.body && tries <= 40 && !isMenuOpen()) focusCanvas();
    from = document.activeElement;
    if (tries > 0) requestAnimationFrame(() => look(tries - 1));
  };
  requestAnimationFrame(() => look(60));
}

/** A menu that was just opened takes the focus in a moment; it must not lose it before. */
const isMenuOpen = (): boolean => document.querySelector('[role="menu"]') !== null;

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
