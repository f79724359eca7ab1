import type { Json } from '../../shared/base/json.ts';
import { mapBlockTexts } from '../../shared/model/block-texts.ts';
import type { Condition } from '../../shared/model/condition.ts';
import type { IntentRecord, Message } from '../../shared/model/intent-record.ts';
import type { Operand } from '../../shared/model/operand.ts';
import type { AnyRecord, TableName, TableRecords } from '../../shared/model/record-tables.ts';

/** Gives the text a field says from now on. */
export type ChangeText = (text: string, field: string) => string;

/** What people call these is what others find them by: it changes by renaming, and all that says it follows. */
export const isFoundByName = (table: TableName): boolean =>
  ['actions', 'contexts', 'attributes', 'interpreters'].includes(table);

/**
 * The fields of a record that say something else when its free texts do: what people write for people. Nothing another
 * record goes by is among them. Every text is told once and in a fixed order, so that it can be meant by its number.
 */
export function mapTexts(table: TableName | 'scenario', record: AnyRecord, change: ChangeText): object {
  const changes: Record<string, unknown> = {};
  const put = (field: string, next: unknown): void => {
    if (JSON.stringify(next) !== JSON.stringify((record as Record<string, unknown>)[field])) changes[field] = next;
  };
  if ('name' in record && typeof record.name === 'string' && (table === 'scenario' || !isFoundByName(table)))
    put('name', change(record.name, 'name'));
  if ('description' in record && typeof record.description === 'string')
    put('description', change(record.description, 'description'));
  if (table === 'notes') put('text', change((record as TableRecords['notes']).text, 'text'));
  if ('conditions' in record && record.conditions !== undefined)
    put('conditions', mapValuesIn(record.conditions, change));
  if (table === 'intents') {
    const { samples, messages } = record as IntentRecord;
    put(
      'samples',
      samples.flatMap((sample) => {
        const next = change(sample, 'sample');
        return next !== sample && next.trim() === '' ? [] : [next];
      }),
    );
    put(
      'messages',
      messages.map((message) => mapMessage(message, change)),
    );
  }
  if (table === 'actions') {
    const { confirmation, onFailure } = record as TableRecords['actions'];
    put('confirmation', { ...confirmation, question: change(confirmation.question, 'question') });
    if (onFailure !== null) put('onFailure', { ...onFailure, message: change(onFailure.message, 'message') });
  }
  return changes;
}

function mapMessage(message: Message, change: ChangeText): Message {
  const changed = new Map<string, string>();
  const said: ChangeText = (text, field) => {
    const next = change(text, field);
    changed.set(text, next);
    return next;
  };
  const { translations } = message;
  return {
    ...message,
    name: change(message.name, 'message name'),
    conditions: mapValuesIn(message.conditions, change),
    blocks: message.blocks.map((block) =>
      mapBlockTexts(block, (text, role) => (role === 'markdown' || role === 'plain' ? said(text, 'message') : text)),
    ),
    ...(translations === undefined
      ? {}
      : {
          translations: Object.fromEntries(
            Object.entries(translations).map(([language, texts]) => [
              language,
              mapTranslated(texts, changed, (text) => change(text, `message in ${language}`)),
            ]),
          ),
        }),
  };
}

/** A translation that changes alike goes on being one of the new text; any other is out of date, and says so. */
function mapTranslated(
  texts: Readonly<Record<string, string>>,
  changed: ReadonlyMap<string, string>,
  change: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([from, to]) => {
      const next = change(to);
      return [next === to ? from : (changed.get(from) ?? from), next];
    }),
  );
}

/** What is compared with is free text; what is compared is a reference. */
const mapValuesIn = (conditions: readonly Condition[], change: ChangeText): Condition[] =>
  conditions.map((condition) => {
    if (condition.kind === 'group') return { ...condition, conditions: mapValuesIn(condition.conditions, change) };
    const { right, upper } = condition;
    return {
      ...condition,
      ...(right === undefined ? {} : { right: mapValue(right, change) }),
      ...(upper === undefined ? {} : { upper: mapValue(upper, change) }),
    };
  });

const mapValue = (operand: Operand, change: ChangeText): Operand =>
  operand.kind === 'reference' ? operand : { ...operand, value: mapJson(operand.value, change) };

/** One word, or a list of them. */
const mapJson = (value: Json, change: ChangeText): Json => {
  if (typeof value === 'string') return change(value, 'condition');
  return Array.isArray(value) ? (value as readonly Json[]).map((item) => mapJson(item, change)) : value;
};
