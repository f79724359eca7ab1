import { useEffect } from 'react';
import { useStudio } from '../state/studio.ts';
import { watchPage } from '../ui/watch-page.ts';
import { focusPlace } from './focus-area.ts';

/** By then a change is drawn also on a busy machine, in milliseconds. */
const untilDrawn = 250;

const panels = '[role="tabpanel"], .outline, .palette';

/** Whoever presses a button that goes away by that stays in the panel it stood in, and is not left nowhere. */
export function useKeptArea(): void {
  const { editor } = useStudio();
  useEffect(() => {
    let last: { readonly element: Element; readonly panel: Element } | null = null;
    const onFocus = ({ target }: FocusEvent): void => {
      const panel = target instanceof Element ? target.closest(panels) : null;
      last = target instanceof Element && panel !== null ? { element: target, panel } : null;
    };
    const goOn = (): boolean => {
      if (last === null) return true;
      if (last.element.isConnected || document.activeElement !== document.body) return false;
      const { panel } = last;
      const selector = panel.id === '' ? `.${panel.classList[0] ?? ''}` : `#${panel.id}`;
      if (panel.isConnected) focusPlace([selector], 0);
      return true;
    };
    let stopWatching = (): void => undefined;
    const stop = editor.subscribe(() => {
      stopWatching();
      if (last !== null) stopWatching = watchPage(goOn, untilDrawn);
    });
    window.addEventListener('focusin', onFocus);
    return () => {
      stop();
      stopWatching();
      window.removeEventListener('focusin', onFocus);
    };
  }, [editor]);
}
