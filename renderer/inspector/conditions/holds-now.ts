import { assertNever } from '../../../shared/base/assert-never.ts';
import type { Json } from '../../../shared/base/json.ts';
import { comparedType } from '../../../shared/conditions/compared-type.ts';
import { evaluateOperation } from '../../../shared/conditions/evaluate-operation.ts';
import { MASK } from '../../../shared/engine/mask.ts';
import type { AttributeType } from '../../../shared/model/attribute-type.ts';
import type { Condition, ConditionTest } from '../../../shared/model/condition.ts';
import type { Operand } from '../../../shared/model/operand.ts';
import { parseReference, type Reference } from '../../../shared/reference/parse-reference.ts';
import { readReference } from '../../../shared/reference/read-reference.ts';

/** What the running talk holds. `read` gives undefined for what only the engine can tell. */
export type TalkValues = {
  readonly read: (context: string, attribute: string) => Json | undefined;
  readonly typeOf: (attribute: string) => AttributeType;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly strict: boolean;
  readonly typedEmpty: boolean;
};

/** Whether a condition holds as things are in the talk; null when it hangs on something that cannot be seen. */
export function holdsNow(condition: Condition, values: TalkValues): boolean | null {
  if (condition.kind === 'test') return testHolds(condition, values);
  const outcomes = condition.conditions.map((one) => holdsNow(one, values));
  if (outcomes.length === 0) return true;
  switch (condition.match) {
    case 'all':
      return every(outcomes);
    case 'any':
      return negate(every(outcomes.map(negate)));
    case 'none':
      return every(outcomes.map(negate));
    default:
      return assertNever(condition.match);
  }
}

/** One that fails decides; else one that is not known leaves it open. */
const every = (outcomes: readonly (boolean | null)[]): boolean | null =>
  outcomes.includes(false) ? false : outcomes.includes(null) ? null : true;
const negate = (outcome: boolean | null): boolean | null => (outcome === null ? null : !outcome);

export const allHoldNow = (conditions: readonly Condition[], values: TalkValues): boolean | null =>
  holdsNow({ kind: 'group', match: 'all', conditions }, values);

function testHolds(test: ConditionTest, values: TalkValues): boolean | null {
  let isUnknown = false;
  const scope = {
    typeOf: values.typeOf,
    now: values.now,
    read: (context: string, attribute: string): Json => {
      const value = values.read(context, attribute);
      if (value === undefined || value === MASK) isUnknown = true;
      return value ?? null;
    },
  };
  const sides = [test.left, test.right, test.upper].map((side) => referenceIn(side));
  const [left, right, upper] = [test.left, test.right, test.upper].map((side, index) => {
    const reference = sides[index] ?? null;
    return reference === null ? (side?.kind === 'value' ? side.value : null) : readReference(reference, scope);
  }) as [Json, Json, Json];
  const outcome = evaluateOperation(
    test.operation,
    { left, right, upper, leftMissing: left === null },
    {
      type: comparedType({ left: sides[0] ?? null, right: sides[1] ?? null }, left, values.typeOf),
      now: values.now,
      strict: values.strict,
      typedEmpty: values.typedEmpty,
    },
  );
  return isUnknown ? null : outcome;
}

function referenceIn(side: Operand | undefined): Reference | null {
  if (side?.kind !== 'reference') return null;
  const parsed = parseReference(side.reference);
  return parsed.ok ? parsed.value : null;
}
