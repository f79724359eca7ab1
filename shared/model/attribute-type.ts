import { z } from 'zod';

export const attributeTypes = [
  'string',
  'boolean',
  'int',
  'float',
  'timestamp',
  'list',
  'composite',
  'string[]',
  'boolean[]',
  'int[]',
  'float[]',
  'timestamp[]',
  'composite[]',
  'formData',
  'location',
  'file',
  'utterance',
  'json',
] as const;

/** A scalar, a collection of scalars (`int[]`), a composite with named members, or any JSON. */
export const attributeTypeSchema = z.enum(attributeTypes);
export type AttributeType = z.infer<typeof attributeTypeSchema>;
