import type { Json } from '../base/json.ts';
import type { AttributeType } from '../model/attribute-type.ts';
import type { Reference, ReferencePath } from '../reference/reference.ts';

/** The two sides of a condition as far as they are references; null for a value that is written down. */
export type ComparedReferences = { readonly left: Reference | null; readonly right: Reference | null };

/**
 * The type both sides are compared as: that of the attribute or of the member at the end of the path, else of the value
 * where a path or filter made another.
 */
export function comparedType(
  { left, right }: ComparedReferences,
  leftValue: Json,
  typeOf: (attribute: string) => AttributeType,
  memberTypeOf?: (attribute: string, path: ReferencePath) => AttributeType | undefined,
): AttributeType {
  for (const reference of [left, right]) {
    if (reference === null) continue;
    if (reference.path.length === 0 && reference.filters.length === 0) return typeOf(reference.attribute);
    const { attribute, path, filters } = reference;
    const declared = filters.length === 0 ? memberTypeOf?.(attribute, path) : undefined;
    if (declared !== undefined) return declared;
    if (reference === left) return typeOfValue(leftValue);
  }
  return typeOfValue(leftValue);
}

function typeOfValue(value: Json): AttributeType {
  switch (typeof value) {
    case 'number':
      return 'float';
    case 'boolean':
      return 'boolean';
    case 'string':
      return 'string';
    default:
      return value === null ? 'string' : Array.isArray(value) ? 'list' : 'json';
  }
}
