import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import type { Condition, ConditionTest, Operation } from '../../model/condition.ts';
import { operations } from '../../model/condition.ts';
import type { Path } from '../../persistence/read-problem.ts';
import type { FieldReader } from './field-reader.ts';
import { pathPrefix } from './plan-ids.ts';

/** Operations that other writers of the format call otherwise. */
const otherNames: Readonly<Record<string, Operation>> = {
  not_equals: 'not_eq',
  neq: 'not_eq',
  equals: 'eq',
  greater_than: 'gt',
  greater_than_or_equal: 'gte',
  less_than: 'lt',
  less_than_or_equal: 'lte',
};

const known: ReadonlySet<string> = new Set(operations);
const withoutValue: ReadonlySet<string> = new Set([
  'is_set',
  'is_not_set',
  'is_true',
  'is_false',
  'is_empty',
  'is_not_empty',
]);

/**
 * The conditions of a level, an intent or a message. One that cannot be expressed is kept with its place, and does not
 * count here. Values that were `$path:` references become ids, which `paths` among the extras remembers.
 */
export function importConditions(reader: FieldReader, paths: ReadonlyMap<string, string>): Condition[] {
  const kept: JsonObject[] = [];
  const pathValues = new Set<string>();
  const conditions = reader.list('conditions').flatMap((raw, index): Condition[] => {
    const path: Path = [...reader.at('conditions'), index];
    const read = readCondition(raw, path, reader);
    if (read === null) {
      kept.push({ at: index, condition: raw });
      return [];
    }
    return read.map((test) => withPath(test, { paths, pathValues, path, reader }));
  });
  if (kept.length > 0) reader.extras['conditions'] = kept;
  if (pathValues.size > 0) reader.extras['paths'] = [...pathValues];
  return conditions;
}

type Parts = { readonly reference: string; readonly parameters: ReadonlyMap<string, Json> };

/** The tests of one condition; null when it cannot be expressed, which has been told then. */
function readCondition(raw: Json, path: Path, { report }: FieldReader): ConditionTest[] | null {
  if (!isJsonObject(raw)) {
    report.kept(path, 'This is no condition; it does not count here.');
    return null;
  }
  const inner = raw['condition'];
  const condition = isJsonObject(inner) ? inner : raw;
  const operation = typeof condition['operation'] === 'string' ? condition['operation'] : '';
  const attributes = pairsOf(
    condition['operationAttributes'] ?? condition['attributes'],
    [...path, 'operationAttributes'],
    report,
  );
  const parameters = pairsOf(condition['parameters'], [...path, 'parameters'], report);
  const reference = referenceIn(attributes, path, report);
  if (reference === null) {
    report.kept(path, 'This condition names no attribute; it does not count here.');
    return null;
  }
  if (attributes.size > 1)
    report.lost([...path, 'operationAttributes'], 'Of several attributes only the first was taken.');
  if (isJsonObject(inner) || !Array.isArray(condition['operationAttributes']))
    report.changed(path, 'The older form of a condition became the present one.');
  const unknown = Object.keys(condition).filter((key) => !conditionKeys.has(key));
  for (const key of unknown) report.lost([...path, key], `"${key}" is unknown here.`);
  return testsOf(operation, { reference, parameters }, path, report);
}

const conditionKeys: ReadonlySet<string> = new Set(['operation', 'operationAttributes', 'attributes', 'parameters']);

function testsOf(
  operation: string,
  { reference, parameters }: Parts,
  path: Path,
  report: FieldReader['report'],
): ConditionTest[] | null {
  const left = { kind: 'reference', reference } as const;
  const named = otherNames[operation] ?? operation;
  if (operation === 'example' && parameters.has('start_value') && parameters.has('end_value')) {
    report.changed(path, 'Between two values became two conditions: above the one, below the other.');
    const side = (name: string) => ({ kind: 'value', value: parameters.get(name) ?? null }) as const;
    return [
      { kind: 'test', operation: 'gt', left, right: side('start_value') },
      { kind: 'test', operation: 'lt', left, right: side('end_value') },
    ];
  }
  if (named !== operation) report.changed([...path, 'operation'], `"${operation}" became "${named}".`);
  if (!known.has(named)) {
    report.kept(path, `There is no operation "${operation}" here; this condition does not count.`);
    return null;
  }
  const isKnown = (name: string): boolean => name === 'value' && !withoutValue.has(named);
  for (const name of parameters.keys())
    if (!isKnown(name)) report.lost([...path, 'parameters'], `The parameter "${name}" means nothing to "${named}".`);
  const test = { kind: 'test', operation: named as Operation, left } as const;
  if (withoutValue.has(named) || !parameters.has('value')) return [test];
  return [{ ...test, right: { kind: 'value', value: parameters.get('value') ?? null } }];
}

/** A list of `{id, value}`, or in older files an object. */
function pairsOf(raw: Json | undefined, path: Path, report: FieldReader['report']): ReadonlyMap<string, Json> {
  if (raw === undefined || raw === null) return new Map();
  if (isJsonObject(raw)) return new Map(Object.entries(raw));
  const pairs = Array.isArray(raw) ? (raw as readonly Json[]) : [];
  const found = new Map(
    pairs.flatMap((pair): [string, Json][] =>
      isJsonObject(pair) && typeof pair['id'] === 'string' && isPair(pair) ? [[pair['id'], pair['value'] ?? null]] : [],
    ),
  );
  if (found.size < pairs.length || !Array.isArray(raw)) report.lost(path, 'Expected a list of an id and a value each.');
  return found;
}

const isPair = (pair: JsonObject): boolean => Object.keys(pair).every((key) => key === 'id' || key === 'value');

function referenceIn(attributes: ReadonlyMap<string, Json>, path: Path, report: FieldReader['report']): string | null {
  const [key, value] = [...attributes].find(([name]) => name === 'attribute') ?? [...attributes][0] ?? [];
  if (typeof value !== 'string') return null;
  const bare = value
    .trim()
    .replace(/^\{(.*)\}$/s, '$1')
    .slice(0, 2000);
  if (bare === '') return null;
  if (bare !== value || key !== 'attribute')
    report.changed([...path, 'operationAttributes'], `The attribute compared is now written "${bare}".`);
  return bare;
}

type Resolving = {
  readonly paths: ReadonlyMap<string, string>;
  readonly pathValues: Set<string>;
  readonly path: Path;
  readonly reader: FieldReader;
};

function withPath(test: ConditionTest, { paths, pathValues, path, reader }: Resolving): ConditionTest {
  const { right } = test;
  if (right?.kind !== 'value' || typeof right.value !== 'string' || !right.value.includes(pathPrefix)) return test;
  const id = paths.get(right.value);
  if (id === undefined) {
    reader.report.kept([...path, 'parameters'], `"${right.value}" leads to nothing in this file.`);
    return test;
  }
  pathValues.add(id);
  return { ...test, right: { kind: 'value', value: id } };
}
