import { useEffect, useRef, type RefObject } from 'react';

/**
 * Puts the focus into what was just added to a list. `selector` finds the fields to begin with, one an entry, inside
 * the element with the ref; call `expectOne` when one is added by hand (an undo that brings one back moves nothing).
 */
export function useFocusAdded(
  count: number,
  selector = 'input, textarea',
): readonly [list: RefObject<HTMLDivElement | null>, expectOne: () => void] {
  const list = useRef<HTMLDivElement>(null);
  const before = useRef(count);
  const expected = useRef(false);
  useEffect(() => {
    if (expected.current && count > before.current) {
      const entries = list.current?.querySelectorAll('[data-entry]');
      const field = entries?.[entries.length - 1]?.querySelector<HTMLElement>(selector);
      field?.focus();
      // A name it was given for the time being makes way for what is typed.
      if (field instanceof HTMLInputElement && field.type === 'text') field.select();
      expected.current = false;
    }
    before.current = count;
  });
  return [
    list,
    () => {
      expected.current = true;
    },
  ];
}
