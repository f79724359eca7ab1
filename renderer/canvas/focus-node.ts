const nodeElement = (id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);

/** The node may only be drawn once the view has moved there. */
export function focusNode(id: string, tries = 20): void {
  requestAnimationFrame(() => {
    const element = nodeElement(id);
    if (element !== null) element.focus({ preventScroll: true });
    else if (tries > 0) focusNode(id, tries - 1);
  });
}

/** Goes to the first pin of a node; pressing Enter there offers what it can be joined to. */
export const focusPin = (id: string): void => nodeElement(id)?.querySelector<HTMLElement>('.pin[data-pin]')?.focus();
