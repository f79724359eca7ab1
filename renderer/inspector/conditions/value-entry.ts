import { assertNever } from '../../../shared/base/assert-never.ts';
import type { Json } from '../../../shared/base/json.ts';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { AttributeType } from '../../../shared/model/attribute-type.ts';
import { coerceValue } from '../../../shared/values/coerce-value.ts';
import { valueText } from '../../../shared/values/value-text.ts';
import { readJson } from '../fields/read-json.ts';

/** How a value is typed in. */
export type EntryKind = 'text' | 'truth' | 'number' | 'time' | 'json';

export function entryKind(type: AttributeType): EntryKind {
  switch (type) {
    case 'string':
    case 'utterance':
      return 'text';
    case 'boolean':
      return 'truth';
    case 'int':
    case 'float':
      return 'number';
    case 'timestamp':
      return 'time';
    default:
      return 'json';
  }
}

/** A value as it stands in its field. */
export function printValue(value: Json, type: AttributeType): string {
  if (value === null) return '';
  const kind = entryKind(type);
  if (kind === 'json') return JSON.stringify(value);
  if (kind === 'time') return valueText(value, 'timestamp');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What was typed, as a value of the type; the failure says what could stand there. An emptied field holds nothing. */
export function parseValue(typed: string, type: AttributeType): Result<Json, string> {
  const kind = entryKind(type);
  if (kind === 'text') return succeed(typed);
  const text = typed.trim();
  if (text === '') return succeed(null);
  switch (kind) {
    case 'truth':
      return text === 'true' || text === 'false' ? succeed(text === 'true') : fail('Expected true or false.');
    case 'number':
      return parseNumber(text, type === 'int');
    case 'time':
      return parseTime(text);
    case 'json':
      return readJson(text);
    default:
      return assertNever(kind);
  }
}

function parseNumber(text: string, isWhole: boolean): Result<Json, string> {
  const number = Number(text);
  if (!Number.isFinite(number)) return fail('Expected a number.');
  return isWhole && !Number.isInteger(number) ? fail('Expected a whole number.') : succeed(number);
}

function parseTime(text: string): Result<Json, string> {
  if (/^[+-]?\d+$/.test(text)) return succeed(Number(text));
  // As the engine reads it: without a zone it is UTC, which is how it is shown.
  const asEngine = coerceValue(text, 'timestamp');
  const seconds = typeof asEngine === 'number' ? asEngine : Math.floor(Date.parse(text) / 1000);
  return Number.isNaN(seconds)
    ? fail('Expected a time, like 2026-01-31T09:00 or seconds since 1970.')
    : succeed(seconds);
}
