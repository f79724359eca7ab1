import type { Point } from '../../../shared/commands/command.ts';
import { childIds, type Document } from '../../../shared/model/document.ts';
import type { IntentRecord } from '../../../shared/model/intent-record.ts';
import { spotOfKindAt } from '../find-at.ts';
import { centre, type Rect } from '../layout/rect.ts';
import type { Box, Spot } from '../layout/spot.ts';

/** A node let go: where it is now. */
export type NodeMove = { readonly id: string; readonly rect: Rect };

export type Spots = ReadonlyMap<string, Spot>;

type Bucket = IntentRecord['bucket'];

const frameKinds: Readonly<Partial<Record<Box['kind'], Box['kind']>>> = {
  scene: 'conversation',
  turn: 'scene',
  intent: 'turn',
};

/** The frame under the pointer that takes in nodes of this kind; null when there is none, or they differ in kind. */
export function frameFor(spots: Spots, ids: readonly string[], pointer: Point): Spot | null {
  const kinds = new Set(ids.map((id) => spots.get(id)?.box.kind));
  const [kind] = kinds;
  const wanted = kinds.size === 1 && kind !== undefined ? frameKinds[kind] : undefined;
  return wanted === undefined ? null : spotOfKindAt(spots, pointer, wanted);
}

/** Actions go where their intent goes, so they need no place of their own. */
export function withoutCarried(spots: Spots, ids: readonly string[]): readonly string[] {
  const all = new Set(ids);
  return ids.filter((id) => {
    const box = spots.get(id)?.box;
    return box?.kind !== 'action' || !all.has(box.intent?.id ?? '');
  });
}

type Place = { readonly bucket: Bucket | null; readonly before: string | null };

/** Among which siblings of a frame something goes that is dropped at `y`, and ahead of which. */
export function placeIn(
  document: Document,
  spots: Spots,
  frame: string,
  spot: Spot,
  together: ReadonlySet<string>,
  y: number,
): Place {
  const own = spot.box.kind === 'intent' ? spot.box.intent : null;
  // Several that come to an empty turn are a talk already: who asked goes on asking.
  const keeps = together.size > 1 && childIds(document, frame).length === 0;
  const bucket = own === null ? null : keeps ? own.bucket : bucketIn(document, frame, own);
  const siblings = siblingsIn(document, spots, frame, spot, bucket).filter(({ id }) => !together.has(id));
  return { bucket, before: firstBelow(siblings, y) };
}

/** In its own turn an intent stays what it is. Elsewhere it asks or answers, as those do who speak like it there. */
export function bucketIn(document: Document, turn: string, intent: IntentRecord): Bucket {
  if (intent.turn === turn) return intent.bucket;
  const others = childIds(document, turn).flatMap((id) => document.tables.intents.get(id) ?? []);
  const alike = others.find(({ speaker }) => speaker === intent.speaker);
  if (alike !== undefined) return alike.bucket;
  return others.some(({ bucket }) => bucket === 'request') ? 'response' : 'request';
}

/** The others it is ordered among: of the same kind, and for intents of the same bucket. */
export const siblingsIn = (
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
export const headOf = ({ y, height }: Rect): number => y + Math.min(height / 2, 30);

export const firstBelow = (siblings: readonly Spot[], y: number): string | null =>
  siblings.find((sibling) => centre(sibling.rect).y > y)?.id ?? null;
