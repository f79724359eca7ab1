import type { Json, JsonObject } from '../../base/json.ts';
import { fail, succeed, type Result } from '../../base/result.ts';
import type { ValidationRule } from '../../model/action-kinds.ts';
import type { ActionInput } from '../../model/action-parts.ts';
import { checkRule } from './check-rule.ts';
import { inputValues } from './evaluate-calculation.ts';
import { evaluateExpression } from './expression/evaluate-expression.ts';
import { kindOf } from './expression/expression-value.ts';
import { parseExpression } from './expression/parse-expression.ts';
import { WorkBudget } from './expression/work-budget.ts';

/** What a validation gives: the first rule that does not hold says why; `failed` names all that do not. */
export type Validated = {
  readonly valid: boolean;
  readonly reason: string;
  readonly failed: readonly {
    readonly input: string;
    readonly rule: ValidationRule['kind'];
    readonly reason: string;
  }[];
};

/** Why the rules themselves cannot be used: which one, and where in its expression. */
export type ValidationProblem = { readonly rule: number; readonly position: number; readonly sentence: string };

type Inputs = readonly Pick<ActionInput, 'name' | 'type' | 'required'>[];

/** Checks every rule, in order. Pure; `now` in milliseconds since 1970. An optional input nobody gave is not checked. */
export function evaluateValidation(
  rules: readonly ValidationRule[],
  args: JsonObject,
  now: number,
  inputs: Inputs = [],
): Result<Validated, ValidationProblem> {
  const failed: Validated['failed'][number][] = [];
  const budget = new WorkBudget();
  for (const [index, rule] of rules.entries()) {
    if (rule.kind === 'eligible') {
      const holds = isEligible(rule.expression, { args, inputs, now, budget });
      if (!holds.ok) return fail({ rule: index, ...holds.failure });
      if (!holds.value)
        failed.push({ input: '', rule: rule.kind, reason: rule.reason || 'The conditions for this are not met.' });
    } else {
      const reason = lackOf(rule, args, now, inputs);
      if (reason !== null) failed.push({ input: rule.input, rule: rule.kind, reason: rule.reason || reason });
    }
  }
  return succeed({ valid: failed.length === 0, reason: failed[0]?.reason ?? '', failed });
}

function lackOf(
  rule: Exclude<ValidationRule, { kind: 'eligible' }>,
  args: JsonObject,
  now: number,
  inputs: Inputs,
): string | null {
  const declared = inputs.find(({ name }) => name === rule.input);
  const value: Json = Object.hasOwn(args, rule.input) ? (args[rule.input] ?? null) : null;
  if (value === null) return declared?.required === false ? null : `${capital(rule.input)} is missing.`;
  const checked = checkRule(rule, value, now);
  return checked.ok ? null : `${capital(rule.input)} has to be ${checked.failure}.`;
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

type Setting = {
  readonly args: JsonObject;
  readonly inputs: Inputs;
  readonly now: number;
  readonly budget: WorkBudget;
};

function isEligible(
  expression: string,
  { args, inputs, now, budget }: Setting,
): Result<boolean, { readonly position: number; readonly sentence: string }> {
  const parsed = parseExpression(expression);
  if (!parsed.ok) return parsed;
  const found = evaluateExpression(parsed.value, { values: inputValues(args, inputs), now, budget });
  if (!found.ok) return found;
  if (typeof found.value.value === 'boolean') return succeed(found.value.value);
  return fail({
    position: 0,
    sentence: `The condition has to be true or false, but it gives ${kindOf(found.value.value)}.`,
  });
}
