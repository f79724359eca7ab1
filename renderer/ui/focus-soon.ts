import { holdKeys } from './held-keys.ts';

/**
 * Puts the focus on what `find` finds once what was just changed is drawn, which is before the next key; where it takes
 * longer to be there, the keys pressed meanwhile wait for it. A focus that goes elsewhere by itself stays there.
 */
export function focusSoon(find: () => HTMLElement | null | undefined, patience?: number): void {
  const from = document.activeElement;
  queueMicrotask(() =>
    holdKeys(() => {
      const active = document.activeElement;
      if (active !== from && active !== document.body) return true;
      const place = find();
      place?.focus({ preventScroll: true });
      // What is not shown yet does not take it.
      return place != null && place === document.activeElement;
    }, patience),
  );
}
