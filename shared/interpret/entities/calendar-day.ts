import { casual } from 'chrono-node/en';
import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { civilFromSeconds, daysFromCivil, type CivilTime } from '../../values/civil-time.ts';
import { daysIn } from '../../values/read-time.ts';
import { wordsWithin, type Said } from './entity-reader.ts';
import type { Word } from '../read-words.ts';

/** A day as it was said. */
export type CalendarDay = {
  readonly words: readonly Word[];
  readonly year: number;
  readonly month: number;
  readonly day: number;
};

/** The first day in an utterance, told from today: "tomorrow", "next Friday", "March 5th", "in two weeks", "the 23rd". */
export function findCalendarDay(said: Said, today: CivilTime): CalendarDay | null {
  // Looking back, chrono must not be told to look ahead.
  const isBack = /\b(?:last|past|ago|yesterday|previous)\b/i.test(said.text);
  const noon = noonOf(today);
  const parsed = noon === null ? [] : casual.parse(said.text, { instant: noon, timezone: 0 }, { forwardDate: !isBack });
  const found = parsed.find(({ start }) => saysDay(start));
  return found === undefined ? findOrdinal(said, today) : toDay(said, found);
}

/**
 * Noon of a day in UTC, read by chrono itself. From there it counts in whole days, far from any change of clocks of the
 * machine it runs on; times of day are read by us.
 */
function noonOf({ year, month, day }: CivilTime): ReturnType<typeof casual.parseDate> {
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  return casual.parseDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}T12:00:00Z`);
}

const saysDay = (start: ParsedComponents): boolean =>
  start.isCertain('day') || start.isCertain('weekday') || start.isCertain('month');

function toDay(said: Said, { index, text, start }: ParsedResult): CalendarDay | null {
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
  if (year === null || month === null || day === null) return null;
  return { words: wordsWithin(said, index, index + text.length), year, month, day };
}

/** "on the 23rd": this month, or the next one that has such a day. */
function findOrdinal({ words }: Said, today: CivilTime): CalendarDay | null {
  for (const [at, word] of words.entries()) {
    const ordinal = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word.form);
    const day = Number(ordinal?.[1] ?? 0);
    if (words[at - 1]?.form !== 'the' || day < 1 || day > 31) continue;
    let { year, month } = today;
    while (day > daysIn(year, month) || (month === today.month && year === today.year && day < today.day)) {
      month += 1;
      if (month > 12) [year, month] = [year + 1, 1];
    }
    return { words: words.slice(at - 1, at + 1), year, month, day };
  }
  return null;
}

/** The day so many days later. */
export function laterDay({ year, month, day }: CivilTime, days: number): CivilTime {
  return civilFromSeconds((daysFromCivil(year, month, day) + days) * 86_400);
}
