import jmespath from 'jmespath';
import { isJsonObject, type Json } from '../base/json.ts';
import { fail, succeed, type Result } from '../base/result.ts';
import { parsePath } from '../reference/parse-reference.ts';
import { readPath } from '../reference/read-path.ts';

/** How often an expression may repeat what it was given: `[@, @] | [@, @]` repeats it four times. */
const mostGrowth = 1000;
const mostNodes = 200_000;
const deepest = 64;

/** A chain of fields and positions, which is nearly every path anybody writes. */
const plainPath = /^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*|\[\d{1,9}\])*$/;

/** The value a JMESPath finds; null when there is none. The failure is a sentence. */
export function queryJson(body: Json, path: string): Result<Json, string> {
  const plain = plainPath.test(path) ? parsePath(path) : null;
  return plain === null ? search(body, path) : succeed(readPath(body, plain));
}

/** Why a path cannot be used, as a sentence; null when it can. */
export function pathProblem(path: string): string | null {
  const parsed = parse(path);
  return parsed.ok ? null : parsed.failure;
}

function search(body: Json, path: string): Result<Json, string> {
  const parsed = parse(path);
  if (!parsed.ok) return parsed;
  const budget = { nodes: mostNodes };
  const bare = withoutPrototypes(body, budget, 0);
  if (bare === undefined) return fail('The response is too large for this path.');
  try {
    const found: unknown = jmespath.search(bare, path);
    const result = toJson(found, { nodes: mostNodes }, 0);
    return result === undefined ? fail(`The path "${path}" gives more than can be kept.`) : succeed(result);
  } catch (error) {
    return fail(`The path "${path}" does not fit the response: ${messageOf(error)}.`);
  }
}

type Node = {
  readonly type: string;
  readonly name?: unknown;
  readonly value?: unknown;
  readonly children?: readonly unknown[];
};
const { compile } = jmespath as unknown as { readonly compile: (path: string) => Node };

function parse(path: string): Result<Node, string> {
  try {
    const node = compile(path);
    return growth(node) > mostGrowth ? fail(`The path "${path}" repeats its input too often.`) : succeed(node);
  } catch (error) {
    return fail(`"${path}" is not a JMESPath: ${messageOf(error)}.`);
  }
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : 'unreadable').replace(/\.$/, '');

/** The most copies of its input an expression can put into its result. */
function growth(node: unknown): number {
  if (!isNode(node)) return 1;
  const children = (node.children ?? []).map(growth);
  switch (node.type) {
    case 'MultiSelectList':
    case 'MultiSelectHash':
      return sum(children);
    case 'KeyValuePair':
      return growth(node.value);
    case 'Function':
      // Text inside text inside text doubles its backslashes each time.
      return Math.max(1, sum(children)) * (node.name === 'to_string' ? 2 : 1);
    default:
      return children.reduce((product, factor) => product * factor, 1);
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

type Budget = { nodes: number };

/** The library asks objects for any name, and every ordinary object has a `constructor`; these have none. */
function withoutPrototypes(value: Json, budget: Budget, depth: number): unknown {
  budget.nodes -= 1;
  if (budget.nodes < 0 || depth > deepest) return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (!isJsonObject(value)) {
    const items = value.map((item) => withoutPrototypes(item, budget, depth + 1));
    return items.includes(undefined) ? undefined : items;
  }
  const bare = Object.create(null) as Record<string, unknown>;
  for (const [key, member] of Object.entries(value)) {
    const copy = withoutPrototypes(member, budget, depth + 1);
    if (copy === undefined) return undefined;
    bare[key] = copy;
  }
  return bare;
}

/** Plain JSON again; undefined when it is too much. What JSON cannot hold is null. */
function toJson(value: unknown, budget: Budget, depth: number): Json | undefined {
  budget.nodes -= 1;
  if (budget.nodes < 0 || depth > deepest) return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return allKept(value.map((item: unknown) => toJson(item, budget, depth + 1)));
  const entries = Object.entries(value).map(([key, member]) => [key, toJson(member, budget, depth + 1)] as const);
  return allKept(entries.map(([, member]) => member)) === undefined
    ? undefined
    : Object.fromEntries(entries.map(([key, member]) => [key, member ?? null]));
}

const allKept = (items: readonly (Json | undefined)[]): readonly Json[] | undefined =>
  items.every((item) => item !== undefined) ? items : undefined;
