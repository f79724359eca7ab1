import { z } from 'zod';
import { fileTokenSchema } from './scenario-contract.ts';

/** What a shape of a small picture stands for; its number is its place in this list. */
export const shapeKinds = ['conversation', 'scene', 'turn', 'user', 'app', 'action', 'data', 'note'] as const;
export type ShapeKind = (typeof shapeKinds)[number];

/** More than an eye tells apart on a picture the size of a stamp. */
export const mostShapes = 400;
/** A shape is five numbers: its kind, and its place and size on a sheet this wide and high. */
export const sheet = 1000;

/** A scenario from far away, as numbers: no colours, so that it fits each theme, and no words, so that it tells none. */
export const smallPictureSchema = z.strictObject({
  /** Width of the drawing divided by its height. */
  ratio: z.number().min(0.01).max(100),
  shapes: z
    .array(z.int().min(0).max(sheet))
    .max(mostShapes * 5)
    .refine(({ length }) => length % 5 === 0),
});
export type SmallPicture = z.infer<typeof smallPictureSchema>;

export const recentLookSchema = z.strictObject({
  file: fileTokenSchema,
  picture: smallPictureSchema.nullable(),
  /** False when there is no such file now; a disk that does not answer in time counts as there. */
  isThere: z.boolean(),
});
export type RecentLook = z.infer<typeof recentLookSchema>;

/** What is kept of files that were open lately. `scenario.recent` lists them without touching any disk. */
export const recentContract = {
  'recent.look': {
    input: z.strictObject({}),
    output: z.strictObject({ files: z.array(recentLookSchema) }),
  },
  /** Of a file that is in the list; any other is left alone. */
  'recent.keepPicture': {
    input: z.strictObject({ file: fileTokenSchema, picture: smallPictureSchema }),
    output: z.strictObject({}),
  },
  /** A file that is pinned stays in the list however many others are opened. */
  'recent.pin': {
    input: z.strictObject({ file: fileTokenSchema, pinned: z.boolean() }),
    output: z.strictObject({}),
  },
  /** Takes a file out of the list, with its picture. The file itself stays as it is. */
  'recent.forget': { input: z.strictObject({ file: fileTokenSchema }), output: z.strictObject({}) },
} as const;
