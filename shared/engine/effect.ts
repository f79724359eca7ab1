import { z } from 'zod';
import type { JsonObject } from '../base/json.ts';
import type { ActionId, ActionUseId } from '../model/ids.ts';
import { jsonSchema } from '../model/operand.ts';

/** What the engine asks the host to do. Plain data; its id derives from the session's sequence. */
export type Effect = {
  readonly kind: 'action.run';
  readonly id: string;
  readonly action: ActionId;
  /** The mapping on the intent that asked; null when a test panel asked. */
  readonly use: ActionUseId | null;
  readonly arguments: JsonObject;
  /** Milliseconds. */
  readonly timeout: number;
};

/** Where a value comes from; shown beside every value, so that mocked is never mistaken for live. */
export const originSchema = z.enum(['said', 'live', 'mocked', 'recorded', 'edited', 'default']);
export type Origin = z.infer<typeof originSchema>;

/** Why an action gave no result. Codes; the sentence shown is made from code and `detail`. */
export const actionFailureSchema = z.enum([
  'unknownAction',
  'switchedOff',
  'permissionDenied',
  'declined',
  'missingInput',
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
  'secretMissing',
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

/** How an effect ended. `outputs` are already mapped by name; a null output unsets its attribute. */
export const effectResultSchema = z.strictObject({
  outcome: z.enum(['succeeded', 'failed']),
  origin: originSchema,
  outputs: z.record(z.string(), jsonSchema),
  failure: actionFailureSchema.nullable(),
  detail: z.string(),
  /** HTTP status, null where there was none. */
  status: z.number().nullable(),
  /** Milliseconds from start to end, all attempts. */
  duration: z.number(),
  attempts: z.number(),
  request: requestSummarySchema.nullable(),
  response: responseSummarySchema.nullable(),
});
export type EffectResult = z.infer<typeof effectResultSchema>;
