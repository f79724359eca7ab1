import type { AttributeMember, AttributeType } from '../model/attribute-type.ts';

/** The declared type at a path inside a composite; positions in a collection count for all its items. */
export function memberType(
  members: readonly AttributeMember[] | undefined,
  path: readonly (string | number)[],
): AttributeType | undefined {
  let inside = members;
  let type: AttributeType | undefined;
  for (const key of path) {
    if (typeof key === 'number') continue;
    const member = inside?.find(({ name }) => name === key);
    if (member === undefined) return undefined;
    [type, inside] = [member.type, member.members];
  }
  return type;
}
