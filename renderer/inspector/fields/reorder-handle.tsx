import { GripVertical } from 'lucide-react';
import { useRef, type DragEvent, type KeyboardEvent } from 'react';
import { focusSoon } from '../../ui/focus-soon.ts';
import './reorder-handle.css';

type ReorderHandleProps = {
  /** What it moves, for example `sample 2`. */
  readonly label: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (from: number, to: number) => void;
  /** For lists of which several can be chosen: pressed, or Space; with Shift, up to here. */
  readonly onChoose?: (extended: boolean) => void;
  readonly isChosen?: boolean;
  /** The Delete key. */
  readonly onDelete?: () => void;
};

/** The list a dragged item may be dropped on; items of another list stay where they are. */
const listSelector = '[data-reorder-list]';

/** Moves an item of a list: by dragging, or with the arrow keys while it has the focus. */
export function ReorderHandle({ label, index, count, onMove, onChoose, isChosen, onDelete }: ReorderHandleProps) {
  const handle = useRef<HTMLButtonElement>(null);
  const move = (to: number): void => {
    if (to < 0 || to >= count) return;
    const list = handle.current?.closest(listSelector);
    onMove(index, to);
    // The focus goes along with what was moved.
    focusSoon(() => list?.querySelector<HTMLElement>(`[data-reorder-index="${to}"]`));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const deletes = event.key === 'Delete' && onDelete !== undefined;
    if (step === undefined && !deletes) return;
    event.preventDefault();
    event.stopPropagation();
    if (deletes) onDelete();
    else move(index + (step ?? 0));
  };
  const onDragEnd = (event: DragEvent): void => {
    const list = handle.current?.closest(listSelector);
    const over = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-reorder-row]');
    if (list == null || over == null || over.closest(listSelector) !== list) return;
    const to = Number(over.getAttribute('data-reorder-row'));
    if (to !== index) move(to);
  };
  return (
    <button
      ref={handle}
      type="button"
      className="reorder-handle"
      data-reorder-index={index}
      aria-label={`Move ${label}: arrow keys`}
      aria-pressed={onChoose === undefined ? undefined : isChosen === true}
      title={onChoose === undefined ? undefined : 'Drag to move; press to choose, with Shift up to here'}
      draggable
      onClick={(event) => onChoose?.(event.shiftKey)}
      onDragStart={(event) => event.dataTransfer.setData('text/x-parley-row', String(index))}
      onDragEnd={onDragEnd}
      onKeyDown={onKeyDown}
    >
      <GripVertical size={12} strokeWidth={2} aria-hidden />
    </button>
  );
}

export const moved = <Item,>(items: readonly Item[], from: number, to: number): readonly Item[] => {
  const item = items[from];
  return item === undefined ? items : items.toSpliced(from, 1).toSpliced(to, 0, item);
};
