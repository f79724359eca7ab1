import type { Result } from '../base/result.ts';
import { isBuiltInContext } from '../model/built-in-contexts.ts';
import type { Document } from '../model/document.ts';
import type { AnyRecord, TableName } from '../model/record-tables.ts';
import type { RecordUpdate } from './command.ts';
import { invalid, notFound, taken } from './command-failures.ts';
import { createDraft, type Draft } from './draft.ts';
import type { CommandFailure, Plan } from './plan.ts';
import { recordWords } from './record-words.ts';
import { renameAction, renameAttributes, renameContext } from './rename-references.ts';

/** Replaces fields of one record. A new name of an attribute or a context is followed by everything that says it. */
export function planRecordUpdate(document: Document, command: RecordUpdate): Result<Plan, CommandFailure> {
  const { table, id } = command;
  const record: AnyRecord | undefined = document.tables[table].get(id);
  if (record === undefined) return notFound(recordWords[table], id);
  const changes: Changes = command.changes;
  const name = changes['name'];
  const isRenamed = 'name' in record && typeof name === 'string' && name !== record.name;
  if (isRenamed && hasUniqueName(table) && isNameTaken(document, table, name))
    return taken(recordWords[table], name, id);
  if (isRenamed && table === 'contexts' && record.name === 'global')
    return invalid(id, 'The context "global" holds the constants and keeps its name.');

  const draft = createDraft(document);
  if (isRenamed) followName(draft, table, record, name);
  const current = draft.get(table, id) ?? record;
  draft.put(table, withoutFields(replaceFields(current, changes), command.without ?? []));
  return draft.finish(updateLabel(table, changes, command.without), [id]);
}

type Changes = { readonly [field: string]: unknown };

/** The record with some fields replaced. Its id stays, and undefined leaves a field alone. */
export function replaceFields<Value extends { readonly id: string }>(record: Value, changes: Changes): Value {
  const given = Object.entries(changes).filter(([field, value]) => field !== 'id' && value !== undefined);
  return { ...record, ...Object.fromEntries(given) };
}

function withoutFields<Value extends { readonly id: string }>(record: Value, fields: readonly string[]): Value {
  if (fields.length === 0) return record;
  const kept = Object.entries(record).filter(([field]) => field === 'id' || !fields.includes(field));
  return Object.fromEntries(kept) as Value;
}

const hasUniqueName = (table: TableName): boolean =>
  table === 'attributes' || table === 'contexts' || table === 'actions';

const isNameTaken = (document: Document, table: TableName, name: string): boolean =>
  (table === 'contexts' && isBuiltInContext(name)) ||
  document.tables[table].some((record) => 'name' in record && record.name === name);

function followName(draft: Draft, table: TableName, record: { readonly name: string }, name: string): void {
  if (table === 'attributes') renameAttributes(draft, new Map([[record.name, name]]));
  if (table === 'contexts') renameContext(draft, record.name, name);
  if (table === 'actions') renameAction(draft, record.name, name);
}

const fieldWords: Readonly<Record<string, string>> = {
  messages: 'Edit message',
  samples: 'Edit samples',
  conditions: 'Edit conditions',
  behaviors: 'Edit behaviours',
  actions: 'Edit actions',
  request: 'Edit request',
  text: 'Edit text',
};

/** "Rename intent" when only the name changes, "Edit message" when one field with a word of its own does. */
export function updateLabel(table: TableName | 'scenario', changes: Changes, without: readonly string[] = []): string {
  const fields = [...Object.keys(changes).filter((field) => changes[field] !== undefined), ...without];
  const [field = ''] = fields;
  if (fields.length === 1 && field === 'name') return `Rename ${recordWords[table]}`;
  return (fields.length === 1 ? fieldWords[field] : undefined) ?? `Edit ${recordWords[table]}`;
}
