import { assertNever } from '../base/assert-never.ts';
import { isJsonObject, type Json } from '../base/json.ts';
import type { AttributeType } from '../model/attribute-type.ts';
import { coerceValue } from '../values/coerce-value.ts';
import { readTime } from '../values/read-time.ts';

/** An answer's value as the type of its output, or undefined when it is something else: 12 is an int, "soon" is not. */
export function fitOutput(value: Json, type: AttributeType): Json | undefined {
  if (value === null) return null;
  switch (type) {
    case 'string':
    case 'json':
    case 'utterance':
      return coerceValue(value, type);
    case 'boolean':
      return isBooleanWord(value) ? coerceValue(value, 'boolean') : undefined;
    case 'int':
    case 'float':
      return isNumber(value) ? coerceValue(value, type) : undefined;
    case 'timestamp':
      // APIs write times as text; one without a zone means UTC.
      return readTime(value, 'UTC') ?? undefined;
    case 'string[]':
    case 'boolean[]':
    case 'int[]':
    case 'float[]':
    case 'timestamp[]':
      return Array.isArray(value) ? fitItems(value as readonly Json[], type) : undefined;
    case 'list':
    case 'composite[]':
    case 'file[]':
      return Array.isArray(value) ? value : undefined;
    case 'composite':
    case 'formData':
    case 'location':
    case 'file':
      return isJsonObject(value) ? value : undefined;
    default:
      return assertNever(type);
  }
}

const itemTypes = {
  'string[]': 'string',
  'boolean[]': 'boolean',
  'int[]': 'int',
  'float[]': 'float',
  'timestamp[]': 'timestamp',
} as const;

function fitItems(items: readonly Json[], type: keyof typeof itemTypes): Json | undefined {
  const fitted = items.map((item) => fitOutput(item, itemTypes[type]));
  return fitted.every((item) => item !== undefined) ? fitted : undefined;
}

const booleanWords: ReadonlySet<string> = new Set(['1', '0', 'true', 'false', 'on', 'off', 'yes', 'no']);

const isBooleanWord = (value: Json): boolean =>
  typeof value === 'boolean' ||
  ((typeof value === 'number' || typeof value === 'string') && booleanWords.has(String(value).toLowerCase()));

const isNumber = (value: Json): boolean =>
  typeof value === 'number' ||
  (typeof value === 'string' && /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(value));
