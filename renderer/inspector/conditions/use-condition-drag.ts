import { useRef, useState, type DragEvent, type RefObject } from 'react';
import type { Condition } from '../../../shared/model/condition.ts';
import {
  besideOf,
  conditionAt,
  moveCondition,
  pathText,
  type ConditionPath,
  type Rearranged,
} from './condition-tree.ts';
import type { DropMark } from './condition-tools.ts';

/** How near to the lower edge of a group something is behind it and not in it any more. */
const edge = 8;

/** Conditions dragged over the list they stand in: where they would go, and going there. */
export function useConditionDrag(
  root: RefObject<HTMLDivElement | null>,
  list: readonly Condition[],
  rearrange: (change: Rearranged | null) => void,
) {
  const dragged = useRef<ConditionPath | null>(null);
  const [mark, setMark] = useState<DropMark | null>(null);
  const endDrag = (): void => {
    dragged.current = null;
    setMark(null);
  };
  const onDragOver = (event: DragEvent): void => {
    if (dragged.current === null) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    const next = markAt(root.current, list, event);
    if (next?.path !== mark?.path || next?.where !== mark?.where) setMark(next);
  };
  const onDrop = (event: DragEvent): void => {
    const from = dragged.current;
    const target = markAt(root.current, list, event);
    endDrag();
    if (from === null || target === null) return;
    event.preventDefault();
    rearrange(moveCondition(list, from, placeOf(list, target)));
  };
  return {
    mark,
    startDrag: (path: ConditionPath): void => {
      dragged.current = path;
    },
    endDrag,
    handlers: { onDragOver, onDrop },
  };
}

const pathOf = (text: string): ConditionPath => text.split('.').map(Number);

function placeOf(list: readonly Condition[], { path: text, where }: DropMark): ConditionPath {
  const path = pathOf(text);
  if (where === 'before') return path;
  if (where === 'after') return besideOf(path, 1);
  const group = conditionAt(list, path);
  return [...path, group?.kind === 'group' ? group.conditions.length : 0];
}

/** The upper half of a row is in front of it, the lower half behind; a group takes what is over the rest of it. */
function markAt(root: HTMLElement | null, list: readonly Condition[], event: DragEvent): DropMark | null {
  const row = (event.target as Element).closest<HTMLElement>('[data-condition-path]');
  if (row === null || root?.contains(row) !== true) return null;
  const path = row.dataset['conditionPath'] ?? '';
  const box = row.getBoundingClientRect();
  if (conditionAt(list, pathOf(path))?.kind !== 'group')
    return { path: pathText(pathOf(path)), where: event.clientY < box.top + box.height / 2 ? 'before' : 'after' };
  if (event.clientY < box.top + edge) return { path, where: 'before' };
  return { path, where: event.clientY > box.bottom - edge ? 'after' : 'inside' };
}
