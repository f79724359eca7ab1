import type { Result } from '../base/result.ts';
import type { Document } from '../model/document.ts';
import type { Command } from './command.ts';
import { createDraft } from './draft.ts';
import type { CommandFailure, Plan } from './plan.ts';

/** Writes whole records in one step. They may hold each other; what does not fit together refuses them all. */
export function planRecordsPut(
  document: Document,
  { label, puts, select }: Extract<Command, { kind: 'records.put' }>,
): Result<Plan, CommandFailure> {
  const draft = createDraft(document);
  for (const { table, record } of puts) draft.put(table, record);
  const shown = puts.filter(({ table }) => table !== 'placements').map(({ record }) => record.id);
  return draft.finish(label, select ?? [...new Set(shown)]);
}
