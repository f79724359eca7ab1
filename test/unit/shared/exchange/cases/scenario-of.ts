import type { Json, JsonObject } from '../../../../../shared/base/json.ts';
import { importOpenDialog } from '../../../../../shared/exchange/opendialog/import-open-dialog.ts';
import type { ImportFinding } from '../../../../../shared/exchange/opendialog/import-report.ts';
import type { AttributeType } from '../../../../../shared/model/attribute-type.ts';
import { withChanges, type Document } from '../../../../../shared/model/document.ts';
import { toRecord } from '../../../../../shared/model/to-record.ts';
import {
  anOpenDialogCondition,
  anOpenDialogFile,
  anOpenDialogIntent,
  anOpenDialogMessage,
} from '../../../../builders/open-dialog-file.ts';
import { play, type Talk } from '../../../../builders/play.ts';
import { unwrap } from '../../../../builders/unwrap.ts';
import { asList, asObject, asWord } from './case-file.ts';

/** What the cases call a type, as it is called here. */
const typeNames: Readonly<Record<string, AttributeType>> = {
  array: 'list',
  array_data: 'list',
  form_data: 'formData',
  collection: 'string[]',
  string_collection: 'string[]',
};
export const typeNamed = (name: string): AttributeType => (typeNames[name] ?? name) as AttributeType;

/** The first versions wrote the cases, so files of theirs are read as theirs. */
export const importFile = (
  file: JsonObject,
  asFirstVersion = true,
): { document: Document; findings: readonly ImportFinding[] } => {
  const { document, report } = unwrap(importOpenDialog(JSON.stringify(file), { asFirstVersion }));
  return { document, findings: report.findings };
};

/** The document with types and contexts the case speaks of. */
export function withNames(
  document: Document,
  types: Readonly<Record<string, AttributeType>>,
  contexts: readonly string[] = [],
): Document {
  const { attributes: known } = document.tables;
  const attributes = Object.entries(types).map(([name, type]) =>
    unwrap(toRecord('attributes', { id: `attribute-${name}`, name, type })),
  );
  const own = contexts
    .filter((name) => !['user', 'session'].includes(name))
    .map((name) => unwrap(toRecord('contexts', { id: `context-${name}`, name })));
  return withChanges(document, [
    ...attributes.map(
      (after) => ({ table: 'attributes', id: after.id, before: known.get(after.id) ?? null, after }) as const,
    ),
    ...own.map((after) => ({ table: 'contexts', id: after.id, before: null, after }) as const),
  ]);
}

export const typeOfValue = (value: Json): AttributeType =>
  typeof value === 'number'
    ? 'float'
    : typeof value === 'boolean'
      ? 'boolean'
      : typeof value === 'string'
        ? 'string'
        : 'json';

/** A condition in the words of a case: `["eq", "user.name", "Ada"]`, or `"is_set user.name"`. */
export function conditionOf(words: Json, attribute = ''): JsonObject {
  const [operation = '', ...rest] = typeof words === 'string' ? words.split(' ') : asList(words).map((word) => word);
  const [reference, value] = attribute === '' ? rest : [attribute, rest[0]];
  return anOpenDialogCondition(asWord(operation), asWord(reference), value);
}

export const user = (id: string, more: JsonObject = {}): JsonObject => anOpenDialogIntent(id, 'USER', more);
/** What the app says is its id, so that a reply tells which intent it was. */
export const app = (id: string, more: JsonObject = {}): JsonObject =>
  anOpenDialogIntent(id, 'APP', { message_templates: [anOpenDialogMessage(id)], ...more });

/** A talk about one turn that a user opens; `attributes` are set before, with their own types. */
export function talkAbout(
  intents: { requests?: readonly Json[]; responses?: readonly Json[] },
  attributes: Readonly<Record<string, Json>> = {},
  types: Readonly<Record<string, AttributeType>> = {},
  asFirstVersion = true,
): Talk {
  const { document } = importFile(anOpenDialogFile(intents), asFirstVersion);
  const named = Object.entries(attributes).map(
    ([reference, value]) => [reference.split('.').at(-1) ?? '', typeOfValue(value)] as const,
  );
  const contexts = Object.keys(attributes).flatMap((reference) =>
    reference.includes('.') ? [reference.split('.')[0] ?? ''] : [],
  );
  return play(withNames(document, { ...Object.fromEntries(named), ...types }, [...new Set(contexts)]), { attributes });
}

/** Turns of one scene, in order; the first begins the talk. */
export const sceneOf = (turns: readonly JsonObject[], more: JsonObject = {}): JsonObject => {
  const file = anOpenDialogFile({});
  const [conversation] = asList(file['conversations']).map(asObject);
  const [scene] = asList(conversation?.['scenes']).map(asObject);
  return {
    ...file,
    conversations: [{ ...conversation, scenes: [{ ...scene, turns }] }, ...asList(more['conversations'])],
  };
};

export const aTurn = (od_id: string, behaviors: readonly string[], more: JsonObject): JsonObject => ({
  od_id,
  name: od_id,
  description: '',
  interpreter: '',
  conditions: [],
  behaviors,
  valid_origins: [],
  request_intents: [],
  response_intents: [],
  ...more,
});

/** A conversation of one scene and these turns. */
export const aConversation = (
  od_id: string,
  behaviors: readonly string[],
  turns: readonly JsonObject[],
): JsonObject => ({
  od_id,
  behaviors,
  scenes: [{ od_id: `${od_id}_scene`, behaviors: ['STARTING'], turns }],
});

/** The intent that was heard with the last input; null when none was. */
export const heard = (talk: Talk): string | null => talk.events('intent.matched').at(-1)?.intentId ?? null;
export const replied = (talk: Talk): readonly string[] =>
  talk.events('intent.selected').map(({ intentId }) => intentId);
