import { evaluateCalculation } from '../../../../shared/actions/local/evaluate-calculation.ts';
import { parseExpression } from '../../../../shared/actions/local/expression/parse-expression.ts';
import type { Json, JsonObject } from '../../../../shared/base/json.ts';
import type { SyntaxProblem } from '../../../../shared/reference/reference.ts';
import type { ActionOf } from '../../../../shared/model/action-record.ts';

/** What a step gives, or what in it cannot be worked out. */
export type StepPreview = { readonly value: Json } | { readonly problem: SyntaxProblem };

/**
 * What each step gives for these arguments, up to the first that gives nothing. Without an argument it needs, that is
 * nobody's mistake, so only what cannot be read is told then.
 */
export function previewCalculation(
  { steps, inputs }: Pick<ActionOf<'calculation'>, 'steps' | 'inputs'>,
  args: JsonObject,
  now: number,
): readonly StepPreview[] {
  const isUnfilled = inputs.some(({ name }) => !Object.hasOwn(args, name));
  const previews: StepPreview[] = [];
  for (const [index, { name, expression }] of steps.entries()) {
    const found = evaluateCalculation(steps.slice(0, index + 1), args, now, inputs);
    if (found.ok) {
      previews.push({ value: found.value[name] ?? null });
      continue;
    }
    const isTold = !isUnfilled || !parseExpression(expression).ok;
    return isTold ? [...previews, { problem: found.failure }] : previews;
  }
  return previews;
}
