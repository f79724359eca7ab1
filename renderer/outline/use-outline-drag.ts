import { useState, type DragEvent } from 'react';
import { patternNamed } from '../../shared/gallery/patterns.ts';
import { insertPattern } from '../gallery/insert-pattern.ts';
import { insertItem } from '../palette/insert-item.ts';
import { paletteDragType, readPaletteItem } from '../palette/palette-item.ts';
import { useStudio } from '../state/studio.ts';
import { dropMove, type DropPlace, type LevelMove } from './outline-moves.ts';
import type { OutlineRow } from './outline-rows.ts';

const outlineDragType = 'application/x-parley-outline';

/** Reordering by drag: a line shows where the row would go, a frame what it would go into. */
export function useOutlineDrag(rows: readonly OutlineRow[]) {
  const studio = useStudio();
  const [dragged, setDragged] = useState<string | null>(null);
  const [place, setPlace] = useState<DropPlace | null>(null);

  const onDragStart = (row: OutlineRow, event: DragEvent): void => {
    event.dataTransfer.setData(outlineDragType, row.id);
    event.dataTransfer.effectAllowed = 'move';
    setDragged(row.id);
  };
  const end = (): void => {
    setDragged(null);
    setPlace(null);
  };
  const found = (event: DragEvent): { place: DropPlace; move: LevelMove | null } | null => {
    const pointed = pointedAt(rows, event);
    if (pointed === null) return null;
    if (dragged === null) return { place: { id: pointed.row.id, where: 'inside' }, move: null };
    const { document } = studio.editor.getState();
    const places = pointed.wheres.map((where): DropPlace => ({ id: pointed.row.id, where }));
    for (const tried of places) {
      const move = dropMove(document, dragged, tried);
      if (move !== null) return { place: tried, move };
    }
    return null;
  };

  const isOurs = (event: DragEvent): boolean => dragged !== null || event.dataTransfer.types.includes(paletteDragType);
  const onDragOver = (event: DragEvent): void => {
    if (!isOurs(event)) return;
    const next = found(event)?.place ?? null;
    if (next !== null) event.preventDefault();
    if (next?.id !== place?.id || next?.where !== place?.where) setPlace(next);
  };
  const onDrop = (event: DragEvent): void => {
    const target = isOurs(event) ? found(event) : null;
    const item = readPaletteItem(event.dataTransfer.getData(paletteDragType));
    end();
    if (target === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (target.move === null) {
      // A ready conversation is a conversation: no row takes it in, it stands beside them.
      const pattern = item?.item === 'pattern' ? patternNamed(item.pattern) : undefined;
      if (pattern !== undefined) void insertPattern(studio, pattern);
      else if (item !== null && item.item !== 'pattern') insertItem(studio, item, target.place.id);
      return;
    }
    const moved = studio.editor.execute(target.move);
    if (!moved.ok) studio.ui.notify('bad', moved.failure.sentence);
  };
  return { place, onDragStart, tree: { onDragOver, onDrop, onDragEnd: end, onDragLeave: () => setPlace(null) } };
}

/** The row under the pointer, and what dropping there may mean: near its edges beside it, in its middle into it. */
function pointedAt(
  rows: readonly OutlineRow[],
  event: DragEvent,
): { row: OutlineRow; wheres: DropPlace['where'][] } | null {
  const element = event.target instanceof Element ? event.target.closest('[data-outline-row]') : null;
  const row = rows.find(({ id }) => id === element?.getAttribute('data-outline-row'));
  if (row === undefined || element === null) return null;
  const { top, height } = element.getBoundingClientRect();
  const part = (event.clientY - top) / height;
  if (part < 0.3) return { row, wheres: ['before', 'inside', 'after'] };
  return { row, wheres: part > 0.7 ? ['after', 'inside', 'before'] : ['inside', part < 0.5 ? 'before' : 'after'] };
}
