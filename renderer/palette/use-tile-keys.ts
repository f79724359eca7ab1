import { useState, type FocusEvent, type KeyboardEvent } from 'react';

/** Tab reaches the tiles once; arrows go from one to the next, from the search field too. */
export function useTileKeys(ids: readonly string[]) {
  const [focused, setFocused] = useState('');
  const stop = ids.includes(focused) ? focused : ids[0];
  return {
    stop,
    onFocus: (event: FocusEvent): void => {
      const id = event.target.getAttribute('data-palette');
      if (id !== null) setFocused(id);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
      if (!(event.target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
      const tiles = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-palette]')];
      const at = tiles.indexOf(event.target);
      const isField = event.target instanceof HTMLInputElement;
      if (at < 0 && !(isField && event.key === 'ArrowDown')) return;
      const next = isField ? tiles[0] : tileTowards(tiles, at, event.key);
      if (next === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    },
  };
}

function tileTowards(tiles: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  switch (key) {
    case 'ArrowRight':
      return tiles[at + 1];
    case 'ArrowLeft':
      return at === 0 ? undefined : tiles[at - 1];
    case 'Home':
      return tiles[0];
    case 'End':
      return tiles.at(-1);
    case 'ArrowDown':
      return inRow(tiles, at, tiles.slice(at + 1));
    case 'ArrowUp':
      return inRow(tiles, at, tiles.slice(0, at).toReversed());
    default:
      return undefined;
  }
}

/** The tile of the nearest other row that stands where this one does, or is the last of a shorter row. */
function inRow(tiles: readonly HTMLElement[], at: number, others: readonly HTMLElement[]): HTMLElement | undefined {
  const here = tiles[at]?.getBoundingClientRect();
  const top = others.map((tile) => tile.getBoundingClientRect().top).find((each) => each !== here?.top);
  const row = others.filter((tile) => tile.getBoundingClientRect().top === top);
  const left = (tile: HTMLElement): number => Math.abs(tile.getBoundingClientRect().left - (here?.left ?? 0));
  return row.toSorted((one, other) => left(one) - left(other))[0];
}
