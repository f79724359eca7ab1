import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

type Place = { readonly row: number; readonly column: number };

export type CellProps = {
  readonly role: 'gridcell';
  readonly tabIndex: number;
  readonly 'data-cell': string;
  readonly onFocus: () => void;
};

type GridKeysOptions = {
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly rows: number;
  readonly columns: number;
  readonly show: (row: number) => void;
  /** What a key means on a cell beside walking; true when it meant something. */
  readonly onKey: (event: KeyboardEvent, place: Place) => boolean;
};

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -12, column: 0 },
  PageDown: { row: 12, column: 0 },
  Home: { row: -1e9, column: 0 },
  End: { row: 1e9, column: 0 },
};

/** One cell is in the tab order and arrows walk from there. What is inside a cell is reached by Enter, and left by Escape. */
export function useGridKeys({ grid, rows, columns, show, onKey }: GridKeysOptions) {
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const wantsFocus = useRef(false);
  const at = { row: within(active.row, rows - 1), column: within(active.column, columns - 1) };
  const cellAt = ({ row, column }: Place): HTMLElement | null =>
    grid.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`) ?? null;

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const cell = cellAt(at);
    // What was scrolled to is drawn a moment later, which comes through here again.
    if (cell === null) return;
    wantsFocus.current = false;
    cell.focus();
  });

  const go = (place: Place): void => {
    wantsFocus.current = true;
    setActive(place);
    show(place.row);
  };
  const step = (by: Place): void =>
    go({ row: within(at.row + by.row, rows - 1), column: within(at.column + by.column, columns - 1) });
  const onControlKey = (event: KeyboardEvent, cell: HTMLElement): void => {
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    const isText = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (event.key === 'Enter' && !isText) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') step({ row: 1, column: 0 });
    else cell.focus();
  };
  return {
    cell: (row: number, column: number): CellProps => ({
      role: 'gridcell',
      tabIndex: row === at.row && column === at.column ? 0 : -1,
      'data-cell': `${row}:${column}`,
      onFocus: () => setActive({ row, column }),
    }),
    onKeyDown: (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      const cell = target.closest<HTMLElement>('[data-cell]');
      if (cell === null) return;
      if (target !== cell) return onControlKey(event, cell);
      if (onKey(event, at)) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      const by = steps[event.key];
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (by !== undefined) step(by);
      else if (event.key === 'Enter') enter(cell);
      else return;
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

const within = (value: number, most: number): number => Math.max(0, Math.min(most, value));
