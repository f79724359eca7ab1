import type { Operation } from '../model/condition.ts';
import type { Json } from '../base/json.ts';
import type { TraceEventOf } from '../engine/trace-event.ts';

/** How an operation reads between its two sides. */
export const operationWords = {
  eq: 'is',
  not_eq: 'is not',
  gt: 'is greater than',
  gte: 'is at least',
  lt: 'is less than',
  lte: 'is at most',
  between: 'is between',
  is_set: 'is set',
  is_not_set: 'is not set',
  is_true: 'is true',
  is_false: 'is false',
  is_empty: 'is empty',
  is_not_empty: 'is not empty',
  contains: 'contains',
  starts_with: 'starts with',
  ends_with: 'ends with',
  matches: 'matches the pattern',
  in_set: 'has among its values',
  not_in_set: 'does not have among its values',
  length_eq: 'has a length of',
  length_gt: 'is longer than',
  length_gte: 'has at least a length of',
  length_lt: 'is shorter than',
  length_lte: 'has at most a length of',
  time_passed_equals: 'was exactly this many seconds ago:',
  time_passed_greater_than: 'was longer ago in seconds than',
  time_passed_less_than: 'was less long ago in seconds than',
} as const satisfies Record<Operation, string>;

const oneSided: ReadonlySet<string> = new Set([
  'is_set',
  'is_not_set',
  'is_true',
  'is_false',
  'is_empty',
  'is_not_empty',
]);

/** Whether the operation compares with something, or only looks at its left side. */
export const needsRightSide = (operation: Operation): boolean => !oneSided.has(operation);

/** A value as a sentence shows it. */
export function valueWords(value: Json): string {
  if (value === null) return 'nothing';
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** “user.age is at least 18 (it is 17)”. */
export function conditionWords(event: TraceEventOf<'condition.evaluated'>): string {
  const { operation } = event;
  if (operation === 'all' || operation === 'any' || operation === 'none') return `${operation} of a group of conditions`;
  const right = needsRightSide(operation) ? ` ${event.rightText === '' ? valueWords(event.right) : event.rightText}` : '';
  return `${event.leftText} ${operationWords[operation]}${right} (it is ${valueWords(event.left)})`;
}
