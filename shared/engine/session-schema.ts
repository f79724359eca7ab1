import { z } from 'zod';
import { rankingSchema } from '../interpret/ranking-schema.ts';
import { actionIdSchema, actionUseIdSchema, interpreterIdSchema } from '../model/ids.ts';
import { jsonSchema } from '../model/operand.ts';
import { actionFailureSchema, originSchema } from './effect.ts';
import { queueLimit } from './limits.ts';
import type { SessionState } from './session-state.ts';
import { historyEntries, historyFlaw } from './talk-history.ts';
import { utteranceSchema } from './utterance.ts';

const count = z.number().int().nonnegative();
const idText = z.string().max(2000);
const contextsSchema = z.record(z.string(), z.record(z.string(), jsonSchema));

const askedSearchShape = {
  asked: z.number(),
  entered: count,
  guards: z.record(z.string(), z.boolean()),
  concealed: z.boolean(),
  readings: z.array(z.strictObject({ interpreter: interpreterIdSchema, seq: count, ranking: rankingSchema })),
};

const cursorSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('understand'), ...askedSearchShape }),
  z.strictObject({ at: z.literal('actions'), intent: idText, next: count }),
  z.strictObject({ at: z.literal('reply') }),
  z.strictObject({ at: z.literal('message'), intent: idText }),
  z.strictObject({ at: z.literal('virtual'), intent: idText }),
  z.strictObject({ at: z.literal('end') }),
]);

const pendingSchema = z.strictObject({ effect: idText, interpreter: interpreterIdSchema, requested: count });
const awaitedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('effect'), effect: idText, use: actionUseIdSchema, requested: count }),
  z.strictObject({ kind: z.literal('interpretation'), pending: z.array(pendingSchema).min(1) }),
  z.strictObject({
    kind: z.literal('confirmation'),
    use: actionUseIdSchema,
    arguments: z.record(z.string(), jsonSchema),
    asked: count,
    step: z.strictObject({ place: idText, label: idText, action: actionIdSchema }).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('workflow'), use: actionUseIdSchema }),
]);

const byPlace = <Value extends z.ZodType>(value: Value): z.ZodRecord<z.ZodString, Value> => z.record(z.string(), value);
const workflowSchema = z.strictObject({
  use: actionUseIdSchema,
  frames: byPlace(
    z.strictObject({
      effect: idText,
      requested: count,
      action: actionIdSchema,
      began: z.number(),
      arguments: z.record(z.string(), jsonSchema),
      hidden: z.array(z.string()),
    }),
  ),
  lists: byPlace(z.array(jsonSchema)),
  done: byPlace(
    z.strictObject({
      outcome: z.enum(['succeeded', 'failed', 'skipped']),
      outputs: z.record(z.string(), jsonSchema).nullable(),
      failure: actionFailureSchema.nullable(),
      detail: z.string(),
      origin: originSchema,
    }),
  ),
  pending: z.array(z.strictObject({ place: idText, effect: idText, requested: count })),
});

const exchangeSchema = z
  .strictObject({
    utterance: utteranceSchema,
    heardBefore: z.number().nullable(),
    root: count,
    cause: count,
    cursor: cursorSchema,
    awaited: awaitedSchema.nullable(),
    matched: idText.nullable(),
    selected: z.array(idText),
    visited: z.array(idText),
    virtuals: count,
    actions: count,
    steps: count,
    exhausted: z.boolean(),
    // Last, where a step puts it: what is read is written as it was.
    workflow: workflowSchema.exactOptional(),
  })
  .refine(
    // Otherwise it would wait for an answer that nobody takes.
    ({ awaited, cursor }) => awaited?.kind !== 'interpretation' || cursor.at === 'understand',
    { path: ['awaited'], error: 'Expected an exchange that is being understood, since interpreters are awaited.' },
  )
  .refine(
    ({ awaited, workflow, cursor }) => {
      const isOfStep = awaited?.kind === 'workflow' || (awaited?.kind === 'confirmation' && awaited.step !== undefined);
      if (workflow === undefined) return !isOfStep;
      const isAwaited = awaited?.kind === 'confirmation' || workflow.pending.length > 0;
      return isOfStep && isAwaited && cursor.at === 'actions' && workflow.frames[''] !== undefined;
    },
    { path: ['workflow'], error: 'Expected a workflow that is awaited, and nothing else of the kind.' },
  );

const historySchema = z
  .array(idText.nullable())
  .max(historyEntries)
  .superRefine((history, context) => {
    const flaw = historyFlaw(history);
    if (flaw === null) return;
    context.addIssue({
      code: 'custom',
      path: [flaw],
      message: 'Expected who spoke, the intent and the words, in turn.',
    });
  });

/** A session as it may come from a file somebody wrote. The engine goes on with any state this lets through. */
export const sessionStateSchema: z.ZodType<SessionState> = z.strictObject({
  v: z.literal(1),
  session: z.string().max(200),
  user: z.string().max(2000),
  program: z.string().max(200),
  permissionLevel: z.number(),
  seed: z.number().int().min(0).max(0xffffffff),
  seq: count,
  exchange: count,
  openedAt: z.number(),
  heardAt: z.number().nullable(),
  zone: z.string().max(100).exactOptional(),
  position: z.strictObject({
    conversation: idText.nullable(),
    scene: idText.nullable(),
    turn: idText.nullable(),
    intent: idText.nullable(),
    midTurn: z.boolean(),
  }),
  previous: idText.nullable(),
  completed: idText.nullable(),
  contexts: contextsSchema,
  history: historySchema,
  current: exchangeSchema.nullable(),
  queue: z.array(utteranceSchema).max(queueLimit),
});
