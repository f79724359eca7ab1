import type { Json, JsonObject } from '../../../shared/base/json.ts';
import type { InterpretRun } from '../../../shared/engine/effect.ts';

/** Longer than anything a person says is in one value. */
const longestValue = 2000;
const mostItems = 50;

/**
 * Values by the names the design has for them. Services write `OrderId` or `order-id` for `order_id`; what an intent
 * does not expect, and what is no plain value, is left out.
 */
export function namedAttributes(
  { candidates }: Pick<InterpretRun, 'candidates'>,
  intentId: string,
  given: readonly (readonly [name: string, value: unknown])[],
): JsonObject {
  const expected = candidates.find((candidate) => candidate.intentId === intentId)?.expected ?? [];
  return Object.fromEntries(
    given.flatMap(([name, value]) => {
      const attribute = expected.find((each) => each.name === name || plain(each.name) === plain(name));
      const kept = toValue(value);
      return attribute === undefined || kept === null ? [] : [[attribute.name, kept]];
    }),
  );
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

function toValue(value: unknown): Json {
  if (Array.isArray(value)) {
    const items = value.slice(0, mostItems).map(toScalar);
    return items.length > 0 && items.every((item) => item !== null) ? items : null;
  }
  return toScalar(value);
}

function toScalar(value: unknown): string | number | boolean | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim().slice(0, longestValue);
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
