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

const ofFile = { file: fileTokenSchema };

/** Named versions of a scenario that has a file. They lie in the app's own folder, each a plain scenario file. */
export const versionContract = {
  /** Newest first. */
  'version.list': {
    input: z.strictObject(ofFile),
    output: z.strictObject({ versions: z.array(versionSchema) }),
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
