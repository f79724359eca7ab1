import type { Command } from '../../../shared/commands/command.ts';
import { formOf, type NoteRecord } from '../../../shared/model/design-records.ts';
import { bottom, right, type Rect } from '../layout/rect.ts';

export type Corner = 'nw' | 'ne' | 'sw' | 'se';

/** Smaller, a corner could not be taken hold of any more. */
const least = { width: 48, height: 28 };

/** A rectangle one corner of which was moved; the corner across from it stays. */
export function resizedBy(rect: Rect, corner: Corner, across: number, down: number): Rect {
  const isLeft = corner === 'nw' || corner === 'sw';
  const isTop = corner === 'nw' || corner === 'ne';
  const width = Math.round(Math.max(least.width, rect.width + (isLeft ? -across : across)));
  const height = Math.round(Math.max(least.height, rect.height + (isTop ? -down : down)));
  return { x: isLeft ? right(rect) - width : rect.x, y: isTop ? bottom(rect) - height : rect.y, width, height };
}

/** One step that makes a note as large as this; null when it is. */
export function planResize(note: NoteRecord, { x, y, width, height }: Rect): Command | null {
  if (x === note.x && y === note.y && width === note.width && height === note.height) return null;
  const update: Command = { kind: 'record.update', table: 'notes', id: note.id, changes: { x, y, width, height } };
  return { kind: 'several', label: `Resize ${formOf(note)}`, commands: [update] };
}
