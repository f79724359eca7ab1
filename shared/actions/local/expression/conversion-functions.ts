import { coerceValue } from '../../../values/coerce-value.ts';
import type { Arguments, ExpressionFunction } from './expression-function.ts';
import { isList, isMap, kindOf, Moment, Span, toText } from './expression-value.ts';

type Listed = Omit<ExpressionFunction, 'group'>;

const list: readonly Listed[] = [
  {
    name: 'string',
    signature: 'string(value)',
    summary: 'The value as a text.',
    example: 'string(12.5)',
    gives: '"12.5"',
    takes: [1, 1],
    apply: (args, { budget, place }) => toText(args.at(0), budget.counter(place)),
  },
  {
    name: 'double',
    signature: 'double(value)',
    summary: 'The number a text says.',
    example: 'double("3.5")',
    gives: '3.5',
    takes: [1, 1],
    apply: toNumber,
  },
  {
    name: 'int',
    signature: 'int(value)',
    summary: 'The same as a whole number; what is behind the point is cut off. A time gives its seconds since 1970.',
    example: 'int("42")',
    gives: '42',
    takes: [1, 1],
    apply: (args) => Math.trunc(toNumber(args)),
  },
  {
    name: 'bool',
    signature: 'bool(value)',
    summary: 'true for true, 1, "true", "yes", "on" and "1".',
    example: 'bool("yes")',
    gives: 'true',
    takes: [1, 1],
    apply: toBoolean,
  },
  {
    name: 'default',
    signature: 'default(value, other)',
    summary: 'The other value when the first is missing or empty.',
    example: 'default(null, 7)',
    gives: '7',
    takes: [2, 2],
    apply: (args) => (isNothing(args) ? args.at(1) : args.at(0)),
  },
  {
    name: 'isEmpty',
    signature: 'isEmpty(value)',
    summary: 'Whether it is missing, an empty text or an empty list.',
    example: 'isEmpty("")',
    gives: 'true',
    takes: [1, 1],
    apply: isNothing,
  },
  {
    name: 'type',
    signature: 'type(value)',
    summary: 'What kind of value it is, in words.',
    example: 'type(1)',
    gives: '"a number"',
    takes: [1, 1],
    apply: (args) => kindOf(args.at(0)),
  },
];

export const conversionFunctions: readonly ExpressionFunction[] = list.map((each) => ({
  ...each,
  group: 'conversion',
}));

const wholeNumber = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

function toNumber(args: Arguments): number {
  const value = args.at(0);
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Moment || value instanceof Span) return value.seconds;
  if (typeof value === 'string' && wholeNumber.test(value)) return Number(value);
  if (typeof value === 'string') throw args.fault(`"${value.slice(0, 40)}" is no number.`);
  throw args.wants(0, 'a number or a text');
}

function toBoolean(args: Arguments): boolean {
  const value = args.at(0);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string' || typeof value === 'number') return coerceValue(value, 'boolean') === true;
  throw args.wants(0, 'a text or a number');
}

function isNothing(args: Arguments): boolean {
  const value = args.at(0);
  return (
    value === null ||
    value === '' ||
    (isList(value) && value.length === 0) ||
    (isMap(value) && Object.keys(value).length === 0)
  );
}
