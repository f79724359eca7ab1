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
 * Goes into the first of these places that can be gone into, also when it is only about to be shown. A focus that has
 * gone elsewhere meanwhile, because somebody is quick, stays there.
 */
export function focusPlace(places: readonly string[], most = 30): void {
  const from = document.activeElement;
  const look = (tries: number): void => {
    const active = document.activeElement;
    if (active !== from && active !== document.body) return;
    const found = places.flatMap((selector) => document.querySelector(selector) ?? []);
    const target = found.map(firstIn).find((element) => element !== undefined);
    if (target !== undefined) target.focus();
    else if (tries > 0) requestAnimationFrame(() => look(tries - 1));
  };
  requestAnimationFrame(() => look(most));
}

/** On the canvas, what is chosen; else whatever comes first. */
const firstIn = (area: Element): HTMLElement | undefined =>
  [
    ...(area instanceof HTMLElement && area.matches(focusable) ? [area] : []),
    ...area.querySelectorAll<HTMLElement>('.react-flow__node.selected[tabindex="0"]'),
    ...area.querySelectorAll<HTMLElement>(focusable),
  ].find(isShown);

const isShown = (element: HTMLElement): boolean =>
  element.closest('[inert]') === null && element.checkVisibility({ visibilityProperty: true });
