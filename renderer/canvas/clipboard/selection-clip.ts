import type { Document } from '../../../shared/model/document.ts';
import { copyClip } from '../../../shared/exchange/clipboard/copy-clip.ts';
import type { Clip } from '../../../shared/exchange/clipboard/clip-schema.ts';
import type { Spot } from '../layout/spot.ts';

/** What is selected, with where it stands on the canvas; null when nothing of it can be copied. */
export function selectionClip(
  document: Document,
  spots: ReadonlyMap<string, Spot>,
  selection: readonly string[],
): Clip | null {
  const corners = selection.flatMap((id) => {
    const rect = spots.get(id)?.rect;
    return rect === undefined ? [] : [[id, { x: rect.x, y: rect.y }] as const];
  });
  return copyClip(document, selection, Object.fromEntries(corners));
}
