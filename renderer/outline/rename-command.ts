import type { Command } from '../../shared/commands/command.ts';
import { toIntentId } from '../../shared/commands/intent-add.ts';
import type { Document } from '../../shared/model/document.ts';
import type { IntentRecord } from '../../shared/model/intent-record.ts';

/** Gives a conversation, scene, turn or intent another name; null when it has that name or cannot have one. */
export function renameCommand(document: Document, id: string, typed: string): Command | null {
  const name = typed.trim();
  const table = document.homes.get(id)?.table;
  if (table !== 'conversations' && table !== 'scenes' && table !== 'turns' && table !== 'intents') return null;
  const record = document.tables[table].get(id);
  if (record === undefined || name === '' || name === record.name) return null;
  const update = { kind: 'record.update', table, id } as const;
  if (table !== 'intents' || !followsItsName(document, record as IntentRecord)) return { ...update, changes: { name } };
  const changes = { name, intentId: toIntentId(name) };
  return { kind: 'several', label: 'Rename intent', commands: [{ ...update, table, changes }] };
}

/** The id was made from the name and nothing says it yet, so it may follow. */
export function followsItsName(document: Document, intent: IntentRecord): boolean {
  if (intent.intentId !== toIntentId(intent.name)) return false;
  return !document.tables.intents.some(
    (other) =>
      other.id !== intent.id &&
      (other.intentId === intent.intentId ||
        other.virtualIntent === intent.intentId ||
        other.listensFor.includes(intent.intentId)),
  );
}
