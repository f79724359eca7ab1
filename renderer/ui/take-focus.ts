import { holdsNothingYet, firstControl } from './first-control.ts';
import { nextStop, tabStopsIn } from './tab-stops.ts';
import { watchPage } from './watch-page.ts';

const layers = '[role="dialog"], [role="menu"]';

/** Where one was before each window or menu: what had the focus, then what had it before the one that stood in. */
type Places = readonly Element[];
const placesBefore = new WeakMap<Element, Places>();
/** Those of the one that is closing this moment: one that opens in its place gives back to them. */
let closing: Places = [];

/**
 * As the ref of what a menu or a window consists of: it has the focus from the moment it is in the page, keeps it while
 * it is walked through, and gives it back when it goes, unless that led elsewhere.
 */
export function takeFocus(part: HTMLElement | null): (() => void) | undefined {
  const layer = part?.closest<HTMLElement>(layers);
  if (layer == null) return undefined;
  const active = document.activeElement;
  const outer = active?.closest(layers) ?? null;
  const isNowhere = active === null || active === document.body;
  const before = isNowhere ? closing : [active, ...((outer && placesBefore.get(outer)) ?? [])];
  placesBefore.set(layer, before);
  // A menu that hangs from a bar shows itself while the bar is walked along.
  if (layer.dataset['menubarDropdown'] === undefined || outer !== null) begin(layer);
  layer.addEventListener('keydown', keepInside);
  return () => {
    layer.removeEventListener('keydown', keepInside);
    closing = before;
    queueMicrotask(() => {
      closing = [];
      giveBack(before);
    });
  };
}

/** Where one is, or was before the window or menu that has the focus; null when that was nowhere, or is gone. */
export function placeBefore(): HTMLElement | null {
  const active = document.activeElement === document.body ? null : document.activeElement;
  const layer = active?.closest(layers) ?? null;
  const place = layer === null ? active : placesBefore.get(layer)?.find((one) => one.isConnected);
  return place instanceof HTMLElement ? place : null;
}

/** A menu is walked from its own top; a window begins at its first control, which may only come a moment later. */
function begin(layer: HTMLElement): void {
  if (layer.getAttribute('role') === 'menu') return layer.focus({ preventScroll: true });
  const place = firstControl(layer);
  if (!layer.contains(document.activeElement)) place.focus({ preventScroll: true });
  if (!holdsNothingYet(layer)) return;
  watchPage(() => {
    if (document.activeElement !== place) return true;
    if (holdsNothingYet(layer)) return false;
    firstControl(layer).focus({ preventScroll: true });
    return true;
  }, mostToWait);
}

/** A list is read from the disk in less; after this whoever looks at the window may have begun to. */
const mostToWait = 1000;

function keepInside(event: KeyboardEvent): void {
  const layer = event.currentTarget as HTMLElement;
  // The menus of a bar close by themselves then.
  if (event.key !== 'Tab' || event.defaultPrevented || layer.dataset['menubarDropdown'] !== undefined) return;
  const stops = tabStopsIn(layer);
  const isMenu = layer.getAttribute('role') === 'menu';
  const [last, first] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  const active = document.activeElement;
  if (!isMenu && active !== last && active !== layer && layer.contains(active)) return;
  event.preventDefault();
  if (isMenu) nextStop(itemsOf(layer), event.shiftKey ? -1 : 1)?.focus();
  else first?.focus();
}

const itemsOf = (menu: HTMLElement): readonly HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)'),
];

function giveBack(before: Places): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  const place = before.find((one) => one.isConnected);
  if (place instanceof HTMLElement) place.focus({ preventScroll: true });
}
