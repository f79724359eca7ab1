import { z } from 'zod';
import { actionIdSchema, mockIdSchema } from './ids.ts';
import type { Known } from './known.ts';
import { jsonSchema } from './operand.ts';

/**
 * An example answer of an action. In mock mode the mocks of the chosen world are looked at before those of none; the
 * first, by order, whose `when` fits the arguments answers.
 */
export const mockRecordSchema = z.looseObject({
  id: mockIdSchema,
  action: actionIdSchema,
  order: z.string().max(200),
  name: z.string().default(''),
  /** The id of a world of the scenario; absent means it belongs to every world. */
  world: z.string().max(120).optional(),
  /** Argument name to the value it must equal, compared as text; empty fits everything. */
  when: z.record(z.string(), jsonSchema).default({}),
  /**
   * Absent: it answers always. `sequence`: fitting mocks marked so take turns, call by call, and the last one stays.
   * `random`: one of those marked so is drawn with the seed of the session.
   */
  pick: z.enum(['sequence', 'random']).optional(),
  status: z.number().int().min(100).max(599).default(200),
  body: jsonSchema.default(null),
  /** Present: nothing is answered, the call fails this way. */
  failure: z.enum(['connectionFailed', 'timedOut', 'malformedResponse']).optional(),
  /** Milliseconds the answer pretends to take. */
  delay: z.number().int().min(0).max(600_000).default(0),
});
export type MockRecord = Known<z.infer<typeof mockRecordSchema>>;
