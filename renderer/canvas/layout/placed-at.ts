import type { Document } from '../../../shared/model/document.ts';

type Place = { readonly x: number; readonly y: number };

/** Further out no pixel could be told from the next: a file may say anything, and what it says is kept. */
const furthest = 10_000_000;

const within = (value: number): number => Math.max(-furthest, Math.min(furthest, value));

/** A place where it can be drawn. */
export const drawable = <Placed extends Place>(place: Placed): Placed =>
  Math.abs(place.x) <= furthest && Math.abs(place.y) <= furthest
    ? place
    : { ...place, x: within(place.x), y: within(place.y) };

/** Where somebody put it; undefined when nobody did. */
export function placedAt(document: Document, id: string): Place | undefined {
  const placement = document.tables.placements.get(id);
  return placement === undefined ? undefined : drawable(placement);
}
