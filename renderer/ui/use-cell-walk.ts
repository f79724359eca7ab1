import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { focusSoon } from './focus-soon.ts';

export type CellPlace = { readonly row: number; readonly column: number };

/** What makes an element a cell one can walk to. */
export type WalkedCell = {
  readonly role: 'gridcell';
  readonly tabIndex: number;
  readonly 'data-cell': string;
  readonly onFocus: () => void;
};

type CellWalkOptions = {
  readonly grid: RefObject<HTMLElement | null>;
  readonly rows: number;
  readonly columns: number;
  /** Scrolls to a row, which may not be drawn yet. */
  readonly show: (row: number) => void;
  readonly firstColumn?: number;
};

/** Rows that Page Up and Page Down go by. */
const page = 10;

const steps: Readonly<Record<string, CellPlace>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -page, column: 0 },
  PageDown: { row: page, column: 0 },
  Home: { row: -1e9, column: 0 },
  End: { row: 1e9, column: 0 },
};

/** How far a key goes in a table; undefined for keys that do not walk. */
export const stepOf = (key: string): CellPlace | undefined => steps[key];

/** One cell of a table is in the tab order; the focus walks from there, also to rows that are only drawn when in view. */
export function useCellWalk({ grid, rows, columns, show, firstColumn = 0 }: CellWalkOptions) {
  const [active, setActive] = useState<CellPlace>({ row: 0, column: firstColumn });
  const wantsFocus = useRef(false);
  const at = { row: within(active.row, rows - 1), column: within(active.column, columns - 1) };

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-cell="${at.row}:${at.column}"]`);
    // What was scrolled to is drawn a moment later, which comes through here again.
    if (cell === null || cell === undefined) return;
    wantsFocus.current = false;
    cell.focus();
  });

  return {
    at,
    step: (by: CellPlace): void => {
      const next = { row: within(at.row + by.row, rows - 1), column: within(at.column + by.column, columns - 1) };
      wantsFocus.current = true;
      setActive(next);
      show(next.row);
      // What is scrolled to has the focus before the next key.
      focusSoon(() => grid.current?.querySelector<HTMLElement>(`[data-cell="${next.row}:${next.column}"]`));
    },
    cell: (row: number, column: number): WalkedCell => ({
      role: 'gridcell',
      tabIndex: row === at.row && column === at.column ? 0 : -1,
      'data-cell': `${row}:${column}`,
      onFocus: () => setActive({ row, column }),
    }),
  };
}

const within = (value: number, most: number): number => Math.max(0, Math.min(most, value));
