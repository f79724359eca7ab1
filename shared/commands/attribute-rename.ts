import type { Result } from '../base/result.ts';
import type { Document } from '../model/document.ts';
import type { Command } from './command.ts';
import type { CommandFailure, Plan } from './plan.ts';
import { planRecordUpdate } from './record-update.ts';

export const planAttributeRename = (
  document: Document,
  { id, name }: Extract<Command, { kind: 'attribute.rename' }>,
): Result<Plan, CommandFailure> =>
  planRecordUpdate(document, { kind: 'record.update', table: 'attributes', id, changes: { name } });
