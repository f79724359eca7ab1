import { useRef, type FocusEvent } from 'react';

type FocusBefore = {
  /** For the menus themselves: notices where the focus comes from. */
  readonly onFocus: (event: FocusEvent) => void;
  /** Puts the focus back there; what is not in the page any more cannot have it. */
  readonly giveBack: () => void;
};

/** Where somebody was before they went to the menus, so that choosing something leaves them there. */
export function useFocusBefore(): FocusBefore {
  const before = useRef<Element | null>(null);
  return {
    onFocus: ({ relatedTarget, target, currentTarget }) => {
      // Between the bar and its menus, which stand elsewhere in the page.
      if (isInMenus(relatedTarget) || !(currentTarget.contains(target) || isInMenus(target))) return;
      before.current = relatedTarget;
    },
    giveBack: () => {
      const place = before.current;
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      if (place?.isConnected === true && 'focus' in place)
        (place as HTMLElement | SVGElement).focus({ preventScroll: true });
    },
  };
}

const isInMenus = (element: EventTarget | null): boolean =>
  element instanceof Element && element.closest('[role="menubar"], [role="menu"]') !== null;
