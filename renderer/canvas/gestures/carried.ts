import type { Point } from '../../../shared/commands/command.ts';
import { areaContents, withAreaContents } from '../layout/area-contents.ts';
import type { Spot } from '../layout/spot.ts';

type Spots = ReadonlyMap<string, Spot>;
type Placed = { readonly id: string; readonly position: Point };

/** An intent takes the actions along that stand beside it because nobody placed them elsewhere. */
export function carryActions(
  held: Map<string, Point>,
  spots: Spots,
  placements: { has(id: string): boolean },
  id: string,
  position: Point,
): void {
  const intent = spots.get(id);
  if (intent?.box.kind !== 'intent') return;
  for (const { id: use } of intent.box.intent.actions) {
    const spot = spots.get(use);
    if (spot === undefined || placements.has(use)) continue;
    held.set(use, { x: spot.x + position.x - intent.x, y: spot.y + position.y - intent.y });
  }
}

/** An area takes along what lies in it. */
export function carryContents(held: Map<string, Point>, spots: Spots, id: string, position: Point): void {
  const area = spots.get(id);
  if (area === undefined) return;
  for (const { id: inside, x, y } of areaContents(spots, area))
    held.set(inside, { x: x + position.x - area.x, y: y + position.y - area.y });
}

/** What was dragged, and what went along. */
export function withContents(spots: Spots, nodes: readonly Placed[]): readonly Placed[] {
  const own = new Map(nodes.map(({ id, position }) => [id, position]));
  return withAreaContents(spots, [...own.keys()]).flatMap((id) => {
    const position = own.get(id) ?? spots.get(id);
    return position === undefined ? [] : [{ id, position: { x: position.x, y: position.y } }];
  });
}
