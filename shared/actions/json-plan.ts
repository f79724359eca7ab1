import { assertNever } from '../base/assert-never.ts';
import type { Json } from '../base/json.ts';
import { fail, succeed, type Result } from '../base/result.ts';
import { parseRequestText, type RequestText, type VariablePart } from './parse-request-text.ts';

/**
 * A JSON body with holes. Texts are filled after the JSON was read, so a value can never close a quote, and a text
 * that is one variable and nothing else takes the value with its type.
 */
export type JsonPlan =
  | { readonly kind: 'constant'; readonly text: string }
  | { readonly kind: 'text'; readonly text: RequestText }
  | { readonly kind: 'value'; readonly variable: VariablePart }
  | { readonly kind: 'list'; readonly items: readonly JsonPlan[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [key: string, plan: JsonPlan])[] };

const deepest = 64;

/** The failure is a sentence. An empty body is no body. */
export function planJson(text: string): Result<JsonPlan | null, string> {
  if (text.trim() === '') return succeed(null);
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const plan = planValue(parsed.value, 0);
  return plan === null ? fail(`The body is nested more than ${deepest} levels deep.`) : succeed(plan);
}

function parseJson(text: string): Result<Json, string> {
  try {
    return succeed(JSON.parse(text) as Json);
  } catch (error) {
    const bare = /[:[,]\s*\$[A-Za-z_]/.test(text);
    const hint = bare ? ' Put "$name" in quotes: a number or a list keeps its type.' : '';
    return fail(`The body is not JSON (${error instanceof Error ? error.message : 'unreadable'}).${hint}`);
  }
}

function planValue(value: Json, depth: number): JsonPlan | null {
  if (depth > deepest) return null;
  if (typeof value === 'string') return planText(value);
  if (typeof value !== 'object' || value === null) return { kind: 'constant', text: JSON.stringify(value) };
  const plans: [string, JsonPlan][] = [];
  for (const [key, member] of Object.entries(value as Readonly<Record<string, Json>>)) {
    const plan = planValue(member, depth + 1);
    if (plan === null) return null;
    plans.push([JSON.stringify(key), plan]);
  }
  return Array.isArray(value)
    ? { kind: 'list', items: plans.map(([, plan]) => plan) }
    : { kind: 'object', members: plans };
}

function planText(text: string): JsonPlan {
  const parsed = parseRequestText(text);
  const [only, ...more] = parsed.parts;
  if (only === undefined) return { kind: 'constant', text: '""' };
  if (more.length > 0) return { kind: 'text', text: parsed };
  return typeof only === 'string'
    ? { kind: 'constant', text: JSON.stringify(only) }
    : { kind: 'value', variable: only };
}

/** Every text with variables in the plan. */
export function planTexts(plan: JsonPlan | null): readonly VariablePart[] {
  switch (plan?.kind) {
    case undefined:
    case 'constant':
      return [];
    case 'value':
      return [plan.variable];
    case 'text':
      return plan.text.parts.filter((part) => typeof part !== 'string');
    case 'list':
      return plan.items.flatMap(planTexts);
    case 'object':
      return plan.members.flatMap(([, member]) => planTexts(member));
    default:
      return assertNever(plan);
  }
}
