import type { ConditionGroup, Operation } from '../model/condition.ts';
import type { TurnRecord } from '../model/design-records.ts';
import { compileOperand, type CompiledOperand } from './compile-operand.ts';

type Condition = TurnRecord['conditions'][number];

export type CompiledTest = {
  readonly kind: 'test';
  readonly operation: Operation;
  readonly left: CompiledOperand;
  readonly right: CompiledOperand | null;
  readonly upper: CompiledOperand | null;
  /** Which of the record's conditions it is, for example `0` or `1.any.0`. */
  readonly path: string;
};
export type CompiledGroup = {
  readonly kind: 'group';
  readonly match: ConditionGroup['match'];
  readonly conditions: readonly CompiledCondition[];
  readonly path: string;
};
export type CompiledCondition = CompiledTest | CompiledGroup;
export type CompiledConditions = {
  readonly list: readonly CompiledCondition[];
  /** How many tests there are, at any depth: the more, the more particular. */
  readonly tests: number;
};

const known = new WeakMap<readonly Condition[], CompiledConditions>();

/** The conditions of a record with their references parsed, once per list. */
export function compiledConditions(conditions: readonly Condition[]): CompiledConditions {
  const found = known.get(conditions);
  if (found !== undefined) return found;
  const list = compileList(conditions, '');
  const made = { list, tests: countTests(list) };
  known.set(conditions, made);
  return made;
}

const compileList = (conditions: readonly Condition[], parent: string): CompiledCondition[] =>
  conditions.map((condition, index) => compileCondition(condition, `${parent}${index}`));

function compileCondition(condition: Condition, path: string): CompiledCondition {
  if (condition.kind === 'group') {
    const { match } = condition;
    return { kind: 'group', match, conditions: compileList(condition.conditions, `${path}.${match}.`), path };
  }
  return {
    kind: 'test',
    operation: condition.operation,
    left: compileOperand(condition.left),
    right: condition.right === undefined ? null : compileOperand(condition.right),
    upper: condition.upper === undefined ? null : compileOperand(condition.upper),
    path,
  };
}

const countTests = (list: readonly CompiledCondition[]): number =>
  list.reduce((sum, condition) => sum + (condition.kind === 'test' ? 1 : countTests(condition.conditions)), 0);
