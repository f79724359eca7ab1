import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';
import { fail, succeed, type Result } from '../base/result.ts';
import type { ActionInput } from '../model/action-parts.ts';
import type { AttributeType } from '../model/attribute-type.ts';
import { coerceValue } from '../values/coerce-value.ts';
import { readTime } from '../values/read-time.ts';
import { valueText } from '../values/value-text.ts';
import type { ActionArgument } from './action-arguments.ts';
import { fitOutput } from './fit-output.ts';
import { checkFormat, formatExpectation } from './local/check-format.ts';
import { checkRange, fitsWhole } from './local/check-rule.ts';
import { oneOfText } from './local/one-of-text.ts';

/** Which input cannot be used, and why as a sentence, without the value where that is nobody's to read. */
export type InputProblem = { readonly name: string; readonly sentence: string };

/**
 * Arguments cast to their types, or the first that is not what its input declares: type, values, limits, pattern and
 * format. Arguments that are not given are not looked at. `isHidden` says whose value no sentence may show.
 */
export function checkInputs(
  action: { readonly inputs: readonly ActionInput[] },
  wanted: readonly Pick<ActionArgument, 'name' | 'type'>[],
  raw: JsonObject,
  isHidden: (name: string) => boolean,
): Result<JsonObject, InputProblem> {
  const given: [string, Json][] = [];
  for (const { name, type } of wanted) {
    const value = Object.hasOwn(raw, name) ? (raw[name] ?? null) : null;
    if (value === null) continue;
    const cast = castInput(value, type);
    const declared = action.inputs.find((input) => input.name === name);
    const expected = cast === undefined ? typeExpectation(type) : declared === undefined ? null : lack(declared, cast);
    if (expected !== null) return fail({ name, sentence: problemSentence(name, expected, value, isHidden(name)) });
    given.push([name, cast ?? null]);
  }
  return succeed(Object.fromEntries(given));
}

/** The value as the type has it; undefined when nothing in it is one. A number may be followed by its unit. */
function castInput(value: Json, type: AttributeType): Json | undefined {
  switch (type) {
    case 'int':
    case 'float':
      if (typeof value === 'string' && !/^\s*[+-]?\.?\d/.test(value)) return undefined;
      return typeof value === 'object' ? undefined : coerceValue(value, type);
    case 'boolean':
      return fitOutput(value, type);
    case 'timestamp':
      return readTime(value, 'UTC') ?? undefined;
    case 'composite':
    case 'formData':
      return isJsonObject(value) || Array.isArray(value) ? value : undefined;
    default:
      return coerceValue(value, type);
  }
}

function typeExpectation(type: AttributeType): string {
  const words: Partial<Record<AttributeType, string>> = {
    int: 'a whole number',
    float: 'a number',
    boolean: 'yes or no',
    timestamp: 'a date, such as 2026-03-31',
  };
  return words[type] ?? 'an object';
}

/** What a value lacks to be what its input declares; of a list, each item is looked at. */
function lack(input: ActionInput, value: Json): string | null {
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) {
      const expected = item === null ? null : lack(input, item);
      if (expected !== null) return expected;
    }
    return null;
  }
  const { values, minimum, maximum, pattern, format } = input;
  if (values !== undefined && !values.includes(valueText(value))) return oneOfText(values);
  if (minimum !== undefined || maximum !== undefined) {
    const ranged = checkRange(value, minimum, maximum);
    if (!ranged.ok) return ranged.failure;
  }
  if (pattern !== undefined && !fitsWhole(valueText(value), pattern)) return `of the form ${pattern}`;
  return format !== undefined && !checkFormat(value, format) ? formatExpectation(format) : null;
}

function problemSentence(name: string, expected: string, value: Json, hidden: boolean): string {
  const shown = valueText(value);
  const was = hidden ? '' : shown === '' ? ', but it is empty' : `, but it is “${shortened(shown)}”`;
  return `The input “${name}” has to be ${expected}${was}.`;
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
