import { isJsonObject, type Json } from '../../base/json.ts';
import { fail, succeed } from '../../base/result.ts';
import { valueText } from '../../values/value-text.ts';
import { parsePath } from '../parse-reference.ts';
import { readPath } from '../read-path.ts';
import type { Filter, Piped } from './filter.ts';
import { toNumber } from './number-filters.ts';

const isList = (value: Piped): value is readonly Json[] => Array.isArray(value);
const isMembers = (value: Piped): value is { readonly [key: string]: Json } =>
  isJsonObject(value) && !(value instanceof Uint8Array);
const wholeOr = (value: Json | undefined, otherwise: number): number => Math.trunc(toNumber(value) ?? otherwise);

export const count: Filter = {
  summary: 'How many items there are',
  usage: 'count',
  apply: (value) => {
    if (value === null) return succeed(0);
    if (isList(value)) return succeed(value.length);
    return isMembers(value) ? succeed(Object.keys(value).length) : fail('It needs a list.');
  },
};

export const last: Filter = {
  summary: 'The last item, or a list of the last n',
  usage: 'last 2',
  apply: (value, args) => {
    if (value === null) return succeed(null);
    if (!isList(value)) return fail('It needs a list.');
    if (args.length === 0) return succeed(value.at(-1) ?? null);
    const size = wholeOr(args[0], 1);
    return succeed(size <= 0 ? [] : value.slice(-size));
  },
};

export const range: Filter = {
  summary: 'Items from a position on, counted from 0 or, when negative, from the end',
  usage: 'range 0 3',
  apply: (value, args) => {
    if (value === null) return succeed(null);
    if (!isList(value)) return fail('It needs a list.');
    const start = wholeOr(args[0], 0);
    const first = start < 0 ? Math.max(0, value.length + start) : start;
    const size = wholeOr(args[1], value.length);
    return succeed(value.slice(first, size < 0 ? value.length + size : first + size));
  },
};

export const select: Filter = {
  summary: 'One field of an object, or of each object in a list',
  usage: 'select name',
  apply: (value, args) => {
    if (value === null) return succeed(null);
    const path = parsePath(valueText(args[0] ?? null));
    if (path === null) return fail('It needs the name of a field.');
    if (isList(value)) return succeed(value.map((item) => readPath(item, path)));
    return isMembers(value) ? succeed(readPath(value, path)) : fail('It needs an object or a list of objects.');
  },
};

export const where: Filter = {
  summary: 'Items whose field has a value',
  usage: 'where status "open" eq',
  apply: (value, args) => {
    if (value === null) return succeed(null);
    if (!isList(value)) return fail('It needs a list.');
    const path = parsePath(valueText(args[0] ?? null));
    const compare = comparisons.get(args.length < 3 ? 'eq' : valueText(args[2] ?? null));
    if (path === null) return fail('It needs the name of a field.');
    if (compare === undefined) return fail(`It compares with one of ${[...comparisons.keys()].join(', ')}.`);
    const wanted = args[1] ?? null;
    return succeed(value.filter((item) => compare(order(readPath(item, path), wanted))));
  },
};

/** Below, equal or above 0; null when one side is missing, which only "not equal" accepts. */
function order(left: Json, right: Json): number | null {
  if (left === null || right === null) return left === right ? 0 : null;
  const [leftNumber, rightNumber] = [toNumber(left), toNumber(right)];
  if (leftNumber !== null && rightNumber !== null) return leftNumber - rightNumber;
  const [leftText, rightText] = [valueText(left), valueText(right)];
  return leftText === rightText ? 0 : leftText < rightText ? -1 : 1;
}

type Compare = (order: number | null) => boolean;
const eq: Compare = (order) => order === 0;
const notEq: Compare = (order) => order !== 0;
const gt: Compare = (order) => order !== null && order > 0;
const gte: Compare = (order) => order !== null && order >= 0;
const lt: Compare = (order) => order !== null && order < 0;
const lte: Compare = (order) => order !== null && order <= 0;

const comparisons: ReadonlyMap<string, Compare> = new Map([
  ['eq', eq],
  ['=', eq],
  ['==', eq],
  ['not_eq', notEq],
  ['!=', notEq],
  ['<>', notEq],
  ['gt', gt],
  ['>', gt],
  ['gte', gte],
  ['>=', gte],
  ['lt', lt],
  ['<', lt],
  ['lte', lte],
  ['<=', lte],
]);
