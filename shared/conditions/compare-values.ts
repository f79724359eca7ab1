import { isJsonObject, type Json } from '../base/json.ts';
import type { AttributeType } from '../model/attribute-type.ts';
import { valueText } from '../values/value-text.ts';

/**
 * The type two values are compared as. A path or filter may lead from a composite to a plain number; then the number
 * decides, not the attribute it came out of.
 */
export function comparisonType(type: AttributeType, left: Json): AttributeType {
  if (typeof left === 'object' && left !== null) return isScalarType(type) ? 'json' : type;
  if (isScalarType(type)) return type;
  return typeof left === 'boolean' ? 'boolean' : typeof left === 'number' ? 'float' : 'string';
}

const isScalarType = (type: AttributeType): boolean =>
  type === 'string' || type === 'boolean' || type === 'int' || type === 'float' || type === 'timestamp';

/** Same JSON, type included; the order of an object's keys does not count. */
export function sameJson(left: Json, right: Json): boolean {
  if (left === right) return true;
  if (Array.isArray(left) || Array.isArray(right)) {
    return Array.isArray(left) && Array.isArray(right) && sameItems(left, right);
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key] ?? null, right[key] ?? null))
  );
}

const sameItems = (left: readonly Json[], right: readonly Json[]): boolean =>
  left.length === right.length && left.every((item, index) => sameJson(item, right[index] ?? null));

/** Equal the way people write values: 5 and "5", true and "true". */
export const looselySame = (left: Json, right: Json): boolean =>
  sameJson(left, right) || (isPlain(left) && isPlain(right) && orderOf(left, right) === 0);

const isPlain = (value: Json): boolean => value !== null && typeof value !== 'object';

/** Below, equal or above 0; null when the values have no order. Texts that are numbers compare as numbers. */
export function orderOf(left: Json, right: Json): number | null {
  if (!isPlain(left) || !isPlain(right)) return null;
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  const [leftNumber, rightNumber] = [asNumber(left), asNumber(right)];
  if (leftNumber !== null && rightNumber !== null) return leftNumber - rightNumber;
  const [leftText, rightText] = [valueText(left), valueText(right)];
  return leftText === rightText ? 0 : leftText < rightText ? -1 : 1;
}

const wholeNumber = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

const asNumber = (value: Json): number | null =>
  typeof value === 'number' ? value : typeof value === 'string' && wholeNumber.test(value) ? Number(value) : null;
