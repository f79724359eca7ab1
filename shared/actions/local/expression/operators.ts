import { assertNever } from '../../../base/assert-never.ts';
import { ExpressionFault } from './expression-fault.ts';
import type { BinaryOperator } from './expression-node.ts';
import { isList, isMap, isSame, kindOf, Moment, orderOf, Span, type ExpressionValue } from './expression-value.ts';
import type { WorkBudget } from './work-budget.ts';

type Place = { readonly start: number; readonly end: number };
export type PlainOperator = Exclude<BinaryOperator, '||' | '&&'>;

/** What two values give. Numbers are one kind: `7 / 2` is 3.5. */
export function applyOperator(
  operator: PlainOperator,
  left: ExpressionValue,
  right: ExpressionValue,
  budget: WorkBudget,
  place: Place,
): ExpressionValue {
  switch (operator) {
    case '==':
      return isSame(left, right, budget.counter(place));
    case '!=':
      return !isSame(left, right, budget.counter(place));
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(operator, left, right, place);
    case 'in':
      return contains(right, left, budget, place);
    case '+':
      return add(left, right, budget, place);
    case '-':
      return subtract(left, right, place);
    case '*':
    case '/':
    case '%':
      return calculate(operator, left, right, place);
    default:
      return assertNever(operator);
  }
}

function compare(
  operator: '<' | '<=' | '>' | '>=',
  left: ExpressionValue,
  right: ExpressionValue,
  place: Place,
): boolean {
  const order = orderOf(left, right);
  if (order === null) throw mismatch(operator, left, right, place);
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}

function contains(whole: ExpressionValue, part: ExpressionValue, budget: WorkBudget, place: Place): boolean {
  if (isList(whole)) {
    const count = budget.counter(place);
    return whole.some((item) => isSame(item, part, count));
  }
  if (isMap(whole)) return typeof part === 'string' && Object.hasOwn(whole, part);
  throw new ExpressionFault(`"in" looks into a list or an object, but this is ${kindOf(whole)}.`, place);
}

function add(left: ExpressionValue, right: ExpressionValue, budget: WorkBudget, place: Place): ExpressionValue {
  if (typeof left === 'number' && typeof right === 'number') return finite(left + right, place);
  if (typeof left === 'string' && typeof right === 'string') {
    budget.text(left.length + right.length, place);
    return left + right;
  }
  if (isList(left) && isList(right)) {
    budget.list(left.length + right.length, place);
    return [...left, ...right];
  }
  if (left instanceof Moment && right instanceof Span) return new Moment(left.seconds + right.seconds);
  if (left instanceof Span && right instanceof Moment) return new Moment(left.seconds + right.seconds);
  if (left instanceof Span && right instanceof Span) return new Span(left.seconds + right.seconds);
  if (typeof left === 'string' || typeof right === 'string')
    throw new ExpressionFault(
      `A text and ${kindOf(typeof left === 'string' ? right : left)} cannot be added. string(…) makes a text of a value.`,
      place,
    );
  throw mismatch('+', left, right, place);
}

function subtract(left: ExpressionValue, right: ExpressionValue, place: Place): ExpressionValue {
  if (typeof left === 'number' && typeof right === 'number') return finite(left - right, place);
  if (left instanceof Moment && right instanceof Moment) return new Span(left.seconds - right.seconds);
  if (left instanceof Moment && right instanceof Span) return new Moment(left.seconds - right.seconds);
  if (left instanceof Span && right instanceof Span) return new Span(left.seconds - right.seconds);
  throw mismatch('-', left, right, place);
}

function calculate(operator: '*' | '/' | '%', left: ExpressionValue, right: ExpressionValue, place: Place): number {
  if (typeof left !== 'number' || typeof right !== 'number') throw mismatch(operator, left, right, place);
  if (operator === '*') return finite(left * right, place);
  if (right === 0) throw new ExpressionFault('Nothing can be divided by zero.', place);
  return finite(operator === '/' ? left / right : left % right, place);
}

/** No result is infinite, and none is a zero with a sign. */
export function finite(value: number, place: Place): number {
  if (!Number.isFinite(value)) throw new ExpressionFault('The result is too large.', place);
  return value + 0;
}

const verbs: { readonly [Operator in PlainOperator]: string } = {
  '==': 'compared',
  '!=': 'compared',
  '<': 'compared',
  '<=': 'compared',
  '>': 'compared',
  '>=': 'compared',
  in: 'looked for',
  '+': 'added',
  '-': 'subtracted',
  '*': 'multiplied',
  '/': 'divided',
  '%': 'divided',
};

function mismatch(
  operator: PlainOperator,
  left: ExpressionValue,
  right: ExpressionValue,
  place: Place,
): ExpressionFault {
  const [first, second] = [kindOf(left), kindOf(right)];
  const both =
    first === second
      ? `Two values that are ${first.replace(/^an? /, '').replace(/^nothing$/, 'missing')}`
      : `${capital(first)} and ${second}`;
  return new ExpressionFault(`${both} cannot be ${verbs[operator]}.`, place);
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
