import type { Json, JsonObject } from '../../base/json.ts';
import { fail, succeed, type Result } from '../../base/result.ts';
import type { ActionInput } from '../../model/action-parts.ts';
import type { ActionOf } from '../../model/action-record.ts';
import type { SyntaxProblem } from '../../reference/reference.ts';
import { evaluateExpression } from './expression/evaluate-expression.ts';
import { toExpressionValue, type ExpressionValue } from './expression/expression-value.ts';
import { parseExpression } from './expression/parse-expression.ts';
import { WorkBudget } from './expression/work-budget.ts';

export type CalculationStep = ActionOf<'calculation'>['steps'][number];

/** What a step could not do, and where in its expression. */
export type CalculationProblem = SyntaxProblem & { readonly step: string };

/** Inputs with their types; a type decides what a value is to an expression. */
type Inputs = readonly Pick<ActionInput, 'name' | 'type'>[];

/**
 * The values of all steps, by name, each seeing the inputs and the steps before. Pure: the same for the same `now`
 * (milliseconds since 1970). An input without a value is null.
 */
export function evaluateCalculation(
  steps: readonly CalculationStep[],
  args: JsonObject,
  now: number,
  inputs: Inputs = [],
): Result<JsonObject, CalculationProblem> {
  const values = inputValues(args, inputs);
  const budget = new WorkBudget();
  const results: [string, Json][] = [];
  for (const { name, expression } of steps) {
    const parsed = parseExpression(expression);
    if (!parsed.ok) return fail({ step: name, ...parsed.failure });
    const found = evaluateExpression(parsed.value, { values, now, budget });
    if (!found.ok) return fail({ step: name, ...found.failure });
    values.set(name, found.value.value);
    results.push([name, found.value.json]);
  }
  return succeed(Object.fromEntries(results));
}

/** Arguments as expressions see them; declared inputs nobody gave are null. */
export function inputValues(args: JsonObject, inputs: Inputs): Map<string, ExpressionValue> {
  const types = new Map(inputs.map(({ name, type }) => [name, type]));
  const values = new Map<string, ExpressionValue>(inputs.map(({ name }) => [name, null]));
  for (const [name, value] of Object.entries(args)) values.set(name, toExpressionValue(value, types.get(name)));
  return values;
}
