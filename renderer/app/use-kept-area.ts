import { useEffect } from 'react';
import { useStudio } from '../state/studio.ts';
import { focusPlace } from './focus-area.ts';

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
    const goOn = (): void => {
      if (last === null || last.element.isConnected || document.activeElement !== document.body) return;
      const { panel } = last;
      const selector = panel.id === '' ? `.${panel.classList[0] ?? ''}` : `#${panel.id}`;
      if (panel.isConnected) focusPlace([selector], 0);
    };
    const stop = editor.subscribe(() => {
      if (last !== null) requestAnimationFrame(() => requestAnimationFrame(goOn));
    });
    window.addEventListener('focusin', onFocus);
    return () => {
      stop();
      window.removeEventListener('focusin', onFocus);
    };
  }, [editor]);
}
