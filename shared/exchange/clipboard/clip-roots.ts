import type { Document } from '../../model/document.ts';
import { pathOf } from '../../model/selectors/path-of.ts';

const copied: ReadonlySet<string> = new Set([
  'conversations',
  'scenes',
  'turns',
  'intents',
  'actions',
  'attributes',
  'contexts',
  'integrations',
  'interpreters',
  'tests',
  'views',
  'notes',
]);

/**
 * What of a selection is copied by itself: what stands inside something else that is selected goes along with it. A
 * message is copied with its intent, an example answer with its action.
 */
export function clipRoots(document: Document, ids: readonly string[]): readonly string[] {
  const chosen = new Set(ids.flatMap((id) => holderOf(document, id) ?? []));
  return [...chosen].filter((id) => !pathOf(document, id).some((above) => above !== id && chosen.has(above)));
}

function holderOf(document: Document, id: string): string | null {
  const home = document.homes.get(id);
  if (home === undefined) return null;
  if (home.table === 'mocks') return document.tables.mocks.get(id)?.action ?? null;
  if (!copied.has(home.table)) return null;
  if (home.record === id) return id;
  const isUse = document.tables.intents.get(home.record)?.actions.some((use) => use.id === id) === true;
  return isUse ? id : home.record;
}
