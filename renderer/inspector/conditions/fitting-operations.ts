import { operationWords } from '../../../shared/explain/condition-words.ts';
import type { AttributeType } from '../../../shared/model/attribute-type.ts';
import { operations, type Operation } from '../../../shared/model/condition.ts';

/** What can be asked of a value, by what kind of value it is. */
type Family = 'text' | 'number' | 'truth' | 'time' | 'items' | 'parts' | 'any';

const families: Readonly<Record<AttributeType, Family>> = {
  string: 'text',
  boolean: 'truth',
  int: 'number',
  float: 'number',
  timestamp: 'time',
  list: 'items',
  'string[]': 'items',
  'boolean[]': 'items',
  'int[]': 'items',
  'float[]': 'items',
  'timestamp[]': 'items',
  'composite[]': 'items',
  'file[]': 'items',
  composite: 'parts',
  formData: 'parts',
  location: 'parts',
  file: 'parts',
  utterance: 'parts',
  json: 'any',
};

const present = ['is_set', 'is_not_set'] as const;
const filled = ['is_empty', 'is_not_empty'] as const;
const same = ['eq', 'not_eq'] as const;
const order = ['gt', 'gte', 'lt', 'lte', 'between'] as const;
const sets = ['in_set', 'not_in_set'] as const;
const lengths = ['length_eq', 'length_gt', 'length_gte', 'length_lt', 'length_lte'] as const;

const fitting: Readonly<Record<Family, readonly Operation[]>> = {
  text: [
    ...same,
    ...present,
    ...filled,
    'contains',
    'starts_with',
    'ends_with',
    'matches',
    ...sets,
    ...order,
    ...lengths,
  ],
  number: [...same, ...order, ...present, ...sets],
  truth: ['is_true', 'is_false', ...same, ...present],
  time: [...order, ...same, ...present, 'time_passed_greater_than', 'time_passed_less_than', 'time_passed_equals'],
  items: ['contains', ...sets, ...present, ...filled, ...lengths, ...same],
  parts: [...present, ...filled, 'contains', ...same, ...lengths],
  any: operations,
};

/** Where an operation has plainer words for one family than for all. */
const plainer: Partial<Record<Family, Partial<Record<Operation, string>>>> = {
  text: { in_set: 'is one of', not_in_set: 'is none of' },
  number: { in_set: 'is one of', not_in_set: 'is none of' },
  time: {
    gt: 'is after',
    gte: 'is at or after',
    lt: 'is before',
    lte: 'is at or before',
    eq: 'is exactly',
    time_passed_equals: 'was exactly … seconds ago',
    time_passed_greater_than: 'was more than … seconds ago',
    time_passed_less_than: 'was less than … seconds ago',
  },
  items: {
    contains: 'has the item',
    in_set: 'has among its items',
    not_in_set: 'does not have among its items',
    length_eq: 'has exactly … items',
    length_gt: 'has more than … items',
    length_gte: 'has at least … items',
    length_lt: 'has fewer than … items',
    length_lte: 'has at most … items',
  },
};

export type FittingOperation = { readonly value: Operation; readonly label: string };

/** The operations that make sense for a type, in plain words; null where the type is not known, and all may. */
export function fittingOperations(type: AttributeType | null): readonly FittingOperation[] {
  const family = type === null ? 'any' : families[type];
  return fitting[family].map((value) => ({ value, label: wordsFor(value, family) }));
}

/** Those that fit, and the one that is chosen although it does not. */
export function offeredOperations(type: AttributeType | null, chosen: Operation): readonly FittingOperation[] {
  const offered = fittingOperations(type);
  if (offered.some(({ value }) => value === chosen)) return offered;
  return [...offered, { value: chosen, label: `${operationWords[chosen]} (does not fit ${type ?? 'it'})` }];
}

const wordsFor = (operation: Operation, family: Family): string =>
  plainer[family]?.[operation] ?? operationWords[operation];
