import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import type { Condition, ConditionTest, Operation } from '../../model/condition.ts';
import type { ExportReport } from './export-report.ts';
import { keptBy } from './field-reader.ts';

/** What the first versions can check; the others only newer ones, if at all. */
const firstOperations: ReadonlySet<Operation> = new Set([
  'eq',
  'gt',
  'gte',
  'lt',
  'lte',
  'in_set',
  'not_in_set',
  'is_set',
  'is_not_set',
  'time_passed_equals',
  'time_passed_greater_than',
  'time_passed_less_than',
]);

export type ConditionHolder = {
  readonly id: string;
  readonly conditions: readonly Condition[];
  readonly extras?: JsonObject | undefined;
};

/** The conditions of a record as the file lists them; what was kept on import goes back to its place. */
export function exportConditions(
  holder: ConditionHolder,
  pathOf: (id: string) => string | undefined,
  report: ExportReport,
): Json[] {
  const kept = keptBy(holder);
  const paths = new Set(textsIn(kept['paths']));
  const toValue = (value: Json): Json =>
    typeof value === 'string' && paths.has(value) ? (pathOf(value) ?? value) : value;
  const listed: Json[] = flatten(holder, holder.conditions, report).flatMap((test) =>
    exportTest(holder, test, toValue, report),
  );
  for (const entry of objectsIn(kept['conditions'])) {
    const at = entry['at'];
    if (entry['condition'] !== undefined)
      listed.splice(typeof at === 'number' ? at : listed.length, 0, entry['condition']);
  }
  return listed;
}

/** A list means all of it, so groups of that kind need no word; the others have none. */
function flatten(holder: ConditionHolder, conditions: readonly Condition[], report: ExportReport): ConditionTest[] {
  return conditions.flatMap((condition): ConditionTest[] => {
    if (condition.kind === 'test') return [condition];
    if (condition.match === 'all') return flatten(holder, condition.conditions, report);
    report.lost(holder.id, `A group of conditions of which ${condition.match} must hold was left out.`);
    return [];
  });
}

function exportTest(
  holder: ConditionHolder,
  { operation, left, right, upper }: ConditionTest,
  toValue: (value: Json) => Json,
  report: ExportReport,
): Json[] {
  const leaveOut = (what: string): Json[] => {
    report.lost(holder.id, `A condition ${what} was left out.`);
    return [];
  };
  if (left.kind !== 'reference') return leaveOut('that compares no attribute');
  if (right?.kind === 'reference') return leaveOut('that compares two attributes');
  if (upper !== undefined) {
    if (upper.kind !== 'value' || right === undefined) return leaveOut('that compares with a range');
    // Two conditions say the same.
    const bound = (name: 'gte' | 'lte', value: Json): Json => exportOne(name, left.reference, toValue(value));
    return [bound('gte', right.value), bound('lte', upper.value)];
  }
  if (!firstOperations.has(operation))
    report.lost(holder.id, `The first versions have no operation "${operation}"; it was written all the same.`);
  return [exportOne(operation, left.reference, right === undefined ? undefined : toValue(right.value))];
}

const exportOne = (operation: Operation, reference: string, value: Json | undefined): JsonObject => ({
  operation,
  operationAttributes: [{ id: 'attribute', value: reference }],
  parameters: value === undefined ? [] : [{ id: 'value', value }],
});

export const textsIn = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

export const objectsIn = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter((item) => isJsonObject(item)) : [];
