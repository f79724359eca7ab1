import type { CanvasState } from '../canvas-store.ts';
import { isFrame } from '../layout/frame-box.ts';

/** Of very much, outlines say where it goes. */
const most = 24;

/** What is carried as blocks, by id: the same text for as long as the same things are carried. */
export function carriedBlocks({ held, detail, picture }: CanvasState): string {
  if (detail !== 'block' || held.size === 0 || held.size > most) return '';
  const isBlock = (id: string): boolean => {
    const box = picture.spots.get(id)?.box;
    return box !== undefined && box.kind !== 'note' && !isFrame(box);
  };
  return [...held.keys()].filter(isBlock).join(' ');
}
