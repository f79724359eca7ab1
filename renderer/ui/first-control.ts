import { isWriting } from './press-again.ts';
import { canHaveFocus, isTabStop, tabStopsIn } from './tab-stops.ts';

/** What a window is about, without its title and its buttons. */
const bodyOf = (layer: HTMLElement): HTMLElement => layer.querySelector<HTMLElement>('.dialog-body') ?? layer;

/**
 * Where one begins in a window: at what says so, else at the first field to write in or the first control of what it is
 * about, else at the button that is meant to be pressed, else at the one that closes it.
 */
export function firstControl(layer: HTMLElement): HTMLElement {
  const meant = [...layer.querySelectorAll<HTMLElement>('[data-autofocus]')].find(canHaveFocus);
  const stops = tabStopsIn(bodyOf(layer));
  const buttons = layer.querySelector<HTMLElement>('.dialog-buttons');
  return (
    meant ??
    stops.find(isWriting) ??
    stops[0] ??
    (buttons === null ? undefined : tabStopsIn(buttons).at(-1)) ??
    [...layer.querySelectorAll<HTMLElement>('button')].find(isTabStop) ??
    layer
  );
}

/** Whether what it is about has no control, or none yet. */
export const holdsNothingYet = (layer: HTMLElement): boolean =>
  layer.querySelector('[data-autofocus]') === null && tabStopsIn(bodyOf(layer)).length === 0;
