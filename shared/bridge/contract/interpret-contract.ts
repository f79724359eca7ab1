import { z } from 'zod';
import { understandingScoreSchema } from '../../understanding/score-schema.ts';
import { trialSchema, trialScopeSchema } from '../../understanding/trial-schema.ts';
import { scenarioTextSchema } from './run-contract.ts';

export const interpretContract = {
  /**
   * How well the samples of a scenario teach, measured in the engine's own process by holding some of them back. Tells
   * how far it is by `interpret.progressed`. A newer call stops an older one, which is then refused as cancelled.
   */
  'interpret.score': {
    input: z.strictObject({ text: scenarioTextSchema, seed: z.number().int().nonnegative() }),
    output: understandingScoreSchema,
  },
  /** What an utterance would mean, and why. Of several that wait, only the newest is answered. */
  'interpret.try': {
    input: z.strictObject({
      text: scenarioTextSchema,
      utterance: z.string().max(2000),
      scope: trialScopeSchema,
    }),
    output: trialSchema,
  },
  /** Stops what is being measured or tried. */
  'interpret.cancel': { input: z.strictObject({}), output: z.strictObject({}) },
} as const;
