/** What can take the focus inside the areas of the window, in the order F6 visits them. */
const areas = ['.menu-bar', '.outline', '.palette', '.canvas-place', '[data-area="right"]', '[data-area="bottom"]'];
const focusable = '[tabindex="0"], button:not([disabled], [tabindex]), input:not([disabled]), textarea:not([disabled])';

/** Moves the focus to the next or previous area that is shown, so that nobody has to walk through all of one. */
export function focusArea(step: 1 | -1): void {
  const shown = areas.flatMap((selector) => {
    const area = document.querySelector(selector);
    const target = area === null ? undefined : [...area.querySelectorAll<HTMLElement>(focusable)].find(isShown);
    return area === null || target === undefined ? [] : [{ area, target }];
  });
  const at = shown.findIndex(({ area }) => area.contains(document.activeElement));
  const next = at === -1 ? (step === 1 ? 0 : shown.length - 1) : (at + step + shown.length) % shown.length;
  shown[next]?.target.focus();
}

const isShown = (element: HTMLElement): boolean => element.checkVisibility({ visibilityProperty: true });
