import { fail, succeed, type Result } from '../../base/result.ts';
import type { CivilTime } from '../../values/civil-time.ts';
import { zoneOffset } from '../../values/time-zone.ts';
import type { SyntaxProblem } from '../../reference/reference.ts';
import { clockAt, monthNames, weekdayNames, weekdayOf } from './calendar.ts';

/** Letters of a format, quoted words, and everything between. */
const piece = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+|'/g;

/** A moment as a format says: `EEEE, d MMMM yyyy 'at' HH:mm`. The failure says which part is none. */
export function momentText(seconds: number, format: string, zone: string): Result<string, SyntaxProblem> {
  const shown: Shown = { clock: clockAt(seconds, zone), offset: zoneOffset(zone, seconds) ?? 0, zone, seconds };
  let text = '';
  for (const found of format.matchAll(piece)) {
    const [part, quoted, letter] = found;
    const at = { position: found.index, length: part.length };
    if (quoted !== undefined) text += quoted === '' ? "'" : quoted.replaceAll("''", "'");
    else if (part === "'") return fail({ ...at, sentence: 'This quotation mark has no second one.' });
    else if (letter === undefined) text += part;
    else {
      const made = parts.get(part);
      if (made === undefined)
        return fail({ ...at, sentence: `"${part}" is no part of a date. Put words in quotation marks: 'at'.` });
      text += made(shown);
    }
  }
  return succeed(text);
}

type Shown = { readonly clock: CivilTime; readonly offset: number; readonly zone: string; readonly seconds: number };

const padded = (value: number, size: number): string => String(value).padStart(size, '0');
const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
const weekdayName = ({ clock }: Shown): string => capital(weekdayNames[weekdayOf(clock)] ?? '');
const monthName = ({ clock }: Shown): string => capital(monthNames[clock.month - 1] ?? '');
const half = ({ clock }: Shown): number => (clock.hour % 12 === 0 ? 12 : clock.hour % 12);

function offsetText({ offset }: Shown): string {
  const minutes = Math.floor(Math.abs(offset) / 60);
  return `${offset < 0 ? '-' : '+'}${padded(Math.floor(minutes / 60), 2)}:${padded(minutes % 60, 2)}`;
}

/** As everywhere where dates are written with letters. */
const parts: ReadonlyMap<string, (shown: Shown) => string> = new Map<string, (shown: Shown) => string>([
  ['yyyy', ({ clock }) => padded(clock.year, 4)],
  ['yy', ({ clock }) => padded(((clock.year % 100) + 100) % 100, 2)],
  ['y', ({ clock }) => String(clock.year)],
  ['MMMM', monthName],
  ['MMM', (shown) => monthName(shown).slice(0, 3)],
  ['MM', ({ clock }) => padded(clock.month, 2)],
  ['M', ({ clock }) => String(clock.month)],
  ['dd', ({ clock }) => padded(clock.day, 2)],
  ['d', ({ clock }) => String(clock.day)],
  ['EEEE', weekdayName],
  ['EEE', (shown) => weekdayName(shown).slice(0, 3)],
  ['E', (shown) => weekdayName(shown).slice(0, 3)],
  ['HH', ({ clock }) => padded(clock.hour, 2)],
  ['H', ({ clock }) => String(clock.hour)],
  ['hh', (shown) => padded(half(shown), 2)],
  ['h', (shown) => String(half(shown))],
  ['mm', ({ clock }) => padded(clock.minute, 2)],
  ['m', ({ clock }) => String(clock.minute)],
  ['ss', ({ clock }) => padded(clock.second, 2)],
  ['s', ({ clock }) => String(clock.second)],
  ['a', ({ clock }) => (clock.hour < 12 ? 'AM' : 'PM')],
  ['xxx', offsetText],
  ['XXX', (shown) => (shown.offset === 0 ? 'Z' : offsetText(shown))],
  ['VV', ({ zone }) => zone],
  // What stands between date and time in ISO 8601 needs no quotation marks.
  ['T', () => 'T'],
]);

/** ISO 8601 with the offset of the zone; `Z` for UTC. */
export function isoMoment(seconds: number, zone: string): string {
  const text = momentText(seconds, 'yyyy-MM-ddTHH:mm:ssXXX', zone);
  return text.ok ? text.value : '';
}
