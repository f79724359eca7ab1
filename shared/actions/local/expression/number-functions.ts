import type { Arguments, ExpressionFunction } from './expression-function.ts';

type Listed = Omit<ExpressionFunction, 'group'>;

const list: readonly Listed[] = [
  {
    name: 'round',
    signature: 'round(number, digits = 0)',
    summary: 'Rounded to so many digits behind the point; a half goes away from zero.',
    example: 'round(2.345, 2)',
    gives: '2.35',
    takes: [1, 2],
    apply: (args) => roundTo(args.number(0), digitsOf(args)),
  },
  {
    name: 'floor',
    signature: 'floor(number)',
    summary: 'The whole number below.',
    example: 'floor(-1.5)',
    gives: '-2',
    takes: [1, 1],
    apply: (args) => Math.floor(args.number(0)),
  },
  {
    name: 'ceil',
    signature: 'ceil(number)',
    summary: 'The whole number above.',
    example: 'ceil(1.2)',
    gives: '2',
    takes: [1, 1],
    apply: (args) => Math.ceil(args.number(0)),
  },
  {
    name: 'abs',
    signature: 'abs(number)',
    summary: 'Without its sign.',
    example: 'abs(-3)',
    gives: '3',
    takes: [1, 1],
    apply: (args) => Math.abs(args.number(0)),
  },
  {
    name: 'div',
    signature: 'div(number, by)',
    summary: 'How often it goes in, whole: 7 / 2 is 3.5, div(7, 2) is 3.',
    example: 'div(7, 2)',
    gives: '3',
    takes: [2, 2],
    apply: divide,
  },
  {
    name: 'pow',
    signature: 'pow(number, exponent)',
    summary: 'A number to the power of another.',
    example: 'pow(2, 10)',
    gives: '1024',
    takes: [2, 2],
    apply: (args) => args.number(0) ** args.number(1),
  },
  {
    name: 'min',
    signature: 'min(list) or min(one, other, …)',
    summary: 'The smallest number.',
    example: 'min(3, 1, 2)',
    gives: '1',
    takes: [1, 32],
    apply: (args) => extreme(args, (best, next) => next < best),
  },
  {
    name: 'max',
    signature: 'max(list) or max(one, other, …)',
    summary: 'The largest number.',
    example: 'max([3, 1, 2])',
    gives: '3',
    takes: [1, 32],
    apply: (args) => extreme(args, (best, next) => next > best),
  },
  {
    name: 'sum',
    signature: 'sum(list)',
    summary: 'All numbers of a list together; 0 for an empty one.',
    example: 'sum([1, 2, 3])',
    gives: '6',
    takes: [1, 32],
    apply: (args) => total(args.numbers()),
  },
  {
    name: 'avg',
    signature: 'avg(list)',
    summary: 'The average of a list.',
    example: 'avg([1, 2, 6])',
    gives: '3',
    takes: [1, 32],
    apply: average,
  },
];

export const numberFunctions: readonly ExpressionFunction[] = list.map((each) => ({ ...each, group: 'number' }));

/** Through the decimals people see: 1.005 is 1.01 to two digits, whatever the bits say. */
export function roundTo(value: number, digits: number): number {
  const text = String(Math.abs(value));
  // Written with an exponent it is either whole already, or next to nothing.
  if (text.includes('e')) return Math.abs(value) > 1 ? value : Number(value.toFixed(Math.max(0, digits)));
  const rounded = Number(`${Math.round(Number(`${text}e${digits}`))}e${-digits}`);
  if (!Number.isFinite(rounded)) return value;
  return value < 0 ? 0 - rounded : rounded;
}

function digitsOf(args: Arguments): number {
  const digits = args.whole(1, 0);
  if (Math.abs(digits) > 15) throw args.fault('round goes to 15 digits at most.');
  return digits;
}

function divide(args: Arguments): number {
  const by = args.number(1);
  if (by === 0) throw args.fault('Nothing can be divided by zero.');
  return Math.trunc(args.number(0) / by);
}

function extreme(args: Arguments, isBetter: (best: number, next: number) => boolean): number {
  const numbers = args.numbers();
  const [first, ...rest] = numbers;
  if (first === undefined) throw args.fault('There is no number in an empty list.');
  return rest.reduce((best, next) => (isBetter(best, next) ? next : best), first);
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

function average(args: Arguments): number {
  const numbers = args.numbers();
  if (numbers.length === 0) throw args.fault('An empty list has no average.');
  return total(numbers) / numbers.length;
}
