import type { Arguments, ExpressionFunction } from './expression-function.ts';
import { isList, isMap, isSame, orderOf, type ExpressionValue } from './expression-value.ts';

type Listed = Omit<ExpressionFunction, 'group'>;

const list: readonly Listed[] = [
  {
    name: 'first',
    signature: 'first(list)',
    summary: 'The first item; nothing when there is none.',
    example: 'first([4, 5])',
    gives: '4',
    takes: [1, 1],
    apply: (args) => args.list(0)[0] ?? null,
  },
  {
    name: 'last',
    signature: 'last(list)',
    summary: 'The last item; nothing when there is none.',
    example: 'last([4, 5])',
    gives: '5',
    takes: [1, 1],
    apply: (args) => args.list(0).at(-1) ?? null,
  },
  {
    name: 'sort',
    signature: 'sort(list)',
    summary: 'Numbers, texts or times in order.',
    example: 'sort([3, 1, 2])',
    gives: '[1,2,3]',
    takes: [1, 1],
    apply: sort,
  },
  {
    name: 'reverse',
    signature: 'reverse(list)',
    summary: 'From the last to the first.',
    example: 'reverse([1, 2])',
    gives: '[2,1]',
    takes: [1, 1],
    apply: (args) => args.list(0).toReversed(),
  },
  {
    name: 'unique',
    signature: 'unique(list)',
    summary: 'Each item once.',
    example: 'unique([1, 2, 1])',
    gives: '[1,2]',
    takes: [1, 1],
    apply: (args, { budget, place }) => {
      const count = budget.counter(place);
      const kept: ExpressionValue[] = [];
      for (const item of args.list(0)) {
        if (!kept.some((other) => isSame(other, item, count))) kept.push(item);
      }
      return kept;
    },
  },
  {
    name: 'slice',
    signature: 'slice(list, from, to = end)',
    summary: 'The items from one position to before another.',
    example: 'slice([1, 2, 3], 0, 2)',
    gives: '[1,2]',
    takes: [2, 3],
    apply: (args) => args.list(0).slice(args.whole(1), args.count > 2 ? args.whole(2) : undefined),
  },
  {
    name: 'flatten',
    signature: 'flatten(list)',
    summary: 'The items of the lists in a list.',
    example: 'flatten([[1], [2, 3]])',
    gives: '[1,2,3]',
    takes: [1, 1],
    apply: (args, { budget, place }) => {
      const items = args.list(0);
      budget.list(
        items.reduce((sum: number, item) => sum + (isList(item) ? item.length : 1), 0),
        place,
      );
      return items.flatMap((item) => (isList(item) ? item : [item]));
    },
  },
  {
    name: 'range',
    signature: 'range(count)',
    summary: 'The numbers from 0 to before the count.',
    example: 'range(3)',
    gives: '[0,1,2]',
    takes: [1, 1],
    apply: (args, { budget, place }) => {
      const count = args.whole(0);
      if (count < 0) throw args.fault('range counts from 0 upwards.');
      budget.list(count, place);
      return Array.from({ length: count }, (_, index) => index);
    },
  },
  {
    name: 'keys',
    signature: 'keys(object)',
    summary: 'The names of its members.',
    example: 'keys({"a": 1, "b": 2})',
    gives: '["a","b"]',
    takes: [1, 1],
    apply: (args) => Object.keys(mapOf(args)),
  },
  {
    name: 'values',
    signature: 'values(object)',
    summary: 'What its members hold.',
    example: 'values({"a": 1, "b": 2})',
    gives: '[1,2]',
    takes: [1, 1],
    apply: (args) => Object.values(mapOf(args)),
  },
];

export const listFunctions: readonly ExpressionFunction[] = list.map((each) => ({ ...each, group: 'list' }));

function mapOf(args: Arguments): { readonly [key: string]: ExpressionValue } {
  const value = args.at(0);
  if (!isMap(value)) throw args.wants(0, 'an object');
  return value;
}

function sort(args: Arguments): readonly ExpressionValue[] {
  return args.list(0).toSorted((left, right) => {
    const order = orderOf(left, right);
    if (order === null) throw args.fault('Only items of one kind can be sorted: numbers, texts or times.');
    return order;
  });
}
