import { focusSoon } from '../ui/focus-soon.ts';
import { canHaveFocus } from '../ui/tab-stops.ts';

/** What can take the focus inside the areas of the window, in the order F6 visits them. */
const areas = ['.menu-bar', '.outline', '.palette', '.canvas-place', '[data-area="right"]', '[data-area="bottom"]'];
const focusable = [
  '[tabindex="0"]',
  ...['button', 'input', 'textarea', 'select'].map((tag) => `${tag}:not([disabled], [tabindex="-1"])`),
].join(', ');

/** Moves the focus to the next or previous area that is shown, so that nobody has to walk through all of one. */
export function focusArea(step: 1 | -1): void {
  const shown = areas.flatMap((selector) => {
    const area = document.querySelector(selector);
    const target = area === null ? undefined : firstIn(area);
    return area === null || target === undefined ? [] : [{ area, target }];
  });
  const at = shown.findIndex(({ area }) => area.contains(document.activeElement));
  const next = at === -1 ? (step === 1 ? 0 : shown.length - 1) : (at + step + shown.length) % shown.length;
  shown[next]?.target.focus();
}

/**
 * Goes into the first of these places that can be gone into, also when it is only about to be shown, or still being
 * fetched. A focus that has gone elsewhere meanwhile, because somebody is quick, stays there.
 */
export function focusPlace(places: readonly string[], patience?: number): void {
  focusSoon(() => {
    const found = places.flatMap((selector) => document.querySelector(selector) ?? []);
    if (found.some((place) => place.querySelector('.lazy-part[aria-busy="true"]') !== null)) return null;
    return found.map(firstIn).find((element) => element !== undefined);
  }, patience);
}

/** On the canvas, what is chosen; else whatever comes first. */
const firstIn = (area: Element): HTMLElement | undefined =>
  [
    ...(area instanceof HTMLElement && area.matches(focusable) ? [area] : []),
    ...area.querySelectorAll<HTMLElement>('.react-flow__node.selected[tabindex="0"]'),
    ...area.querySelectorAll<HTMLElement>(focusable),
  ].find(canHaveFocus);
