import type { Json } from '../../../../shared/base/json.ts';
import { readJson } from '../../../../shared/persistence/read-json.ts';
import { readLimits } from '../../../../shared/persistence/read-limits.ts';
import { resultCap } from './query-result.ts';

/** A value as the text PostgreSQL reads for whatever type the parameter has there. */
export function toPostgres(value: Json): string | null {
  if (value === null) return null;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `{${(value as readonly Json[]).map(toElement).join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** An element of an array is quoted, so that no comma or brace in it counts. */
function toElement(value: Json): string {
  if (Array.isArray(value)) return toPostgres(value) ?? 'NULL';
  const text = toPostgres(value);
  return text === null ? 'NULL' : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** Types by the number PostgreSQL gives each; all others stay the text they are. */
const types: Readonly<Record<number, (text: string) => Json>> = {
  16: (text) => text === 't',
  20: toNumber,
  21: toNumber,
  23: toNumber,
  26: toNumber,
  700: toNumber,
  701: toNumber,
  1700: toNumber,
  17: (text) => (text.startsWith('\\x') ? Buffer.from(text.slice(2), 'hex').toString('base64') : text),
  114: toJson,
  3802: toJson,
  1114: (text) => text.replace(' ', 'T'),
  // `2027-01-31 10:00:00+00` is nearly, not quite, ISO 8601.
  1184: (text) => text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'),
};

export const fromPostgres = (type: number, text: string | null): Json =>
  text === null ? null : (types[type] ?? ((plain: string) => plain))(text);

/** A number, where a number can hold it: money of thirty digits stays a text. */
function toNumber(text: string): Json {
  const number = Number(text);
  const digits = text.replace(/^-?0*/, '').replace('.', '').length;
  return Number.isFinite(number) && digits <= 15 ? number : text;
}

function toJson(text: string): Json {
  const read = readJson(text, { ...readLimits, bytes: resultCap, values: 100_000, problems: 1 });
  return read.ok ? read.value : text;
}
