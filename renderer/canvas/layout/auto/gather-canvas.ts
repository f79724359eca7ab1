import { liesIn } from '../area-contents.ts';
import { isArea } from '../is-area.ts';
import { metrics } from '../metrics.ts';
import { around, bottom, distance, grow, right, type Rect } from '../rect.ts';
import type { Spot } from '../spot.ts';
import type { FrameJob } from './frame-job.ts';
import { freeGroups, type FreeGroup } from './free-groups.ts';
import { edgesOf } from './gather-frames.ts';

/** The whole canvas, ready to be laid out, and what stands freely on it with the conversation it belongs to. */
export type CanvasJob = {
  readonly job: FrameJob;
  readonly groups: readonly FreeGroup[];
};

type Spots = ReadonlyMap<string, Spot>;
type Sides = { left: number; top: number; right: number; bottom: number };

/**
 * Conversations, each with the room that what stands around it takes. Those in a coloured area stay together in it, as
 * in a frame.
 */
export function gatherCanvas(
  spots: Spots,
  jobs: readonly FrameJob[],
  pairs: readonly string[],
  scenario: string,
): CanvasJob {
  const all = [...spots.values()];
  const conversations = all.filter(({ box }) => box.kind === 'conversation');
  const areas = all.filter(({ box, rect }) => isArea(box) && conversations.some((one) => liesIn(one.rect, rect)));
  const inAreas = new Set(areas);
  const standing = all.filter((spot) => spot.parent === null && spot.box.kind !== 'conversation' && !inAreas.has(spot));
  const groups = freeGroups(
    standing.filter((spot) => !isAutomatic(spot)),
    conversations,
    areas,
  );
  const contexts = contextsByHome(spots, standing.filter(isAutomatic), conversations);
  const rooms = new Map(conversations.map((home) => [home.id, roomAround(home, groups, contexts.get(home.id) ?? [])]));
  const items = jobs.map((job) => surrounded(job, rooms.get(job.id)));
  return { job: gathered(scenario, null, items, { spots, areas, pairs, rooms }), groups };
}

type Room = { readonly sides: Sides; readonly column: number };

type Ground = {
  readonly spots: Spots;
  readonly areas: readonly Spot[];
  readonly pairs: readonly string[];
  readonly rooms: ReadonlyMap<string, Room>;
};

/** The job of an area, or of the canvas: what lies directly in it, areas with what lies in them. */
function gathered(id: string, area: Spot | null, items: readonly FrameJob[], ground: Ground): FrameJob {
  const { spots, areas, pairs, rooms } = ground;
  const rectOf = (item: FrameJob): Rect | undefined => spots.get(homeOf(item.id))?.rect;
  const isIn = (item: FrameJob, outer: Spot): boolean => {
    const rect = rectOf(item);
    return rect !== undefined && liesIn(rect, outer.rect);
  };
  const inner = areas.filter((other) => other !== area && (area === null || isInside(other, area)));
  const outermost = inner.filter((other) => !inner.some((around) => around !== other && isInside(other, around)));
  const homes = new Map(items.map((item) => [item, outermost.find((other) => isIn(item, other))]));
  const seen = new Set<Spot>();
  const own: FrameJob[] = [];
  const standsFor = new Map<string, string>();
  for (const item of items) {
    const home = homes.get(item);
    standsFor.set(homeOf(item.id), home?.id ?? item.id);
    if (home === undefined) own.push(item);
    else if (!seen.has(home)) {
      seen.add(home);
      own.push(
        gathered(
          home.id,
          home,
          items.filter((other) => homes.get(other) === home),
          ground,
        ),
      );
    }
  }
  const edges = edgesOf(
    own,
    pairs.map((end) => standsFor.get(end) ?? end),
  );
  const room =
    area === null
      ? noSides
      : marginsOf(
          area.rect,
          items.flatMap((item) => {
            const rect = rectOf(item);
            return rect === undefined ? [] : [withRoom(rect, rooms.get(homeOf(item.id)))];
          }),
        );
  const { columnGap: across, conversation } = metrics;
  const gaps = { across, down: conversation.gap + 24 };
  return { id, items: own, edges: withoutLoops(edges), room, least: { width: 0, height: 0 }, gaps, aspect: 1.6 };
}

/** A smaller area within a larger one; of two alike the first is the outer one. */
const isInside = (inner: Spot, outer: Spot): boolean =>
  liesIn(inner.rect, outer.rect) && !(liesIn(outer.rect, inner.rect) && inner.id < outer.id);

const noSides: Sides = { left: 0, top: 0, right: 0, bottom: 0 };

function withoutLoops(edges: readonly number[]): readonly number[] {
  const kept: number[] = [];
  for (let edge = 0; edge < edges.length; edge += 2) {
    const [from = 0, to = 0] = [edges[edge], edges[edge + 1]];
    if (from !== to) kept.push(from, to);
  }
  return kept;
}

const leastMargin = { side: 24, top: 56 };

function marginsOf(area: Rect, held: readonly Rect[]): Sides {
  const inside = around(held) ?? area;
  return {
    left: Math.max(leastMargin.side, inside.x - area.x),
    top: Math.max(leastMargin.top, inside.y - area.y),
    right: Math.max(leastMargin.side, right(area) - right(inside)),
    bottom: Math.max(leastMargin.side, bottom(area) - bottom(inside)),
  };
}

/** A conversation with the room around it is a frame of its own, told by this id. No record's id has a space. */
const surrounding = 'around ';
export const homeOf = (id: string): string => (id.startsWith(surrounding) ? id.slice(surrounding.length) : id);

const surrounded = (job: FrameJob, room: Room = noRoom): FrameJob => ({
  id: `${surrounding}${job.id}`,
  items: [job],
  edges: [],
  room: room.sides,
  least: { width: 0, height: 0 },
  gaps: { across: 0, down: 0 },
  column: room.column,
  aspect: 1,
});

const noRoom: Room = { sides: noSides, column: 0 };

/** A conversation with the room around it, as it is now: as large as its frame will be. */
function withRoom(rect: Rect, { sides, column }: Room = noRoom): Rect {
  const { left, top, right, bottom } = sides;
  const height = Math.max(rect.height + top + bottom, rect.height / 2 + top + column);
  return { x: rect.x - left, y: rect.y - top, width: rect.width + left + right, height };
}

/** The least room between two conversations, with what stands around them. */
const between = Math.min(metrics.columnGap, metrics.conversation.gap + 24);

/**
 * How far what belongs to a conversation reaches beyond it. What stands further away than neighbours come gets so much
 * more room around it that no neighbour will be nearer to it than its own: or the next time it would go with that.
 */
function roomAround(home: Spot, groups: readonly FreeGroup[], contexts: readonly Spot[]): Room {
  const sides: Sides = { ...noSides };
  for (const group of groups) {
    if (group.home !== home) continue;
    const rect = grow(group.rect, Math.max(0, Math.ceil(group.far) + 2 - between));
    sides.left = Math.max(sides.left, home.rect.x - rect.x);
    sides.top = Math.max(sides.top, home.rect.y - rect.y);
    sides.right = Math.max(sides.right, right(rect) - right(home.rect));
    sides.bottom = Math.max(sides.bottom, bottom(rect) - bottom(home.rect));
  }
  let column = 0;
  for (const { rect } of contexts) {
    sides.right = Math.max(sides.right, right(rect) - right(home.rect));
    column += rect.height + contextsApart;
  }
  return { sides, column };
}

/** As the canvas puts them below each other. */
const contextsApart = 16;

const isAutomatic = ({ box }: Spot): boolean => box.kind === 'context' && box.isAutomatic;

/**
 * The contexts beside each conversation. They stand level with what is wired to them, wherever that comes to lie, so how
 * far down they reach is only known to be about so much.
 */
function contextsByHome(
  spots: Spots,
  contexts: readonly Spot[],
  conversations: readonly Spot[],
): ReadonlyMap<string, readonly Spot[]> {
  const byHome = new Map<string, Spot[]>();
  for (const context of contexts) {
    let home = spots.get(context.id.slice(context.id.indexOf('@') + 1));
    while (home !== undefined && home.parent !== null) home = spots.get(home.parent);
    // Of a turn in a closed frame nothing is drawn but the frame.
    const [nearest] = conversations.toSorted(
      (one, other) => distance(one.rect, context.rect) - distance(other.rect, context.rect),
    );
    const id = (home ?? nearest)?.id ?? '';
    byHome.set(id, [...(byHome.get(id) ?? []), context]);
  }
  return byHome;
}
