/**
 * `next` with every part that says the same as in `last`, keys in the same order, replaced by that part itself: equal
 * parts are then one object, which costs the history nothing and tells a view that nothing of it changed. Gives `last`
 * when all of it is the same. For plain data without cycles.
 */
export function keepSame<Value>(last: unknown, next: Value): Value {
  if (Object.is(last, next)) return next;
  if (Array.isArray(next)) return Array.isArray(last) ? keepItems(last, next) : next;
  return isObject(next) && isObject(last) ? keepFields(last, next) : next;
}

function keepItems<Value>(last: readonly unknown[], next: Value & readonly unknown[]): Value {
  const items = next.map((item, index) => keepSame(last[index], item));
  const isSame = last.length === next.length && items.every((item, index) => Object.is(item, last[index]));
  return (isSame ? last : items) as Value;
}

function keepFields<Value extends Fields>(last: Fields, next: Value): Value {
  const keys = Object.keys(next);
  const before = Object.keys(last);
  let isSame = keys.length === before.length;
  // A copy of `next` keeps its shape; one put together by entries would take four times the room.
  const kept: Record<string, unknown> = { ...next };
  keys.forEach((key, index) => {
    const value = Object.hasOwn(last, key) ? keepSame(last[key], next[key]) : next[key];
    if (!Object.is(value, next[key])) kept[key] = value;
    isSame &&= key === before[index] && Object.is(value, last[key]);
  });
  return (isSame ? last : kept) as Value;
}

type Fields = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
