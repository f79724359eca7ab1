import type { Command } from '../../../shared/commands/command.ts';
import type { AlignEdge, Arrangement } from '../../state/ui-store.ts';
import { areaContents } from '../layout/area-contents.ts';
import { around, bottom, centre, right, type Rect } from '../layout/rect.ts';
import type { Spot } from '../layout/spot.ts';

type Spots = ReadonlyMap<string, Spot>;

/** Brings what is selected in line, or spreads it evenly; null when there is nothing to move. */
export function planArrange(spots: Spots, ids: readonly string[], arrangement: Arrangement): Command | null {
  const chosen = arrangeable(spots, ids);
  const moved =
    arrangement === 'distribute-across'
      ? distributed(chosen, 'x', 'width')
      : arrangement === 'distribute-down'
        ? distributed(chosen, 'y', 'height')
        : aligned(chosen, arrangement.slice('align-'.length) as AlignEdge);
  const own = new Set(chosen.map(({ id }) => id));
  const places = moved.flatMap(({ spot, rect }) => {
    const [across, down] = [Math.round(rect.x - spot.rect.x), Math.round(rect.y - spot.rect.y)];
    if (across === 0 && down === 0) return [];
    // An area takes along what lies in it.
    const along = areaContents(spots, spot).filter(({ id }) => !own.has(id));
    return [spot, ...along].map(({ id, x, y }) => ({ id, x: x + across, y: y + down }));
  });
  if (places.length === 0) return null;
  const label = arrangement.startsWith('align') ? 'Align' : 'Distribute';
  return { kind: 'several', label, commands: [{ kind: 'canvas.place', places }] };
}

/** What can be put somewhere by itself: not what moves along with a frame that is selected too. */
export function arrangeable(spots: Spots, ids: readonly string[]): readonly Spot[] {
  const chosen = new Set(ids);
  return [...chosen].flatMap((id) => {
    const spot = spots.get(id);
    if (spot === undefined || (spot.box.kind === 'context' && spot.box.isAutomatic)) return [];
    for (let at = spots.get(spot.parent ?? ''); at !== undefined; at = spots.get(at.parent ?? ''))
      if (chosen.has(at.id)) return [];
    return [spot];
  });
}

type Moved = { readonly spot: Spot; readonly rect: Rect };

function aligned(chosen: readonly Spot[], edge: AlignEdge): readonly Moved[] {
  const all = around(chosen.map(({ rect }) => rect));
  if (all === null || chosen.length < 2) return [];
  return chosen.map((spot) => ({ spot, rect: { ...spot.rect, ...edges[edge](spot.rect, all) } }));
}

const edges: Readonly<Record<AlignEdge, (rect: Rect, all: Rect) => Partial<Rect>>> = {
  left: (_, all) => ({ x: all.x }),
  centre: (rect, all) => ({ x: centre(all).x - rect.width / 2 }),
  right: (rect, all) => ({ x: right(all) - rect.width }),
  top: (_, all) => ({ y: all.y }),
  middle: (rect, all) => ({ y: centre(all).y - rect.height / 2 }),
  bottom: (rect, all) => ({ y: bottom(all) - rect.height }),
};

/** The outermost two stay; between the others there is the same room. */
function distributed(chosen: readonly Spot[], axis: 'x' | 'y', size: 'width' | 'height'): readonly Moved[] {
  if (chosen.length < 3) return [];
  const sorted = chosen.toSorted((one, other) => one.rect[axis] - other.rect[axis]);
  const [first] = sorted;
  const far = Math.max(...sorted.map(({ rect }) => rect[axis] + rect[size]));
  const start = first?.rect[axis] ?? 0;
  const filled = sorted.reduce((sum, { rect }) => sum + rect[size], 0);
  const gap = (far - start - filled) / (sorted.length - 1);
  let at = start;
  return sorted.map((spot) => {
    const rect = { ...spot.rect, [axis]: at };
    at += spot.rect[size] + gap;
    return { spot, rect };
  });
}
