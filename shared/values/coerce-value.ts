import { assertNever } from '../base/assert-never.ts';
import { isJsonObject, type Json } from '../base/json.ts';
import { builtInMembers, type AttributeMember, type AttributeType } from '../model/attribute-type.ts';
import { decimalText } from './decimal-text.ts';

type Scalar = 'string' | 'boolean' | 'int' | 'float' | 'timestamp';

/**
 * The value as its attribute's type holds it, and what is in it as the members of a composite hold it. Total: any JSON
 * gives JSON, null (missing) stays null, and members nobody declared stay as they are.
 */
export function coerceValue(value: Json, type: AttributeType, members?: readonly AttributeMember[]): Json {
  if (value === null) return null;
  switch (type) {
    case 'string':
    case 'boolean':
    case 'int':
    case 'float':
    case 'timestamp':
      return coerceScalar(value, type);
    case 'string[]':
      return toItems(value).map((item) => (item === null ? null : coerceScalar(item, 'string')));
    case 'boolean[]':
      return toItems(value).map((item) => (item === null ? null : coerceScalar(item, 'boolean')));
    case 'int[]':
      return toItems(value).map((item) => (item === null ? null : coerceScalar(item, 'int')));
    case 'float[]':
      return toItems(value).map((item) => (item === null ? null : coerceScalar(item, 'float')));
    case 'timestamp[]':
      return toItems(value).map((item) => (item === null ? null : coerceScalar(item, 'timestamp')));
    case 'list':
      return typeof value === 'object' ? value : [value];
    case 'composite[]':
      return coerceItems(typeof value === 'object' ? value : [value], members);
    case 'file[]':
      return coerceItems(Array.isArray(value) ? value : [value], builtInMembers.file);
    case 'composite':
    case 'json':
      return coerceMembers(value, members);
    case 'location':
      // An address somebody typed is the whole of it.
      return coerceMembers(typeof value === 'string' ? { formatted_address: value } : value, builtInMembers.location);
    case 'file':
      return coerceMembers(value, builtInMembers.file);
    case 'formData':
    case 'utterance':
      return value;
    default:
      return assertNever(type);
  }
}

type Members = readonly AttributeMember[] | undefined;

const coerceItems = (value: Exclude<Json, null>, members: Members): Json =>
  Array.isArray(value) ? value.map((item: Json) => coerceMembers(item, members)) : coerceMembers(value, members);

function coerceMembers(value: Json, members: Members): Json {
  if (members === undefined || members.length === 0 || !isJsonObject(value)) return value;
  const declared = new Map(members.map((member) => [member.name, member]));
  const entries = Object.entries(value).map(([name, held]): [string, Json] => {
    const member = declared.get(name);
    return [name, member === undefined ? held : coerceValue(held, member.type, member.members ?? [])];
  });
  return Object.fromEntries(entries);
}

function coerceScalar(value: Exclude<Json, null>, type: Scalar): Json {
  switch (type) {
    case 'string':
      return typeof value === 'number'
        ? decimalText(value)
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value);
    case 'boolean':
      return isTrue(value);
    case 'int':
      return truncate(leadingNumber(value));
    case 'float':
      return leadingNumber(value);
    case 'timestamp':
      return toTimestamp(value);
    default:
      return assertNever(type);
  }
}

const trueWords: ReadonlySet<string> = new Set(['1', 'true', 'on', 'yes']);

const isTrue = (value: Json): boolean =>
  value === true || value === 1 || (typeof value === 'string' && trueWords.has(value.toLowerCase()));

const numberAtStart = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/;

/** The number a value starts with: "15.34 EUR" is 15.34, "abc" is 0. */
function leadingNumber(value: Json): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return finite(value);
  if (typeof value !== 'string') return 0;
  const found = numberAtStart.exec(value);
  return found === null ? 0 : finite(Number(found[0]));
}

// JSON has no infinity and no minus zero that survives being written.
const finite = (value: number): number =>
  Number.isNaN(value) ? 0 : Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value)) + 0;

const truncate = (value: number): number => Math.trunc(value) + 0;

/** Whole seconds since 1970, or false: older systems show a broken time as false, not as the year 1970. */
function toTimestamp(value: Json): number | false {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value + 0 : false;
  if (typeof value !== 'string' || !/^[+-]?\d{1,15}$/.test(value)) return false;
  return Number(value) + 0;
}

/** Checkbox groups arrive as one comma-joined text. */
function toItems(value: Exclude<Json, null>): readonly Json[] {
  if (Array.isArray(value)) return value as readonly Json[];
  if (typeof value === 'object') return Object.values(value);
  if (typeof value !== 'string') return [value];
  return value.trim() === '' ? [] : value.split(',').map((item) => item.trim());
}
