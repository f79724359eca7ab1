import type { Result } from '../base/result.ts';
import type { Document } from '../model/document.ts';
import type { TableName } from '../model/record-tables.ts';
import type { Command } from './command.ts';
import { notAllowed, notFound } from './command-failures.ts';
import { createDraft } from './draft.ts';
import type { CommandFailure, Plan } from './plan.ts';

/** Views and notes carry their own position; what belongs to the talk has a placement beside it. */
export function planCanvasPlace(
  document: Document,
  { places, clear = [], label }: Extract<Command, { kind: 'canvas.place' }>,
): Result<Plan, CommandFailure> {
  const draft = createDraft(document);
  for (const id of clear) if (document.tables.placements.has(id)) draft.remove('placements', id);
  for (const { id, x, y } of places) {
    const home = document.homes.get(id);
    if (home === undefined) return notFound('item', id);
    const { table } = home;
    if (table === 'views' || table === 'notes') {
      const record = draft.get(table, id);
      if (record !== undefined) draft.put(table, { ...record, x, y });
    } else if (isDrawn(table) && !isMessage(document, home.record, id)) {
      draft.put('placements', { ...draft.get('placements', id), id, x, y });
    } else {
      return notAllowed(id, `"${id}" is not drawn on the canvas by itself.`);
    }
  }
  return draft.finish(label ?? (places.length === 1 ? 'Move on canvas' : `Move ${places.length} items`), [
    ...new Set(places.map(({ id }) => id)),
  ]);
}

const drawn: readonly (TableName | 'scenario')[] = ['conversations', 'scenes', 'turns', 'intents'];
const isDrawn = (table: TableName | 'scenario'): boolean => drawn.includes(table);

const isMessage = (document: Document, intent: string, id: string): boolean =>
  document.tables.intents.get(intent)?.messages.some((message) => message.id === id) ?? false;
