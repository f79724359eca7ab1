import { secondsFromCivil } from './civil-time.ts';

/** Making a formatter costs a hundred times more than using one. Zones are few; a stranger's file cannot add many. */
const formatters = new Map<string, Intl.DateTimeFormat | null>();
const mostFormatters = 100;

/** Seconds a zone is ahead of UTC at a time; null when there is no such zone. */
export function zoneOffset(zone: string, seconds: number): number | null {
  if (zone === 'UTC') return 0;
  const formatter = formatterOf(zone);
  if (formatter === null) return null;
  const parts = new Map(formatter.formatToParts(seconds * 1000).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type) ?? '0');
  const year = parts.get('era') === 'BC' ? 1 - part('year') : part('year');
  const wall = secondsFromCivil({
    year,
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  });
  return wall - Math.floor(seconds);
}

export const zoneExists = (zone: string): boolean => zone === 'UTC' || formatterOf(zone) !== null;

/** `CET`, `EST`, or `GMT+2` where English has no short name. */
export function zoneAbbreviation(zone: string, seconds: number): string {
  if (!zoneExists(zone)) return '';
  const named = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' });
  return named.formatToParts(seconds * 1000).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

function formatterOf(zone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = makeFormatter(zone);
  if (formatters.size < mostFormatters) formatters.set(zone, made);
  return made;
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    // The only way to ask whether a zone exists is to try it.
    return null;
  }
}
