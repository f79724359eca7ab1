import type { JsonObject } from '../../base/json.ts';
import { fail, succeed, type Result } from '../../base/result.ts';
import { readTime } from '../../values/read-time.ts';
import { zoneExists } from '../../values/time-zone.ts';
import { clockAt, isWithinCalendar, weekdayNames, weekdayOf } from './calendar.ts';
import { isoMoment, momentText } from './moment-text.ts';
import { moveMoment } from './move-moment.ts';

/** The texts of a date-and-time action, filled in. */
export type MomentTexts = {
  readonly base: string;
  readonly modifier: string;
  readonly format: string;
  readonly zone: string;
};

/** What cannot be read: which of the texts, where, and why. */
export type MomentProblem = {
  readonly field: keyof MomentTexts;
  readonly position: number;
  readonly length: number;
  readonly sentence: string;
};

/** A moment and its parts, by name. Pure; `now` in milliseconds since 1970, days and hours by the clocks of the zone. */
export function workOutMoment(texts: MomentTexts, now: number): Result<JsonObject, MomentProblem> {
  const zone = texts.zone.trim() || 'UTC';
  if (!zoneExists(zone)) return fail(wholeText('zone', texts.zone, `There is no time zone “${zone}”.`));
  const start = readBase(texts.base, zone, Math.floor(now / 1000));
  if (!start.ok) return start;
  const moved = moveMoment(start.value, texts.modifier, zone);
  if (!moved.ok) return fail({ field: 'modifier', ...moved.failure });
  const text = texts.format.trim() === '' ? null : momentText(moved.value, texts.format, zone);
  if (text !== null && !text.ok) return fail({ field: 'format', ...text.failure });
  return succeed(partsOf(moved.value, zone, text === null ? isoMoment(moved.value, zone) : text.value));
}

/** A time, a date, seconds since 1970, or words: they are said of now. */
function readBase(text: string, zone: string, now: number): Result<number, MomentProblem> {
  if (text.trim() === '') return succeed(now);
  const seconds = readTime(text, zone);
  if (seconds !== null && isWithinCalendar(seconds)) return succeed(seconds);
  const moved = moveMoment(now, text, zone);
  return moved.ok
    ? moved
    : fail(wholeText('base', text, `“${text.slice(0, 60)}” is no date. Write it like 2026-03-31.`));
}

const wholeText = (field: keyof MomentTexts, text: string, sentence: string): MomentProblem => ({
  field,
  position: 0,
  length: text.length,
  sentence,
});

function partsOf(seconds: number, zone: string, formatted: string): JsonObject {
  const { year, month, day, hour, minute } = clockAt(seconds, zone);
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    timestamp: seconds,
    iso: isoMoment(seconds, zone),
    formatted,
    date: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`,
    time: `${two(hour)}:${two(minute)}`,
    weekday: weekdayNames[weekdayOf({ year, month, day })] ?? '',
    year,
    month,
    day,
    hour,
    minute,
    zone,
  };
}
