import { z } from 'zod';
import { actionRecordSchema } from '../../model/action-record.ts';
import { integrationRecordSchema } from '../../model/integration-record.ts';
import { mockRecordSchema } from '../../model/mock-record.ts';
import { attributeRecordSchema, contextRecordSchema } from '../../model/design-records.ts';
import { actionIdSchema, intentIdSchema, scenarioIdSchema } from '../../model/ids.ts';
import { speakerSchema } from '../../model/intent-record.ts';
import type { Known } from '../../model/known.ts';
import { operandSchema, referenceTextSchema } from '../../model/operand.ts';

export const bundleFormat = 'parley.bundle';
export const bundleVersion = 1;

/** Which intent uses which action, when, and where its values come from and go to. */
const mappingSchema = z.looseObject({
  intent: intentIdSchema,
  intentId: z.string(),
  /** Names from the conversation down to the turn, for people. */
  path: z.array(z.string()),
  speaker: speakerSchema,
  /** USER: right after the utterance is matched. APP: after its conditions, ahead of its message. */
  moment: z.enum(['afterMatch', 'beforeMessage']),
  action: actionIdSchema,
  inputs: z.record(z.string(), operandSchema),
  outputs: z.record(z.string(), referenceTextSchema),
});

/**
 * What leaves Parley for the engineer who builds the endpoints, and what another scenario needs to use the actions.
 * It names secrets and never holds one.
 */
export const bundleSchema = z.looseObject({
  format: z.literal(bundleFormat),
  version: z.literal(bundleVersion),
  name: z.string(),
  generatedFrom: z.looseObject({ scenario: scenarioIdSchema, program: z.string() }),
  actions: z.array(actionRecordSchema),
  attributes: z.array(attributeRecordSchema),
  contexts: z.array(contextRecordSchema),
  integrations: z.array(integrationRecordSchema),
  mappings: z.array(mappingSchema),
  mocks: z.array(mockRecordSchema),
});
export type Bundle = Known<z.infer<typeof bundleSchema>>;
export type BundleMapping = Bundle['mappings'][number];

/** The published JSON Schema of a bundle, draft 2020-12. */
export const bundleJsonSchema = (): object => ({
  title: 'Parley action bundle',
  ...z.toJSONSchema(bundleSchema, { target: 'draft-2020-12', io: 'input' }),
});
