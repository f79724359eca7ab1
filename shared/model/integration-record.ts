import { z } from 'zod';
import { requestMethodSchema } from './action-kinds.ts';
import { namedValueSchema, rateLimitSchema } from './action-parts.ts';
import { integrationIdSchema } from './ids.ts';
import type { Known } from './known.ts';
import { extrasSchema } from './message-block.ts';

/** How a service is told who is calling. It holds names of secrets, never a secret. */
export const authenticationSchema = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('none') }),
  z.looseObject({ kind: z.literal('apiKey'), in: z.enum(['header', 'query']), name: z.string(), secret: z.string() }),
  z.looseObject({ kind: z.literal('bearer'), secret: z.string() }),
  z.looseObject({
    kind: z.literal('basic'),
    user: z.string(),
    secret: z.string(),
    /** Present and true: the secret stands in the place of the name, and `user` in that of the password. */
    swapped: z.boolean().optional(),
  }),
  /** OAuth 2 client credentials: `secret` names the client's secret, the token is fetched and renewed by the host. */
  z.looseObject({
    kind: z.literal('oauth2'),
    tokenUrl: z.string().max(4000),
    clientId: z.string(),
    secret: z.string(),
    scope: z.string().default(''),
    audience: z.string().default(''),
    /** Where the client's own name and secret go. */
    send: z.enum(['header', 'body']).default('header'),
  }),
]);
export type Authentication = Known<z.infer<typeof authenticationSchema>>;

/** Something the service can do, for actions to start from. */
const operationSchema = z.looseObject({
  name: z.string().max(200),
  description: z.string().default(''),
  method: requestMethodSchema.default('GET'),
  path: z.string().max(4000).default(''),
});
export type Operation = Known<z.infer<typeof operationSchema>>;

/** What is different in one environment; what is not given stays as the integration says. */
const environmentSchema = z.looseObject({
  baseUrl: z.string().max(4000).default(''),
  /** The name of the secret used instead. */
  secret: z.string().default(''),
});

/** A connection to one service. */
export const integrationRecordSchema = z.looseObject({
  id: integrationIdSchema,
  name: z.string().max(200),
  description: z.string().default(''),
  baseUrl: z.string().max(4000).default(''),
  headers: z.array(namedValueSchema).default([]),
  authentication: authenticationSchema.default({ kind: 'none' }),
  rateLimit: rateLimitSchema.optional(),
  /** Milliseconds; the shorter of this and the action's own counts. */
  timeout: z.number().int().min(1).max(600_000).optional(),
  operations: z.array(operationSchema).optional(),
  /** By name of an environment of the scenario. */
  environments: z.record(z.string(), environmentSchema).optional(),
  extras: extrasSchema.optional(),
});
export type IntegrationRecord = Known<z.infer<typeof integrationRecordSchema>>;
