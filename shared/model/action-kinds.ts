import { z } from 'zod';
import { actionShape, namedValueSchema, valueFormatSchema } from './action-parts.ts';
import { conditionsSchema } from './condition.ts';
import { actionIdSchema, integrationIdSchema } from './ids.ts';
import type { Known } from './known.ts';
import { jsonSchema, operandSchema, referenceTextSchema, type Operand } from './operand.ts';
import type { Condition } from './condition.ts';
import type { ActionId } from './ids.ts';

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
  /** Present and true: redirects are followed, without anything derived from a secret. */
  followRedirects: z.boolean().optional(),
});
export type RequestTemplate = Known<z.infer<typeof requestSchema>>;

export const statusClassSchema = z.enum(['1xx', '2xx', '3xx', '4xx', '5xx']);

/** One HTTP request. */
export const apiShape = {
  ...actionShape,
  kind: z.literal('api'),
  request: requestSchema,
  /** A JMESPath into the answer: when it finds false or nothing, the action failed whatever the status was. */
  succeedsWhen: z.string().max(2000).optional(),
  /** By class of status: succeeded, failed, or a JMESPath that decides. A class that is missing succeeds below 400. */
  successes: z.partialRecord(statusClassSchema, z.union([z.boolean(), z.string().max(2000)])).optional(),
};

/** Writes attributes and needs nobody outside. */
export const setAttributesShape = {
  ...actionShape,
  kind: z.literal('setAttributes'),
  assignments: z.array(z.looseObject({ reference: referenceTextSchema, value: operandSchema })).default([]),
};

/** `def execute_action(context)`; what it returns is the result. */
export const pythonShape = {
  ...actionShape,
  kind: z.literal('python'),
  code: z.string().max(200_000).default(''),
  /** The model that `llm_classify_binary` and `llm_classify_category` ask; absent: clear words decide, or the fallback. */
  classifier: z
    .looseObject({
      provider: z.enum(['openai', 'anthropic']).default('openai'),
      integration: integrationIdSchema.nullable().default(null),
      path: z.string().max(4000).default(''),
      model: z.string().max(200).default(''),
    })
    .optional(),
};

/** One rule or recorded reply of the scripted provider: the first whose `contains` is found in the prompt answers. */
const scriptedReplySchema = z.looseObject({
  contains: z.string().max(2000).default(''),
  reply: z.string().default(''),
  /** Values of the outputs, where the action has any. */
  outputs: z.record(z.string(), jsonSchema).optional(),
});

/**
 * A text from a language model: `llm_response`, `action_success`, `llm_action_error`, and with `structured` the outputs,
 * whose descriptions say what to extract. `scripted` answers from `script`, here and always the same.
 */
export const llmShape = {
  ...actionShape,
  kind: z.literal('llm'),
  provider: z.enum(['scripted', 'openai', 'anthropic']).default('scripted'),
  integration: integrationIdSchema.nullable().default(null),
  /** Empty means the usual one of the provider. */
  path: z.string().max(4000).default(''),
  model: z.string().max(200).default(''),
  system: z.string().max(100_000).default(''),
  /** Empty means what was said last. */
  prompt: z.string().max(100_000).default(''),
  /** How many lines of the talk go along. */
  history: z.number().int().min(0).max(24).default(0),
  structured: z.boolean().default(false),
  temperature: z.number().min(0).max(2).optional(),
  topP: z.number().min(0).max(1).optional(),
  maxTokens: z.number().int().min(1).max(1_000_000).optional(),
  frequencyPenalty: z.number().min(-2).max(2).optional(),
  presencePenalty: z.number().min(-2).max(2).optional(),
  seed: z.number().int().optional(),
  stop: z.array(z.string()).optional(),
  effort: z.enum(['low', 'medium', 'high']).optional(),
  /** A prompt or a reply that holds one of these, in any case, is not used. */
  excludedPrompts: z.array(z.string()).optional(),
  excludedReplies: z.array(z.string()).optional(),
  /** Goes into `llm_response` when it fails. */
  failureText: z.string().default(''),
  script: z.array(scriptedReplySchema).default([]),
};

/** One statement. `$name` is a bound parameter. The result is `{rows, count, first}`. */
export const databaseShape = {
  ...actionShape,
  kind: z.literal('database'),
  engine: z.enum(['sqlite', 'postgres']).default('sqlite'),
  /** A file beside the scenario; empty means the sample database Parley makes. SQLite only. */
  file: z.string().max(1000).default(''),
  /** PostgreSQL only: its base URL is `postgres://host:port/database`. */
  integration: integrationIdSchema.nullable().default(null),
  query: z.string().max(100_000).default(''),
  /** Absent means true: nothing is written. */
  readOnly: z.boolean().optional(),
  rowLimit: z.number().int().min(1).max(10_000).default(100),
};

/** Named expressions in CEL, each seeing the inputs and the ones before. The result holds them by name. */
export const calculationShape = {
  ...actionShape,
  kind: z.literal('calculation'),
  steps: z.array(z.looseObject({ name: z.string().max(200), expression: z.string().max(10_000) })).default([]),
};

const ruleShape = { reason: z.string().default('') };
const inputRuleShape = { ...ruleShape, input: z.string().max(200) };
const weekdaySchema = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);
/** The first rule that does not hold decides: the result is `{valid, reason, failed}`. */
export const validationRuleSchema = z.discriminatedUnion('kind', [
  z.looseObject({
    ...inputRuleShape,
    kind: z.literal('format'),
    format: valueFormatSchema,
    country: z.string().optional(),
  }),
  z.looseObject({ ...inputRuleShape, kind: z.literal('pattern'), pattern: z.string().max(1000) }),
  z.looseObject({
    ...inputRuleShape,
    kind: z.literal('range'),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
  }),
  z.looseObject({ ...inputRuleShape, kind: z.literal('oneOf'), values: z.array(z.string()).default([]) }),
  /** A date and time inside opening hours, and not too near or far. Times are `HH:MM` on the clock of the value. */
  z.looseObject({
    ...inputRuleShape,
    kind: z.literal('available'),
    weekdays: z.array(weekdaySchema).default([]),
    from: z.string().default(''),
    to: z.string().default(''),
    minimumDays: z.number().int().optional(),
    maximumDays: z.number().int().optional(),
  }),
  /** Any condition on the inputs, in CEL: `age >= 18 && country in ['GR', 'CY']`. */
  z.looseObject({ ...ruleShape, kind: z.literal('eligible'), expression: z.string().max(10_000) }),
]);
export type ValidationRule = Known<z.infer<typeof validationRuleSchema>>;
export const validationShape = {
  ...actionShape,
  kind: z.literal('validation'),
  rules: z.array(validationRuleSchema).default([]),
};

/**
 * A step of a workflow. References inside read `{args.name}` (inputs), `{steps.name.output}` (what an earlier step gave)
 * and, in a loop, `{loop.item}` and `{loop.index}`, beside the contexts of the talk. `name` is unique in the workflow.
 */
type StepShape =
  | {
      kind: 'action';
      name: string;
      action: ActionId;
      inputs: Record<string, Operand>;
      conditions: Condition[];
      /** Whether the workflow fails, or goes on, when this step does. */
      stopOnFailure: boolean;
    }
  /** Once for each item; `limit` is the guard: more items fail the workflow before the first. */
  | { kind: 'each'; name: string; list: Operand; limit: number; steps: StepShape[] }
  /** Branches that do not wait for each other. */
  | { kind: 'together'; name: string; branches: StepShape[][] };
export type WorkflowStep = Known<StepShape>;
const stepName = z.string().max(200);
export const workflowStepSchema: z.ZodType<StepShape> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      z.looseObject({
        kind: z.literal('action'),
        name: stepName,
        action: actionIdSchema,
        inputs: z.record(z.string(), operandSchema).default({}),
        conditions: conditionsSchema,
        stopOnFailure: z.boolean().default(true),
      }),
      z.looseObject({
        kind: z.literal('each'),
        name: stepName,
        list: operandSchema,
        limit: z.number().int().min(1).max(1000).default(50),
        steps: z.array(workflowStepSchema).default([]),
      }),
      z.looseObject({
        kind: z.literal('together'),
        name: stepName,
        branches: z.array(z.array(workflowStepSchema)).default([]),
      }),
    ]),
  )
  .meta({ id: 'WorkflowStep' });

/** Other actions in order. The result is `{steps: {name: outputs}}`: for a loop a list of such objects. */
export const workflowShape = {
  ...actionShape,
  kind: z.literal('workflow'),
  steps: z.array(workflowStepSchema).default([]),
};
