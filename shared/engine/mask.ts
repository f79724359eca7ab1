import type { Json, JsonObject } from '../base/json.ts';
import type { Program } from '../program/program.ts';
import { showsAny } from '../program/shows-any.ts';
import type { Reference } from '../reference/reference.ts';

/** Stands for a value nobody may see. Always the same length: a mask that varies gives the value away. */
export const MASK = '••••••••';

/** The value as a trace may show it: missing stays visible, everything else is covered. */
export const maskIf = (hidden: boolean, value: Json): Json => (hidden && value !== null ? MASK : value);

/** Whether a reference shows an attribute that no trace may show. */
export const showsSensitive = (program: Program, reference: Reference): boolean =>
  showsAny(reference, program.sensitive);

/** Named values with the sensitive ones covered. */
export function maskNamed(values: JsonObject, isHidden: (name: string) => boolean): JsonObject {
  const names = Object.keys(values);
  if (!names.some(isHidden)) return values;
  return Object.fromEntries(names.map((name) => [name, maskIf(isHidden(name), values[name] ?? null)]));
}
