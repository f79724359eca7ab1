import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';

/** What both sides changed differently, and where inside the value. Undefined means it is not there. */
export type ValueConflict = {
  readonly path: readonly string[];
  readonly base: Json | undefined;
  readonly ours: Json | undefined;
  readonly theirs: Json | undefined;
};
export type MergedValue = { readonly value: Json | undefined; readonly conflicts: readonly ValueConflict[] };
type Three = { readonly base: Json | undefined; readonly ours: Json | undefined; readonly theirs: Json | undefined };

/** Three-way: what one side changed is taken; objects go by key, lists of things with ids by id. Else ours stays. */
export function mergeValues({ base, ours, theirs }: Three, path: readonly string[] = []): MergedValue {
  if (same(ours, theirs) || same(base, theirs)) return { value: ours, conflicts: [] };
  if (same(base, ours)) return { value: theirs, conflicts: [] };
  if (isObject(ours) && isObject(theirs)) return mergeObjects({ base: isObject(base) ? base : {}, ours, theirs }, path);
  if (isKeyed(ours) && isKeyed(theirs)) return mergeLists({ base: isKeyed(base) ? base : [], ours, theirs }, path);
  return { value: ours, conflicts: [{ path, base, ours, theirs }] };
}

const isObject = (value: Json | undefined): value is JsonObject => value !== undefined && isJsonObject(value);

/** The keys of ours in their order, then the new ones of theirs. */
function mergeObjects(
  { base, ours, theirs }: { readonly base: JsonObject; readonly ours: JsonObject; readonly theirs: JsonObject },
  path: readonly string[],
): MergedValue {
  const conflicts: ValueConflict[] = [];
  const merged: [string, Json][] = [];
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const part = mergeValues({ base: own(base, key), ours: own(ours, key), theirs: own(theirs, key) }, [...path, key]);
    conflicts.push(...part.conflicts);
    if (part.value !== undefined) merged.push([key, part.value]);
  }
  return { value: Object.fromEntries(merged), conflicts };
}

const own = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

type Keyed = readonly (JsonObject & { readonly id: string })[];

/** A list whose items all have ids of their own. */
function isKeyed(value: Json | undefined): value is Keyed & Json {
  if (!Array.isArray(value)) return false;
  const ids = value.map((item) => (isJsonObject(item) ? item['id'] : undefined));
  return ids.every((id) => typeof id === 'string') && new Set(ids).size === ids.length;
}

/** In the order of the side that changed it, ours where both did; what only the other side has follows what it followed. */
function mergeLists(
  { base, ours, theirs }: { readonly base: Keyed; readonly ours: Keyed; readonly theirs: Keyed },
  path: readonly string[],
): MergedValue {
  const conflicts: ValueConflict[] = [];
  const kept = new Map<string, Json>();
  const [old, mine, other] = [byId(base), byId(ours), byId(theirs)];
  for (const id of new Set([...mine.keys(), ...other.keys()])) {
    const part = mergeValues({ base: old.get(id), ours: mine.get(id), theirs: other.get(id) }, [...path, id]);
    conflicts.push(...part.conflicts);
    // A conflict with a deletion keeps what is still there.
    const value = part.value ?? (part.conflicts.length > 0 ? other.get(id) : undefined);
    if (value !== undefined) kept.set(id, value);
  }
  const oursMoved = !sameOrder(base, ours);
  const [lead, follow] = oursMoved ? [ours, theirs] : [theirs, ours];
  if (oursMoved && !sameOrder(base, theirs) && !sameOrder(ours, theirs))
    conflicts.push({ path, base: ids(base), ours: ids(ours), theirs: ids(theirs) });
  return { value: ordered(ids(lead), ids(follow)).flatMap((id) => kept.get(id) ?? []), conflicts };
}

const byId = (list: Keyed): ReadonlyMap<string, Json> => new Map(list.map((item) => [item.id, item]));
const ids = (list: Keyed): string[] => list.map((item) => item.id);

/** Whether what both lists hold comes in the same order. */
function sameOrder(one: Keyed, other: Keyed): boolean {
  const [first, second] = [new Set(ids(one)), new Set(ids(other))];
  return (
    ids(one)
      .filter((id) => second.has(id))
      .join('\n') ===
    ids(other)
      .filter((id) => first.has(id))
      .join('\n')
  );
}

function ordered(lead: readonly string[], follow: readonly string[]): readonly string[] {
  const order = [...lead];
  follow.forEach((id, at) => {
    if (order.includes(id)) return;
    const before = follow.slice(0, at).findLast((earlier) => order.includes(earlier));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  });
  return order;
}

const same = (one: Json | undefined, other: Json | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && JSON.stringify(one) === JSON.stringify(other));
