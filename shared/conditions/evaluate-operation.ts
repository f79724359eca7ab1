import { assertNever } from '../base/assert-never.ts';
import type { Json } from '../base/json.ts';
import type { AttributeType } from '../model/attribute-type.ts';
import type { Operation } from '../model/condition.ts';
import { coerceValue } from '../values/coerce-value.ts';
import { valueText } from '../values/value-text.ts';
import { comparisonType, looselySame, orderOf, sameJson } from './compare-values.ts';
import { matchesPattern, patternProblem } from './matches-pattern.ts';

export { patternProblem };

export type OperationOperands = {
  readonly left: Json;
  readonly right: Json;
  /** The other end of `between`; null elsewhere. */
  readonly upper: Json;
  /** The reference on the left leads nowhere. */
  readonly leftMissing: boolean;
};

export type OperationOptions = {
  /** The type of the attribute on the left. */
  readonly type: AttributeType;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Typed equality, and sets that are lists, as older systems compare. */
  readonly strict: boolean;
  /** A missing value is an empty one of its type, as older systems read it. */
  readonly typedEmpty: boolean;
};

/** Whether `left operation right` holds. Total: whatever the values are, the answer is yes or no. */
export function evaluateOperation(
  operation: Operation,
  operands: OperationOperands,
  options: OperationOptions,
): boolean {
  const missing = operands.leftMissing || operands.left === null;
  const left = !missing ? operands.left : options.typedEmpty ? emptyValue(options.type) : null;
  const { right, upper } = operands;
  const { type, now, strict, typedEmpty } = options;
  return table[operation]({ left, right, upper, type, now, strict, typedEmpty });
}

type Test = OperationOptions & Pick<OperationOperands, 'left' | 'right' | 'upper'>;
type Evaluate = (test: Test) => boolean;

/** A comparison needs both sides; without one it is false, whichever comparison it is. */
const comparing =
  (holds: Evaluate): Evaluate =>
  (test) =>
    test.left !== null && test.right !== null && holds(test);

const ordered = (holds: (order: number) => boolean): Evaluate =>
  comparing((test) => {
    const order = compare(test, test.right);
    return order !== null && holds(order);
  });

const textual = (holds: (left: string, right: string) => boolean): Evaluate =>
  comparing(({ left, right, type }) => holds(valueText(left, type), valueText(right, type)));

const measured = (holds: (length: number, wanted: number) => boolean): Evaluate =>
  comparing(({ left, right }) => {
    const wanted = toWhole(right);
    return wanted !== null && holds(lengthOf(left), wanted);
  });

/** `time_passed_*` with zero seconds never holds, as older systems have it. */
const elapsed = (holds: (passed: number, wanted: number) => boolean): Evaluate =>
  comparing(({ left, right, now }) => {
    const wanted = toWhole(right);
    return typeof left === 'number' && Number.isInteger(left) && wanted !== null && wanted !== 0
      ? holds(Math.floor(now / 1000) - left, wanted)
      : false;
  });

const isEqual: Evaluate = (test) => {
  const { left, right, type, strict } = test;
  if (strict) return sameJson(left, right);
  const shared = comparisonType(type, left);
  if (shared === 'timestamp') return compare(test, right) === 0;
  return sameJson(coerceValue(left, shared), coerceValue(right, shared));
};

const isEmpty: Evaluate = ({ left }) => left === null || lengthOf(left) === 0;
const isTrue: Evaluate = ({ left }) => coerceValue(left, 'boolean') === true;
/** False is neither set nor not set: so it was, and scenarios rely on it. */
const isSet: Evaluate = ({ left }) => left !== null && left !== '' && left !== false;

const table = {
  eq: comparing(isEqual),
  not_eq: comparing((test) => !isEqual(test)),
  gt: ordered((order) => order > 0),
  gte: ordered((order) => order >= 0),
  lt: ordered((order) => order < 0),
  lte: ordered((order) => order <= 0),
  between: comparing((test) => {
    const [fromLower, fromUpper] = [compare(test, test.right), compare(test, test.upper)];
    return fromLower !== null && fromUpper !== null && fromLower >= 0 && fromUpper <= 0;
  }),
  is_set: isSet,
  is_not_set: ({ left }) => left === null || left === '',
  is_true: isTrue,
  is_false: (test) => test.left !== null && !isTrue(test),
  is_empty: isEmpty,
  is_not_empty: (test) => !isEmpty(test),
  contains: comparing(({ left, right, type }) =>
    typeof left === 'object' && left !== null
      ? Object.values(left).some((item: Json) => looselySame(item, right))
      : valueText(left, type).includes(valueText(right)),
  ),
  starts_with: textual((left, right) => left.startsWith(right)),
  ends_with: textual((left, right) => left.endsWith(right)),
  matches: comparing(({ left, right, type }) => matchesPattern(valueText(left, type), valueText(right))),
  in_set: comparing((test) => isInSet(test) === true),
  not_in_set: comparing((test) => isInSet(test) === false),
  length_eq: measured((length, wanted) => length === wanted),
  length_gt: measured((length, wanted) => length > wanted),
  length_gte: measured((length, wanted) => length >= wanted),
  length_lt: measured((length, wanted) => length < wanted),
  length_lte: measured((length, wanted) => length <= wanted),
  time_passed_equals: elapsed((passed, wanted) => passed === wanted),
  time_passed_greater_than: elapsed((passed, wanted) => passed > wanted),
  time_passed_less_than: elapsed((passed, wanted) => passed < wanted),
} satisfies Record<Operation, Evaluate>;

function compare({ left, type }: Test, right: Json): number | null {
  const shared = comparisonType(type, left);
  const [leftValue, rightValue] = [coerceValue(left, shared), coerceValue(right, shared)];
  // A time that cannot be read is false, which is neither before nor after anything.
  if (shared === 'timestamp' && (leftValue === false || rightValue === false)) return null;
  return orderOf(leftValue, rightValue);
}

/** null when neither side is a set. A single value is looked for in a list, or in a text with commas. */
function isInSet({ left, right, strict }: Test): boolean | null {
  if (Array.isArray(left)) return left.some((item: Json) => looselySame(item, right));
  if (strict || typeof left === 'object') return null;
  const set = Array.isArray(right) ? right : typeof right === 'object' ? null : coerceValue(right, 'string[]');
  return Array.isArray(set) ? set.some((item: Json) => looselySame(item, left)) : null;
}

/** Characters as people count them, items, or members. */
function lengthOf(value: Json): number {
  if (Array.isArray(value)) return value.length;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length;
  return [...valueText(value)].length;
}

function toWhole(value: Json): number | null {
  if (typeof value === 'string' && !/^\s*[+-]?\d/.test(value)) return null;
  const whole = typeof value === 'string' || typeof value === 'number' ? coerceValue(value, 'int') : null;
  return typeof whole === 'number' ? whole : null;
}

/** What older systems make of a missing value. */
function emptyValue(type: AttributeType): Json {
  switch (type) {
    case 'boolean':
    case 'timestamp':
      return false;
    case 'int':
    case 'float':
      return 0;
    case 'string':
      return '';
    case 'list':
    case 'string[]':
    case 'boolean[]':
    case 'int[]':
    case 'float[]':
    case 'timestamp[]':
    case 'composite[]':
    case 'file[]':
      return [];
    case 'composite':
    case 'formData':
    case 'location':
    case 'file':
    case 'utterance':
    case 'json':
      return null;
    default:
      return assertNever(type);
  }
}
