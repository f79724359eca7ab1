import { assertNever } from '../../../shared/base/assert-never.ts';
import type { Command, Point } from '../../../shared/commands/command.ts';
import { childIds, type Document } from '../../../shared/model/document.ts';
import type { ActionUseId } from '../../../shared/model/ids.ts';
import type { IntentRecord } from '../../../shared/model/intent-record.ts';
import { spotOfKindAt } from '../find-at.ts';
import type { ActionBox } from '../layout/measure-action.ts';
import type { IntentBox } from '../layout/measure-intent.ts';
import { centre, type Rect } from '../layout/rect.ts';
import type { Box, Spot } from '../layout/spot.ts';

/** A node let go: where it is now. */
export type NodeMove = { readonly id: string; readonly rect: Rect };

type Spots = ReadonlyMap<string, Spot>;

/**
 * What dropping nodes means. One node may go into another frame, past its siblings or onto an intent; else, and for
 * several at once, they are simply somewhere else. Null puts everything back.
 */
export function planNodeDrop(
  document: Document,
  spots: Spots,
  moves: readonly NodeMove[],
  pointer: Point,
): Command | null {
  const [move, ...others] = moves;
  const spot = move === undefined ? undefined : spots.get(move.id);
  if (move === undefined || spot === undefined) return null;
  if (others.length > 0) return placeAll(spots, moves);
  switch (spot.box.kind) {
    case 'scene':
    case 'turn':
    case 'intent':
      return dropLevel(document, spots, spot, move, pointer);
    case 'action':
      return spot.box.use === null
        ? dropLooseAction(spots, spot.box, move, pointer)
        : dropUse(document, spots, spot, spot.box.use.id, move, pointer);
    case 'context':
      return spot.box.isAutomatic
        ? { kind: 'context.show', context: spot.box.context, at: corner(move.rect) }
        : placeAll(spots, moves);
    case 'conversation':
    case 'note':
      return placeAll(spots, moves);
    default:
      return assertNever(spot.box);
  }
}

const frameKinds = { scene: 'conversation', turn: 'scene', intent: 'turn' } as const satisfies Partial<
  Record<Box['kind'], Box['kind']>
>;

/** What would take the dragged node in, when that is not where it came from: shown while dragging. */
export function receiverOf(spots: Spots, id: string, pointer: Point): string | null {
  const box = spots.get(id)?.box;
  if (box === undefined) return null;
  if (box.kind === 'action') {
    return otherIntentAt(spots, box, pointer)?.id ?? null;
  }
  if (!(box.kind in frameKinds)) return null;
  const frame = spotOfKindAt(spots, pointer, frameKinds[box.kind as keyof typeof frameKinds]);
  return frame === null || frame.id === spots.get(id)?.parent ? null : frame.id;
}

function dropLevel(document: Document, spots: Spots, spot: Spot, move: NodeMove, pointer: Point): Command | null {
  const frame = spotOfKindAt(spots, pointer, frameKinds[spot.box.kind as keyof typeof frameKinds]);
  if (frame === null) return null;
  const bucket = spot.box.kind === 'intent' ? bucketIn(document, frame.id, spot.box.intent) : null;
  const siblings = siblingsIn(document, spots, frame.id, spot, bucket);
  const before = firstBelow(siblings, move);
  const moveTo: Command = {
    kind: 'level.move',
    id: move.id,
    parent: frame.id,
    before,
    ...(bucket === null ? {} : { bucket }),
  };
  if (frame.id !== spot.parent) return moveTo;
  const place = placeAll(spots, [move]);
  if (before === nextOf(childIds(document, frame.id), siblings, move.id)) return place;
  if (!document.tables.placements.has(move.id)) return moveTo;
  return { kind: 'several', label: 'Move', commands: [moveTo, place] };
}

type Bucket = IntentRecord['bucket'];

/** In its own turn an intent stays what it is. Elsewhere it asks or answers, as those do who speak like it there. */
function bucketIn(document: Document, turn: string, intent: IntentRecord): Bucket {
  if (intent.turn === turn) return intent.bucket;
  const others = childIds(document, turn).flatMap((id) => document.tables.intents.get(id) ?? []);
  const alike = others.find(({ speaker }) => speaker === intent.speaker);
  if (alike !== undefined) return alike.bucket;
  return others.some(({ bucket }) => bucket === 'request') ? 'response' : 'request';
}

/** The others it is ordered among: of the same kind, and for intents of the same bucket. */
const siblingsIn = (
  document: Document,
  spots: Spots,
  parent: string,
  spot: Spot,
  bucket: Bucket | null,
): readonly Spot[] =>
  childIds(document, parent).flatMap((id) => {
    const sibling = spots.get(id);
    if (sibling === undefined || id === spot.id) return [];
    return sibling.box.kind === 'intent' && sibling.box.intent.bucket !== bucket ? [] : [sibling];
  });

/** Something tall is meant where its head is, by which it is held, not where its middle is. */
const headOf = ({ y, height }: Rect): number => y + Math.min(height / 2, 30);

const firstBelow = (siblings: readonly Spot[], { rect }: NodeMove): string | null =>
  siblings.find((sibling) => centre(sibling.rect).y > headOf(rect))?.id ?? null;

function nextOf(order: readonly string[], siblings: readonly Spot[], id: string): string | null {
  const later = new Set(order.slice(order.indexOf(id) + 1));
  return siblings.find((sibling) => later.has(sibling.id))?.id ?? null;
}

function dropUse(
  document: Document,
  spots: Spots,
  spot: Spot,
  use: ActionUseId,
  move: NodeMove,
  pointer: Point,
): Command | null {
  if (spot.box.kind !== 'action') return null;
  const own = spot.box.intent;
  const target = otherIntentAt(spots, spot.box, pointer);
  if (target !== null) return { kind: 'actionUse.move', id: use, intent: target.intent.id, before: null };
  if (own === null || spotOfKindAt(spots, pointer, 'turn')?.id !== spot.parent) return null;
  const others = own.actions.flatMap(({ id }) => (id === use ? [] : (spots.get(id) ?? [])));
  const before = firstBelow(others, move) as ActionUseId | null;
  const place = placeAll(spots, [move]);
  const ids = own.actions.map(({ id }) => id);
  if (before === nextOf(ids, others, use)) return place;
  const moveTo: Command = { kind: 'actionUse.move', id: use, intent: own.id, before };
  if (!document.tables.placements.has(use)) return moveTo;
  return { kind: 'several', label: 'Move action', commands: [moveTo, place] };
}

/** The intent an action would go to. In its own turn it must be dropped on one; beside them is only another place. */
function otherIntentAt(spots: Spots, box: ActionBox, pointer: Point): IntentBox | null {
  const intent = intentAt(spots, pointer);
  if (intent === null || intent.id === box.intent?.id) return null;
  const isOn = spotOfKindAt(spots, pointer, 'intent') !== null;
  return isOn || intent.intent.turn !== box.intent?.turn ? intent : null;
}

function dropLooseAction(spots: Spots, box: ActionBox, move: NodeMove, pointer: Point): Command | null {
  const intent = intentAt(spots, pointer);
  if (intent === null || box.action === null) return placeAll(spots, [move]);
  return { kind: 'action.attach', action: box.action.id, intent: intent.intent.id };
}

/** The intent under the pointer, else the last one of the turn there: where an action dropped here would go. */
export function intentAt(spots: Spots, pointer: Point): IntentBox | null {
  const under = spotOfKindAt(spots, pointer, 'intent')?.box;
  if (under?.kind === 'intent') return under;
  const turn = spotOfKindAt(spots, pointer, 'turn')?.box;
  if (turn?.kind !== 'turn') return null;
  return turn.items.flatMap(({ box }) => (box.kind === 'intent' ? [box] : [])).at(-1) ?? null;
}

function placeAll(spots: Spots, moves: readonly NodeMove[]): Command {
  const places = moves.flatMap(({ id, rect }) => {
    const spot = spots.get(id);
    // A context that drew itself is no record that could have a place.
    if (spot === undefined || (spot.box.kind === 'context' && spot.box.isAutomatic)) return [];
    const frame = spots.get(spot.parent ?? '')?.rect;
    return [{ id, x: Math.round(rect.x - (frame?.x ?? 0)), y: Math.round(rect.y - (frame?.y ?? 0)) }];
  });
  return { kind: 'canvas.place', places };
}

const corner = ({ x, y }: Rect): Point => ({ x: Math.round(x), y: Math.round(y) });
