import { z } from 'zod';
import { jsonSchema } from '../model/operand.ts';

/** Answers beyond these are noise, whoever gives them. */
const mostAnswers = 1000;

/** A ranking that comes from outside. Whether it names intents anybody asked about is looked at where it is used. */
export const rankingSchema = z
  .array(
    z.strictObject({
      intentId: z.string().max(2000),
      confidence: z.number(),
      attributes: z.record(z.string(), jsonSchema),
      because: z.string().max(2000),
    }),
  )
  .max(mostAnswers)
  .readonly();
