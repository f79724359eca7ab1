import { secondsFromCivil } from './civil-time.ts';
import { zoneOffset } from './time-zone.ts';

/** The last second Intl can place in a time zone, either way from 1970. */
const farthest = 8_640_000_000_000;

const isoTime = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Seconds since 1970 of a timestamp or an ISO 8601 text; a text without a zone means the wall clock of `zone`. */
export function readTime(value: unknown, zone: string): number | null {
  if (typeof value === 'number') return Math.abs(value) <= farthest ? Math.floor(value) : null;
  if (typeof value !== 'string') return null;
  if (/^[+-]?\d{5,13}$/.test(value)) return readTime(Number(value), zone);
  const found = isoTime.exec(value.trim());
  if (found === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour > 24 || minute > 59 || second > 60)
    return null;
  const wall = secondsFromCivil({ year, month, day, hour, minute, second });
  return wall - (writtenOffset(found[7]) ?? offsetAtWall(zone, wall));
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

function writtenOffset(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text === 'Z') return 0;
  const digits = text.replace(':', '');
  const size = Number(digits.slice(1, 3)) * 3600 + Number(digits.slice(3, 5)) * 60;
  return digits.startsWith('-') ? -size : size;
}

/** Seconds a zone is ahead when its clocks show `wall`. Around a change of clocks the first guess may be an hour off; the
 *  second is not. */
export function offsetAtWall(zone: string, wall: number): number {
  const guess = zoneOffset(zone, wall) ?? 0;
  return zoneOffset(zone, wall - guess) ?? 0;
}
