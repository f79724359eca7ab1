import { z } from 'zod';
import { utteranceSchema } from '../../engine/utterance.ts';
import { jsonSchema } from '../../model/operand.ts';
import { effectResultSchema } from '../../engine/effect.ts';
import type { TraceEvent } from '../../engine/trace-event.ts';
import { fileTokenSchema } from './scenario-contract.ts';

export const runIdSchema = z.string().regex(/^run-[0-9a-z-]{1,60}$/);
export const runModeSchema = z.enum(['mock', 'live']);
export type RunMode = z.infer<typeof runModeSchema>;
/** The id of a world of example answers; null means only the answers that belong to every world. */
export const chosenWorldSchema = z.string().max(120).nullable();
/** The name of an environment of the scenario; null means integrations as they stand. */
export const chosenEnvironmentSchema = z.string().max(100).nullable();

const runOnly = z.strictObject({ run: runIdSchema });
const nothing = z.strictObject({});
export const scenarioTextSchema = z.string().max(64 * 1024 * 1024);

export const runContract = {
  /** Compiles and opens a session in the engine's own process. Traces and messages arrive as events. */
  'run.start': {
    input: z.strictObject({
      text: scenarioTextSchema,
      /** Whose trust counts; null for work that was never in a file made by somebody else. */
      file: fileTokenSchema.nullable(),
      mode: runModeSchema,
      seed: z.number().int().nonnegative(),
      attributes: z.record(z.string(), jsonSchema),
      world: chosenWorldSchema.optional(),
      environment: chosenEnvironmentSchema.optional(),
    }),
    output: z.strictObject({ run: runIdSchema, program: z.string() }),
  },
  /** The scenario was edited: the session goes on with the new program from its next exchange. */
  'run.reload': {
    input: z.strictObject({ run: runIdSchema, text: scenarioTextSchema }),
    output: z.strictObject({ program: z.string() }),
  },
  'run.say': { input: z.strictObject({ run: runIdSchema, utterance: utteranceSchema }), output: nothing },
  'run.confirm': { input: z.strictObject({ run: runIdSchema, approved: z.boolean() }), output: nothing },
  'run.set': { input: z.strictObject({ run: runIdSchema, reference: z.string(), value: jsonSchema }), output: nothing },
  'run.setMode': { input: z.strictObject({ run: runIdSchema, mode: runModeSchema }), output: nothing },
  /** Counts from the next action on; the talk stays where it is. */
  'run.setWorld': { input: z.strictObject({ run: runIdSchema, world: chosenWorldSchema }), output: nothing },
  /** Base URLs and secrets of integrations, together, from the next call on. */
  'run.setEnvironment': {
    input: z.strictObject({ run: runIdSchema, environment: chosenEnvironmentSchema }),
    output: nothing,
  },
  /** Ends waiting: running actions settle as cancelled. */
  'run.cancel': { input: runOnly, output: nothing },
  'run.stop': { input: runOnly, output: nothing },
  /** Answers `run.consentAsked`: may this scenario call that origin? Remembered for the scenario. */
  'run.consent': {
    input: z.strictObject({ run: runIdSchema, origin: z.string().max(2000), allowed: z.boolean() }),
    output: nothing,
  },
  /** Runs one action by itself, as the test panel does. */
  'action.run': {
    input: z.strictObject({
      text: scenarioTextSchema,
      file: fileTokenSchema.nullable(),
      action: z.string().max(120),
      arguments: z.record(z.string(), jsonSchema),
      mode: runModeSchema,
      world: chosenWorldSchema.optional(),
      environment: chosenEnvironmentSchema.optional(),
      /** Chosen by the caller, so that it can be stopped and asked about while it runs: `action.cancel`, `run.consent`. */
      run: runIdSchema.optional(),
      /** The talk it belongs to: a run that is under way, or the text of a saved session. */
      talk: z
        .discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('run'), run: runIdSchema }),
          z.strictObject({ kind: z.literal('session'), text: scenarioTextSchema }),
        ])
        .nullable()
        .optional(),
    }),
    output: z.strictObject({
      ...effectResultSchema.shape,
      /** What happened step by step, for an action that consists of others or is worked out by the engine. */
      trace: z.custom<readonly TraceEvent[]>(Array.isArray).optional(),
    }),
  },
  /** Stops an action that runs by itself; it settles as cancelled. */
  'action.cancel': { input: runOnly, output: nothing },
} as const;
