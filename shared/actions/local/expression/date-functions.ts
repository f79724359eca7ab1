import { addMonths, clockAt, midnight, secondsAt, weekdayNames, weekdayOf } from '../calendar.ts';
import { momentText } from '../moment-text.ts';
import type { Arguments, ExpressionFunction } from './expression-function.ts';
import type { Moment } from './expression-value.ts';
import { within } from './moment-functions.ts';

type Listed = Omit<ExpressionFunction, 'group'>;

const unitSeconds = { Seconds: 1, Minutes: 60, Hours: 3600, Days: 86_400, Weeks: 604_800 } as const;

const adding: readonly Listed[] = [
  ...Object.entries(unitSeconds).map(([unit, size]): Listed => ({
    name: `add${unit}`,
    signature: `add${unit}(time, number)`,
    summary: `So many ${unit.toLowerCase()} later, or earlier with a minus.`,
    example: `add${unit}(date("2026-01-31"), 2)`,
    gives: JSON.stringify(iso(1_769_817_600 + 2 * size)),
    takes: [2, 2],
    apply: (args) => within(args, args.moment(0).seconds + args.number(1) * size),
  })),
  {
    name: 'addMonths',
    signature: 'addMonths(time, number)',
    summary: 'So many months later; the 31st becomes the last day of a shorter month.',
    example: 'addMonths(date("2026-01-31"), 1)',
    gives: '"2026-02-28T00:00:00Z"',
    takes: [2, 2],
    apply: (args) => monthsLater(args, args.whole(1)),
  },
  {
    name: 'addYears',
    signature: 'addYears(time, number)',
    summary: 'So many years later.',
    example: 'addYears(date("2024-02-29"), 1)',
    gives: '"2025-02-28T00:00:00Z"',
    takes: [2, 2],
    apply: (args) => monthsLater(args, args.whole(1) * 12),
  },
  ...Object.entries(unitSeconds).map(([unit, size]): Listed => ({
    name: `${unit.toLowerCase()}Between`,
    signature: `${unit.toLowerCase()}Between(from, to)`,
    summary: `Whole ${unit.toLowerCase()} from one time to another.`,
    example: `${unit.toLowerCase()}Between(date("2026-01-01"), date("2026-02-01"))`,
    gives: String(Math.trunc((31 * 86_400) / size)),
    takes: [2, 2],
    apply: (args) => Math.trunc((args.moment(1).seconds - args.moment(0).seconds) / size),
  })),
  {
    name: 'monthsBetween',
    signature: 'monthsBetween(from, to)',
    summary: 'Whole months from one time to another.',
    example: 'monthsBetween(date("2026-01-31"), date("2026-03-30"))',
    gives: '1',
    takes: [2, 2],
    apply: monthsBetween,
  },
  {
    name: 'yearsBetween',
    signature: 'yearsBetween(from, to)',
    summary: 'Whole years from one time to another: an age.',
    example: 'yearsBetween(date("1990-06-15"), date("2026-06-14"))',
    gives: '35',
    takes: [2, 2],
    apply: (args) => Math.trunc(monthsBetween(args) / 12),
  },
];

type Part = readonly [name: string, summary: string, gives: string, read: (moment: Moment, zone: string) => number];

const plainParts: readonly Part[] = [
  ['year', 'The year.', '2026', (moment, zone) => clock(moment, zone).year],
  ['month', 'The month, 1 to 12.', '3', (moment, zone) => clock(moment, zone).month],
  ['day', 'The day of the month, 1 to 31.', '31', (moment, zone) => clock(moment, zone).day],
  ['hour', 'The hour, 0 to 23.', '14', (moment, zone) => clock(moment, zone).hour],
  ['minute', 'The minute, 0 to 59.', '5', (moment, zone) => clock(moment, zone).minute],
];

/** As CEL has them: months and days of the month count from 0, Sunday is 0. */
const standardParts: readonly Part[] = [
  ['getFullYear', 'The year.', '2026', (moment, zone) => clock(moment, zone).year],
  ['getMonth', 'The month, 0 to 11.', '2', (moment, zone) => clock(moment, zone).month - 1],
  ['getDate', 'The day of the month, 1 to 31.', '31', (moment, zone) => clock(moment, zone).day],
  ['getDayOfMonth', 'The day of the month, 0 to 30.', '30', (moment, zone) => clock(moment, zone).day - 1],
  [
    'getDayOfWeek',
    'The day of the week, 0 for Sunday.',
    '2',
    (moment, zone) => (weekdayOf(clock(moment, zone)) + 1) % 7,
  ],
  ['getDayOfYear', 'The day of the year, from 0.', '89', dayOfYear],
  ['getHours', 'The hour, 0 to 23.', '14', (moment, zone) => clock(moment, zone).hour],
  ['getMinutes', 'The minute, 0 to 59.', '5', (moment, zone) => clock(moment, zone).minute],
  ['getSeconds', 'The second, 0 to 59.', '9', (moment, zone) => clock(moment, zone).second],
];

const reading: readonly Listed[] = [
  ...[...plainParts, ...standardParts].map(([name, summary, gives, read]): Listed => ({
    name,
    signature: `${name}(time, zone = "UTC")`,
    summary,
    example: `${name}(date("2026-03-31T14:05:09"))`,
    gives,
    takes: [1, 2],
    apply: (args) => read(args.moment(0), args.zone(1)),
  })),
  {
    name: 'weekday',
    signature: 'weekday(time, zone = "UTC")',
    summary: 'The name of the day, in small letters.',
    example: 'weekday(date("2026-03-31"))',
    gives: '"tuesday"',
    takes: [1, 2],
    apply: (args) => weekdayNames[weekdayOf(clock(args.moment(0), args.zone(1)))] ?? '',
  },
];

export const dateFunctions: readonly ExpressionFunction[] = [...adding, ...reading].map((each) => ({
  ...each,
  group: 'date',
}));

const clock = (moment: Moment, zone: string): ReturnType<typeof clockAt> => clockAt(moment.seconds, zone);

function iso(seconds: number): string {
  const text = momentText(seconds, "yyyy-MM-ddTHH:mm:ss'Z'", 'UTC');
  return text.ok ? text.value : '';
}

function monthsLater(args: Arguments, months: number): Moment {
  if (Math.abs(months) > 120_000) throw args.fault('This time lies outside the years 1 to 9999.');
  return within(args, secondsAt(addMonths(clock(args.moment(0), 'UTC'), months), 'UTC'));
}

/** A month is whole when its day has come round again. */
function monthsBetween(args: Arguments): number {
  const [from, to] = [args.moment(0), args.moment(1)];
  if (to.seconds < from.seconds) return 0 - wholeMonths(to, from);
  return wholeMonths(from, to);
}

function wholeMonths(from: Moment, to: Moment): number {
  const [first, last] = [clock(from, 'UTC'), clock(to, 'UTC')];
  const months = (last.year - first.year) * 12 + last.month - first.month;
  return secondsAt(addMonths(first, months), 'UTC') > to.seconds ? months - 1 : months;
}

function dayOfYear(moment: Moment, zone: string): number {
  const shown = clock(moment, zone);
  const days =
    (secondsAt({ ...shown, ...midnight }, 'UTC') - secondsAt({ ...shown, ...midnight, month: 1, day: 1 }, 'UTC')) /
    86_400;
  return Math.round(days);
}
