import type { Json } from '../base/json.ts';
import type { ReferencePath } from './reference.ts';

/** Own keys and positions only: `__proto__`, `length` and their kin lead nowhere. */
export function readPath(value: Json, path: ReferencePath): Json {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return null;
    if (!Object.hasOwn(current, key) || (key === 'length' && Array.isArray(current))) return null;
    current = (current as { readonly [key: string]: Json })[key] ?? null;
  }
  return current;
}
