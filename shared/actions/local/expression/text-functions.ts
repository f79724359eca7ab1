import { matchesPattern, patternProblem } from '../../../conditions/matches-pattern.ts';
import { valueText } from '../../../values/value-text.ts';
import type { Arguments, CallScene, ExpressionFunction } from './expression-function.ts';
import { isList, isMap, toText } from './expression-value.ts';
import { roundTo } from './number-functions.ts';

type Listed = Omit<ExpressionFunction, 'group'>;

const list: readonly Listed[] = [
  {
    name: 'upper',
    signature: 'upper(text)',
    summary: 'All letters capital.',
    example: 'upper("abc")',
    gives: '"ABC"',
    takes: [1, 1],
    apply: (args) => args.text(0).toUpperCase(),
  },
  {
    name: 'lower',
    signature: 'lower(text)',
    summary: 'All letters small.',
    example: 'lower("ABC")',
    gives: '"abc"',
    takes: [1, 1],
    apply: (args) => args.text(0).toLowerCase(),
  },
  {
    name: 'capitalize',
    signature: 'capitalize(text)',
    summary: 'The first letter capital.',
    example: 'capitalize("ada")',
    gives: '"Ada"',
    takes: [1, 1],
    apply: (args) => args.text(0).replace(/^\p{L}/u, (letter) => letter.toUpperCase()),
  },
  {
    name: 'trim',
    signature: 'trim(text)',
    summary: 'Without spaces at both ends.',
    example: 'trim("  a b ")',
    gives: '"a b"',
    takes: [1, 1],
    apply: (args) => args.text(0).trim(),
  },
  {
    name: 'size',
    signature: 'size(value)',
    summary: 'How many letters, items or members.',
    example: 'size("abc")',
    gives: '3',
    takes: [1, 1],
    apply: (args) => sizeOf(args),
  },
  {
    name: 'contains',
    signature: 'contains(text, part)',
    summary: 'Whether the part is in the text.',
    example: '"order 12".contains("12")',
    gives: 'true',
    takes: [2, 2],
    apply: (args) => args.text(0).includes(args.text(1)),
  },
  {
    name: 'startsWith',
    signature: 'startsWith(text, part)',
    summary: 'Whether the text begins with the part.',
    example: '"order".startsWith("or")',
    gives: 'true',
    takes: [2, 2],
    apply: (args) => args.text(0).startsWith(args.text(1)),
  },
  {
    name: 'endsWith',
    signature: 'endsWith(text, part)',
    summary: 'Whether the text ends with the part.',
    example: '"order".endsWith("er")',
    gives: 'true',
    takes: [2, 2],
    apply: (args) => args.text(0).endsWith(args.text(1)),
  },
  {
    name: 'matches',
    signature: 'matches(text, pattern)',
    summary: 'Whether the pattern is found in the text.',
    example: '"A-17".matches("^[A-Z]-[0-9]+$")',
    gives: 'true',
    takes: [2, 2],
    apply: matches,
  },
  {
    name: 'indexOf',
    signature: 'indexOf(text, part)',
    summary: 'Where the part begins, counted from 0; -1 when it is not there.',
    example: '"banana".indexOf("n")',
    gives: '2',
    takes: [2, 2],
    apply: (args) => args.text(0).indexOf(args.text(1)),
  },
  {
    name: 'substring',
    signature: 'substring(text, from, to = end)',
    summary: 'The letters from one position to before another.',
    example: '"banana".substring(1, 3)',
    gives: '"an"',
    takes: [2, 3],
    apply: (args) => args.text(0).slice(fromStart(args, 1), args.count > 2 ? fromStart(args, 2) : undefined),
  },
  {
    name: 'replace',
    signature: 'replace(text, part, other)',
    summary: 'The other text in every place of the part.',
    example: '"1 2 3".replace(" ", "-")',
    gives: '"1-2-3"',
    takes: [3, 3],
    apply: replaceAll,
  },
  {
    name: 'split',
    signature: 'split(text, separator)',
    summary: 'The parts between the separators.',
    example: '"a,b".split(",")',
    gives: '["a","b"]',
    takes: [2, 2],
    apply: (args) => args.text(0).split(args.text(1)),
  },
  {
    name: 'join',
    signature: 'join(list, separator = "")',
    summary: 'One text of all items.',
    example: '["a", "b"].join(", ")',
    gives: '"a, b"',
    takes: [1, 2],
    apply: join,
  },
  {
    name: 'formatNumber',
    signature: 'formatNumber(number, digits = 0, separator = "")',
    summary: 'A number with so many digits behind the point, and a separator between thousands.',
    example: 'formatNumber(1234.5, 2, ",")',
    gives: '"1,234.50"',
    takes: [1, 3],
    apply: formatNumber,
  },
];

export const textFunctions: readonly ExpressionFunction[] = list.map((each) => ({ ...each, group: 'text' }));

function sizeOf(args: Arguments): number {
  const value = args.at(0);
  if (typeof value === 'string') return [...value].length;
  if (isList(value)) return value.length;
  if (isMap(value)) return Object.keys(value).length;
  throw args.wants(0, 'a text or a list');
}

function fromStart(args: Arguments, index: number): number {
  const position = args.whole(index);
  if (position < 0) throw args.fault('Positions are counted from the start: 0 is the first letter.');
  return position;
}

function matches(args: Arguments, { budget, place }: CallScene): boolean {
  const [text, pattern] = [args.text(0), args.text(1)];
  const problem = patternProblem(pattern);
  if (problem !== null) throw args.fault(problem);
  budget.spend(Math.ceil(text.length / 10), place);
  return matchesPattern(text, pattern);
}

function replaceAll(args: Arguments, { budget, place }: CallScene): string {
  const [text, part, other] = [args.text(0), args.text(1), args.text(2)];
  if (part === '') return text;
  const found = text.split(part);
  budget.text(text.length + (found.length - 1) * (other.length - part.length), place);
  return found.join(other);
}

function join(args: Arguments, { budget, place }: CallScene): string {
  const separator = args.text(1, '');
  const count = budget.counter(place);
  const texts = args.list(0).map((item) => toText(item, count));
  budget.text(
    texts.reduce((sum, text) => sum + text.length + separator.length, 0),
    place,
  );
  return texts.join(separator);
}

function formatNumber(args: Arguments): string {
  const digits = args.whole(1, 0);
  if (digits < 0 || digits > 15) throw args.fault('formatNumber shows 0 to 15 digits behind the point.');
  const [whole = '', rest = ''] = valueText(roundTo(args.number(0), digits)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, () => args.text(2, ''));
  return digits === 0 ? grouped : `${grouped}.${rest.padEnd(digits, '0')}`;
}
