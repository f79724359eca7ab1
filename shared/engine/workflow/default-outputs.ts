import type { Json, JsonObject } from '../../base/json.ts';
import type { ActionRecord } from '../../model/action-record.ts';
import { coerceValue } from '../../values/coerce-value.ts';

/** What an action leaves when it fails; null when it says nothing of that. */
export function defaultOutputs({ onFailure, outputs }: ActionRecord): JsonObject | null {
  if (onFailure?.outputs === undefined) return null;
  const types = new Map(outputs.map(({ name, type }) => [name, type]));
  const entries = Object.entries(onFailure.outputs).map(([name, value]): [string, Json] => {
    const type = types.get(name);
    return [name, type === undefined ? value : coerceValue(value, type)];
  });
  return Object.fromEntries(entries);
}
