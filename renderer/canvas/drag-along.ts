import { nothingAlong } from './canvas-store.ts';
import type { Spot } from './layout/spot.ts';

type Spots = ReadonlyMap<string, Spot>;
type Asked = {
  readonly selection: readonly string[];
  readonly spots: Spots;
  readonly pulled: ReadonlySet<string>;
  readonly ids: readonly string[];
};

/**
 * What is selected but not drawn is dragged along all the same: React Flow pulls what it draws, which of a large
 * selection is only a part. What is in a selected frame moves with that. Worked out once for a drag.
 */
export function createDragAlong() {
  let last: Asked | null = null;
  return (selection: readonly string[], spots: Spots, pulled: ReadonlySet<string>): readonly string[] => {
    if (last?.selection === selection && last.spots === spots && last.pulled === pulled) return last.ids;
    const chosen = new Set(selection);
    const isMeant = (id: string): boolean => {
      const spot = spots.get(id);
      if (spot === undefined || pulled.has(id) || (spot.box.kind === 'context' && spot.box.isAutomatic)) return false;
      for (let at = spots.get(spot.parent ?? ''); at !== undefined; at = spots.get(at.parent ?? ''))
        if (chosen.has(at.id)) return false;
      return true;
    };
    const ids = [...pulled].some((id) => chosen.has(id)) ? selection.filter(isMeant) : nothingAlong;
    last = { selection, spots, pulled, ids };
    return ids;
  };
}
