import type { Condition, ConditionGroup } from '../../../shared/model/condition.ts';

/** Which condition: its place in the list, in the group there, and so on. */
export type ConditionPath = readonly number[];
type List = readonly Condition[];
/** A list with something changed about its order or its groups, and where that something is now. */
export type Rearranged = { readonly list: List; readonly at: ConditionPath };

export const pathText = (path: ConditionPath): string => path.join('.');

/** The place so many behind this one, in the same list. */
export const besideOf = (path: ConditionPath, by: number): ConditionPath => [
  ...path.slice(0, -1),
  (path.at(-1) ?? 0) + by,
];

export function conditionAt(list: List, path: ConditionPath): Condition | undefined {
  const [index = -1, ...rest] = path;
  const condition = list[index];
  if (rest.length === 0) return condition;
  return condition?.kind === 'group' ? conditionAt(condition.conditions, rest) : undefined;
}

/**
 * Takes a condition to another place, given as it is before anything moved: `[1, 0]` is in front of the first one of
 * the second group. Null where it is there already, and inside itself.
 */
export function moveCondition(list: List, from: ConditionPath, to: ConditionPath): Rearranged | null {
  const condition = conditionAt(list, from);
  const isInside = to.length > from.length && from.every((index, depth) => to[depth] === index);
  if (condition === undefined || isInside) return null;
  const at = afterRemoval(from, to);
  return samePath(at, from) ? null : { list: inserted(removeCondition(list, from), at, condition), at };
}

/** Where a place is once the condition at `gone` is. */
function afterRemoval(gone: ConditionPath, place: ConditionPath): ConditionPath {
  const depth = gone.length - 1;
  const isBehind =
    place.length >= gone.length &&
    gone.slice(0, depth).every((index, level) => place[level] === index) &&
    (place[depth] ?? 0) > (gone[depth] ?? 0);
  return isBehind ? place.with(depth, (place[depth] ?? 0) - 1) : place;
}

/** One step: up and down through the list and out of a group at its ends, in and out of groups beside it. */
export type ConditionStep = 'up' | 'down' | 'in' | 'out';

export function stepCondition(list: List, from: ConditionPath, step: ConditionStep): Rearranged | null {
  const to = stepTarget(list, from, step);
  return to === null ? null : moveCondition(list, from, to);
}

function stepTarget(list: List, from: ConditionPath, step: ConditionStep): ConditionPath | null {
  const above = from.slice(0, -1);
  const index = from.at(-1) ?? 0;
  const siblings = childrenAt(list, above);
  const beyond = (by: number): ConditionPath | null => (above.length === 0 ? null : besideOf(above, by));
  switch (step) {
    case 'up':
      return index > 0 ? [...above, index - 1] : beyond(0);
    case 'down':
      return index < siblings.length - 1 ? [...above, index + 2] : beyond(1);
    case 'out':
      return beyond(1);
    default: {
      const [before, behind] = [siblings[index - 1], siblings[index + 1]];
      if (before?.kind === 'group') return [...above, index - 1, before.conditions.length];
      return behind?.kind === 'group' ? [...above, index + 1, 0] : null;
    }
  }
}

export function duplicateCondition(list: List, path: ConditionPath): Rearranged | null {
  const condition = conditionAt(list, path);
  const at = besideOf(path, 1);
  return condition === undefined ? null : { list: inserted(list, at, condition), at };
}

/** In a group of its own, to which others can be added. */
export function wrapCondition(list: List, path: ConditionPath): Rearranged | null {
  const condition = conditionAt(list, path);
  if (condition === undefined) return null;
  const group: ConditionGroup = { kind: 'group', match: 'any', conditions: [condition] };
  return { list: replaced(list, path, [group]), at: path };
}

/** What a group holds stands where the group was. */
export function unwrapGroup(list: List, path: ConditionPath): Rearranged | null {
  const group = conditionAt(list, path);
  return group?.kind === 'group' ? { list: replaced(list, path, group.conditions), at: path } : null;
}

export function negateAt(list: List, path: ConditionPath): Rearranged | null {
  const condition = conditionAt(list, path);
  return condition === undefined ? null : { list: replaced(list, path, [negateCondition(condition)]), at: path };
}

/** What holds exactly when the other does not. Few operations have such an opposite: nothing is neither above 5 nor not. */
export function negateCondition(condition: Condition): Condition {
  if (condition.kind === 'test') {
    const opposite = opposites[condition.operation];
    return opposite === undefined
      ? { kind: 'group', match: 'none', conditions: [condition] }
      : { ...condition, operation: opposite };
  }
  const { match, conditions } = condition;
  const [only] = conditions;
  if (match === 'none' && conditions.length === 1 && only !== undefined) return only;
  // An empty group always holds, whatever it asks for.
  if (match === 'all' || only === undefined) return { kind: 'group', match: 'none', conditions: [condition] };
  return { ...condition, match: match === 'any' ? 'none' : 'any' };
}

const opposites: { readonly [Name in string]?: 'is_empty' | 'is_not_empty' } = {
  is_empty: 'is_not_empty',
  is_not_empty: 'is_empty',
};

const samePath = (left: ConditionPath, right: ConditionPath): boolean => pathText(left) === pathText(right);

const childrenAt = (list: List, path: ConditionPath): List => {
  const holder = conditionAt(list, path);
  return path.length === 0 ? list : holder?.kind === 'group' ? holder.conditions : [];
};

/** The list with something done to the list that holds the last step of the path. */
function changedAt(list: List, path: ConditionPath, change: (list: List, index: number) => List): List {
  const [index = 0, ...rest] = path;
  if (rest.length === 0) return change(list, index);
  const group = list[index];
  if (group?.kind !== 'group') return list;
  return list.with(index, { ...group, conditions: changedAt(group.conditions, rest, change) });
}

export const removeCondition = (list: List, path: ConditionPath): List =>
  changedAt(list, path, (inside, index) => inside.toSpliced(index, 1));
const inserted = (list: List, path: ConditionPath, condition: Condition): List =>
  changedAt(list, path, (inside, index) => inside.toSpliced(index, 0, condition));
const replaced = (list: List, path: ConditionPath, by: List): List =>
  changedAt(list, path, (inside, index) => inside.toSpliced(index, 1, ...by));
