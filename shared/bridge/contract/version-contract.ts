import { z } from 'zod';
import { fileTokenSchema } from './scenario-contract.ts';

/** Names a kept version within the scenario it belongs to. */
export const versionIdSchema = z.string().regex(/^[0-9a-z]{1,12}-[0-9a-f]{12}$/);

/** A scenario as it was when somebody gave that a name. */
export const versionSchema = z.strictObject({
  id: versionIdSchema,
  name: z.string().min(1).max(120),
  note: z.string().max(2000),
  /** Milliseconds since 1970, by the clock of the machine. */
  keptAt: z.number(),
  /** Bytes on disk. */
  size: z.number(),
});
export type Version = z.infer<typeof versionSchema>;

/** A file that is not there any more and whose versions tell of the same scenario. `place` is its folder, for people. */
const formerSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  name: z.string(),
  place: z.string(),
  versions: z.number(),
});
export type FormerFile = z.infer<typeof formerSchema>;

const ofFile = { file: fileTokenSchema };

/** Named versions of a scenario that has a file. They lie in the app's own folder, each a plain scenario file. */
export const versionContract = {
  /** Newest first. */
  'version.list': {
    input: z.strictObject(ofFile),
    output: z.strictObject({ versions: z.array(versionSchema), former: z.array(formerSchema).optional() }),
  },
  /** The versions of a file that is gone become those of this one. */
  'version.takeOver': {
    input: z.strictObject({ ...ofFile, former: formerSchema.shape.id }),
    output: z.strictObject({ versions: z.number() }),
  },
  /** `dropped` are the names of the oldest, which gave way because there is room for so many only. */
  'version.keep': {
    input: z.strictObject({
      ...ofFile,
      name: versionSchema.shape.name,
      note: versionSchema.shape.note,
      text: z.string().max(64 * 1024 * 1024),
    }),
    output: z.strictObject({ version: versionSchema, dropped: z.array(z.string()) }),
  },
  'version.read': {
    input: z.strictObject({ ...ofFile, id: versionIdSchema }),
    output: z.strictObject({ text: z.string() }),
  },
  'version.forget': {
    input: z.strictObject({ ...ofFile, id: versionIdSchema }),
    output: z.strictObject({}),
  },
} as const;
