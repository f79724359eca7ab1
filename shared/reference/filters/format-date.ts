import { fail, succeed } from '../../base/result.ts';
import { civilFromSeconds, daysFromCivil, type CivilTime } from '../../values/civil-time.ts';
import { daysIn, isLeapYear, readTime } from '../../values/read-time.ts';
import { zoneAbbreviation, zoneExists, zoneOffset } from '../../values/time-zone.ts';
import { valueText } from '../../values/value-text.ts';
import type { Filter } from './filter.ts';
import { ordinalSuffix } from './number-words.ts';

export const formatDate: Filter = {
  summary: 'A time in PHP date letters, in a time zone',
  usage: 'format_date "l jS F Y" "Europe/London"',
  apply: (value, args, environment) => {
    if (value === null) return succeed(null);
    const format = valueText(args[0] ?? null);
    const zone = valueText(args[1] ?? null) || environment.timeZone;
    if (format === '') return fail('It needs a format, for example "d/m/Y".');
    if (!zoneExists(zone)) return fail(`There is no time zone ${zone}.`);
    const seconds = readTime(value, zone);
    return seconds === null
      ? fail('It needs a timestamp or a date.')
      : succeed(phpDate(format, momentIn(zone, seconds)));
  },
};

type Moment = {
  readonly civil: CivilTime;
  readonly seconds: number;
  readonly offset: number;
  readonly zone: string;
};

function momentIn(zone: string, seconds: number): Moment {
  const offset = zoneOffset(zone, seconds) ?? 0;
  return { civil: civilFromSeconds(seconds + offset), seconds, offset, zone };
}

/** PHP's date(): each letter below stands for a part, a backslash lets the next letter be itself. */
function phpDate(format: string, moment: Moment): string {
  let text = '';
  for (let at = 0; at < format.length; at += 1) {
    const letter = format[at] ?? '';
    if (letter === '\\') {
      at += 1;
      text += format[at] ?? '';
    } else {
      text += letters.get(letter)?.(moment) ?? letter;
    }
  }
  return text;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = 'January February March April May June July August September October November December'.split(' ');

const two = (value: number): string => String(value).padStart(2, '0');
const hour12 = ({ civil }: Moment): number => (civil.hour % 12 === 0 ? 12 : civil.hour % 12);
const weekday = ({ civil }: Moment): number => (((daysFromCivil(civil.year, civil.month, civil.day) + 4) % 7) + 7) % 7;
const dayOfYear = ({ civil }: Moment): number =>
  daysFromCivil(civil.year, civil.month, civil.day) - daysFromCivil(civil.year, 1, 1);

/** The ISO week belongs to the year its Thursday falls in. */
function isoWeek(moment: Moment): { readonly year: number; readonly week: number } {
  const { civil } = moment;
  const day = daysFromCivil(civil.year, civil.month, civil.day);
  const thursday = day - ((weekday(moment) + 6) % 7) + 3;
  const { year } = civilFromSeconds(thursday * 86_400);
  return { year, week: Math.floor((thursday - daysFromCivil(year, 1, 1)) / 7) + 1 };
}

function offsetText({ offset }: Moment, separator: string): string {
  const minutes = Math.floor(Math.abs(offset) / 60);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`;
}

function isSummerTime({ civil, zone, offset }: Moment): boolean {
  const inMonth = (month: number): number => zoneOffset(zone, daysFromCivil(civil.year, month, 1) * 86_400) ?? 0;
  return offset > Math.min(inMonth(1), inMonth(7));
}

/** Internet time: the day in Biel in a thousand beats. */
const beats = ({ seconds }: Moment): string =>
  String(Math.floor(((((seconds + 3600) % 86_400) + 86_400) % 86_400) / 86.4)).padStart(3, '0');

const letters: ReadonlyMap<string, (moment: Moment) => string> = new Map<string, (moment: Moment) => string>([
  ['d', ({ civil }) => two(civil.day)],
  ['D', (moment) => (weekdays[weekday(moment)] ?? '').slice(0, 3)],
  ['j', ({ civil }) => String(civil.day)],
  ['l', (moment) => weekdays[weekday(moment)] ?? ''],
  ['N', (moment) => String(weekday(moment) || 7)],
  ['S', ({ civil }) => ordinalSuffix(civil.day)],
  ['w', (moment) => String(weekday(moment))],
  ['z', (moment) => String(dayOfYear(moment))],
  ['W', (moment) => two(isoWeek(moment).week)],
  ['F', ({ civil }) => months[civil.month - 1] ?? ''],
  ['m', ({ civil }) => two(civil.month)],
  ['M', ({ civil }) => (months[civil.month - 1] ?? '').slice(0, 3)],
  ['n', ({ civil }) => String(civil.month)],
  ['t', ({ civil }) => String(daysIn(civil.year, civil.month))],
  ['L', ({ civil }) => (isLeapYear(civil.year) ? '1' : '0')],
  ['o', (moment) => String(isoWeek(moment).year)],
  ['Y', ({ civil }) => String(civil.year).padStart(4, '0')],
  ['y', ({ civil }) => two(((civil.year % 100) + 100) % 100)],
  ['a', ({ civil }) => (civil.hour < 12 ? 'am' : 'pm')],
  ['A', ({ civil }) => (civil.hour < 12 ? 'AM' : 'PM')],
  ['B', beats],
  ['g', (moment) => String(hour12(moment))],
  ['G', ({ civil }) => String(civil.hour)],
  ['h', (moment) => two(hour12(moment))],
  ['H', ({ civil }) => two(civil.hour)],
  ['i', ({ civil }) => two(civil.minute)],
  ['s', ({ civil }) => two(civil.second)],
  ['u', () => '000000'],
  ['v', () => '000'],
  ['e', ({ zone }) => zone],
  ['I', (moment) => (isSummerTime(moment) ? '1' : '0')],
  ['O', (moment) => offsetText(moment, '')],
  ['P', (moment) => offsetText(moment, ':')],
  ['p', (moment) => (moment.offset === 0 ? 'Z' : offsetText(moment, ':'))],
  ['T', ({ zone, seconds }) => zoneAbbreviation(zone, seconds)],
  ['Z', ({ offset }) => String(offset)],
  ['c', (moment) => phpDate('Y-m-d\\TH:i:sP', moment)],
  ['r', (moment) => phpDate('D, d M Y H:i:s O', moment)],
  ['U', ({ seconds }) => String(seconds)],
]);
