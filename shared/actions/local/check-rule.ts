import { assertNever } from '../../base/assert-never.ts';
import type { Json } from '../../base/json.ts';
import { fail, succeed, type Result } from '../../base/result.ts';
import { matchesPattern } from '../../conditions/matches-pattern.ts';
import type { ValidationRule } from '../../model/action-kinds.ts';
import { valueText } from '../../values/value-text.ts';
import { checkAvailable } from './check-available.ts';
import { checkFormat, formatExpectation } from './check-format.ts';
import { oneOfText } from './one-of-text.ts';

export type InputRule = Exclude<ValidationRule, { kind: 'eligible' }>;

/** Whether a value keeps to a rule; the failure is what it has to be, to end a sentence with. */
export function checkRule(rule: InputRule, value: Json, now: number): Result<null, string> {
  switch (rule.kind) {
    case 'format':
      return held(checkFormat(value, rule.format, rule.country), formatExpectation(rule.format, rule.country));
    case 'pattern':
      return held(fitsWhole(valueText(value), rule.pattern), `of the form ${rule.pattern}`);
    case 'range':
      return checkRange(value, rule.minimum, rule.maximum);
    case 'oneOf':
      return held(rule.values.includes(valueText(value)), oneOfText(rule.values));
    case 'available':
      return checkAvailable(rule, value, now);
    default:
      return assertNever(rule);
  }
}

const held = (holds: boolean, expected: string): Result<null, string> => (holds ? succeed(null) : fail(expected));

/** A pattern that is found anywhere would let everything around it through. */
export const fitsWhole = (text: string, pattern: string): boolean => matchesPattern(text, `^(?:${pattern})$`);

/** Between two numbers, either of which may be open. */
export function checkRange(
  value: Json,
  minimum: number | undefined,
  maximum: number | undefined,
): Result<null, string> {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  const isNumber = typeof number === 'number' && Number.isFinite(number);
  const within =
    isNumber && (minimum === undefined || number >= minimum) && (maximum === undefined || number <= maximum);
  return held(within, rangeText(minimum, maximum));
}

function rangeText(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum === undefined) return maximum === undefined ? 'a number' : `${valueText(maximum)} or less`;
  if (maximum === undefined) return `${valueText(minimum)} or more`;
  return `from ${valueText(minimum)} to ${valueText(maximum)}`;
}
