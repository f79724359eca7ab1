import { useState, type KeyboardEvent } from 'react';
import { pressedAt } from '../app/actions/place-keys.ts';
import { useStudio } from '../state/studio.ts';
import type { OutlineRow } from './outline-rows.ts';

type OutlineKeys = {
  readonly rows: readonly OutlineRow[];
  readonly active: string | null;
  readonly setOpen: (id: string, open: boolean) => void;
};

/** The keys of a tree: arrows walk, left closes or goes up, right opens or goes in. */
export function useOutlineKeys({ rows, active, setOpen }: OutlineKeys): (event: KeyboardEvent) => void {
  const studio = useStudio();
  const { editor, ui } = studio;
  const index = rows.findIndex((row) => row.id === active);
  const row = rows[index];
  // After a deletion one goes on from where it was, not from the top.
  const [lastIndex, setLastIndex] = useState(-1);
  if (index !== -1 && index !== lastIndex) setLastIndex(index);
  const here = index === -1 ? lastIndex - 1 : index;

  const goTo = (target: number): void => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, target))];
    if (next !== undefined) editor.select([next.id]);
  };
  const keys: Readonly<Record<string, () => void>> = {
    next: () => goTo(here + 1),
    previous: () => goTo(here === -1 ? 0 : here - 1),
    first: () => goTo(0),
    last: () => goTo(rows.length - 1),
    pageDown: () => goTo(here + 15),
    pageUp: () => goTo(here - 15),
    open: () => {
      if (row?.open === false) setOpen(row.id, true);
      else if (row?.open === true) goTo(index + 1);
    },
    close: () => {
      if (row?.open === true) setOpen(row.id, false);
      else goTo(rows.findIndex((other) => other.id === row?.parent));
    },
    show: () => row !== undefined && ui.reveal([row.id]),
  };

  return (event) => {
    // Keys typed into the field of a row being renamed are its own.
    if (event.target !== event.currentTarget) return;
    const act = keys[pressedAt(studio, 'outline', event) ?? ''];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
}
