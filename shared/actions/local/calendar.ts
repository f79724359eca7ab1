import { civilFromSeconds, daysFromCivil, secondsFromCivil, type CivilTime } from '../../values/civil-time.ts';
import { daysIn, offsetAtWall } from '../../values/read-time.ts';
import { zoneOffset } from '../../values/time-zone.ts';

/** What the clocks of a zone show. */
export const clockAt = (seconds: number, zone: string): CivilTime =>
  civilFromSeconds(seconds + (zoneOffset(zone, seconds) ?? 0));

/** When the clocks of a zone show this. A day or month that is too large runs on into the next. */
export function secondsAt(clock: CivilTime, zone: string): number {
  const wall = secondsFromCivil(withinYear(clock));
  return wall - offsetAtWall(zone, wall);
}

/** Month 14 is February of the next year. Days run over by themselves. */
function withinYear(clock: CivilTime): CivilTime {
  const months = clock.year * 12 + clock.month - 1;
  const year = Math.floor(months / 12);
  return { ...clock, year, month: months - year * 12 + 1 };
}

/** The same with whole months added; the 31st becomes the last day of a month that is shorter. */
export function addMonths(clock: CivilTime, months: number): CivilTime {
  const moved = withinYear({ ...clock, month: clock.month + months });
  return { ...moved, day: Math.min(clock.day, daysIn(moved.year, moved.month)) };
}

export const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(clock: Pick<CivilTime, 'year' | 'month' | 'day'>): number {
  const days = daysFromCivil(clock.year, clock.month, clock.day) + 3;
  return ((days % 7) + 7) % 7;
}

export const midnight = { hour: 0, minute: 0, second: 0 } as const;

/** The years a calendar of four digits has. */
export const earliestSeconds = secondsFromCivil({ year: 1, month: 1, day: 1, ...midnight });
export const latestSeconds = secondsFromCivil({ year: 9999, month: 12, day: 31, hour: 23, minute: 59, second: 59 });
export const isWithinCalendar = (seconds: number): boolean => seconds >= earliestSeconds && seconds <= latestSeconds;
