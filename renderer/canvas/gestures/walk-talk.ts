import { childIds, type Document } from '../../../shared/model/document.ts';
import { parentIdOf } from '../../../shared/model/document-indexes.ts';
import { findActionUse } from '../../../shared/model/selectors/find-action-use.ts';

export type Step = 'next' | 'previous' | 'out' | 'in' | 'first' | 'last';

/**
 * Where an arrow key leads. Down and up go on to what is said next or was said before, across turns and scenes; left
 * goes out to the frame around, right in to what it holds; first and last stay in that frame. After the conversations
 * come the notes and contexts beside them. Null when there is nothing there.
 */
export function walkTalk(document: Document, id: string, step: Step): string | null {
  const { scenario } = document;
  const parent = parentOf(document, id);
  const isOutermost = parent === scenario.id || isBeside(document, id);
  if (step === 'in') return heldBy(document, id)[0] ?? null;
  if (step === 'out') return isOutermost ? null : parent;
  if (parent === null && !isOutermost) return null;
  const siblings = isOutermost ? outermost(document) : heldBy(document, parent ?? scenario.id);
  if (step === 'first') return siblings[0] ?? null;
  if (step === 'last') return siblings.at(-1) ?? null;
  const along = step === 'next' ? 1 : -1;
  const beside = siblings[siblings.indexOf(id) + along];
  if (beside !== undefined) return beside;
  // At the end of a frame the talk goes on in the next one, at the same level.
  const frame = isOutermost || parent === null ? null : walkTalk(document, parent, step);
  if (frame === null || isBeside(document, frame)) return null;
  return heldBy(document, frame).at(step === 'next' ? 0 : -1) ?? frame;
}

/** Where walking begins when nothing is chosen. */
export const firstToWalk = (document: Document): string | null => outermost(document)[0] ?? null;

/** Where it goes on when something is gone: what came after it, or before it, or was around it. */
export function nearestLeft(before: Document, after: Document, gone: string): string | null {
  for (let at: string | null = gone; at !== null; at = walkTalk(before, at, 'out'))
    for (const step of ['next', 'previous', 'out'] as const) {
      const near = walkTalk(before, at, step);
      if (near !== null && after.homes.has(near) && parentOf(before, near) === parentOf(after, near)) return near;
    }
  return firstToWalk(after);
}

const isBeside = ({ tables }: Document, id: string): boolean => tables.notes.has(id) || tables.views.has(id);

const outermost = (document: Document): readonly string[] => [
  ...childIds(document, document.scenario.id),
  ...[...document.tables.notes.keys(), ...document.tables.views.keys()].sort(),
];

function parentOf(document: Document, id: string): string | null {
  const use = findActionUse(document, id);
  if (use !== undefined) return use.intent.id;
  const table = document.homes.get(id)?.table;
  const record = table === undefined || table === 'scenario' ? undefined : document.tables[table].get(id);
  if (table === undefined || table === 'scenario' || record === undefined) return null;
  return parentIdOf(table, record, document.scenario.id);
}

const heldBy = (document: Document, id: string): readonly string[] =>
  document.tables.intents.get(id)?.actions.map((use) => use.id) ?? childIds(document, id);
