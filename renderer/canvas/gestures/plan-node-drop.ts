import { assertNever } from '../../../shared/base/assert-never.ts';
import type { Command, Point } from '../../../shared/commands/command.ts';
import { childIds, type Document } from '../../../shared/model/document.ts';
import type { ActionUseId } from '../../../shared/model/ids.ts';
import { spotOfKindAt } from '../find-at.ts';
import type { ActionBox } from '../layout/measure-action.ts';
import type { IntentBox } from '../layout/measure-intent.ts';
import { around, type Rect } from '../layout/rect.ts';
import type { Spot } from '../layout/spot.ts';
import {
  bucketIn,
  firstBelow,
  frameFor,
  headOf,
  placeIn,
  siblingsIn,
  withoutCarried,
  type NodeMove,
  type Spots,
} from './drop-place.ts';
import { makeFrames, newHomeFor } from './new-frames.ts';

/**
 * What dropping nodes means. One node may go into another frame, past its siblings or onto an intent, several of a kind
 * into another frame together; else they are simply somewhere else. Null puts everything back.
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
  if (others.length > 0) return dropTogether(document, spots, moves, pointer) ?? placeAll(spots, moves);
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

/** What would take the dragged nodes in, when that is not where they came from: shown while dragging. */
export function receiverOf(spots: Spots, ids: readonly string[], pointer: Point): string | null {
  const [box, ...others] = ids.flatMap((id) => spots.get(id)?.box ?? []);
  if (box === undefined) return null;
  if (box.kind === 'action' && others.length === 0) return otherIntentAt(spots, box, pointer)?.id ?? null;
  const own = withoutCarried(spots, ids);
  return (newFrameFor(spots, own, pointer) ?? newHomeFor(spots, own, pointer)?.frame)?.id ?? null;
}

/** Whether letting go would put it back: only an action lives nowhere but at an intent. */
export function goesBack(spots: Spots, ids: readonly string[], pointer: Point): boolean {
  const [id = '', ...others] = ids;
  const spot = spots.get(id);
  if (others.length > 0 || spot?.box.kind !== 'action' || spot.box.use === null) return false;
  return otherIntentAt(spots, spot.box, pointer) === null && spotOfKindAt(spots, pointer, 'turn')?.id !== spot.parent;
}

/** The frame all of them would go to, when not all are in it already. */
function newFrameFor(spots: Spots, ids: readonly string[], pointer: Point): Spot | null {
  const frame = frameFor(spots, ids, pointer);
  return frame === null || ids.every((id) => spots.get(id)?.parent === frame.id) ? null : frame;
}

/** Several of a kind go into another frame as they followed each other, each among those it belongs with. */
function dropTogether(document: Document, spots: Spots, moves: readonly NodeMove[], pointer: Point): Command | null {
  const ids = withoutCarried(
    spots,
    moves.map(({ id }) => id),
  );
  const home = newHomeFor(spots, ids, pointer);
  if (home !== null) return dropIntoNew(document, spots, home, moves, ids);
  const frame = newFrameFor(spots, ids, pointer);
  if (frame === null) return null;
  const own = new Set(ids);
  const commands = [...spots.values()]
    .filter(({ id }) => own.has(id))
    .map((spot): Command => {
      const { bucket, before } = placeIn(document, spots, frame.id, spot, own, pointer.y);
      const move = { kind: 'level.move', id: spot.id, parent: frame.id, before } as const;
      return bucket === null ? move : { ...move, bucket };
    });
  return { kind: 'several', label: `Move ${commands.length} items`, commands };
}

/** Beside all frames that could take it in, it gets the frames it needs, as something new does that is dropped there. */
function dropIntoNew(
  document: Document,
  spots: Spots,
  home: NonNullable<ReturnType<typeof newHomeFor>>,
  moves: readonly NodeMove[],
  ids: readonly string[],
): Command | null {
  const rect = around(moves.map((move) => move.rect));
  const own = new Set(ids);
  const dropped = [...spots.values()].filter(({ id }) => own.has(id));
  const [first] = dropped;
  if (rect === null || first === undefined) return null;
  const { commands, parent } = makeFrames(document, spots, home, rect);
  // Several are a talk already: who asked goes on asking.
  const moved = dropped.map(({ id, box }): Command => {
    const bucket = box.kind === 'intent' && dropped.length > 1 ? box.intent.bucket : 'request';
    return { kind: 'level.move', id, parent, before: null, ...(box.kind === 'intent' ? { bucket } : {}) };
  });
  const what = dropped.length === 1 ? first.box.kind : `${dropped.length} items`;
  return { kind: 'several', label: `Move ${what} to a new ${home.missing[0]}`, commands: [...commands, ...moved] };
}

function dropLevel(document: Document, spots: Spots, spot: Spot, move: NodeMove, pointer: Point): Command | null {
  const home = newHomeFor(spots, [spot.id], pointer);
  if (home !== null) return dropIntoNew(document, spots, home, [move], [spot.id]);
  const frame = frameFor(spots, [spot.id], pointer);
  if (frame === null) return null;
  const bucket = spot.box.kind === 'intent' ? bucketIn(document, frame.id, spot.box.intent) : null;
  const siblings = siblingsIn(document, spots, frame.id, spot, bucket);
  const before = firstBelow(siblings, headOf(move.rect));
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
  const before = firstBelow(others, headOf(move.rect)) as ActionUseId | null;
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
