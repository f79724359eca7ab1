import type { Operation } from '../model/condition.ts';

/** How many sides an operation has beside its attribute: none, a value, or a lower and an upper one. */
export type OperandCount = 0 | 1 | 2;

export const operandCount = {
  eq: 1,
  not_eq: 1,
  gt: 1,
  gte: 1,
  lt: 1,
  lte: 1,
  between: 2,
  is_set: 0,
  is_not_set: 0,
  is_true: 0,
  is_false: 0,
  is_empty: 0,
  is_not_empty: 0,
  contains: 1,
  starts_with: 1,
  ends_with: 1,
  matches: 1,
  in_set: 1,
  not_in_set: 1,
  length_eq: 1,
  length_gt: 1,
  length_gte: 1,
  length_lt: 1,
  length_lte: 1,
  time_passed_equals: 1,
  time_passed_greater_than: 1,
  time_passed_less_than: 1,
} as const satisfies Record<Operation, OperandCount>;
