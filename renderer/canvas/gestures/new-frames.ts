import { assertNever } from '../../../shared/base/assert-never.ts';
import type { Command, Point } from '../../../shared/commands/command.ts';
import { childIds, type Document } from '../../../shared/model/document.ts';
import { freeId, type ConversationId, type SceneId } from '../../../shared/model/ids.ts';
import { spotOfKindAt } from '../find-at.ts';
import { metrics } from '../layout/metrics.ts';
import { around, centre, type Rect } from '../layout/rect.ts';
import type { Box, Spot } from '../layout/spot.ts';
import { headOf, withoutCarried, type NodeMove, type Spots } from './drop-place.ts';

type Level = 'conversation' | 'scene' | 'turn';

/** From the inside out, what may have to be made around what is let go. */
const frameLevels: Readonly<Partial<Record<Box['kind'], readonly Level[]>>> = {
  intent: ['turn', 'scene', 'conversation'],
  turn: ['scene', 'conversation'],
  scene: ['conversation'],
};

/** The frame under the pointer, null for the canvas itself, and what is missing in it, the outermost first. */
type NewHome = { readonly frame: Spot | null; readonly missing: readonly Level[] };

/** Where frames would be made for what is dragged; null when one takes it in as it is, or it needs none. */
export function newHomeFor(spots: Spots, ids: readonly string[], pointer: Point): NewHome | null {
  const kinds = new Set(ids.map((id) => spots.get(id)?.box.kind));
  const [kind] = kinds;
  const levels = kinds.size === 1 && kind !== undefined ? frameLevels[kind] : undefined;
  if (levels === undefined) return null;
  const missing: Level[] = [];
  for (const level of levels) {
    const frame = spotOfKindAt(spots, pointer, level);
    if (frame !== null) return missing.length === 0 ? null : { frame, missing };
    missing.unshift(level);
  }
  return { frame: null, missing };
}

/** What would be made where something is dragged now, and the room it would take there. */
export type Making = { readonly rect: Rect; readonly label: string };

const words: Readonly<Record<Level, string>> = {
  conversation: 'New conversation',
  scene: 'New scene',
  turn: 'New turn',
};
/** How far it stays away from the edges of the frame it is made in. */
const inset = 12;

export function makingFor(spots: Spots, moves: readonly NodeMove[], pointer: Point): Making | null {
  const ids = withoutCarried(
    spots,
    moves.map(({ id }) => id),
  );
  const home = newHomeFor(spots, ids, pointer);
  const [outermost] = home?.missing ?? [];
  const dragged = around(moves.map(({ rect }) => rect));
  if (home === null || outermost === undefined || dragged === null) return null;
  const { left, top } = insideOf(home.missing);
  const rect = {
    x: dragged.x - left,
    y: dragged.y - top,
    width: dragged.width + 2 * left,
    height: dragged.height + top + left,
  };
  const label = words[outermost];
  if (home.frame === null) return { rect, label };
  const { x, width } = home.frame.rect;
  return { rect: { ...rect, x: x + inset, width: width - 2 * inset }, label };
}

/** From the corner of the outermost of new frames to that of what is in the innermost. */
const insideOf = (levels: readonly Level[]): { readonly left: number; readonly top: number } => ({
  left: levels.reduce((sum, level) => sum + metrics[level].padding, 0),
  top: levels.reduce((sum, level) => sum + metrics[level].header, 0),
});

type NewFrames = { readonly commands: readonly Command[]; readonly parent: string };

/**
 * Makes the frames that are missing, as they are made for something new that is dropped there: a talk can begin in
 * them. On the canvas they stand around what was let go, in a frame they go among their like.
 */
export function makeFrames(document: Document, spots: Spots, home: NewHome, rect: Rect): NewFrames {
  const taken = new Set<string>();
  const idFor = (name: string): string => {
    const id = freeId(name, (wanted) => taken.has(wanted) || document.homes.has(wanted));
    taken.add(id);
    return id;
  };
  const commands: Command[] = [];
  let parent = home.frame?.id ?? document.scenario.id;
  for (const [depth, level] of home.missing.entries()) {
    const siblings = childIds(document, parent);
    const word = level.replace(/^./, (first) => first.toUpperCase());
    const name = siblings.length === 0 ? word : `${word} ${siblings.length + 1}`;
    const id = idFor(name);
    const { left, top } = insideOf(home.missing);
    const at = { x: Math.round(rect.x - left), y: Math.round(rect.y - top) };
    commands.push(...making(level, id, { name, parent, at }));
    const before = depth > 0 ? null : (siblings.find((one) => isBelow(spots.get(one), headOf(rect))) ?? null);
    if (before !== null && level !== 'conversation') commands.push({ kind: 'level.move', id, parent, before });
    parent = id;
  }
  return { commands, parent };
}

const isBelow = (spot: Spot | undefined, y: number): boolean => spot !== undefined && centre(spot.rect).y > y;

type Made = { readonly name: string; readonly parent: string; readonly at: Point };

function making(level: Level, id: string, { name, parent, at }: Made): readonly Command[] {
  switch (level) {
    case 'conversation':
      return [
        { kind: 'conversation.add', name, at },
        { kind: 'record.update', table: 'conversations', id, changes: { behaviors: ['STARTING'] } },
      ];
    case 'scene':
      return [
        { kind: 'scene.add', conversation: parent as ConversationId, name },
        { kind: 'record.update', table: 'scenes', id, changes: { behaviors: ['STARTING'] } },
      ];
    case 'turn':
      return [
        { kind: 'turn.add', scene: parent as SceneId, name },
        { kind: 'record.update', table: 'turns', id, changes: { behaviors: ['STARTING', 'OPEN'] } },
      ];
    default:
      return assertNever(level);
  }
}
