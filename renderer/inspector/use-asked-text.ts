import { useEffect, useRef } from 'react';
import { useStudio, useUi } from '../state/studio.ts';

/** The canvas takes up what is asked of it at once; after this it has not. */
const patience = 120;

/**
 * Somebody asked to edit the text of this record. The canvas does that in place; where it does not (the record is too
 * far away, or not drawn), the field here takes the focus.
 */
export function useAskedText(id: string, field: () => HTMLElement | undefined): void {
  const { ui } = useStudio();
  const asked = useUi((state) => state.editText);
  const find = useRef(field);
  useEffect(() => {
    find.current = field;
  });
  useEffect(() => {
    if (asked?.id !== id) return undefined;
    // Who writes quickly is done in place before the patience is over.
    let wasTaken = isWriting(document.activeElement);
    const onFocus = ({ target }: FocusEvent): void => {
      wasTaken ||= target instanceof Element && isWriting(target);
    };
    window.addEventListener('focusin', onFocus);
    const timer = setTimeout(() => {
      if (!wasTaken) find.current()?.focus();
      ui.editAnswered(id);
    }, patience);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('focusin', onFocus);
    };
  }, [asked, id, ui]);
}

const isWriting = (element: Element | null): boolean =>
  element !== null && /^(?:TEXTAREA|INPUT)$/.test(element.tagName);
