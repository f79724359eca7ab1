import { z } from 'zod';
import {
  conversationRecordSchema,
  noteRecordSchema,
  placementRecordSchema,
  sceneRecordSchema,
  testRecordSchema,
  turnRecordSchema,
  viewRecordSchema,
  worldSchema,
} from '../../model/design-records.ts';
import { idTextSchema, scenarioIdSchema } from '../../model/ids.ts';
import { actionUseSchema, intentRecordSchema } from '../../model/intent-record.ts';
import { interpreterRecordSchema } from '../../model/interpreter-record.ts';
import type { Known } from '../../model/known.ts';
import { bundleSchema } from '../bundle/bundle-schema.ts';

export const clipFormat = 'parley.clip';
export const clipVersion = 1;

/**
 * Part of a scenario as it lies on the clipboard: what was selected with everything inside it, and beside it what it
 * speaks of, so that it works elsewhere too. It names secrets and never holds one.
 */
export const clipSchema = z.looseObject({
  format: z.literal(clipFormat),
  version: z.literal(clipVersion),
  from: z.looseObject({ scenario: scenarioIdSchema, name: z.string() }),
  /** What was selected, outermost only: ids of records in here. */
  roots: z.array(idTextSchema),
  conversations: z.array(conversationRecordSchema).default([]),
  scenes: z.array(sceneRecordSchema).default([]),
  turns: z.array(turnRecordSchema).default([]),
  intents: z.array(intentRecordSchema).default([]),
  /** Uses of actions that were selected without their intent. */
  uses: z.array(actionUseSchema).default([]),
  interpreters: z.array(interpreterRecordSchema).default([]),
  views: z.array(viewRecordSchema).default([]),
  notes: z.array(noteRecordSchema).default([]),
  tests: z.array(testRecordSchema).default([]),
  /** The worlds that example answers in here belong to. */
  worlds: z.array(worldSchema).default([]),
  placements: z.array(placementRecordSchema).default([]),
  /** Where the roots stood on the canvas, so that they stand to each other as they did. */
  corners: z.record(idTextSchema, z.looseObject({ x: z.number(), y: z.number() })).default({}),
  /** Actions with their example answers, integrations, attributes and contexts. */
  bundle: bundleSchema,
});
export type Clip = Known<z.infer<typeof clipSchema>>;

/** The tables of a clip whose records hang from each other, outermost first. */
export const clipLevels = ['conversations', 'scenes', 'turns', 'intents'] as const;
export type ClipLevel = (typeof clipLevels)[number];
