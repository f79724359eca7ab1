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
  'file[]',
  'utterance',
  'json',
] as const;

/** A member of a composite; one that is a composite itself has members of its own. */
export type AttributeMember = {
  readonly name: string;
  readonly type: AttributeType;
  readonly members?: readonly AttributeMember[] | undefined;
};

/** A scalar, a collection of scalars (`int[]`), a composite with named members, or any JSON. */
export const attributeTypeSchema = z.enum(attributeTypes);
export type AttributeType = z.infer<typeof attributeTypeSchema>;

const texts = (...names: readonly string[]): AttributeMember[] => names.map((name) => ({ name, type: 'string' }));

/** What the composites everybody has consist of. */
export const builtInMembers: { readonly [Type in 'location' | 'file']: readonly AttributeMember[] } = {
  location: [
    ...texts('formatted_address', 'postal_code', 'line_1', 'line_2', 'locality', 'province', 'country'),
    { name: 'lat', type: 'float' },
    { name: 'lng', type: 'float' },
  ],
  file: [...texts('name', 'url'), { name: 'size', type: 'int' }, ...texts('type')],
};
