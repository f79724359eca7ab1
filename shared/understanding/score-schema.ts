import { z } from 'zod';

/** A sample that the interpreter was not shown, and what it made of it. */
const heldOutSchema = z.strictObject({
  sample: z.string(),
  confidence: z.number(),
  /** What decided, in a few words. */
  because: z.string(),
});
export type HeldOut = z.infer<typeof heldOutSchema>;

const intentScoreSchema = z.strictObject({
  intentId: z.string(),
  /** The record to go to: the first of those that share the id. */
  intent: z.string(),
  samples: z.number(),
  /** How many of them are nothing but a value to fill in: rules rather than examples. */
  rules: z.number(),
  /** How many of them could be held out. */
  tested: z.number(),
  right: z.number(),
  /** Held out, these were taken for nothing at all. */
  missed: z.array(heldOutSchema),
});
export type IntentScore = z.infer<typeof intentScoreSchema>;

const confusionSchema = z.strictObject({
  meant: z.string(),
  heardAs: z.string(),
  samples: z.array(heldOutSchema),
});
export type Confusion = z.infer<typeof confusionSchema>;

const overlapSideSchema = z.strictObject({ intentId: z.string(), intent: z.string(), sample: z.string() });
const overlapSchema = z.strictObject({
  /** Word for word the same, or most of their words. */
  kind: z.enum(['same', 'alike']),
  left: overlapSideSchema,
  right: overlapSideSchema,
});
export type Overlap = z.infer<typeof overlapSchema>;

/** What would help, most helpful first. */
const suggestionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('keepOne'), sample: z.string(), intentIds: z.tuple([z.string(), z.string()]) }),
  z.strictObject({ kind: z.literal('tellApart'), intentIds: z.tuple([z.string(), z.string()]), times: z.number() }),
  z.strictObject({ kind: z.literal('addMore'), intentId: z.string(), have: z.number(), add: z.number() }),
  z.strictObject({ kind: z.literal('vary'), intentId: z.string(), missed: z.string(), add: z.number() }),
]);
export type Suggestion = z.infer<typeof suggestionSchema>;

/** How well the samples of a scenario teach, measured by holding some of them back. */
export const understandingScoreSchema = z.strictObject({
  intents: z.array(intentScoreSchema),
  confusions: z.array(confusionSchema),
  overlaps: z.array(overlapSchema),
  suggestions: z.array(suggestionSchema),
  tested: z.number(),
  right: z.number(),
  rounds: z.number(),
  /** Intents without samples: only buttons and callbacks can mean them. */
  withoutSamples: z.number(),
  /** Intents whose interpreter goes by rules, by a model of its own, or is asked over the network: not part of this. */
  readElsewhere: z.number(),
});
export type UnderstandingScore = z.infer<typeof understandingScoreSchema>;
