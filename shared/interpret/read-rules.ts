import type { JsonObject } from '../base/json.ts';
import { compilePattern } from '../conditions/matches-pattern.ts';
import type { PatternRule } from '../model/interpreter-record.ts';
import { coerceValue } from '../values/coerce-value.ts';
import type { ExpectedAttribute } from './extract-attributes.ts';
import { quoteSample } from './quote-sample.ts';
import type { RankedIntent } from './ranked-intent.ts';

/** Longer texts are no utterances; a pattern's time is linear in them, and this is the line. */
const longestText = 20_000;

/** The intents in scope whose pattern is found in a text: certain, in the order of the rules. */
export function readRules(
  rules: readonly PatternRule[],
  intentIds: ReadonlySet<string>,
  text: string,
  expected: ReadonlyMap<string, readonly ExpectedAttribute[]>,
): readonly RankedIntent[] {
  const found = new Map<string, RankedIntent>();
  for (const rule of rules) {
    const { intentId, pattern } = rule;
    if (!intentIds.has(intentId) || found.has(intentId)) continue;
    const attributes = captureAll(rule, text.slice(0, longestText), expected.get(intentId) ?? []);
    if (attributes === null) continue;
    found.set(intentId, { intentId, confidence: 1, attributes, because: `the pattern ${quoteSample(pattern)}` });
  }
  return [...found.values()];
}

/** What the groups took; null when the pattern is not found, or cannot be used. */
function captureAll(
  { pattern, captures }: PatternRule,
  text: string,
  expected: readonly ExpectedAttribute[],
): JsonObject | null {
  const compiled = compilePattern(pattern);
  if (!compiled.ok) return null;
  const matcher = compiled.value.matcher(text);
  if (!matcher.find()) return null;
  const names = Object.entries(compiled.value.namedGroups());
  const nameOf = (group: number): string | undefined => names.find(([, number]) => number === group)?.[0];
  const attributes: [string, JsonObject[string]][] = [];
  for (let group = 1; group <= matcher.groupCount(); group += 1) {
    const name = nameOf(group);
    const attribute = captureOf(captures, String(group)) ?? captureOf(captures, name) ?? name;
    const taken = matcher.group(group);
    if (attribute === undefined || taken === null) continue;
    const type = expected.find((each) => each.name === attribute)?.type ?? 'string';
    attributes.push([attribute, coerceValue(taken, type)]);
  }
  return Object.fromEntries(attributes);
}

const captureOf = (captures: Readonly<Record<string, string>>, group: string | undefined): string | undefined =>
  group !== undefined && Object.hasOwn(captures, group) ? captures[group] : undefined;
