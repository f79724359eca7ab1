import { z } from 'zod';
import { jsonSchema } from '../model/operand.ts';
import { effectResultSchema } from './effect.ts';
import { utteranceSchema } from './utterance.ts';

/**
 * Everything that can happen to a session. `at` is milliseconds since 1970 and is the only clock the engine has.
 * A recording is a list of inputs; replaying it on the same program gives the same trace, byte for byte.
 */
export const inputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('user.said'), at: z.number(), utterance: utteranceSchema }),
  z.strictObject({ kind: z.literal('effect.settled'), at: z.number(), effect: z.string(), result: effectResultSchema }),
  z.strictObject({ kind: z.literal('confirmation.answered'), at: z.number(), approved: z.boolean() }),
  /** A value changed by hand, from the variables panel or `--set`. */
  z.strictObject({ kind: z.literal('attribute.edited'), at: z.number(), reference: z.string(), value: jsonSchema }),
]);
export type Input = z.infer<typeof inputSchema>;
