import type { KeyboardEvent, RefObject } from 'react';
import { stepOf, useCellWalk, type CellPlace } from '../ui/use-cell-walk.ts';

type GridKeysOptions = {
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly rows: number;
  readonly columns: number;
  readonly show: (row: number) => void;
  /** What a key means on a cell beside walking; true when it meant something. */
  readonly onKey: (event: KeyboardEvent, place: CellPlace) => boolean;
};

/** Arrows walk from cell to cell. What is inside a cell is reached by Enter, and left by Escape. */
export function useGridKeys({ onKey, ...table }: GridKeysOptions) {
  const { at, step, cell: cellAt } = useCellWalk(table);
  const onControlKey = (event: KeyboardEvent, cell: HTMLElement): void => {
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    const isText = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (event.key === 'Enter' && !isText) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') step({ row: 1, column: 0 });
    else cell.focus();
  };
  const onCellKey = (event: KeyboardEvent, cell: HTMLElement): boolean => {
    if (onKey(event, at)) return true;
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const by = stepOf(event.key);
    if (by !== undefined) step(by);
    else if (event.key === 'Enter') enter(cell);
    else return false;
    return true;
  };
  return {
    cell: cellAt,
    onKeyDown: (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      const cell = target.closest<HTMLElement>('[data-cell]');
      if (cell === null) return;
      if (target !== cell) return onControlKey(event, cell);
      if (!onCellKey(event, cell)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

/** What stands in a cell is pressed when it is a button, and entered when it can be written in. */
function enter(cell: HTMLElement): void {
  const control = cell.querySelector<HTMLElement>('select, input, button');
  if (control === null) return;
  if (control instanceof HTMLButtonElement || (control instanceof HTMLInputElement && control.type === 'checkbox'))
    control.click();
  else control.focus();
}
