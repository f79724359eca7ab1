import { assertNever } from '../../../shared/base/assert-never.ts';
import type { Json } from '../../../shared/base/json.ts';
import { comparedType } from '../../../shared/conditions/compared-type.ts';
import { evaluateOperation } from '../../../shared/conditions/evaluate-operation.ts';
import { MASK } from '../../../shared/engine/mask.ts';
import type { LookedAt } from '../../../shared/explain/condition-words.ts';
import { defaultContext, stepContexts } from '../../../shared/model/built-in-contexts.ts';
import type { AttributeType } from '../../../shared/model/attribute-type.ts';
import type { Condition, ConditionTest } from '../../../shared/model/condition.ts';
import type { Operand } from '../../../shared/model/operand.ts';
import { parseReference, type Reference } from '../../../shared/reference/parse-reference.ts';
import { readReference, type ValueScope } from '../../../shared/reference/read-reference.ts';

/** What conditions are tried with. `read` gives undefined for what only the engine can tell. */
export type TriedValues = {
  readonly from: 'talk' | 'example';
  readonly read: (context: string, attribute: string) => Json | undefined;
  readonly typeOf: (attribute: string) => AttributeType;
  readonly memberTypeOf?: NonNullable<ValueScope['memberTypeOf']>;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly strict: boolean;
  readonly typedEmpty: boolean;
};

/** What a condition comes to with these values, and what was looked at on the way. */
export function tryCondition(condition: Condition, values: TriedValues): LookedAt {
  if (condition.kind === 'test') return tryTest(condition, values);
  const { match } = condition;
  const members = condition.conditions.map((one) => tryCondition(one, values));
  return { kind: 'group', match, members, outcome: outcomeOf(match, members) };
}

/** A list without a group around it: all must hold. */
export const tryAll = (conditions: readonly Condition[], values: TriedValues): LookedAt =>
  tryCondition({ kind: 'group', match: 'all', conditions }, values);

function outcomeOf(match: 'all' | 'any' | 'none', members: readonly LookedAt[]): boolean | null {
  const outcomes = members.map(({ outcome }) => outcome);
  if (outcomes.length === 0) return true;
  switch (match) {
    case 'all':
      return every(outcomes);
    case 'any':
      return negate(every(outcomes.map(negate)));
    case 'none':
      return every(outcomes.map(negate));
    default:
      return assertNever(match);
  }
}

/** One that fails decides; else one that is not known leaves it open. */
const every = (outcomes: readonly (boolean | null)[]): boolean | null =>
  outcomes.includes(false) ? false : outcomes.includes(null) ? null : true;
const negate = (outcome: boolean | null): boolean | null => (outcome === null ? null : !outcome);

function tryTest(test: ConditionTest, values: TriedValues): LookedAt {
  let unseen: string | null = null;
  const scope: ValueScope = {
    typeOf: values.typeOf,
    ...(values.memberTypeOf === undefined ? {} : { memberTypeOf: values.memberTypeOf }),
    now: values.now,
    read: (context, attribute) => {
      const value = values.read(context, attribute);
      if (value === undefined || value === MASK) unseen ??= whyUnseen(context, attribute, value === MASK);
      return value ?? null;
    },
  };
  const sides = [test.left, test.right, test.upper].map(referenceIn);
  const [left, right, upper] = [test.left, test.right, test.upper].map((side, index) => {
    const reference = sides[index] ?? null;
    return reference === null ? (side?.kind === 'value' ? side.value : null) : readReference(reference, scope);
  }) as [Json, Json, Json];
  const outcome = evaluateOperation(
    test.operation,
    { left, right, upper, leftMissing: left === null },
    {
      type: comparedType({ left: typed(sides[0]), right: typed(sides[1]) }, left, values.typeOf, values.memberTypeOf),
      now: values.now,
      strict: values.strict,
      typedEmpty: values.typedEmpty,
    },
  );
  return {
    kind: 'test',
    operation: test.operation,
    left,
    leftText: textOf(test.left),
    right: test.upper === undefined ? right : [right, upper],
    rightText: test.upper === undefined ? textOf(test.right) : `${textOf(test.right)} … ${textOf(test.upper)}`,
    outcome: unseen === null ? outcome : null,
    unseen,
  };
}

const textOf = (side: Operand | undefined): string =>
  side === undefined ? '' : side.kind === 'reference' ? side.reference.trim() : JSON.stringify(side.value);

/** Attributes have types. What a workflow holds is compared as what it is. */
const typed = (reference: Reference | null | undefined): Reference | null =>
  reference == null || stepContexts.has(reference.context ?? defaultContext) ? null : reference;

function referenceIn(side: Operand | undefined): Reference | null {
  if (side?.kind !== 'reference') return null;
  const parsed = parseReference(side.reference);
  return parsed.ok ? parsed.value : null;
}

function whyUnseen(context: string, attribute: string, isCovered: boolean): string {
  const name = `{${context}.${attribute}}`;
  if (isCovered) return `${name} is sensitive, so a talk keeps it covered.`;
  if (context === '_intent') return `${name} cannot be known before the talk: it is interpreted at run time.`;
  if (stepContexts.has(context)) return `${name} cannot be known here: it is there while the workflow runs.`;
  return `${name} cannot be known here: the engine tells it while it answers.`;
}
