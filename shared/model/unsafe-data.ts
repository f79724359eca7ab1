import type { Mismatch } from './describe-issue.ts';

/** How deep a record may nest. A file may nest 64 levels, of which four hold the record. */
const deepest = 60;

/**
 * What no schema sees but a file must not hold: nesting without end, and keys that reach for a prototype. Checked
 * before the schema, which would run out of stack on the one and drop the other in silence.
 */
export function unsafeData(raw: unknown): Mismatch | null {
  const path: (string | number)[] = [];
  const look = (value: unknown, isField: boolean): string | null => {
    if (typeof value !== 'object' || value === null) return null;
    if (path.length >= deepest) return `Expected at most ${deepest} levels of nesting.`;
    const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
    for (const key of keys) {
      const member: unknown = (value as Record<string | number, unknown>)[key];
      path.push(key);
      const fault = reachesPrototype(key, member, isField)
        ? `The name "${key}" is not allowed here.`
        : look(member, false);
      if (fault !== null) return fault;
      path.pop();
    }
    return null;
  };
  const sentence = look(raw, true);
  return sentence === null ? null : { path: [...path], sentence };
}

/** As the name of an argument or a value `constructor` is fine; as a field of a record it is not. */
function reachesPrototype(key: string | number, member: unknown, isField: boolean): boolean {
  if (key === '__proto__') return true;
  if (key === 'prototype') return isField;
  if (key !== 'constructor') return false;
  return isField || (typeof member === 'object' && member !== null && Object.hasOwn(member, 'prototype'));
}
