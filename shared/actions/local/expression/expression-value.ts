import type { Json } from '../../../base/json.ts';
import type { AttributeType } from '../../../model/attribute-type.ts';
import { readTime } from '../../../values/read-time.ts';
import { valueText } from '../../../values/value-text.ts';

/** A point in time, to the second. */
export class Moment {
  readonly seconds: number;

  constructor(seconds: number) {
    this.seconds = seconds;
  }
}

/** A length of time. */
export class Span {
  readonly seconds: number;

  constructor(seconds: number) {
    this.seconds = seconds;
  }
}

/** What an expression works with. There is one kind of number. */
export type ExpressionValue =
  | null
  | boolean
  | number
  | string
  | Moment
  | Span
  | readonly ExpressionValue[]
  | ExpressionMap;
export type ExpressionMap = { readonly [key: string]: ExpressionValue };

export const isList = (value: ExpressionValue): value is readonly ExpressionValue[] => Array.isArray(value);

export const isMap = (value: ExpressionValue): value is ExpressionMap =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Moment) &&
  !(value instanceof Span);

/** What kind of value it is, as sentences say it. */
export function kindOf(value: ExpressionValue): string {
  if (value === null) return 'nothing';
  if (typeof value === 'boolean') return 'yes or no';
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'string') return 'a text';
  if (value instanceof Moment) return 'a time';
  if (value instanceof Span) return 'a duration';
  return isList(value) ? 'a list' : 'an object';
}

/** An input as an expression sees it: a timestamp is a time, everything else what it is. */
export function toExpressionValue(value: Json, type?: AttributeType): ExpressionValue {
  if (type === 'timestamp') {
    const seconds = readTime(value, 'UTC');
    return seconds === null ? null : new Moment(seconds);
  }
  if (type === 'timestamp[]' && Array.isArray(value))
    return value.map((item: Json) => toExpressionValue(item, 'timestamp'));
  return value;
}

/** Called for each value that is looked at: what is inside itself many times over must not cost many times more. */
export type CountValue = (depth: number) => void;

/** As JSON: a time is ISO 8601 in UTC, a duration its seconds. */
export function toJson(value: ExpressionValue, count: CountValue, depth = 0): Json {
  count(depth);
  if (value instanceof Moment) return isoText(value);
  if (value instanceof Span) return value.seconds;
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => toJson(item, count, depth + 1));
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, member]) => [key, toJson(member, count, depth + 1)]));
}

/** As it reads in a sentence, and as `string()` gives it. */
export function toText(value: ExpressionValue, count: CountValue): string {
  if (value instanceof Moment) return isoText(value);
  if (value instanceof Span) return `${valueText(value.seconds)}s`;
  return valueText(toJson(value, count));
}

const isoText = ({ seconds }: Moment): string => valueText(seconds, 'timestamp').replace('+00:00', 'Z');

/** The same, as `==` and `in` have it: numbers by value, lists and objects by what is in them. */
export function isSame(left: ExpressionValue, right: ExpressionValue, count: CountValue, depth = 0): boolean {
  count(depth);
  if (left === right) return true;
  if (left instanceof Moment) return right instanceof Moment && left.seconds === right.seconds;
  if (left instanceof Span) return right instanceof Span && left.seconds === right.seconds;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  const same = (one: ExpressionValue, other: ExpressionValue): boolean => isSame(one, other, count, depth + 1);
  if (isList(left))
    return isList(right) && left.length === right.length && left.every((item, at) => same(item, right[at] ?? null));
  if (!isMap(left) || !isMap(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && same(left[key] ?? null, right[key] ?? null))
  );
}

/** Below zero, zero or above as the left one comes first; null when the two cannot be put in order. */
export function orderOf(left: ExpressionValue, right: ExpressionValue): number | null {
  if (left instanceof Moment && right instanceof Moment) return left.seconds - right.seconds;
  if (left instanceof Span && right instanceof Span) return left.seconds - right.seconds;
  if (typeof left === 'number' && typeof right === 'number') return left < right ? -1 : left > right ? 1 : 0;
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  return null;
}
