import { actionSteps } from '../../shared/model/action-texts.ts';
import { childIds, type Document } from '../../shared/model/document.ts';
import type { IntentRecord } from '../../shared/model/intent-record.ts';
import { designTables, type AnyRecord, type TableName } from '../../shared/model/record-tables.ts';
import { textOfMessage } from '../../shared/model/selectors/text-of-message.ts';
import { recordWords } from '../../shared/commands/record-words.ts';
import { attributeUses } from '../../shared/problems/attribute-uses.ts';
import { parsedReferences } from '../../shared/problems/parsed-references.ts';

/** One record as it is searched: every text and number in it, and what can be asked of it. */
export type SearchEntry = {
  readonly id: string;
  readonly table: TableName | 'scenario';
  readonly title: string;
  /** Field and text, in the order of the record. */
  readonly texts: readonly (readonly [field: string, text: string])[];
  /** All of them in lower case, to look through at once. */
  readonly all: string;
  readonly kinds: readonly string[];
  readonly states: ReadonlySet<string>;
  /** `user.order_id`, `order_id`, names of actions and integrations. */
  readonly uses: ReadonlySet<string>;
};

const known = new WeakMap<Document, readonly SearchEntry[]>();

/** Every record of a document in reading order: the scenario, the talk, then what stands beside it. */
export function searchEntries(document: Document): readonly SearchEntry[] {
  const before = known.get(document);
  if (before !== undefined) return before;
  const uses = usesByRecord(document);
  const made = [...talkIds(document), ...otherIds(document)].flatMap(([table, id]) => {
    const record: AnyRecord | undefined = document.tables[table].get(id);
    return record === undefined ? [] : [entryOf(document, table, record, uses.get(id) ?? new Set<string>())];
  });
  const all = [scenarioEntry(document, uses.get(document.scenario.id)), ...made, ...builtInContexts(document)];
  known.set(document, all);
  return all;
}

function scenarioEntry({ scenario }: Document, uses: ReadonlySet<string> = new Set()): SearchEntry {
  const texts = textsOf(scenario);
  return {
    id: scenario.id,
    table: 'scenario',
    title: scenario.name,
    texts,
    all: joined(texts),
    kinds: ['scenario'],
    states: new Set(),
    uses,
  };
}

/** `user` and `session` are no records; where the canvas shows them they are found like others. */
function builtInContexts({ tables }: Document): SearchEntry[] {
  const own = new Set([...tables.contexts.values()].map(({ name }) => name));
  const shown = new Map<string, string>();
  for (const view of tables.views.values())
    if (view.kind === 'context' && !own.has(view.shows) && !shown.has(view.shows)) shown.set(view.shows, view.id);
  return [...shown].map(([name, id]) => ({
    id,
    table: 'contexts',
    title: name,
    texts: [['name', name]],
    all: name.toLowerCase(),
    kinds: ['context', 'contexts', 'built-in'],
    states: new Set(),
    uses: new Set(),
  }));
}

type Place = readonly [table: TableName, id: string];

function talkIds(document: Document): Place[] {
  const levels = ['conversations', 'scenes', 'turns', 'intents'] as const;
  const visit = (parent: string, depth: number): Place[] => {
    const table = levels[depth];
    if (table === undefined) return [];
    return childIds(document, parent).flatMap((id): Place[] => [[table, id], ...visit(id, depth + 1)]);
  };
  return visit(document.scenario.id, 0);
}

const beside = [...designTables, 'notes' as const].filter(
  (table) => !['conversations', 'scenes', 'turns', 'intents'].includes(table),
);

const otherIds = (document: Document): Place[] =>
  beside.flatMap((table) => [...document.tables[table].keys()].sort().map((id): Place => [table, id]));

function entryOf(document: Document, table: TableName, record: AnyRecord, uses: ReadonlySet<string>): SearchEntry {
  const texts = textsOf(record);
  return {
    id: record.id,
    table,
    title: titleOf(table, record),
    texts,
    all: joined(texts),
    kinds: kindsOf(table, record),
    states: statesOf(document, table, record),
    uses,
  };
}

function textsOf(record: object): [string, string][] {
  const texts: [string, string][] = [];
  collectTexts(record, '', texts);
  // What people wrote says more than what it is called inside.
  return texts.sort(([left], [right]) => Number(innerFields.has(left)) - Number(innerFields.has(right)));
}

const joined = (texts: SearchEntry['texts']): string =>
  texts
    .map(([, text]) => text)
    .join('\n')
    .toLowerCase();

const innerFields: ReadonlySet<string> = new Set(['id', 'intentId', 'action', 'kind', 'integration']);

const silentFields: ReadonlySet<string> = new Set(['order', 'turn', 'scene', 'conversation', 'extras']);

/** Every text and number, with the name of the field it stands in. */
function collectTexts(value: unknown, field: string, into: [string, string][]): void {
  if (typeof value === 'string' && value !== '') into.push([field, value]);
  else if (typeof value === 'number') into.push([field, String(value)]);
  else if (Array.isArray(value)) for (const item of value) collectTexts(item, field, into);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      if (silentFields.has(key) && field === '') continue;
      const isKeyed = keyedFields.has(field);
      // What people call a value or a result is theirs to find, too.
      if (isKeyed) into.push([field, key]);
      collectTexts(inner, !isKeyed && isName(key) ? key : field, into);
    }
}

/** Fields whose keys people choose. */
const keyedFields: ReadonlySet<string> = new Set(['values', 'inputs', 'outputs', 'callbacks', 'fields', 'result']);

/** A field of ours; keys that people chose, such as names of headers, are found by the field around them. */
const isName = (key: string): boolean => /^[a-z][A-Za-z]*$/.test(key);

function titleOf(table: TableName, record: AnyRecord): string {
  if (table === 'notes' && 'text' in record) return record.text.split('\n')[0] ?? '';
  return 'name' in record && record.name !== '' ? record.name : record.id;
}

function kindsOf(table: TableName, record: AnyRecord): readonly string[] {
  const kinds = [recordWords[table], table];
  if ('speaker' in record) kinds.push(record.speaker);
  if ('kind' in record) kinds.push(record.kind);
  if (table === 'mocks') kinds.push('example', 'mock');
  return kinds.map((kind) => kind.toLowerCase());
}

function statesOf(document: Document, table: TableName, record: AnyRecord): ReadonlySet<string> {
  const states = new Set<string>();
  if ('behaviors' in record) for (const behavior of record.behaviors) states.add(behavior.toLowerCase());
  if ('virtualIntent' in record && record.virtualIntent !== null) states.add('virtual');
  if ('conditions' in record && (record.conditions?.length ?? 0) > 0) states.add('conditional');
  if ('sensitive' in record && record.sensitive) states.add('sensitive');
  if (table === 'actions' && 'enabled' in record && !record.enabled) states.add('off');
  if (table === 'actions' && !isUsed(document, record.id)) states.add('unused');
  if (table === 'intents' && 'samples' in record && isWordless(record)) states.add('empty');
  return states;
}

/** Nothing is said yet. */
const isWordless = ({ speaker, samples, messages }: IntentRecord): boolean =>
  speaker === 'USER' ? samples.length === 0 : messages.every((message) => textOfMessage(message) === '');

const isUsed = (document: Document, action: string): boolean =>
  document.tables.intents.some((intent) => intent.actions.some((use) => use.action === action));

/** What each record speaks of, in lower case. */
function usesByRecord(document: Document): ReadonlyMap<string, ReadonlySet<string>> {
  const uses = new Map<string, Set<string>>();
  const note = (ref: string, name: string): void => {
    const record = document.homes.get(ref)?.record ?? ref;
    const set = uses.get(record) ?? new Set();
    set.add(name.toLowerCase());
    uses.set(record, set);
  };
  const noteAttribute = (ref: string, context: string, attribute: string): void => {
    note(ref, attribute);
    note(ref, `${context}.${attribute}`);
    note(ref, context);
  };
  for (const { ref, context, attribute } of attributeUses(document)) noteAttribute(ref, context, attribute);
  // What the engine keeps is no attribute, and asked for all the same.
  for (const { ref, context, reference } of parsedReferences(document).uses)
    noteAttribute(ref, context, reference.attribute);
  for (const intent of document.tables.intents.values())
    for (const use of intent.actions) note(intent.id, document.tables.actions.get(use.action)?.name ?? use.action);
  for (const table of ['conversations', 'scenes', 'turns', 'intents'] as const)
    for (const { id, interpreter } of document.tables[table].values())
      if (interpreter !== null) note(id, document.tables.interpreters.get(interpreter)?.name ?? interpreter);
  for (const action of document.tables.actions.values()) {
    if (action.kind === 'workflow')
      for (const step of actionSteps(action.steps))
        note(action.id, document.tables.actions.get(step.action)?.name ?? step.action);
    const id = action.kind === 'api' ? action.request.integration : 'integration' in action ? action.integration : null;
    if (id !== null) note(action.id, document.tables.integrations.get(id)?.name ?? id);
  }
  return uses;
}
