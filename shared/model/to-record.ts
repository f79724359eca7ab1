import { z } from 'zod';
import { keepSame } from '../base/keep-same.ts';
import { fail, succeed, type Result } from '../base/result.ts';
import { scenarioRecordSchema, type ScenarioRecord } from './design-records.ts';
import { describeIssue, type Mismatch } from './describe-issue.ts';
import { unsafeData } from './unsafe-data.ts';
import { tableSchemas, type TableName, type TableRecords } from './record-tables.ts';

/**
 * The one way into a table: checks a raw value against the schema, fills in what was left out and puts known keys in
 * their fixed order with unknown ones behind them, so that equal records print as equal text.
 */
export function toRecord<Name extends TableName>(table: Name, raw: unknown): Result<TableRecords[Name], Mismatch[]> {
  const unsafe = unsafeData(raw);
  if (unsafe !== null) return fail([unsafe]);
  const parsed = tableSchemas[table].safeParse(raw);
  if (parsed.success) return succeed(parsed.data as TableRecords[Name]);
  return fail(parsed.error.issues.map((issue) => describeIssue(issue, raw)));
}

/**
 * The same for a record that is in its table already: what it keeps was checked when it came in, so only the fields that
 * change are. Null where that does not do: fields come, go or move, the whole has rules of its own, or a field is wrong.
 */
export function toChangedRecord<Name extends TableName>(
  table: Name,
  before: TableRecords[Name],
  raw: Fields,
): TableRecords[Name] | null {
  const schemas = fieldSchemas(table);
  const [known, given] = [Object.keys(before), Object.keys(raw)];
  if (schemas === null || known.length !== given.length) return null;
  const kept = before as Fields;
  const changed: Record<string, unknown> = { ...before };
  for (const [index, field] of given.entries()) {
    if (field !== known[index]) return null;
    const value = raw[field];
    if (Object.is(value, kept[field])) continue;
    const schema = schemas[field];
    if (schema === undefined || value === undefined || unsafeData({ [field]: value }) !== null) return null;
    const parsed = schema.safeParse(value);
    if (!parsed.success) return null;
    changed[field] = keepSame(kept[field], parsed.data);
  }
  return changed as TableRecords[Name];
}

type Fields = { readonly [field: string]: unknown };

/** The schema of each field, where a record is right as soon as its fields are. */
function fieldSchemas(table: TableName): { readonly [field: string]: z.ZodType } | null {
  const schema: z.ZodType = tableSchemas[table];
  return schema instanceof z.ZodObject && (schema.def.checks ?? []).length === 0 ? schema.shape : null;
}

/** The same for the one record that has no table. */
export function toScenarioRecord(raw: unknown): Result<ScenarioRecord, Mismatch[]> {
  const unsafe = unsafeData(raw);
  if (unsafe !== null) return fail([unsafe]);
  const parsed = scenarioRecordSchema.safeParse(raw);
  if (parsed.success) return succeed(parsed.data as ScenarioRecord);
  return fail(parsed.error.issues.map((issue) => describeIssue(issue, raw)));
}
