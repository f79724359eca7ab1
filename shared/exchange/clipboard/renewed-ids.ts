import type { Document } from '../../model/document.ts';
import { freeNumbered } from '../../model/ids.ts';
import type { Clip } from './clip-schema.ts';

/** Old ids of what is pasted to new ones: the same where they are free, else numbered. */
export type RenewedIds = {
  readonly ids: ReadonlyMap<string, string>;
  readonly taken: Set<string>;
  /** A free id made from a wanted one, and taken from now on. */
  readonly renew: (wanted: string) => string;
};

/** A number still fits behind it. */
const longestBase = 110;

export function renewedIds(document: Document, clip: Clip): RenewedIds {
  const taken = new Set<string>();
  const renew = (wanted: string): string => {
    const isTaken = (id: string): boolean => taken.has(id) || document.homes.has(id);
    const id = isTaken(wanted) ? freeNumbered(wanted.slice(0, longestBase), '-', isTaken) : wanted;
    taken.add(id);
    return id;
  };
  const { conversations, scenes, turns, intents } = clip;
  const ids = new Map<string, string>();
  for (const { id } of [conversations, scenes, turns].flat()) ids.set(id, renew(id));
  for (const intent of intents) {
    ids.set(intent.id, renew(intent.id));
    for (const { id } of [...intent.actions, ...intent.messages]) ids.set(id, renew(id));
  }
  const roots = new Set<string>(clip.roots);
  for (const { id } of [clip.uses, clip.views, clip.notes, clip.tests].flat())
    if (roots.has(id)) ids.set(id, renew(id));
  return { ids, taken, renew };
}
