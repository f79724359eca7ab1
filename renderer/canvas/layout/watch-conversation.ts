import { childIds, type Document } from '../../../shared/model/document.ts';
import { sameItems } from './memory.ts';

const levelTables = ['conversations', 'scenes', 'turns', 'intents'] as const;
type LevelId = readonly [table: (typeof levelTables)[number], id: string];

/** What was seen of a conversation: its levels in reading order, their records, and where they were placed. */
type Seen = {
  readonly document: Document;
  readonly ids: readonly LevelId[];
  readonly records: readonly unknown[];
  readonly placements: readonly unknown[];
};

/**
 * Tells whether anything changed that the drawing of a conversation is made from. It looks only into tables that
 * changed, so that after an edit all other conversations cost a glance at their records, and no layout.
 */
export function watchConversation(conversation: string): (document: Document) => boolean {
  let seen: Seen | null = null;
  return (document) => {
    const before = seen;
    const ids =
      before?.document.children === document.children
        ? before.ids
        : levelsIn(document, conversation, before?.ids ?? []);
    const records =
      before?.ids === ids && levelTables.every((table) => before.document.tables[table] === document.tables[table])
        ? before.records
        : ids.map(([table, id]) => document.tables[table].get(id));
    const placements =
      before?.records === records && before.document.tables.placements === document.tables.placements
        ? before.placements
        : placementsOf(document, ids);
    seen = { document, ids, records, placements };
    return (
      before === null ||
      before.document.tables.actions !== document.tables.actions ||
      before.ids !== ids ||
      !sameItems(before.records, records) ||
      !sameItems(before.placements, placements)
    );
  };
}

/** The same array as before when it would say the same. */
function levelsIn(document: Document, conversation: string, before: readonly LevelId[]): readonly LevelId[] {
  const ids: LevelId[] = [['conversations', conversation]];
  for (const scene of childIds(document, conversation)) {
    ids.push(['scenes', scene]);
    for (const turn of childIds(document, scene)) {
      ids.push(['turns', turn]);
      for (const intent of childIds(document, turn)) ids.push(['intents', intent]);
    }
  }
  return ids.length === before.length && ids.every(([, id], index) => before[index]?.[1] === id) ? before : ids;
}

function placementsOf({ tables }: Document, ids: readonly LevelId[]): readonly unknown[] {
  if (tables.placements.isEmpty()) return [];
  return ids.flatMap(([table, id]) => {
    const uses = table === 'intents' ? (tables.intents.get(id)?.actions ?? []) : [];
    return [id, ...uses.map((use) => use.id)].map((placed) => tables.placements.get(placed));
  });
}
