import type { Document } from '../../shared/model/document.ts';
import { pathOf } from '../../shared/model/selectors/path-of.ts';
import type { Spot } from './layout/spot.ts';

/** What is drawn of a record: itself, the intent that holds it, or every place an action or a context is seen. */
export function drawnIds(document: Document, spots: ReadonlyMap<string, Spot>, id: string): readonly string[] {
  if (spots.has(id)) return [id];
  const home = document.homes.get(id);
  switch (home?.table) {
    // What is in a closed frame is seen as that frame.
    case 'conversations':
    case 'scenes':
    case 'turns':
    case 'intents':
      return pathOf(document, id)
        .toReversed()
        .filter((above) => spots.has(above))
        .slice(0, 1);
    case 'mocks':
      return drawnIds(document, spots, document.tables.mocks.get(id)?.action ?? '');
    case 'actions':
      return idsWhere(spots, ({ box }) => box.kind === 'action' && box.action?.id === id);
    case 'contexts': {
      const name = document.tables.contexts.get(id)?.name;
      return idsWhere(spots, ({ box }) => box.kind === 'context' && box.context === name);
    }
    default:
      return [];
  }
}

const idsWhere = (spots: ReadonlyMap<string, Spot>, matches: (spot: Spot) => boolean): readonly string[] =>
  [...spots.values()].filter(matches).map(({ id }) => id);
