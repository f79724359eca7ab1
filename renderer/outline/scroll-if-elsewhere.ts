import { elementScroll, type Virtualizer } from '@tanstack/react-virtual';

/** Scrolls a list that is not there already. A list begins by scrolling to where it is, for which the page is laid out. */
export function scrollIfElsewhere(
  offset: number,
  options: Parameters<typeof elementScroll>[1],
  list: Virtualizer<HTMLDivElement, Element>,
): void {
  if (offset + (options.adjustments ?? 0) !== list.scrollOffset) elementScroll(offset, options, list);
}
