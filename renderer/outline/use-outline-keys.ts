import type { KeyboardEvent } from 'react';
import { useStudio } from '../state/studio.ts';
import { stepMove } from './outline-moves.ts';
import type { OutlineRow } from './outline-rows.ts';

type OutlineKeys = {
  readonly rows: readonly OutlineRow[];
  readonly active: string | null;
  readonly setOpen: (id: string, open: boolean) => void;
};

/** The keys of a tree: arrows walk, left closes or goes up, right opens or goes in; with Alt they carry the row along. */
export function useOutlineKeys({ rows, active, setOpen }: OutlineKeys): (event: KeyboardEvent) => void {
  const { editor, ui } = useStudio();
  const index = rows.findIndex((row) => row.id === active);
  const row = rows[index];

  const goTo = (target: number): void => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, target))];
    if (next !== undefined) editor.select([next.id]);
  };
  const carry = (step: -1 | 1): void => {
    const move = active === null ? null : stepMove(editor.getState().document, active, step);
    const moved = move === null ? null : editor.execute(move);
    if (moved?.ok === false) ui.notify('bad', moved.failure.sentence);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => goTo(index + 1),
    ArrowUp: () => goTo(index === -1 ? 0 : index - 1),
    Home: () => goTo(0),
    End: () => goTo(rows.length - 1),
    PageDown: () => goTo(index + 15),
    PageUp: () => goTo(index - 15),
    ArrowRight: () => {
      if (row?.open === false) setOpen(row.id, true);
      else if (row?.open === true) goTo(index + 1);
    },
    ArrowLeft: () => {
      if (row?.open === true) setOpen(row.id, false);
      else goTo(rows.findIndex((other) => other.id === row?.parent));
    },
    Enter: () => row !== undefined && ui.reveal([row.id]),
    'Alt+ArrowUp': () => carry(-1),
    'Alt+ArrowDown': () => carry(1),
  };

  return (event) => {
    // Keys typed into the field of a row being renamed are its own.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const act = keys[event.altKey ? `Alt+${event.key}` : event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
}
