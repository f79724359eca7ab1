import { z } from 'zod';
import { attributeTypeSchema } from './attribute-type.ts';
import { conditionsSchema } from './condition.ts';
import { actionIdSchema } from './ids.ts';
import { transitionSchema } from './intent-record.ts';
import type { Known } from './known.ts';
import { extrasSchema } from './message-block.ts';
import { jsonSchema } from './operand.ts';

/** A name with a text: a header, a query field, a form field, a cell of a row. */
export const namedValueSchema = z.looseObject({ name: z.string(), value: z.string() });
export type NamedValue = Known<z.infer<typeof namedValueSchema>>;

/** What a value has to look like, wherever one is checked: an input of an action, or a rule of a validation. */
export const valueFormatSchema = z.enum(['email', 'phone', 'iban', 'card', 'postcode', 'date', 'url']);
export type ValueFormat = z.infer<typeof valueFormatSchema>;

/** What a caller must give. `$name` in a request makes a required input; this adds its type, meaning and limits. */
const actionInputSchema = z.looseObject({
  name: z.string().max(200),
  type: attributeTypeSchema.default('string'),
  description: z.string().default(''),
  required: z.boolean().default(true),
  sensitive: z.boolean().default(false),
  format: valueFormatSchema.optional(),
  /** The only values it may have. */
  values: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  /** The whole value must fit this regular expression, of the kind that cannot hang. */
  pattern: z.string().max(1000).optional(),
});
export type ActionInput = Known<z.infer<typeof actionInputSchema>>;

/** What the action gives back. `from` is a JMESPath into its result; empty means the field `name`. */
const actionOutputSchema = z.looseObject({
  name: z.string().max(200),
  type: attributeTypeSchema.default('string'),
  description: z.string().default(''),
  from: z.string().max(2000).default(''),
  sensitive: z.boolean().default(false),
});
export type ActionOutput = Known<z.infer<typeof actionOutputSchema>>;

const confirmationSchema = z.looseObject({
  when: z.enum(['never', 'always', 'condition']).default('never'),
  conditions: conditionsSchema,
  question: z.string().default(''),
});

/** What happens to the talk when the action fails: go on (null), store something, say something, or go somewhere. */
const onFailureSchema = z.looseObject({
  message: z.string().default(''),
  transition: transitionSchema.nullable().default(null),
  /** Stored as if the action had given them, with the origin `default`. */
  outputs: z.record(z.string(), jsonSchema).optional(),
});

/** Tried again after a failed connection, a time-out, or one of the statuses. */
const retrySchema = z.looseObject({
  /** How often at most, the first attempt not counted. */
  times: z.number().int().min(1).max(10).default(2),
  /** Milliseconds before the first repetition. A longer `Retry-After` of the service counts instead. */
  wait: z.number().int().min(0).max(60_000).default(500),
  /** What each further wait is multiplied by. */
  factor: z.number().min(1).max(10).default(2),
  statuses: z.array(z.number().int().min(100).max(599)).default([429, 502, 503, 504]),
});
export type Retry = Known<z.infer<typeof retrySchema>>;

/** A successful result is given again for the same key. */
const cacheSchema = z.looseObject({
  /** A text with `$names`; empty means all arguments. */
  key: z.string().max(2000).default(''),
  seconds: z.number().int().min(1).max(2_592_000).default(300),
});
export type Cache = Known<z.infer<typeof cacheSchema>>;

export const rateLimitSchema = z.looseObject({
  calls: z.number().int().min(1).max(100_000).default(60),
  seconds: z.number().int().min(1).max(86_400).default(60),
});
export type RateLimit = Known<z.infer<typeof rateLimitSchema>>;

/** What actions of all kinds have. */
export const actionShape = {
  id: actionIdSchema,
  /** Unique; what designers and engineers call it, camelCase by custom. */
  name: z.string().max(200),
  description: z.string().default(''),
  /** What people may say when this action is wanted, for whoever reads the bundle. */
  examples: z.array(z.string()).optional(),
  enabled: z.boolean().default(true),
  /** It runs only while these hold; otherwise it is skipped and counts as failed. */
  conditions: conditionsSchema.removeDefault().optional(),
  inputs: z.array(actionInputSchema).default([]),
  outputs: z.array(actionOutputSchema).default([]),
  confirmation: confirmationSchema.default({ when: 'never', conditions: [], question: '' }),
  /** The least permission level a session needs, 0 for everyone. */
  permissionLevel: z.number().int().min(0).max(100).default(0),
  /** Milliseconds until a running action counts as failed, all attempts together. */
  timeout: z.number().int().min(1).max(600_000).default(10_000),
  retry: retrySchema.optional(),
  cache: cacheSchema.optional(),
  rateLimit: rateLimitSchema.optional(),
  /** How many may run at once, over all talks; absent means any number. */
  concurrency: z.number().int().min(1).max(64).optional(),
  onFailure: onFailureSchema.nullable().default(null),
  extras: extrasSchema.optional(),
};
