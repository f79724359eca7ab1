import { z } from 'zod';
import { integrationIdSchema, interpreterIdSchema } from './ids.ts';
import type { Known } from './known.ts';
import { extrasSchema } from './message-block.ts';

const interpreterShape = {
  id: interpreterIdSchema,
  name: z.string(),
  /** Callback id to intent id, for example `WELCOME` to `intent.core.welcome`. No model is asked for these. */
  callbacks: z.record(z.string(), z.string()).default({}),
  extras: extrasSchema.optional(),
};

/** What has to be asked over the network. The integration gives base URL, headers and authentication. */
const askedShape = {
  ...interpreterShape,
  integration: integrationIdSchema.nullable().default(null),
  /** Milliseconds until an interpreter that has not answered counts as having understood nothing. */
  timeout: z.number().int().min(1).max(600_000).default(10_000),
};

/** Names of intents at a service to intent ids here; one that is not listed is itself the intent id. */
const intentNamesSchema = z.record(z.string(), z.string()).default({});

/** What is said means `intentId` when the pattern is found in it; the first rule of an intent that fits counts. */
const patternRuleSchema = z.looseObject({
  /** A regular expression that cannot hang: no look-around, no back-references. `(?i)` in front for any case. */
  pattern: z.string().max(1000),
  intentId: z.string().max(200),
  /** Group, by name or number, to attribute. A named group that is not listed is the attribute of its name. */
  captures: z.record(z.string(), z.string()).default({}),
});
export type PatternRule = Known<z.infer<typeof patternRuleSchema>>;

/**
 * Who reads what people say. `embedded` reads callbacks, intent ids and sample utterances on this machine; `semantic`
 * does the same with a model of meaning, where that is installed; `pattern` goes by rules and reads no samples. The
 * others are asked over the network.
 */
export const interpreterRecordSchema = z.discriminatedUnion('kind', [
  z.looseObject({ ...interpreterShape, kind: z.literal('embedded') }),
  z.looseObject({ ...interpreterShape, kind: z.literal('semantic') }),
  z.looseObject({ ...interpreterShape, kind: z.literal('pattern'), rules: z.array(patternRuleSchema).default([]) }),
  /** A language model behind an address that speaks as OpenAI's does. */
  z.looseObject({
    ...askedShape,
    kind: z.literal('llm'),
    path: z.string().max(4000).default('/chat/completions'),
    model: z.string().max(200).default(''),
    /** What the model should know of the subject, in the designer's words. */
    instructions: z.string().max(8000).default(''),
    /** How the service is told to answer in JSON: by schema, as any object, or by the prompt alone. */
    answer: z.enum(['schema', 'object', 'prompt']).default('schema'),
  }),
  /** A service that answers as Dialogflow ES does. `$session` in the path is new for every utterance. */
  z.looseObject({
    ...askedShape,
    kind: z.literal('dialogflow'),
    path: z.string().max(4000).default(''),
    intents: intentNamesSchema,
  }),
  /** A service that answers as Amazon Lex V2 does. `$session` in the path is new for every utterance. */
  z.looseObject({
    ...askedShape,
    kind: z.literal('lex'),
    path: z.string().max(4000).default(''),
    intents: intentNamesSchema,
  }),
]);
export type InterpreterRecord = Known<z.infer<typeof interpreterRecordSchema>>;
export type InterpreterKind = InterpreterRecord['kind'];

/** An interpreter of one of these kinds. */
export type InterpreterOf<Kind extends InterpreterKind> = Extract<InterpreterRecord, { kind: Kind }>;
/** An interpreter that is asked over the network. */
export type AskedInterpreter = InterpreterOf<'llm' | 'dialogflow' | 'lex'>;

export const isAsked = (record: InterpreterRecord): record is AskedInterpreter =>
  record.kind === 'llm' || record.kind === 'dialogflow' || record.kind === 'lex';

/** Whether its answer has to be waited for. */
export const isAsynchronous = (record: InterpreterRecord): boolean => isAsked(record) || record.kind === 'semantic';
