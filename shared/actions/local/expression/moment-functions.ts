import { readTime } from '../../../values/read-time.ts';
import { clockAt, isWithinCalendar, midnight, secondsAt, weekdayOf } from '../calendar.ts';
import { momentText } from '../moment-text.ts';
import { moveMoment } from '../move-moment.ts';
import type { Arguments, ExpressionFunction } from './expression-function.ts';
import { Moment, Span } from './expression-value.ts';

type Listed = Omit<ExpressionFunction, 'group'>;

const making: readonly Listed[] = [
  {
    name: 'now',
    signature: 'now()',
    summary: 'This moment. "now" alone is the same.',
    example: 'now() == now',
    gives: 'true',
    takes: [0, 0],
    apply: (_args, { now }) => new Moment(Math.floor(now / 1000)),
  },
  {
    name: 'today',
    signature: 'today(zone = "UTC")',
    summary: 'Midnight of today.',
    example: 'today() <= now',
    gives: 'true',
    takes: [0, 1],
    apply: (args, { now }) => startOf(new Moment(Math.floor(now / 1000)), 'day', args.zone(0)),
  },
  {
    name: 'date',
    signature: 'date(text, zone = "UTC")',
    summary: 'The time a text says, as ISO 8601 writes it.',
    example: 'date("2026-03-31")',
    gives: '"2026-03-31T00:00:00Z"',
    takes: [1, 2],
    apply: toMoment,
  },
  {
    name: 'timestamp',
    signature: 'timestamp(seconds or text)',
    summary: 'The time so many seconds after 1970, or that a text says.',
    example: 'timestamp(86400)',
    gives: '"1970-01-02T00:00:00Z"',
    takes: [1, 1],
    apply: toMoment,
  },
  {
    name: 'duration',
    signature: 'duration(text)',
    summary: 'A length of time: "90m", "1h30m", "2d".',
    example: 'duration("1h30m")',
    gives: '5400',
    takes: [1, 1],
    apply: toSpan,
  },
  {
    name: 'move',
    signature: 'move(time, words, zone = "UTC")',
    summary: 'Moved by words: "+1 week", "first monday of next month", "tomorrow noon".',
    example: 'move(date("2026-01-31"), "+1 day")',
    gives: '"2026-02-01T00:00:00Z"',
    takes: [2, 3],
    apply: move,
  },
  {
    name: 'formatDate',
    signature: 'formatDate(time, format, zone = "UTC")',
    summary: 'A time as text: yyyy MM dd, EEEE, MMMM, HH:mm.',
    example: 'formatDate(date("2026-03-31"), "EEEE, d MMMM yyyy")',
    gives: '"Tuesday, 31 March 2026"',
    takes: [2, 3],
    apply: format,
  },
  {
    name: 'startOf',
    signature: 'startOf(time, unit, zone = "UTC")',
    summary: 'The beginning of its hour, day, week, month or year.',
    example: 'startOf(date("2026-03-31"), "month")',
    gives: '"2026-03-01T00:00:00Z"',
    takes: [2, 3],
    apply: (args) => startOf(args.moment(0), unitOf(args, 1), args.zone(2)),
  },
  {
    name: 'endOf',
    signature: 'endOf(time, unit, zone = "UTC")',
    summary: 'The last second of its hour, day, week, month or year.',
    example: 'endOf(date("2026-02-10"), "month")',
    gives: '"2026-02-28T23:59:59Z"',
    takes: [2, 3],
    apply: endOf,
  },
];

export const momentFunctions: readonly ExpressionFunction[] = making.map((each) => ({ ...each, group: 'date' }));

/** A time a calendar has. */
export function within(args: Arguments, seconds: number): Moment {
  if (!isWithinCalendar(seconds)) throw args.fault('This time lies outside the years 1 to 9999.');
  return new Moment(Math.floor(seconds));
}

function toMoment(args: Arguments): Moment {
  const value = args.at(0);
  if (value instanceof Moment) return value;
  const seconds = typeof value === 'string' || typeof value === 'number' ? readTime(value, args.zone(1)) : null;
  if (seconds === null) throw args.fault('This is no time. Write it like "2026-03-31" or "2026-03-31T14:05:00Z".');
  return within(args, seconds);
}

const spanUnits: ReadonlyMap<string, number> = new Map([
  ['w', 604_800],
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
  ['ms', 0.001],
]);

function toSpan(args: Arguments): Span {
  const value = args.at(0);
  if (value instanceof Span) return value;
  if (typeof value === 'number') return new Span(value);
  const text = args.text(0);
  if (text.length > 100 || !/^-?(?:\d+(?:\.\d+)?(?:ms|[wdhms]))+$/.test(text))
    throw args.fault('This is no duration. Write it like "90m", "1h30m" or "2d".');
  let seconds = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[wdhms])/g))
    seconds += Number(amount) * (spanUnits.get(unit ?? '') ?? 0);
  return new Span(text.startsWith('-') ? 0 - seconds : seconds);
}

function move(args: Arguments): Moment {
  const moved = moveMoment(args.moment(0).seconds, args.text(1), args.zone(2));
  if (!moved.ok) throw args.fault(moved.failure.sentence);
  return new Moment(moved.value);
}

function format(args: Arguments): string {
  const text = momentText(args.moment(0).seconds, args.text(1), args.zone(2));
  if (!text.ok) throw args.fault(text.failure.sentence);
  return text.value;
}

const units = ['hour', 'day', 'week', 'month', 'year'] as const;
type Unit = (typeof units)[number];

function unitOf(args: Arguments, index: number): Unit {
  const text = args.text(index);
  const unit = units.find((each) => each === text || `${each}s` === text);
  if (unit === undefined)
    throw args.fault(`"${text.slice(0, 20)}" is no unit. There are hour, day, week, month, year.`);
  return unit;
}

function startOf(moment: Moment, unit: Unit, zone: string): Moment {
  const shown = clockOf(moment, zone);
  const day = { ...shown, ...midnight };
  const start = {
    hour: { ...shown, minute: 0, second: 0 },
    day,
    week: { ...day, day: day.day - weekdayOf(day) },
    month: { ...day, day: 1 },
    year: { ...day, month: 1, day: 1 },
  }[unit];
  return new Moment(secondsAt(start, zone));
}

function endOf(args: Arguments): Moment {
  const [unit, zone] = [unitOf(args, 1), args.zone(2)];
  const shown = clockOf(startOf(args.moment(0), unit, zone), zone);
  const next = {
    hour: { ...shown, hour: shown.hour + 1 },
    day: { ...shown, day: shown.day + 1 },
    week: { ...shown, day: shown.day + 7 },
    month: { ...shown, month: shown.month + 1 },
    year: { ...shown, year: shown.year + 1 },
  }[unit];
  return new Moment(secondsAt(next, zone) - 1);
}

const clockOf = (moment: Moment, zone: string): ReturnType<typeof clockAt> => clockAt(moment.seconds, zone);
