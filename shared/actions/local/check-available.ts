import type { Json } from '../../base/json.ts';
import { fail, succeed, type Result } from '../../base/result.ts';
import type { ValidationRule } from '../../model/action-kinds.ts';
import { civilFromSeconds } from '../../values/civil-time.ts';
import { readTime } from '../../values/read-time.ts';
import { weekdayNames, weekdayOf } from './calendar.ts';
import { oneOfText } from './one-of-text.ts';

type AvailableRule = Extract<ValidationRule, { kind: 'available' }>;

const daySeconds = 86_400;

/** Whether a day, or a day with a time, is one somebody is there. What the value's own clock shows counts. */
export function checkAvailable(rule: AvailableRule, value: Json, now: number): Result<null, string> {
  const told = readWall(value, now);
  if (told === null) return fail('a date, such as 2026-03-31 or 2026-03-31T14:00');
  const { wall, today, hasTime } = told;
  const day = weekdayNames[weekdayOf(civilFromSeconds(wall))];
  if (rule.weekdays.length > 0 && !rule.weekdays.some((each) => each === day))
    return fail(`on ${oneOfText(rule.weekdays.map(capital)).replace(/^one of /, '')}`);
  if (hasTime && !isOpen(rule, Math.floor((((wall % daySeconds) + daySeconds) % daySeconds) / 60)))
    return fail(hoursText(rule));
  const days = Math.floor(wall / daySeconds) - Math.floor(today / daySeconds);
  if (rule.minimumDays !== undefined && days < rule.minimumDays)
    return fail(rule.minimumDays === 0 ? 'not in the past' : `at least ${daysText(rule.minimumDays)} from now`);
  if (rule.maximumDays !== undefined && days > rule.maximumDays)
    return fail(`at most ${daysText(rule.maximumDays)} from now`);
  return succeed(null);
}

type Wall = { readonly wall: number; readonly today: number; readonly hasTime: boolean };

/** What the clock of the value shows, and what it shows now, as if both were UTC. */
function readWall(value: Json, now: number): Wall | null {
  const moment = readTime(value, 'UTC');
  if (moment === null) return null;
  const text = typeof value === 'string' ? value.trim() : '';
  // A text may say its own offset; its digits are what people mean.
  const wall = readTime(text.replace(/(T.*|:.*)(?:Z|[+-]\d{2}:?\d{2})$/, '$1').trim(), 'UTC') ?? moment;
  return {
    wall,
    today: Math.floor(now / 1000) + wall - moment,
    hasTime: typeof value === 'number' || text.length > 10,
  };
}

/** From inclusive to inclusive; opening hours past midnight run on into the next day. */
function isOpen({ from, to }: AvailableRule, minute: number): boolean {
  const [opens, closes] = [minuteOf(from) ?? 0, minuteOf(to) ?? 24 * 60];
  return opens <= closes ? minute >= opens && minute <= closes : minute >= opens || minute <= closes;
}

/** Null for a text that is no time of day: it says nothing then, and a problem in the list says so. */
export function minuteOf(text: string): number | null {
  const found = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  const [hour, minute] = [Number(found?.[1] ?? 99), Number(found?.[2] ?? 99)];
  return hour < 24 && minute < 60 ? hour * 60 + minute : hour === 24 && minute === 0 ? 24 * 60 : null;
}

function hoursText({ from, to }: AvailableRule): string {
  if (to === '') return `at ${from} or later`;
  return from === '' ? `at ${to} or earlier` : `between ${from} and ${to}`;
}

const daysText = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
