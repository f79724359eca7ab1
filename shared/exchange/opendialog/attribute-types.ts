import { isJsonObject, type JsonObject } from '../../base/json.ts';
import { fail, succeed, type Result } from '../../base/result.ts';
import { blockTexts } from '../../model/block-texts.ts';
import { withChanges, type Document, type RecordChange } from '../../model/document.ts';
import type { AttributeType } from '../../model/attribute-type.ts';
import { builtInAttributes } from '../../model/built-in-contexts.ts';
import { freeId } from '../../model/ids.ts';
import { toRecord } from '../../model/to-record.ts';
import { readJson } from '../../persistence/read-json.ts';
import { pointerOf, type ReadProblem } from '../../persistence/read-problem.ts';
import { parsedReferences } from '../../problems/parsed-references.ts';
import type { ImportFinding } from './import-report.ts';

/** What the file of dynamic attributes calls the types there are here; the first name is the one that is written. */
const typeNames: { readonly [Type in AttributeType]?: readonly string[] } = {
  string: ['attribute.core.string'],
  boolean: ['attribute.core.boolean'],
  int: ['attribute.core.int'],
  float: ['attribute.core.float'],
  timestamp: ['attribute.core.timestamp'],
  list: ['attribute.core.array_data', 'attribute.core.arrayData', 'attribute.core.list'],
  composite: ['attribute.core.composite', 'attribute.core.json_inferred_composite'],
  'composite[]': ['attribute.core.composite_collection'],
  'string[]': ['attribute.core.string_collection', 'attribute.core.stringCollection'],
  'boolean[]': ['attribute.core.boolean_collection', 'attribute.core.booleanCollection'],
  'int[]': ['attribute.core.int_collection', 'attribute.core.intCollection'],
  'float[]': ['attribute.core.float_collection', 'attribute.core.floatCollection'],
  'timestamp[]': ['attribute.core.timestamp_collection', 'attribute.core.timestampCollection'],
  formData: ['attribute.core.form_data', 'attribute.core.formData'],
  location: ['attribute.core.location'],
  file: ['attribute.core.file'],
  'file[]': ['attribute.core.file_collection'],
  utterance: ['attribute.core.utterance'],
};

const typeOfName = new Map(
  Object.entries(typeNames).flatMap(([type, names]) => names.map((name) => [name, type as AttributeType] as const)),
);

/** Names the other system keeps for itself, with a type of its own. */
const coreNames: ReadonlySet<string> = new Set(
  `callback_value context email external_id first_name last_name full_name name id age operation timestamp last_seen
  first_seen all composite qna_answer qna_prompt_0 qna_prompt_1 qna_prompt_2 qna_prompt_3 qna_prompt_4
  current_scenario current_conversation current_scene current_turn current_intent current_speaker platform workspace
  intent_id scenario_id conversation_id turn_id completed actions_performed conditions_evaluated`.split(/\s+/),
);

/** Those of them that are no texts there. */
const coreTypes: ReadonlyMap<string, AttributeType> = new Map([
  ['age', 'int'],
  ['timestamp', 'int'],
]);

export type DynamicAttribute = { readonly name: string; readonly type: AttributeType };
export type ReadAttributes = {
  readonly attributes: readonly DynamicAttribute[];
  readonly findings: readonly ImportFinding[];
};

/** Reads `{"attribute": "attribute.core.type"}`: what cannot be registered is told, and the rest goes on. */
export function readAttributeTypes(source: Uint8Array | string): Result<ReadAttributes, ReadProblem[]> {
  const json = readJson(source);
  if (!json.ok) return json;
  if (!isJsonObject(json.value))
    return fail([{ pointer: '', sentence: 'Expected an object of attribute names and their types.' }]);
  const findings: ImportFinding[] = [];
  const attributes = Object.entries(json.value).flatMap(([name, type]) => {
    const pointer = pointerOf([name]);
    const problem = nameProblem(name);
    if (problem !== null) findings.push({ pointer, ...problem });
    const found = typeof type === 'string' ? readType(type) : fail('Expected the name of a type.');
    if (!found.ok) findings.push({ pointer, outcome: 'lost', sentence: found.failure });
    return found.ok && problem?.outcome !== 'lost' ? [{ name, type: found.value }] : [];
  });
  return succeed({ attributes, findings });
}

function nameProblem(name: string): Pick<ImportFinding, 'outcome' | 'sentence'> | null {
  if (coreNames.has(name) || builtInAttributes.has(name))
    return { outcome: 'lost', sentence: `"${name}" has a type already, which no file may change.` };
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name))
    return { outcome: 'lost', sentence: 'An attribute is called by a letter, then letters, digits and "_".' };
  if (!/^(?:[a-z]+_)*[a-z]+$/.test(name))
    return { outcome: 'doubtful', sentence: 'Older versions of OpenDialog only take small letters and "_" in a name.' };
  return null;
}

function readType(name: string): Result<AttributeType, string> {
  const type = typeOfName.get(name);
  if (type !== undefined) return succeed(type);
  return fail(
    /^attribute\.[A-Za-z]+\.[A-Za-z_]+$/.test(name)
      ? `There is no type "${name}" here.`
      : 'A type is called "attribute.", where it comes from, and its name: attribute.core.string.',
  );
}

/** The document with these attributes registered. One that is registered already keeps its type. */
export function withAttributeTypes(document: Document, attributes: readonly DynamicAttribute[]): Document {
  const taken = new Set(document.homes.keys());
  const known = new Set([...document.tables.attributes.values()].map(({ name }) => name));
  const changes = attributes.flatMap(({ name, type }): RecordChange[] => {
    if (known.has(name)) return [];
    const id = freeId(idOf(name), (one) => taken.has(one));
    taken.add(id);
    const after = toRecord('attributes', { id, name, type });
    return after.ok ? [{ table: 'attributes', id, before: null, after: after.value }] : [];
  });
  return withChanges(document, changes);
}

/** The document with the attributes registered that need no registering there, as far as it speaks of them. */
export const withCoreTypes = (document: Document): Document => withAttributeTypes(document, coreAttributesOf(document));

/** Whether every attribute of the document is one an import registers by itself. */
export function hasOnlyCoreTypes(document: Document): boolean {
  const implied = new Map(coreAttributesOf(document).map((core) => [core.name, core]));
  return [...document.tables.attributes.values()].every((record) => {
    const core = implied.get(record.name);
    if (core === undefined) return false;
    const made = toRecord('attributes', { id: idOf(core.name), ...core });
    return made.ok && JSON.stringify(made.value) === JSON.stringify(record);
  });
}

const idOf = (name: string): string => `attribute-${name}`;

function coreAttributesOf(document: Document): DynamicAttribute[] {
  const named = new Set(parsedReferences(document).uses.map(({ reference }) => reference.attribute));
  for (const { messages } of document.tables.intents.values())
    for (const { text, role } of messages.flatMap(({ blocks }) => blocks.flatMap(blockTexts)))
      if (role === 'value') named.add(text.slice(0, Math.max(0, text.indexOf('.'))));
  return [...coreTypes].flatMap(([name, type]) => (named.has(name) ? [{ name, type }] : []));
}

/** The file of dynamic attributes of a document. Types only this program has are texts there. */
export function exportAttributeTypes(document: Document): JsonObject {
  const attributes = [...document.tables.attributes.values()].filter(({ name }) => !coreNames.has(name));
  return Object.fromEntries(
    attributes
      .toSorted((left, right) => (left.name < right.name ? -1 : 1))
      .map(({ name, type }) => [name, typeNames[type]?.[0] ?? 'attribute.core.string']),
  );
}
