import { childIds, type Document } from '../../../shared/model/document.ts';
import { parentIdOf } from '../../../shared/model/document-indexes.ts';
import { findActionUse } from '../../../shared/model/selectors/find-action-use.ts';

export type Step = 'next' | 'previous' | 'out' | 'in';

/**
 * Where an arrow key leads. Down and up go on to what is said next or was said before, across turns and scenes; left
 * goes out to the frame around, right in to what it holds. Null when there is nothing there.
 */
export function walkTalk(document: Document, id: string, step: Step): string | null {
  const parent = parentOf(document, id);
  if (step === 'out') return parent === document.scenario.id ? null : parent;
  if (step === 'in') return heldBy(document, id)[0] ?? null;
  if (parent === null) return null;
  const along = step === 'next' ? 1 : -1;
  const siblings = heldBy(document, parent);
  const beside = siblings[siblings.indexOf(id) + along];
  if (beside !== undefined) return beside;
  // At the end of a frame the talk goes on in the next one, at the same level.
  const cousinFrame = parent === document.scenario.id ? null : walkTalk(document, parent, step);
  if (cousinFrame === null) return null;
  return heldBy(document, cousinFrame).at(step === 'next' ? 0 : -1) ?? cousinFrame;
}

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
