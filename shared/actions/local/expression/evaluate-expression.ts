import { assertNever } from '../../../base/assert-never.ts';
import type { Json } from '../../../base/json.ts';
import { fail, succeed, type Result } from '../../../base/result.ts';
import type { SyntaxProblem } from '../../../reference/reference.ts';
import { closestName } from './closest-name.ts';
import { ExpressionFault } from './expression-fault.ts';
import { Arguments } from './expression-function.ts';
import type { ExpressionNode } from './expression-node.ts';
import {
  isList,
  isMap,
  kindOf,
  Moment,
  Span,
  toJson,
  type ExpressionMap,
  type ExpressionValue,
} from './expression-value.ts';
import { functionNames, functionsByName } from './function-table.ts';
import { applyOperator, finite } from './operators.ts';
import type { WorkBudget } from './work-budget.ts';

export type ExpressionScope = {
  readonly values: ReadonlyMap<string, ExpressionValue>;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly budget: WorkBudget;
};

/** What an expression gives. It always ends: nothing in the language repeats but over a list, and all work is counted. */
export function evaluateExpression(
  node: ExpressionNode,
  scope: ExpressionScope,
): Result<{ readonly value: ExpressionValue; readonly json: Json }, SyntaxProblem> {
  try {
    const value = evaluate(node, scope);
    return succeed({ value, json: toJson(value, scope.budget.counter(node)) });
  } catch (fault) {
    if (fault instanceof ExpressionFault) return fail(fault.problem);
    throw fault;
  }
}

/** A name every expression may read, unless an input has it. */
export const presentName = 'now';

function evaluate(node: ExpressionNode, scope: ExpressionScope): ExpressionValue {
  scope.budget.spend(1, node);
  switch (node.kind) {
    case 'value':
      return node.value;
    case 'name':
      return readName(node.name, node, scope);
    case 'field':
      return readField(evaluate(node.from, scope), node.name, node);
    case 'has':
      return hasMember(evaluate(node.from, scope), node.name, node);
    case 'index':
      return readIndex(evaluate(node.from, scope), evaluate(node.at, scope), node);
    case 'call':
      return call(node, scope);
    case 'macro':
      return goThrough(node, scope);
    case 'list':
      scope.budget.list(node.items.length, node);
      return node.items.map((item) => evaluate(item, scope));
    case 'map':
      return makeMap(node, scope);
    case 'unary':
      return negate(node, scope);
    case 'binary':
      return combine(node, scope);
    case 'choice':
      return evaluate(isTrue(node.condition, scope) ? node.whenTrue : node.whenFalse, scope);
    default:
      return assertNever(node);
  }
}

function readName(name: string, node: ExpressionNode, { values, now }: ExpressionScope): ExpressionValue {
  const value = values.get(name);
  if (value !== undefined) return value;
  if (name === presentName) return new Moment(Math.floor(now / 1000));
  throw new ExpressionFault(unknownName(name, [...values.keys()]), node);
}

/** Says that a name is not known, and which was probably meant. */
export function unknownName(name: string, known: readonly string[]): string {
  if (functionsByName.has(name)) return `"${name}" is a function. Call it: ${name}(…).`;
  const meant = closestName(name, known);
  return `There is no input or earlier step called "${name}".${meant === null ? '' : ` Did you mean "${meant}"?`}`;
}

/** The same for functions. */
export function unknownFunction(name: string): string {
  const meant = closestName(name, functionNames);
  return `There is no function "${name}".${meant === null ? '' : ` Did you mean "${meant}"?`}`;
}

/** A member nobody gave is nothing, as everywhere in a scenario. */
function readField(from: ExpressionValue, name: string, node: ExpressionNode): ExpressionValue {
  if (from === null) return null;
  if (isMap(from)) return Object.hasOwn(from, name) ? (from[name] ?? null) : null;
  throw new ExpressionFault(`"${name}" is looked for in ${kindOf(from)}, which has no members.`, node);
}

function hasMember(from: ExpressionValue, name: string, node: ExpressionNode): boolean {
  return readField(from, name, node) !== null;
}

function readIndex(from: ExpressionValue, at: ExpressionValue, node: ExpressionNode): ExpressionValue {
  if (from === null) return null;
  if (isMap(from) && typeof at === 'string') return readField(from, at, node);
  if (!isList(from)) throw new ExpressionFault(`${capital(kindOf(from))} has no positions.`, node);
  if (typeof at !== 'number' || !Number.isInteger(at))
    throw new ExpressionFault('A position is a whole number, the first is 0.', node);
  if (at < 0 || at >= from.length)
    throw new ExpressionFault(`There is no item at position ${at}; the list has ${from.length}.`, node);
  return from[at] ?? null;
}

function call(node: Extract<ExpressionNode, { kind: 'call' }>, scope: ExpressionScope): ExpressionValue {
  const called = functionsByName.get(node.name);
  if (called === undefined) throw new ExpressionFault(unknownFunction(node.name), node);
  const [least, most] = called.takes;
  if (node.args.length < least || node.args.length > most)
    throw new ExpressionFault(`"${node.name}" is called like this: ${called.signature}.`, node);
  const values = node.args.map((argument) => evaluate(argument, scope));
  const { now, budget } = scope;
  for (const value of values) budget.spend(weightOf(value), node);
  const result = called.apply(new Arguments(node.name, values, node), { now, budget, place: node });
  if (typeof result === 'number') return finite(result, node);
  if (typeof result === 'string') budget.text(result.length, node);
  else if (isList(result)) budget.list(result.length, node);
  return result;
}

/** What looking through a value costs: a long text again and again is work as much as a list is. */
const weightOf = (value: ExpressionValue): number =>
  typeof value === 'string' ? Math.floor(value.length / 100) : isList(value) ? value.length : 0;

function goThrough(node: Extract<ExpressionNode, { kind: 'macro' }>, scope: ExpressionScope): ExpressionValue {
  const found = evaluate(node.list, scope);
  const list = isMap(found) ? Object.keys(found) : found;
  if (!isList(list)) throw new ExpressionFault(`"${node.name}" goes through a list, but got ${kindOf(list)}.`, node);
  scope.budget.list(list.length, node);
  // Copied once for the whole list, not for each item.
  const values = new Map(scope.values);
  const inner = { ...scope, values };
  const on = <Outcome>(item: ExpressionValue, work: () => Outcome): Outcome => {
    values.set(node.variable, item);
    return work();
  };
  const holds = (item: ExpressionValue): boolean => on(item, () => isTrue(node.body, inner));
  switch (node.name) {
    case 'all':
      return list.every(holds);
    case 'exists':
      return list.some(holds);
    case 'exists_one':
      return list.filter(holds).length === 1;
    case 'filter':
      return list.filter(holds);
    case 'map': {
      const { test } = node;
      const kept = test === null ? list : list.filter((item) => on(item, () => isTrue(test, inner)));
      return kept.map((item) => on(item, () => evaluate(node.body, inner)));
    }
    default:
      return assertNever(node.name);
  }
}

function makeMap(node: Extract<ExpressionNode, { kind: 'map' }>, scope: ExpressionScope): ExpressionMap {
  const entries = node.entries.map(([key, value]): [string, ExpressionValue] => {
    const name = evaluate(key, scope);
    if (typeof name !== 'string') throw new ExpressionFault(`A key is a text, but this is ${kindOf(name)}.`, key);
    return [name, evaluate(value, scope)];
  });
  scope.budget.list(entries.length, node);
  return Object.fromEntries(entries);
}

function negate(node: Extract<ExpressionNode, { kind: 'unary' }>, scope: ExpressionScope): ExpressionValue {
  if (node.operator === '!') return !isTrue(node.operand, scope);
  const value = evaluate(node.operand, scope);
  if (typeof value === 'number') return 0 - value;
  if (value instanceof Span) return new Span(0 - value.seconds);
  throw new ExpressionFault(`A minus stands before a number, but this is ${kindOf(value)}.`, node);
}

function combine(node: Extract<ExpressionNode, { kind: 'binary' }>, scope: ExpressionScope): ExpressionValue {
  const { operator, left, right } = node;
  if (operator === '&&' || operator === '||') return decide(operator === '||', left, right, scope);
  const [first, second] = [evaluate(left, scope), evaluate(right, scope)];
  scope.budget.spend(weightOf(first) + weightOf(second), node);
  return applyOperator(operator, first, second, scope.budget, node);
}

/** One side that decides is enough, even when the other cannot be worked out. */
function decide(wanted: boolean, left: ExpressionNode, right: ExpressionNode, scope: ExpressionScope): boolean {
  const first = attempt(left, scope);
  if (first === wanted) return wanted;
  const second = attempt(right, scope);
  if (second === wanted) return wanted;
  if (first instanceof ExpressionFault) throw first;
  if (second instanceof ExpressionFault) throw second;
  return !wanted;
}

function attempt(node: ExpressionNode, scope: ExpressionScope): boolean | ExpressionFault {
  try {
    return isTrue(node, scope);
  } catch (fault) {
    if (fault instanceof ExpressionFault && !fault.isFinal) return fault;
    throw fault;
  }
}

function isTrue(node: ExpressionNode, scope: ExpressionScope): boolean {
  const value = evaluate(node, scope);
  if (typeof value === 'boolean') return value;
  throw new ExpressionFault(`This has to be true or false, but it is ${kindOf(value)}.`, node);
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
