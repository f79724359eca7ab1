import { holdKeys } from './held-keys.ts';

/** Menus of a bar, and menus in menus, put the focus on their items a few frames after they open. */
const patience = 300;

/** Keeps the keys for the item of another menu that is about to have the focus. */
export function holdForMenu(): void {
  const from = document.activeElement?.closest('[role="menu"]') ?? null;
  // What closes by the same key is still there now.
  queueMicrotask(() =>
    holdKeys(() => {
      const menu = document.activeElement?.closest('[role="menu"]') ?? null;
      return menu !== null && menu !== from && document.activeElement !== menu;
    }, patience),
  );
}
