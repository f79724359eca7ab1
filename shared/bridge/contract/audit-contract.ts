import { z } from 'zod';
import { actionFailureSchema, originSchema } from '../../engine/effect.ts';
import { jsonSchema } from '../../model/operand.ts';

/** One execution of an action, as it is kept: sensitive values are masked before anything is written. */
export const auditEntrySchema = z.strictObject({
  /** Rises by one from entry to entry. */
  id: z.number().int(),
  /** Milliseconds since 1970. */
  at: z.number(),
  askedBy: z.enum(['talk', 'testPanel', 'commandLine']),
  /** The session it belongs to; null for an action run by itself. */
  conversation: z.string().nullable(),
  /** The name of the scenario. */
  scenario: z.string(),
  /** The name of the action, and its id. */
  action: z.string(),
  actionId: z.string(),
  kind: z.string(),
  arguments: z.record(z.string(), jsonSchema),
  outputs: z.record(z.string(), jsonSchema),
  outcome: z.enum(['succeeded', 'failed']),
  failure: actionFailureSchema.nullable(),
  detail: z.string(),
  origin: originSchema,
  status: z.number().nullable(),
  /** Milliseconds, all attempts. */
  duration: z.number(),
  attempts: z.number(),
  cached: z.boolean(),
  /** Method and address as sent, redacted; empty where nothing was sent. */
  request: z.string(),
  world: z.string().nullable(),
  environment: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const auditFilterSchema = z.strictObject({
  /** Found anywhere in an entry, in any case. */
  text: z.string().max(500).default(''),
  /** Name or id of an action. */
  action: z.string().max(200).nullable().default(null),
  outcome: z.enum(['succeeded', 'failed']).nullable().default(null),
  /** Milliseconds since 1970, both included. */
  from: z.number().nullable().default(null),
  to: z.number().nullable().default(null),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const auditContract = {
  /** Newest first. `before` is the id of the last entry of the page before. */
  'audit.list': {
    input: z.strictObject({
      ...auditFilterSchema.shape,
      before: z.number().int().nullable().default(null),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.strictObject({
      entries: z.array(auditEntrySchema),
      /** How many fit the filter, on all pages. */
      total: z.number(),
      /** Names of the actions there are entries of. */
      actions: z.array(z.string()),
    }),
  },
  /** Asks where, and writes what fits the filter, oldest first. */
  'audit.export': {
    input: z.strictObject({ ...auditFilterSchema.shape, format: z.enum(['csv', 'jsonl']) }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('cancelled') }),
      z.strictObject({ kind: z.literal('saved'), place: z.string(), entries: z.number() }),
    ]),
  },
  'audit.clear': { input: z.strictObject({}), output: z.strictObject({}) },
} as const;
