import { useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import type { TableRow } from './table-rows.ts';

type Place = { readonly row: number; readonly column: number };
/** Where one goes from a cell that was written: `away` leaves the focus where it went. */
export type ThenGo = 'stay' | 'down' | 'left' | 'right' | 'away';

export type CellProps = {
  readonly role: 'gridcell';
  readonly tabIndex: number;
  readonly 'data-cell': string;
  readonly onFocus: () => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
};

type TableKeysOptions = {
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly rows: readonly TableRow[];
  readonly columns: number;
  readonly show: (row: number) => void;
  readonly open: (row: TableRow) => void;
  readonly clear: (row: TableRow, column: number) => void;
};

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -8, column: 0 },
  PageDown: { row: 8, column: 0 },
  Home: { row: -1e9, column: 0 },
  End: { row: 1e9, column: 0 },
};
const ways = {
  stay: { row: 0, column: 0 },
  down: steps['ArrowDown'],
  left: steps['ArrowLeft'],
  right: steps['ArrowRight'],
};

/** One cell of a table is in the tab order; arrows walk from there, Enter begins to write. */
export function useTableKeys({ grid, rows, columns, show, open, clear }: TableKeysOptions) {
  const [active, setActive] = useState<Place>({ row: 0, column: columns > 1 ? 1 : 0 });
  const [editing, setEditing] = useState<Place | null>(null);
  const wantsFocus = useRef(false);
  const last = { row: rows.length - 1, column: columns - 1 };
  const at = { row: Math.min(active.row, last.row), column: Math.min(active.column, last.column) };

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-cell="${at.row}:${at.column}"]`);
    // What was scrolled to is drawn a moment later, which comes through here again.
    if (cell === null || cell === undefined) return;
    wantsFocus.current = false;
    cell.focus();
  });

  const step = (by: Place): void => {
    const next = { row: within(at.row + by.row, last.row), column: within(at.column + by.column, last.column) };
    wantsFocus.current = true;
    setActive(next);
    show(next.row);
  };
  const edit = (place: Place): void => {
    const row = rows[place.row];
    if (row === undefined) return;
    if (place.column === 0) open(row);
    else setEditing(place);
  };
  return {
    cell: (row: number, column: number): CellProps => ({
      role: 'gridcell',
      tabIndex: row === at.row && column === at.column ? 0 : -1,
      'data-cell': `${row}:${column}`,
      onFocus: () => setActive({ row, column }),
      onDoubleClick: () => edit({ row, column }),
    }),
    isEditing: (row: number, column: number): boolean => editing?.row === row && editing.column === column,
    done: (then: ThenGo): void => {
      setEditing(null);
      const by = then === 'away' ? undefined : ways[then];
      if (by !== undefined) step(by);
    },
    onKeyDown: (event: KeyboardEvent): void => {
      const by = steps[event.key];
      const row = rows[at.row];
      if (editing !== null || event.ctrlKey || event.metaKey || event.altKey) return;
      if (by !== undefined) step(by);
      else if (event.key === 'Enter' || event.key === 'F2') edit(at);
      else if ((event.key === 'Delete' || event.key === 'Backspace') && row !== undefined) clear(row, at.column);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

const within = (value: number, most: number): number => Math.max(0, Math.min(most, value));
