import { z } from 'zod';
import type { Json } from '../base/json.ts';
import type { Known } from './known.ts';

/** Any JSON value. Depth and size are capped by the reader before validation. */
export const jsonSchema: z.ZodType<Json> = z.json().meta({ id: 'Json' });

/** The inside of a reference, without braces: `user.order_id`, `user.items[0].name | uppercase`. */
export const referenceTextSchema = z.string().max(2000);

/** One side of a condition or one argument of an action: read from a context, or written down. */
export const operandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reference'), reference: referenceTextSchema }),
  z.strictObject({ kind: z.literal('value'), value: jsonSchema }),
]);
export type Operand = Known<z.infer<typeof operandSchema>>;
