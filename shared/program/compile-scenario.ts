import type { WordVectors } from '../interpret/classifier/word-vectors.ts';
import type { ActionRecord } from '../model/action-record.ts';
import { builtInMembers, type AttributeMember, type AttributeType } from '../model/attribute-type.ts';
import type { Document } from '../model/document.ts';
import { checkScenario } from '../problems/check-scenario.ts';
import type { Problem } from '../problems/problem.ts';
import { memberType } from '../values/member-type.ts';
import { linkLevels } from './link-levels.ts';
import { programHash } from './program-hash.ts';
import type { Program } from './program.ts';
import { sensitiveNames } from './sensitive-names.ts';

/** What the host lends to a program beside the document. */
export type ProgramSupplies = { readonly wordVectors?: WordVectors | null };

/**
 * Turns a document into a program. Never fails: what is unusable is left out or leads nowhere, and `problems` says so.
 * The hash and the problems look at every record, so they are made when first asked for.
 */
export function compileScenario(document: Document, { wordVectors = null }: ProgramSupplies = {}): Program {
  const { scenario, tables } = document;
  const types = attributeTypes(document);
  const members = attributeMembers(document);
  let hash: string | null = null;
  let problems: readonly Problem[] | null = null;
  return {
    document,
    settings: {
      sessionLifetime: scenario.sessionLifetime,
      strict: scenario.strict,
      typedEmpty: scenario.typedEmpty,
      languages: scenario.languages ?? null,
    },
    ...linkLevels(document),
    attributeTypes: types,
    attributeMembers: members,
    typeOf: (attribute) => types.get(attribute) ?? 'string',
    memberTypeOf: (attribute, path) => memberType(members.get(attribute), path),
    sensitive: sensitiveNames(document),
    contexts: byName(tables.contexts.values()),
    interpreters: new Map(tables.interpreters),
    actions: new Map(tables.actions),
    wordVectors,
    get hash() {
      hash ??= programHash(document);
      return hash;
    },
    get problems() {
      problems ??= checkScenario(document);
      return problems;
    },
  };
}

const builtInTypes: readonly (readonly [string, AttributeType])[] = [
  ['action_success', 'boolean'],
  ['first_seen', 'timestamp'],
  ['last_seen', 'timestamp'],
  ['seconds_since_last_seen', 'int'],
  ['utterance', 'utterance'],
  ['is_virtual', 'boolean'],
  ['current_conversation', 'composite'],
  ['current_scene', 'composite'],
  ['current_turn', 'composite'],
  ['current_intent', 'composite'],
  ['current_message_template', 'composite'],
  ['completed', 'composite'],
  ['intents', 'list'],
  ['utterances', 'list'],
];

/** What the engine and the actions set by themselves has a type too; a registered attribute has the last word. */
function attributeTypes(document: Document): ReadonlyMap<string, AttributeType> {
  const types = new Map<string, AttributeType>(builtInTypes);
  for (const action of document.tables.actions.values()) {
    for (const output of action.outputs) types.set(output.name, output.type);
    for (const [name, type] of actionAttributes(action)) types.set(name, type);
  }
  for (const attribute of document.tables.attributes.values()) types.set(attribute.name, attribute.type);
  return types;
}

function attributeMembers(document: Document): ReadonlyMap<string, readonly AttributeMember[]> {
  const members = new Map<string, readonly AttributeMember[]>();
  for (const { name, type, members: own } of document.tables.attributes.values()) {
    const declared = own ?? builtInMembersOf(type);
    if (declared !== undefined && declared.length > 0) members.set(name, declared);
  }
  return members;
}

const builtInMembersOf = (type: AttributeType): readonly AttributeMember[] | undefined =>
  type === 'location'
    ? builtInMembers.location
    : type === 'file' || type === 'file[]'
      ? builtInMembers.file
      : undefined;

const actionAttributes = (action: ActionRecord): readonly (readonly [string, AttributeType])[] => [
  [`${action.name}_action_success`, 'boolean'],
  [`${action.name}_status_code`, 'int'],
];

/** Of two with one name the one with the smaller id counts, whatever order they were made in. */
function byName<Value extends { readonly id: string; readonly name: string }>(
  records: Iterable<Value>,
): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  for (const record of records) {
    const other = found.get(record.name);
    if (other === undefined || record.id < other.id) found.set(record.name, record);
  }
  return found;
}
