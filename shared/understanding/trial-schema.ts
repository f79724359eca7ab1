import { z } from 'zod';
import { jsonSchema } from '../model/operand.ts';

const placeSchema = z.strictObject({
  conversation: z.string().nullable(),
  scene: z.string().nullable(),
  turn: z.string().nullable(),
  intent: z.string().nullable(),
  midTurn: z.boolean(),
  previous: z.string().nullable(),
});

/** What to choose among: every intent of the scenario, or those listened for at a place of the talk (null: its start). */
export const trialScopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everywhere') }),
  z.strictObject({ kind: z.literal('place'), place: placeSchema.nullable() }),
]);
export type TrialScope = z.infer<typeof trialScopeSchema>;

const rankSchema = z.strictObject({
  intentId: z.string(),
  intent: z.string(),
  confidence: z.number(),
  threshold: z.number(),
  /** What decided, in a few words. */
  because: z.string(),
  attributes: z.record(z.string(), jsonSchema),
});
export type TrialRank = z.infer<typeof rankSchema>;

/** A stretch of the utterance. */
const partSchema = z.strictObject({
  text: z.string(),
  /** How much it spoke for the best rather than the runner-up, -1 to 1; null: nothing to speak of. */
  weight: z.number().nullable(),
  /** No sample in scope has this word. */
  unknown: z.boolean(),
});
export type TrialPart = z.infer<typeof partSchema>;

/** What an utterance would mean, and why. */
export const trialSchema = z.strictObject({
  ranking: z.array(rankSchema),
  /** The intent id that would be taken; null: none is sure enough. */
  chosen: z.string().nullable(),
  parts: z.array(partSchema),
  /** The sample nearest to it, when likeness decided. */
  sample: z.string().nullable(),
  /** How far the best is ahead of the second; null when there is no second. */
  gap: z.number().nullable(),
  /** How many intents were chosen among, and how many others somebody else reads. */
  candidates: z.number(),
  readElsewhere: z.number(),
});
export type Trial = z.infer<typeof trialSchema>;
