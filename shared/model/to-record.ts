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

/** The same for the one record that has no table. */
export function toScenarioRecord(raw: unknown): Result<ScenarioRecord, Mismatch[]> {
  const unsafe = unsafeData(raw);
  if (unsafe !== null) return fail([unsafe]);
  const parsed = scenarioRecordSchema.safeParse(raw);
  if (parsed.success) return succeed(parsed.data as ScenarioRecord);
  return fail(parsed.error.issues.map((issue) => describeIssue(issue, raw)));
}
