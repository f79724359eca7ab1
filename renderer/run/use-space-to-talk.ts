import { useEffect } from 'react';
import { findAction, runAction } from '../app/actions/all-actions.ts';
import { pressedAt } from '../app/actions/place-keys.ts';
import type { Studio } from '../state/studio.ts';

/** Its key (Space at first) on the canvas, or where nothing is focused, begins the talk or begins it again. */
export function useSpaceToTalk(studio: Studio): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target } = event;
      if (pressedAt(studio, 'canvas', event) !== 'talk') return;
      if (event.repeat || event.defaultPrevented || !(target instanceof HTMLElement)) return;
      if (!isCanvas(target) || studio.ui.getState().dialog !== null) return;
      const action = findAction(studio, studio.run.getState().run === null ? 'run.talk' : 'run.restart');
      if (action === undefined) return;
      event.preventDefault();
      runAction(studio, action);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [studio]);
}

/** Buttons and fields on the canvas keep Space for themselves. */
const isCanvas = (target: HTMLElement): boolean =>
  target === document.body ||
  (target.closest('[aria-label="Canvas"]') !== null &&
    target.closest('button, input, textarea, select, a, [contenteditable], [role="button"], [role="switch"]') === null);
