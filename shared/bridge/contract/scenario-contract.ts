import { z } from 'zod';

/** An opaque token the host hands out for a file it opened; the renderer never names a path. */
export const fileTokenSchema = z.string().regex(/^file-[0-9a-f]{32}$/);

/** Edits found in the journal of a session that did not end well, newer than the file. */
const recoverySchema = z.strictObject({
  text: z.string(),
  savedAt: z.number(),
  edits: z.number(),
  /** What the file held when these edits began, and its hash: given when another program wrote the file since. */
  base: z.strictObject({ text: z.string(), hash: z.string() }).optional(),
});
export type Recovery = z.infer<typeof recoverySchema>;

/** A file as it was read. `text` is not parsed here: reading is the renderer's and the engine's, with the same reader. */
export const openedScenarioSchema = z.strictObject({
  file: fileTokenSchema,
  name: z.string(),
  /** The folder, for people. */
  place: z.string(),
  text: z.string(),
  /** SHA-256 of the bytes, to notice that somebody else changed the file. */
  hash: z.string(),
  /** Made on this machine or trusted by its person: live actions and secrets are allowed. */
  trusted: z.boolean(),
  recovery: recoverySchema.nullable(),
  /** Where it was before another program renamed or moved it, and how many named versions came along. */
  moved: z.strictObject({ name: z.string(), place: z.string(), versions: z.number() }).optional(),
});
export type OpenedScenario = z.infer<typeof openedScenarioSchema>;

const cancelledSchema = z.strictObject({ kind: z.literal('cancelled') });
const openOutcomeSchema = z.discriminatedUnion('kind', [
  cancelledSchema,
  z.strictObject({ kind: z.literal('opened'), scenario: openedScenarioSchema }),
]);

export const recentFileSchema = z.strictObject({
  file: fileTokenSchema,
  name: z.string(),
  place: z.string(),
  openedAt: z.number(),
  /** Stays in the list however many others are opened. */
  pinned: z.boolean(),
});
export type RecentFile = z.infer<typeof recentFileSchema>;

const textSchema = z.string().max(64 * 1024 * 1024);

export const scenarioContract = {
  /** What this window should show first: a file given on start, the work of a crashed session, or nothing (the sample). */
  'scenario.startup': {
    input: z.strictObject({}),
    output: z.strictObject({
      opened: openedScenarioSchema.nullable(),
      /** Work never saved to a file, found in the journal. */
      unsaved: recoverySchema.nullable(),
    }),
  },
  'scenario.choose': { input: z.strictObject({}), output: openOutcomeSchema },
  'scenario.reopen': { input: z.strictObject({ file: fileTokenSchema }), output: openOutcomeSchema },
  /** A file dropped on the window; the path comes from the preload's own look at the drop, not from page script. */
  'scenario.openDropped': { input: z.strictObject({ path: z.string().max(4096) }), output: openOutcomeSchema },
  'scenario.recent': { input: z.strictObject({}), output: z.strictObject({ files: z.array(recentFileSchema) }) },
  'scenario.save': {
    input: z.strictObject({ file: fileTokenSchema, text: textSchema, ifHash: z.string().nullable() }),
    output: z.strictObject({ hash: z.string() }),
  },
  'scenario.saveAs': {
    input: z.strictObject({ suggestedName: z.string().max(200), text: textSchema }),
    output: z.discriminatedUnion('kind', [
      cancelledSchema,
      z.strictObject({
        kind: z.literal('saved'),
        file: fileTokenSchema,
        name: z.string(),
        place: z.string(),
        hash: z.string(),
        /** How many named versions went along from the file it was in before. */
        versions: z.number().optional(),
      }),
    ]),
  },
  /**
   * Remembers unsaved work: called within 250 ms of every edit. `edits` are Diffs since the last call, as JSON;
   * `base` is given when the journal starts anew (opened, saved, or replaced): the text they apply to.
   */
  'scenario.journal': {
    input: z.strictObject({
      file: fileTokenSchema.nullable(),
      base: textSchema.nullable(),
      /** Of the bytes in the file that `base` was read from or written as. */
      hash: z.string().max(64).optional(),
      edits: z.array(z.string().max(16 * 1024 * 1024)),
    }),
    output: z.strictObject({ sequence: z.number() }),
  },
  'scenario.discardJournal': {
    input: z.strictObject({ file: fileTokenSchema.nullable() }),
    output: z.strictObject({}),
  },
  /** To trust is asked by the host itself, so that no page can do it; `trusted` is what came of it. */
  'scenario.trust': {
    input: z.strictObject({ file: fileTokenSchema, trusted: z.boolean() }),
    output: z.strictObject({ trusted: z.boolean() }),
  },
  /** Lets go of the file, so that another window may open it. */
  'scenario.close': { input: z.strictObject({ file: fileTokenSchema }), output: z.strictObject({}) },
  /** Asks where, and writes something made from the scenario: a bundle, a picture, a schema. `place` is its path, for people. */
  'export.save': {
    input: z.strictObject({ suggestedName: z.string().max(200), text: textSchema }),
    output: z.discriminatedUnion('kind', [
      cancelledSchema,
      z.strictObject({ kind: z.literal('saved'), place: z.string() }),
    ]),
  },
  /** Asks for a file and gives its text. */
  'import.choose': {
    input: z.strictObject({ what: z.enum(['bundle', 'session', 'translations']) }),
    output: z.discriminatedUnion('kind', [
      cancelledSchema,
      z.strictObject({ kind: z.literal('chosen'), name: z.string(), text: z.string() }),
    ]),
  },
} as const;
