import { z } from 'zod';
import { attributeTypeSchema } from './attribute-type.ts';
import { conditionsSchema } from './condition.ts';
import { actionIdSchema, integrationIdSchema, mockIdSchema } from './ids.ts';
import { transitionSchema } from './intent-record.ts';
import type { Known } from './known.ts';
import { extrasSchema } from './message-block.ts';
import { jsonSchema, operandSchema, referenceTextSchema } from './operand.ts';

const namedValueSchema = z.looseObject({ name: z.string(), value: z.string() });
export type NamedValue = Known<z.infer<typeof namedValueSchema>>;

/** What a caller must give. `$name` in a request makes a required input; this adds its type and meaning. */
const actionInputSchema = z.looseObject({
  name: z.string().max(200),
  type: attributeTypeSchema.default('string'),
  description: z.string().default(''),
  required: z.boolean().default(true),
  sensitive: z.boolean().default(false),
});
export type ActionInput = Known<z.infer<typeof actionInputSchema>>;

/** What the action gives back. `from` is a JMESPath into the response body; empty means the field `name`. */
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

/** What happens to the talk when the action fails: go on (null), say something, or go somewhere. */
const onFailureSchema = z.looseObject({
  message: z.string().default(''),
  transition: transitionSchema.nullable().default(null),
});

const actionShape = {
  id: actionIdSchema,
  /** Unique; what designers and engineers call it, camelCase by custom. */
  name: z.string().max(200),
  description: z.string().default(''),
  enabled: z.boolean().default(true),
  inputs: z.array(actionInputSchema).default([]),
  outputs: z.array(actionOutputSchema).default([]),
  confirmation: confirmationSchema.default({ when: 'never', conditions: [], question: '' }),
  /** The least permission level a session needs, 0 for everyone. */
  permissionLevel: z.number().int().min(0).max(100).default(0),
  /** Milliseconds until a running action counts as failed. */
  timeout: z.number().int().min(1).max(600_000).default(10_000),
  onFailure: onFailureSchema.nullable().default(null),
  extras: extrasSchema.optional(),
};

export const requestMethodSchema = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);
export const requestSchema = z.looseObject({
  /** null: `baseUrl` stands alone. Otherwise the integration gives base URL, authentication and default headers. */
  integration: integrationIdSchema.nullable().default(null),
  baseUrl: z.string().max(4000).default(''),
  path: z.string().max(4000).default(''),
  method: requestMethodSchema.default('GET'),
  headers: z.array(namedValueSchema).default([]),
  query: z.array(namedValueSchema).default([]),
  body: z
    .discriminatedUnion('kind', [
      z.looseObject({ kind: z.literal('none') }),
      z.looseObject({ kind: z.literal('json'), text: z.string() }),
      z.looseObject({ kind: z.literal('form'), fields: z.array(namedValueSchema) }),
      z.looseObject({ kind: z.literal('text'), text: z.string() }),
    ])
    .default({ kind: 'none' }),
});
export type RequestTemplate = Known<z.infer<typeof requestSchema>>;

/** `api` makes one HTTP request; `setAttributes` writes attributes and needs nobody outside. */
export const actionRecordSchema = z.discriminatedUnion('kind', [
  z.looseObject({
    ...actionShape,
    kind: z.literal('api'),
    request: requestSchema,
    /** A JMESPath into the answer: when it finds false or nothing, the action failed whatever the status was. */
    succeedsWhen: z.string().max(2000).optional(),
  }),
  z.looseObject({
    ...actionShape,
    kind: z.literal('setAttributes'),
    assignments: z.array(z.looseObject({ reference: referenceTextSchema, value: operandSchema })).default([]),
  }),
]);
export type ActionRecord = Known<z.infer<typeof actionRecordSchema>>;
export type ApiActionRecord = Extract<ActionRecord, { kind: 'api' }>;
export type SetAttributesActionRecord = Extract<ActionRecord, { kind: 'setAttributes' }>;

/** An example answer of an action. In mock mode the first one, by order, whose `when` fits the arguments, answers. */
export const mockRecordSchema = z.looseObject({
  id: mockIdSchema,
  action: actionIdSchema,
  order: z.string().max(200),
  name: z.string().default(''),
  /** Argument name to the value it must equal, compared as text; empty fits everything. */
  when: z.record(z.string(), jsonSchema).default({}),
  status: z.number().int().min(100).max(599).default(200),
  body: jsonSchema.default(null),
  /** Milliseconds the answer pretends to take. */
  delay: z.number().int().min(0).max(600_000).default(0),
});
export type MockRecord = Known<z.infer<typeof mockRecordSchema>>;

/** A connection to one service. It holds names of secrets, never a secret. */
export const integrationRecordSchema = z.looseObject({
  id: integrationIdSchema,
  name: z.string().max(200),
  description: z.string().default(''),
  baseUrl: z.string().max(4000).default(''),
  headers: z.array(namedValueSchema).default([]),
  authentication: z
    .discriminatedUnion('kind', [
      z.looseObject({ kind: z.literal('none') }),
      z.looseObject({
        kind: z.literal('apiKey'),
        in: z.enum(['header', 'query']),
        name: z.string(),
        secret: z.string(),
      }),
      z.looseObject({ kind: z.literal('bearer'), secret: z.string() }),
      z.looseObject({ kind: z.literal('basic'), user: z.string(), secret: z.string() }),
    ])
    .default({ kind: 'none' }),
});
export type IntegrationRecord = Known<z.infer<typeof integrationRecordSchema>>;
