import { z } from 'zod';
import { jsonSchema } from '../model/operand.ts';

/** What came in from the person: the one shape that chat, command line, tests and replay share. */
export const utteranceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().max(20_000) }),
  /** A pressed button. `text` is what the bubble shows; `value` is `attribute.value` or plain text. */
  z.strictObject({
    kind: z.literal('callback'),
    callback: z.string().max(2000),
    value: z.string().max(20_000).default(''),
    text: z.string().max(20_000).default(''),
  }),
  z.strictObject({
    kind: z.literal('form'),
    callback: z.string().max(2000),
    fields: z.record(z.string(), jsonSchema),
    text: z.string().max(20_000).default(''),
  }),
  /** The chat was opened: the scenario's `WELCOME` callback. */
  z.strictObject({ kind: z.literal('opened') }),
  /** Climb the ladder with their own ids: `intent.core.TurnRestart` … `intent.core.restart`. */
  z.strictObject({ kind: z.literal('restart') }),
  z.strictObject({ kind: z.literal('endChat') }),
]);
export type Utterance = z.infer<typeof utteranceSchema>;
