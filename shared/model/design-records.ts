import { z } from 'zod';
import { attributeTypeSchema, type AttributeMember } from './attribute-type.ts';
import { conditionsSchema } from './condition.ts';
import {
  attributeIdSchema,
  contextIdSchema,
  conversationIdSchema,
  idTextSchema,
  interpreterIdSchema,
  noteIdSchema,
  scenarioIdSchema,
  sceneIdSchema,
  testIdSchema,
  turnIdSchema,
  viewIdSchema,
} from './ids.ts';
import { levelShape } from './intent-record.ts';
import type { Known } from './known.ts';
import { extrasSchema } from './message-block.ts';
import { pictureFault } from './note-picture.ts';
import { jsonSchema } from './operand.ts';

export const worldSchema = z.looseObject({
  id: idTextSchema,
  name: z.string().max(200),
  description: z.string().default(''),
});
export type World = Known<z.infer<typeof worldSchema>>;

export const scenarioRecordSchema = z.looseObject({
  id: scenarioIdSchema,
  name: z.string(),
  description: z.string().default(''),
  conditions: conditionsSchema,
  interpreter: interpreterIdSchema.nullable().default(null),
  /** Seconds of silence after which a session has expired; null means never. */
  sessionLifetime: z.number().positive().nullable().default(null),
  /** Typed equality in conditions, as older systems compare. */
  strict: z.boolean().default(false),
  /** A missing attribute counts as an empty value of its type, as older systems read it. */
  typedEmpty: z.boolean().default(false),
  /** The language messages are written in, and those they are translated into. */
  languages: z.looseObject({ base: z.string(), others: z.array(z.string()).default([]) }).optional(),
  /** Named sets of example answers: everything goes well, declined, slow, down. */
  worlds: z.array(worldSchema).optional(),
  /** Names such as `local` and `staging`; integrations say what differs in each. */
  environments: z.array(z.string().min(1).max(100)).optional(),
  extras: extrasSchema.optional(),
});
export type ScenarioRecord = Known<z.infer<typeof scenarioRecordSchema>>;

export const conversationRecordSchema = z.looseObject({ id: conversationIdSchema, ...levelShape });
export type ConversationRecord = Known<z.infer<typeof conversationRecordSchema>>;

export const sceneRecordSchema = z.looseObject({
  id: sceneIdSchema,
  conversation: conversationIdSchema,
  ...levelShape,
});
export type SceneRecord = Known<z.infer<typeof sceneRecordSchema>>;

export const turnRecordSchema = z.looseObject({
  id: turnIdSchema,
  scene: sceneIdSchema,
  ...levelShape,
  /** Ids of intents or turns after which this turn may be entered although it is not OPEN. */
  validOrigins: z.array(z.string()).default([]),
});
export type TurnRecord = Known<z.infer<typeof turnRecordSchema>>;

const attributeMemberSchema: z.ZodType<AttributeMember> = z
  .lazy(() =>
    z.strictObject({
      name: z.string().min(1).max(200),
      type: attributeTypeSchema,
      members: z.array(attributeMemberSchema).optional(),
    }),
  )
  .meta({ id: 'AttributeMember' });

/** A named, typed value. `name` is what references say; not registered means string. */
export const attributeRecordSchema = z.looseObject({
  id: attributeIdSchema,
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/, 'an attribute name: a letter, then letters, digits and "_"'),
  type: attributeTypeSchema.default('string'),
  description: z.string().default(''),
  sensitive: z.boolean().default(false),
  example: jsonSchema.default(null),
  /** What a composite, or each item of a collection of composites, consists of. */
  members: z.array(attributeMemberSchema).optional(),
  /** The only values people may give it, each with other words for it: for interpreters, not for actions. */
  values: z.array(z.looseObject({ value: z.string(), synonyms: z.array(z.string()).default([]) })).optional(),
  /** What a value looks like when people say it: a regular expression that cannot hang, its first group the value. */
  pattern: z.string().max(1000).optional(),
});
export type AttributeRecord = Known<z.infer<typeof attributeRecordSchema>>;

/** A context beside the built-in ones, or the constants of `global`. */
export const contextRecordSchema = z.looseObject({
  id: contextIdSchema,
  name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'a context name: letters, digits and "_"'),
  description: z.string().default(''),
  lifetime: z.enum(['user', 'session', 'constant']).default('session'),
  /** Values at the start; for `constant` the only ones. */
  values: z.record(z.string(), jsonSchema).default({}),
});
export type ContextRecord = Known<z.infer<typeof contextRecordSchema>>;

/** A conversation test: what is said, and what must come back. */
export const testRecordSchema = z.looseObject({
  id: testIdSchema,
  order: z.string().max(200),
  name: z.string(),
  steps: z
    .array(
      z.discriminatedUnion('kind', [
        z.looseObject({
          kind: z.literal('say'),
          text: z.string(),
          /** What was pressed or sent, where nothing was typed: of a button with its value, of a form with its fields. */
          callback: z.string().max(2000).optional(),
          value: z.string().optional(),
          fields: z.record(z.string(), jsonSchema).optional(),
        }),
        z.looseObject({ kind: z.literal('expect'), intentId: z.string().default(''), text: z.string().default('') }),
      ]),
    )
    .default([]),
});
export type TestRecord = Known<z.infer<typeof testRecordSchema>>;
export type TestStep = TestRecord['steps'][number];

/**
 * Where something is drawn, in canvas pixels, relative to the frame that holds it. Keyed by the id of a conversation,
 * scene, turn, intent or action use; without one, the canvas places it.
 */
export const placementRecordSchema = z.looseObject({
  id: idTextSchema,
  x: z.number(),
  y: z.number(),
});
export type PlacementRecord = Known<z.infer<typeof placementRecordSchema>>;

/** A context, or an action no intent uses yet, shown on the canvas. A context may be shown in several places. */
export const viewRecordSchema = z.looseObject({
  id: viewIdSchema,
  kind: z.enum(['context', 'action']),
  /** The name of a context, or the id of an action. */
  shows: z.string().max(200),
  x: z.number(),
  y: z.number(),
});
export type ViewRecord = Known<z.infer<typeof viewRecordSchema>>;

/** What a note can look like: a sheet of paper, a coloured area behind other things, large words, a picture. */
export const noteForms = ['note', 'area', 'label', 'picture'] as const;
export type NoteForm = (typeof noteForms)[number];

/** The hues there are for ideas. A note without one is yellow paper. */
export const noteColours = ['neutral', 'accent', 'user', 'app', 'action', 'data', 'ok', 'problem'] as const;
export type NoteColour = (typeof noteColours)[number];

export const noteRecordSchema = z.looseObject({
  id: noteIdSchema,
  text: z.string(),
  x: z.number(),
  y: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
  /** Left out for the ordinary one. */
  form: z.enum(['area', 'label', 'picture']).optional(),
  colour: z.enum(noteColours).optional(),
  /** The picture itself, as a data address; its text then says what is to be seen. */
  picture: z
    .string()
    .superRefine((address, context) => {
      const fault = pictureFault(address);
      if (fault !== null) context.addIssue({ code: 'custom', message: fault });
    })
    .optional(),
});
export type NoteRecord = Known<z.infer<typeof noteRecordSchema>>;

export const formOf = (note: NoteRecord): NoteForm => note.form ?? 'note';
