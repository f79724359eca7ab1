import type { Result } from '../base/result.ts';
import { childIds, type Document } from '../model/document.ts';
import type { TableName } from '../model/record-tables.ts';
import type { Command } from './command.ts';
import { notAllowed, notFound } from './command-failures.ts';
import { createDraft } from './draft.ts';
import type { CommandFailure, Plan } from './plan.ts';
import { recordWords } from './record-words.ts';
import { orderAmong } from './sibling-order.ts';

/** The table a level hangs from, and the field that says where. */
const levels = {
  conversations: { parentTable: 'scenario', field: null },
  scenes: { parentTable: 'conversations', field: 'conversation' },
  turns: { parentTable: 'scenes', field: 'scene' },
  intents: { parentTable: 'turns', field: 'turn' },
} as const satisfies Partial<Record<TableName, { parentTable: TableName | 'scenario'; field: string | null }>>;

export function planLevelMove(
  document: Document,
  { id, parent, before, bucket }: Extract<Command, { kind: 'level.move' }>,
): Result<Plan, CommandFailure> {
  const home = document.homes.get(id);
  if (home === undefined) return notFound('item', id);
  const { table } = home;
  if (home.record !== id || !isLevel(table))
    return notAllowed(id, 'Only conversations, scenes, turns and intents move.');
  const { parentTable, field } = levels[table];
  const word = recordWords[table];
  if (document.homes.get(parent)?.table !== parentTable || document.homes.get(parent)?.record !== parent)
    return notAllowed(id, `A ${word} belongs in a ${recordWords[parentTable]}, and "${parent}" is none.`);

  const draft = createDraft(document);
  const record = draft.get(table, id);
  if (record === undefined) return notFound(word, id);
  const bucketAfter = 'bucket' in record ? (bucket ?? record.bucket) : null;
  const siblings = childIds(document, parent).filter((sibling) => {
    const intent = table === 'intents' ? draft.get('intents', sibling) : undefined;
    return intent === undefined || intent.bucket === bucketAfter;
  });
  if (before !== null && !siblings.includes(before)) return notFound(`${word} to go ahead of`, before);
  if (isThereAlready(siblings, id, before)) return draft.finish(`Move ${word}`, [id]);

  const others = siblings.filter((sibling) => sibling !== id);
  const fields = {
    ...(field === null ? {} : { [field]: parent }),
    ...(bucketAfter === null ? {} : { bucket: bucketAfter }),
  };
  draft.put(table, { ...record, ...fields, order: orderAmong(draft, table, others, before) });
  // Where it was drawn says nothing inside another frame.
  if (!childIds(document, parent).includes(id) && document.tables.placements.has(id)) draft.remove('placements', id);
  return draft.finish(`Move ${word}`, [id]);
}

const isLevel = (table: TableName | 'scenario'): table is keyof typeof levels => table in levels;

function isThereAlready(siblings: readonly string[], id: string, before: string | null): boolean {
  const index = siblings.indexOf(id);
  return index >= 0 && (before === id || (siblings[index + 1] ?? null) === before);
}
