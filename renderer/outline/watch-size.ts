import type { Rect, Virtualizer } from '@tanstack/react-virtual';

/**
 * Tells a list how large it is when the page knows: with the frame in which it is laid out. Asking at once, as such lists
 * do, has the page laid out for the answer alone.
 */
export function watchSize(
  { scrollElement }: Virtualizer<HTMLDivElement, Element>,
  tell: (size: Rect) => void,
): (() => void) | undefined {
  if (scrollElement === null) return undefined;
  const observer = new ResizeObserver((entries) => {
    const size = entries.at(-1)?.borderBoxSize[0];
    if (size !== undefined) tell({ width: Math.round(size.inlineSize), height: Math.round(size.blockSize) });
  });
  observer.observe(scrollElement, { box: 'border-box' });
  return () => observer.disconnect();
}
