import { z } from 'zod';
import { conditionsSchema } from './condition.ts';
import {
  actionIdSchema,
  actionUseIdSchema,
  conversationIdSchema,
  intentIdSchema,
  interpreterIdSchema,
  messageIdSchema,
  sceneIdSchema,
  turnIdSchema,
} from './ids.ts';
import type { Known } from './known.ts';
import { extrasSchema, messageBlockSchema } from './message-block.ts';
import { operandSchema, referenceTextSchema } from './operand.ts';

export type { MessageBlock } from './message-block.ts';

export const behaviorSchema = z.enum(['STARTING', 'OPEN', 'COMPLETING']);
export type Behavior = z.infer<typeof behaviorSchema>;
export const speakerSchema = z.enum(['USER', 'APP']);
export type Speaker = z.infer<typeof speakerSchema>;

/** Fields shared by every design level. `order` sorts siblings; `interpreter` null inherits from the level above. */
export const levelShape = {
  name: z.string(),
  description: z.string().default(''),
  order: z.string().max(200),
  behaviors: z.array(behaviorSchema).default([]),
  conditions: conditionsSchema,
  interpreter: interpreterIdSchema.nullable().default(null),
  extras: extrasSchema.optional(),
};

/** Where a conversation goes next. The deepest level given decides; the levels above it follow from it. */
export const transitionSchema = z.looseObject({
  conversation: conversationIdSchema.nullable().default(null),
  scene: sceneIdSchema.nullable().default(null),
  turn: turnIdSchema.nullable().default(null),
});
export type Transition = Known<z.infer<typeof transitionSchema>>;

/** An action on an intent: each input is read from a reference or a constant, each output goes to a reference. */
export const actionUseSchema = z.looseObject({
  id: actionUseIdSchema,
  action: actionIdSchema,
  inputs: z.record(z.string(), operandSchema).default({}),
  /** Output name to `context.attribute`. An output that is not listed goes to `user` under its own name. */
  outputs: z.record(z.string(), referenceTextSchema).default({}),
  extras: extrasSchema.optional(),
});
export type ActionUse = Known<z.infer<typeof actionUseSchema>>;

export const messageSchema = z.looseObject({
  id: messageIdSchema,
  name: z.string().default(''),
  conditions: conditionsSchema,
  blocks: z.array(messageBlockSchema).default([]),
  /** Nothing can be typed while it stands. */
  disableText: z.boolean().optional(),
  hideAvatar: z.boolean().optional(),
  /** By language, then by the text in the scenario's own language. A text that is missing is said in that one. */
  translations: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  extras: extrasSchema.optional(),
});
export type Message = Known<z.infer<typeof messageSchema>>;

/** One thing said. `intentId` is what interpreters answer with; several USER intents may share it. */
export const intentRecordSchema = z.looseObject({
  id: intentIdSchema,
  turn: turnIdSchema,
  bucket: z.enum(['request', 'response']),
  speaker: speakerSchema,
  intentId: z.string().max(200),
  ...levelShape,
  /** The least confidence, 0 to 1, at which an interpretation counts as this intent. USER intents only. */
  confidence: z.number().min(0).max(1).default(0.5),
  samples: z.array(z.string()).default([]),
  /** `context.attribute` for each attribute the interpretation should fill. */
  expectedAttributes: z.array(referenceTextSchema).default([]),
  /** Ids of previous intents after which this one is preferred. */
  listensFor: z.array(z.string()).default([]),
  /** Set before the actions run. */
  setAttributes: z.array(z.looseObject({ reference: referenceTextSchema, value: operandSchema })).default([]),
  actions: z.array(actionUseSchema).default([]),
  messages: z.array(messageSchema).default([]),
  transition: transitionSchema.nullable().default(null),
  /** The USER intent id the engine says to itself after this APP intent. */
  virtualIntent: z.string().max(200).nullable().default(null),
});
export type IntentRecord = Known<z.infer<typeof intentRecordSchema>>;
