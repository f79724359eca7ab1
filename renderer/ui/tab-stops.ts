const stops = 'a[href], button, input, select, textarea, summary, [contenteditable="true"], [tabindex]';

/** Where the Tab key stops, in the order it does. */
export const tabStopsIn = (place: ParentNode): readonly HTMLElement[] =>
  [...place.querySelectorAll<HTMLElement>(stops)].filter(isTabStop);

export const isTabStop = (element: HTMLElement): boolean => element.tabIndex >= 0 && canHaveFocus(element);

/** Seen, and neither off nor behind something that covers it. */
export const canHaveFocus = (element: HTMLElement): boolean =>
  !element.matches(':disabled') &&
  element.closest('[inert]') === null &&
  element.checkVisibility({ visibilityProperty: true });

/** The stop after this one, around and around; the last or first where none has the focus. */
export function nextStop(all: readonly HTMLElement[], step: 1 | -1): HTMLElement | undefined {
  const at = all.findIndex((one) => one === document.activeElement);
  if (at === -1) return step === 1 ? all[0] : all.at(-1);
  return all[(at + step + all.length) % all.length];
}
