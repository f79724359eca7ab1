import { fail, succeed, type Result } from '../../base/result.ts';
import type { SyntaxProblem } from '../../reference/reference.ts';
import type { CivilTime } from '../../values/civil-time.ts';
import { daysIn } from '../../values/read-time.ts';
import { clockAt, isWithinCalendar, secondsAt, weekdayOf } from './calendar.ts';
import { readModifier, type Modifier } from './read-modifier.ts';

/** A moment (seconds since 1970) moved by words such as `+1 week`. Days are counted on the clocks of the zone. */
export function moveMoment(seconds: number, words: string, zone: string): Result<number, SyntaxProblem> {
  const modifier = readModifier(words);
  if (!modifier.ok) return modifier;
  const moved = applyModifier(seconds, modifier.value, zone);
  if (moved === null || !isWithinCalendar(moved))
    return fail({ position: 0, length: words.length, sentence: 'There is no such date.' });
  return succeed(moved);
}

function applyModifier(start: number, modifier: Modifier, zone: string): number | null {
  const { amounts, inMonth, weekday } = modifier;
  const sum = (unit: string): number =>
    amounts.reduce((total, each) => (each.unit === unit ? total + each.count : total), 0);
  const placed = place(clockAt(start, zone), modifier);
  // Like other systems: the 31st and a month more is the third of March.
  let clock = renewed({
    ...placed,
    year: placed.year + sum('year'),
    month: placed.month + sum('month'),
    day: inMonth === null ? placed.day + sum('day') + sum('week') * 7 : 1,
  });
  if (inMonth !== null) {
    const found = findInMonth(clock, inMonth);
    if (found === null) return null;
    clock = renewed({ ...found, day: found.day + sum('day') + sum('week') * 7 });
  }
  clock = addWeekdays(clock, sum('weekday'));
  if (weekday !== null) clock = findWeekday(clock, weekday);
  return secondsAt(clock, zone) + sum('hour') * 3600 + sum('minute') * 60 + sum('second');
}

/** Dates and times that were said take the place of those of the start. */
const place = (clock: CivilTime, { year, month, day, clock: time }: Modifier): CivilTime => ({
  year: year ?? clock.year,
  month: month ?? clock.month,
  day: day ?? clock.day,
  ...(time ?? { hour: clock.hour, minute: clock.minute, second: clock.second }),
});

/** With days and months that ran over put right. */
const renewed = (clock: CivilTime): CivilTime => clockAt(secondsAt(clock, 'UTC'), 'UTC');

function findInMonth(clock: CivilTime, { day, count }: NonNullable<Modifier['inMonth']>): CivilTime | null {
  const last = daysIn(clock.year, clock.month);
  if (day === null) return { ...clock, day: count < 0 ? last : 1 };
  if (count < 0) {
    const back = (weekdayOf({ ...clock, day: last }) - day + 7) % 7;
    return { ...clock, day: last - back };
  }
  const first = 1 + ((day - weekdayOf({ ...clock, day: 1 }) + 7) % 7);
  const found = first + (count - 1) * 7;
  // A fifth monday most months do not have.
  return found > last ? null : { ...clock, day: found };
}

function findWeekday(clock: CivilTime, { day, from }: NonNullable<Modifier['weekday']>): CivilTime {
  const ahead = (day - weekdayOf(clock) + 7) % 7;
  const days = {
    here: ahead,
    after: ahead === 0 ? 7 : ahead,
    before: ahead === 0 ? -7 : ahead - 7,
    thisWeek: day - weekdayOf(clock),
  }[from];
  return renewed({ ...clock, day: clock.day + days });
}

/** Monday to Friday. Five of them are a week. */
function addWeekdays(clock: CivilTime, count: number): CivilTime {
  if (count === 0) return clock;
  const direction = Math.sign(count);
  let moved = renewed({ ...clock, day: clock.day + Math.trunc(count / 5) * 7 });
  for (let left = Math.abs(count) % 5; left > 0;) {
    moved = renewed({ ...moved, day: moved.day + direction });
    if (weekdayOf(moved) < 5) left -= 1;
  }
  // A whole number of weeks from a Saturday or Sunday ends on one.
  while (weekdayOf(moved) >= 5) moved = renewed({ ...moved, day: moved.day + direction });
  return moved;
}
