import { useCallback, type KeyboardEvent } from 'react';
import { goTo } from '../inspector/go-to.ts';
import type { Studio } from '../state/studio.ts';
import { focusSoon } from '../ui/focus-soon.ts';
import { copyActions } from './action-clipboard.ts';
import { duplicateAction } from './duplicate-action.ts';
import type { LibraryRow } from './library-rows.ts';

type Doing = {
  readonly count: number;
  /** Scrolls a row into view, so that it can take the focus. */
  readonly show: (index: number) => void;
  readonly rename: (id: string) => void;
  readonly remove: (id: string) => void;
};

/** Arrows walk the list; a row is opened, renamed, deleted, copied and doubled by the keys that do so elsewhere. */
export function useLibraryKeys(studio: Studio, { count, show, rename, remove }: Doing) {
  return useCallback(
    (event: KeyboardEvent, rows: readonly LibraryRow[]): void => {
      const target = event.target as HTMLElement;
      if (target.closest('input') !== null || event.nativeEvent.isComposing) return;
      // Pasting in here is about actions, whatever a paste means elsewhere in the window.
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v') return event.stopPropagation();
      const index = Number(target.closest<HTMLElement>('[data-library-row]')?.dataset['libraryRow'] ?? -1);
      const id = rows[index]?.action.id;
      if (id === undefined) return;
      const isOwn = target.matches('.library-open');
      const mod = event.ctrlKey || event.metaKey;
      const move = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: count - 1 }[event.key];
      const key = mod ? `mod+${event.key.toLowerCase()}` : event.key;
      if (move !== undefined && !mod)
        focusRow(event.currentTarget as HTMLElement, Math.max(0, Math.min(count - 1, move)), show);
      else if (key === 'F2') rename(id);
      else if (key === 'Delete' && isOwn) remove(id);
      else if (key === 'Enter' && isOwn) goTo(studio, id);
      else if (key === 'mod+c' && isOwn) void copyActions(studio, [id]);
      else if (key === 'mod+d' && isOwn) duplicateAction(studio, id);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    [studio, count, show, rename, remove],
  );
}

function focusRow(list: HTMLElement, index: number, show: (index: number) => void): void {
  show(index);
  focusSoon(() => list.querySelector<HTMLElement>(`[data-library-row="${index}"] .library-open`));
}
