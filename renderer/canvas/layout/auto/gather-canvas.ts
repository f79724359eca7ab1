import { liesIn } from '../area-contents.ts';
import { isArea } from '../is-area.ts';
import { metrics } from '../metrics.ts';
import { around, bottom, distance, right, type Rect } from '../rect.ts';
import type { Spot } from '../spot.ts';
import type { FrameJob } from './frame-job.ts';
import { edgesOf } from './gather-frames.ts';

/** The whole canvas, ready to be laid out, and what stands freely on it with the conversation it belongs to. */
export type CanvasJob = {
  readonly job: FrameJob;
  /** Each free thing moves with the conversation it is nearest to. */
  readonly nearest: ReadonlyMap<string, Spot>;
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
  const nearest = new Map<string, Spot>();
  for (const spot of all)
    if (spot.parent === null && spot.box.kind !== 'conversation' && !areas.includes(spot)) {
      const home = nearestTo(spot.rect, conversations);
      if (home !== null) nearest.set(spot.id, home);
    }
  const sides = sidesByHome(spots, nearest);
  const columns = contextColumns(spots, nearest);
  const items = jobs.map((job) => surrounded(job, sides.get(job.id), columns.get(job.id) ?? 0));
  return { job: gathered(scenario, null, items, { spots, areas, pairs }), nearest };
}

type Ground = { readonly spots: Spots; readonly areas: readonly Spot[]; readonly pairs: readonly string[] };

/** The job of an area, or of the canvas: what lies directly in it, areas with what lies in them. */
function gathered(id: string, area: Spot | null, items: readonly FrameJob[], ground: Ground): FrameJob {
  const { spots, areas, pairs } = ground;
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
          items.flatMap((item) => rectOf(item) ?? []),
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

const surrounded = (job: FrameJob, room: Sides = noSides, column: number): FrameJob => ({
  id: `${surrounding}${job.id}`,
  items: [job],
  edges: [],
  room,
  least: { width: 0, height: 0 },
  gaps: { across: 0, down: 0 },
  column,
  aspect: 1,
});

function nearestTo(rect: Rect, conversations: readonly Spot[]): Spot | null {
  let [nearest, least]: [Spot | null, number] = [null, Infinity];
  for (const conversation of conversations) {
    const far = distance(rect, conversation.rect);
    if (far < least) [nearest, least] = [conversation, far];
  }
  return nearest;
}

/** How far what belongs to a conversation reaches beyond it. What is far away stays far, without taking room for it. */
function sidesByHome(spots: Spots, nearest: ReadonlyMap<string, Spot>): ReadonlyMap<string, Sides> {
  const sides = new Map<string, Sides>();
  for (const [id, home] of nearest) {
    const [spot, rect] = [spots.get(id), spots.get(id)?.rect];
    if (spot === undefined || rect === undefined || distance(rect, home.rect) > furthest) continue;
    const reach = sides.get(home.id) ?? { ...noSides };
    reach.right = Math.max(reach.right, right(rect) - right(home.rect));
    sides.set(home.id, reach);
    if (isAutomatic(spot)) continue;
    reach.left = Math.max(reach.left, home.rect.x - rect.x);
    reach.top = Math.max(reach.top, home.rect.y - rect.y);
    reach.right = Math.max(reach.right, right(rect) - right(home.rect));
    reach.bottom = Math.max(reach.bottom, bottom(rect) - bottom(home.rect));
    sides.set(home.id, reach);
  }
  return sides;
}

const furthest = 600;

/** As the canvas puts them below each other. */
const contextsApart = 16;

const isAutomatic = ({ box }: Spot): boolean => box.kind === 'context' && box.isAutomatic;

/**
 * How high the contexts beside each conversation are together. They stand level with what is wired to them, wherever
 * that comes to lie, so how far down they reach is only known to be about so much.
 */
function contextColumns(spots: Spots, nearest: ReadonlyMap<string, Spot>): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const [id, home] of nearest) {
    const spot = spots.get(id);
    if (spot === undefined || !isAutomatic(spot)) continue;
    columns.set(home.id, (columns.get(home.id) ?? 0) + spot.rect.height + contextsApart);
  }
  return columns;
}
