import { z } from 'zod';
import type { Known } from './known.ts';
import { operandSchema } from './operand.ts';

export const operations = [
  'eq',
  'not_eq',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'is_set',
  'is_not_set',
  'is_true',
  'is_false',
  'is_empty',
  'is_not_empty',
  'contains',
  'starts_with',
  'ends_with',
  'matches',
  'in_set',
  'not_in_set',
  'length_eq',
  'length_gt',
  'length_gte',
  'length_lt',
  'length_lte',
  'time_passed_equals',
  'time_passed_greater_than',
  'time_passed_less_than',
] as const;
export const operationSchema = z.enum(operations);
export type Operation = z.infer<typeof operationSchema>;

/** `left operation right`; `upper` is the other end of `between`. `is_*` operations need no right side. */
const conditionTestSchema = z.strictObject({
  kind: z.literal('test'),
  operation: operationSchema,
  left: operandSchema,
  right: operandSchema.optional(),
  upper: operandSchema.optional(),
});
export type ConditionTest = Known<z.infer<typeof conditionTestSchema>>;

export type ConditionGroup = {
  readonly kind: 'group';
  readonly match: 'all' | 'any' | 'none';
  readonly conditions: readonly Condition[];
};
export type Condition = ConditionTest | ConditionGroup;

export const conditionSchema: z.ZodType<Condition> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      conditionTestSchema,
      z.strictObject({
        kind: z.literal('group'),
        match: z.enum(['all', 'any', 'none']),
        conditions: z.array(conditionSchema),
      }),
    ]),
  )
  .meta({ id: 'Condition' });

/** A list of conditions without an operator: all must pass; an empty list passes. */
export const conditionsSchema = z.array(conditionSchema).default([]);
