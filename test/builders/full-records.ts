import { z } from 'zod';
import type { RecordPut, TableName } from '../../shared/model/record-tables.ts';
import { tableNames, tableSchemas } from '../../shared/model/record-tables.ts';
import { scenarioRecordSchema, type ScenarioRecord } from '../../shared/model/design-records.ts';

/** The smallest picture there is: one dot, as a GIF. */
const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/** What stands in a place that takes no free text: an id, a name with a grammar, a picture. */
const fixed: Readonly<Record<string, string>> = {
  conversation: 'conversations-0',
  scene: 'scenes-0',
  turn: 'turns-0',
  action: 'actions-0',
  integration: 'integrations-0',
  interpreter: 'interpreters-0',
  picture: dot,
};

/** How a text is chosen: for the schema of its place, the name of its field, and whether it is the key of an entry. */
export type ChooseText = (schema: z.core.$ZodType, field: string, isKey: boolean) => string;

/** Whether a person can type anything here. */
export const takesAnyText = (schema: z.core.$ZodType): boolean => z.safeParse(schema, 'any text\n«{}»').success;

/** As many values as it takes to see every property, and every alternative of every choice, at least once. */
function samplesOf(schema: z.core.$ZodType, choose: ChooseText, field: string, depth: number): readonly unknown[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return [takesAnyText(schema) ? choose(schema, field, false) : (fixed[field] ?? `${field}-0`)];
    case 'number':
      return [[1, 0.5, 100].find((number) => z.safeParse(schema, number).success)];
    case 'boolean':
      return [true];
    case 'enum':
      return Object.values(def.entries).slice(0, 1);
    case 'literal':
      return def.values;
    case 'array':
      return [samplesOf(def.element, choose, field, depth)];
    case 'record':
      return [recordOf(def, choose, field, depth)];
    case 'object':
      return objectsOf(def.shape, choose, depth);
    case 'union':
      return isJson(def.options) ? [choose(schema, field, false)] : alternatives(def.options, choose, field, depth);
    case 'optional':
    case 'nullable':
    case 'default':
      return samplesOf(def.innerType, choose, field, depth);
    case 'lazy':
      return depth > 1 ? [] : samplesOf(def.getter(), choose, field, depth + 1);
    default:
      throw new Error(`There is no sample of ${def.type} for “${field}”.`);
  }
}

/** Any JSON value is a choice that takes a text as well as null. */
const isJson = (options: readonly z.core.$ZodType[]): boolean =>
  options.some((option) => (option as z.core.$ZodTypes)._zod.def.type === 'null');

const alternatives = (
  options: readonly z.core.$ZodType[],
  choose: ChooseText,
  field: string,
  depth: number,
): readonly unknown[] => options.flatMap((option) => samplesOf(option, choose, field, depth));

function recordOf(def: z.core.$ZodRecordDef, choose: ChooseText, field: string, depth: number): object {
  const { keyType, valueType } = def;
  const value = samplesOf(valueType, choose, field, depth)[0];
  const { def: key } = (keyType as z.core.$ZodTypes)._zod;
  if (key.type !== 'string') return {};
  return Object.fromEntries([...new Set(['plain', choose(keyType, field, true)])].map((name) => [name, value]));
}

/** What is not written by people: places of other formats, and keys that sort. */
const unwritten = new Set(['extras', 'order']);

function objectsOf(shape: z.core.$ZodShape, choose: ChooseText, depth: number): readonly object[] {
  const fields = Object.entries(shape)
    .filter(([name]) => name !== 'extras')
    .map(([name, schema]) => [name, unwritten.has(name) ? ['a0'] : samplesOf(schema, choose, name, depth)] as const);
  const most = Math.max(...fields.map(([, samples]) => samples.length));
  // Nothing fits where an alternative would go on for ever.
  if (fields.some(([, samples]) => samples.length === 0)) return [];
  return Array.from({ length: most }, (_, at) =>
    Object.fromEntries(fields.map(([name, samples]) => [name, samples[at % samples.length]])),
  );
}

/** The scenario's own record with every property there is. */
export const fullScenario = (choose: ChooseText): ScenarioRecord =>
  scenarioRecordSchema.parse({ ...samplesOf(scenarioRecordSchema, choose, 'scenario', 0)[0]!, id: 'full' });

/** Records of every table with every property and every alternative there is; a new one is among them by itself. */
export const fullRecords = (choose: ChooseText): readonly RecordPut[] =>
  tableNames.flatMap((table) =>
    samplesOf(tableSchemas[table], choose, table, 0).map((sample, index) => recordPut(table, sample as object, index)),
  );

function recordPut(table: TableName, sample: object, index: number): RecordPut {
  const own: Record<string, unknown> = { ...sample, id: table === 'placements' ? 'intents-0' : `${table}-${index}` };
  if (table === 'attributes' || table === 'contexts') own['name'] = `${table}_${index}`;
  // No two actions have the same name.
  if (table === 'actions') own['name'] = `${String(own['name'])} ${index}`;
  if (table === 'notes') delete own['picture'];
  for (const list of ['actions', 'messages'] as const)
    if (table === 'intents')
      own[list] = (own[list] as object[]).map((item, at) => ({ ...item, id: `${table}-${index}-${list}-${at}` }));
  return { table, record: tableSchemas[table].parse(own) } as RecordPut;
}
