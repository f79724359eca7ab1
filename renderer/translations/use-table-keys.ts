import { useState, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import { stepOf, useCellWalk, type CellPlace, type WalkedCell } from '../ui/use-cell-walk.ts';
import type { TableRow } from './table-rows.ts';

/** Where one goes from a cell that was written: `away` leaves the focus where it went. */
export type ThenGo = 'stay' | 'down' | 'left' | 'right' | 'away';

export type CellProps = WalkedCell & { readonly onDoubleClick: (event: MouseEvent) => void };

type TableKeysOptions = {
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly rows: readonly TableRow[];
  readonly columns: number;
  readonly show: (row: number) => void;
  readonly open: (row: TableRow) => void;
  readonly clear: (row: TableRow, column: number) => void;
};

const ways = {
  stay: { row: 0, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
} as const;

/** One cell of a table is in the tab order; arrows walk from there, Enter begins to write. */
export function useTableKeys({ grid, rows, columns, show, open, clear }: TableKeysOptions) {
  const [editing, setEditing] = useState<CellPlace | null>(null);
  const firstColumn = columns > 1 ? 1 : 0;
  const { at, step, cell } = useCellWalk({ grid, rows: rows.length, columns, show, firstColumn });
  const edit = (place: CellPlace): void => {
    const row = rows[place.row];
    if (row === undefined) return;
    if (place.column === 0) open(row);
    else setEditing(place);
  };
  return {
    cell: (row: number, column: number): CellProps => ({
      ...cell(row, column),
      onDoubleClick: () => edit({ row, column }),
    }),
    isEditing: (row: number, column: number): boolean => editing?.row === row && editing.column === column,
    done: (then: ThenGo): void => {
      setEditing(null);
      if (then !== 'away') step(ways[then]);
    },
    onKeyDown: (event: KeyboardEvent): void => {
      const by = stepOf(event.key);
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
