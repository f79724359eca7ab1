import { formOf } from '../../../shared/model/design-records.ts';
import type { Picture } from '../project-to-flow.ts';
import { isFrame } from '../layout/frame-box.ts';
import type { Spot } from '../layout/spot.ts';

/** Everything drawn that is of the same kind as something selected: USER intents with USER intents. */
export function selectAlike({ spots }: Picture, ids: readonly string[]): readonly string[] {
  const kinds = new Set(ids.flatMap((id) => kindOf(spots.get(id)) ?? []));
  return [...spots.values()].filter((spot) => kinds.has(kindOf(spot) ?? '')).map(({ id }) => id);
}

const kindOf = (spot: Spot | undefined): string | null => {
  if (spot === undefined) return null;
  if (spot.box.kind === 'note') return `note ${formOf(spot.box.record)}`;
  return spot.box.kind === 'intent' ? `intent ${spot.box.intent.speaker}` : spot.box.kind;
};

/**
 * What leads to the selection, or where it leads, wire by wire. A wire that ends at a frame goes on with what is in it;
 * a context is where values end, or everything would be joined through `user`.
 */
export function selectAlong(
  { spots, wires }: Picture,
  ids: readonly string[],
  towards: 'upstream' | 'downstream',
): readonly string[] {
  const [near, far] = towards === 'downstream' ? (['from', 'to'] as const) : (['to', 'from'] as const);
  const steps = new Map<string, string[]>();
  for (const wire of wires) {
    const list = steps.get(wire[near].node) ?? [];
    list.push(wire[far].node);
    steps.set(wire[near].node, list);
  }
  const inside = contentsOf(spots);
  const reached = new Set<string>(ids);
  const waiting = ids.flatMap((id) => [id, ...(inside.get(id) ?? [])]);
  const seen = new Set(waiting);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const spot = spots.get(id);
    if (spot === undefined) continue;
    if (!isFrame(spot.box)) reached.add(id);
    if (spot.box.kind === 'context' && !ids.includes(id)) continue;
    // What comes into a frame around it comes to it.
    const own = towards === 'upstream' ? [id, ...framesAround(spots, spot)] : [id];
    for (const next of own.flatMap((one) => steps.get(one) ?? []))
      for (const found of [next, ...(inside.get(next) ?? [])]) {
        if (seen.has(found)) continue;
        seen.add(found);
        waiting.push(found);
      }
  }
  return [...reached];
}

function framesAround(spots: ReadonlyMap<string, Spot>, spot: Spot): readonly string[] {
  const frames: string[] = [];
  for (let at = spots.get(spot.parent ?? ''); at !== undefined; at = spots.get(at.parent ?? '')) frames.push(at.id);
  return frames;
}

/** Everything inside each frame, at any depth. */
function contentsOf(spots: ReadonlyMap<string, Spot>): ReadonlyMap<string, readonly string[]> {
  const inside = new Map<string, string[]>();
  for (const spot of spots.values())
    for (const frame of framesAround(spots, spot)) {
      const list = inside.get(frame) ?? [];
      list.push(spot.id);
      inside.set(frame, list);
    }
  return inside;
}
