import { z } from 'zod';
import type { JsonObject } from '../base/json.ts';
import type { ExpectedAttribute } from '../interpret/extract-attributes.ts';
import { rankingSchema } from '../interpret/ranking-schema.ts';
import type { ActionId, ActionUseId, InterpreterId } from '../model/ids.ts';
import { jsonSchema } from '../model/operand.ts';

/** What the engine asks the host to do. Plain data; its id derives from the session's sequence. */
export type Effect = ActionRun | InterpretRun;

export type ActionRun = {
  readonly kind: 'action.run';
  readonly id: string;
  readonly action: ActionId;
  /** The mapping on the intent that asked; null when a test panel asked. */
  readonly use: ActionUseId | null;
  readonly arguments: JsonObject;
  /** Milliseconds. */
  readonly timeout: number;
  /** For everything that is drawn by chance: from the seed of the session, so that a replay draws the same. */
  readonly chance?: number;
  /** Arguments nobody may read, beside those the action and the mapping say. */
  readonly hidden?: readonly string[];
};

/** An interpreter that is not at hand is to say what an utterance means. It is told nothing but this. */
export type InterpretRun = {
  readonly kind: 'interpret.run';
  readonly id: string;
  readonly interpreter: InterpreterId;
  readonly text: string;
  /** When it was said, in milliseconds since 1970. */
  readonly at: number;
  /** The person's time zone; absent: UTC. */
  readonly zone?: string;
  /** Among these it may choose; one for each intent id, in the order listed. */
  readonly candidates: readonly InterpretCandidate[];
  /** The language of the session; empty when the scenario names none. */
  readonly language: string;
  /** Milliseconds. */
  readonly timeout: number;
};

export type InterpretCandidate = {
  readonly intentId: string;
  readonly name: string;
  readonly description: string;
  /** As designed: `{user.name}` is a slot, never a value. */
  readonly samples: readonly string[];
  readonly expected: readonly ExpectedAttribute[];
};

/**
 * Where a value comes from; shown beside every value, so that mocked is never mistaken for live. `refused` is no value's:
 * a result has it that nobody gave, neither a service nor an example.
 */
export const originSchema = z.enum(['said', 'live', 'mocked', 'recorded', 'edited', 'default', 'refused']);
export type Origin = z.infer<typeof originSchema>;

/** Why an action gave no result. Codes; the sentence shown is made from code and `detail`. */
export const actionFailureSchema = z.enum([
  'unknownAction',
  'switchedOff',
  'permissionDenied',
  'declined',
  'conditionNotMet',
  'missingInput',
  'invalidInput',
  'badRequest',
  'noMock',
  'notTrusted',
  'addressRefused',
  'connectionFailed',
  'timedOut',
  'tooLarge',
  'redirectRefused',
  'badStatus',
  'malformedResponse',
  'reportedFailure',
  'secretMissing',
  'rateLimited',
  'codeFailed',
  'notAvailable',
  'cancelled',
  'budget',
]);
export type ActionFailure = z.infer<typeof actionFailureSchema>;

/** The request as sent and the response as received, redacted and cut to size by the host, for people to read. */
export const requestSummarySchema = z.strictObject({
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});
export const responseSummarySchema = z.strictObject({
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  bytes: z.number(),
});
export type RequestSummary = z.infer<typeof requestSummarySchema>;
export type ResponseSummary = z.infer<typeof responseSummarySchema>;

/**
 * How an effect ended. `outputs` of an action are already mapped by name; a null output unsets its attribute. `ranking`
 * is what an interpreter made of the utterance, as it came; the engine takes from it what it asked for.
 */
export const effectResultSchema = z.strictObject({
  outcome: z.enum(['succeeded', 'failed']),
  origin: originSchema,
  outputs: z.record(z.string(), jsonSchema),
  ranking: rankingSchema.optional(),
  failure: actionFailureSchema.nullable(),
  detail: z.string(),
  /** HTTP status, null where there was none. */
  status: z.number().nullable(),
  /** Milliseconds from start to end, all attempts. */
  duration: z.number(),
  attempts: z.number(),
  request: requestSummarySchema.nullable(),
  response: responseSummarySchema.nullable(),
  /** What the action printed while it ran, cut to size. */
  console: z.string().optional(),
  /** What outputs are read from, where no answer of a service is; redacted, and left out when it is large. */
  given: jsonSchema.optional(),
  /** It was answered from what an earlier run gave. */
  cached: z.boolean().optional(),
});
export type EffectResult = z.infer<typeof effectResultSchema>;
