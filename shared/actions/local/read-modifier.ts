import { fail, succeed, type Result } from '../../base/result.ts';
import type { SyntaxProblem } from '../../reference/reference.ts';
import { monthNames, weekdayNames } from './calendar.ts';

export const modifierUnits = ['second', 'minute', 'hour', 'day', 'weekday', 'week', 'month', 'year'] as const;
export type ModifierUnit = (typeof modifierUnits)[number];

/** What words ask of a moment. Dates and times are put in place first, then amounts are added, then days are looked for. */
export type Modifier = {
  readonly amounts: readonly { readonly unit: ModifierUnit; readonly count: number }[];
  readonly clock: { readonly hour: number; readonly minute: number; readonly second: number } | null;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** `monday`, `next monday`, `last monday`: the first such day from here on, after, or before. */
  readonly weekday: { readonly day: number; readonly from: 'here' | 'after' | 'before' | 'thisWeek' } | null;
  /** `first monday of`, `last day of`: counted in the month that came of the rest; -1 is the last. */
  readonly inMonth: { readonly day: number | null; readonly count: number } | null;
};

type Draft = { -readonly [Field in keyof Modifier]: Modifier[Field] } & {
  amounts: { unit: ModifierUnit; count: number }[];
};

/**
 * The grammar, in any case and order, one part behind the other:
 *
 *     now | today | midnight | noon | tomorrow | yesterday
 *     [at] 14:30[:00] | 2pm | 2:30 pm
 *     (+ | -)3 days [ago]  |  3 days [ago]  |  next week | last month | this year
 *     monday | next monday | last monday | this monday | monday next week
 *     (first … fifth | last) monday of  |  (first | last) day of      then: this/next/last month or a month's name
 *     24 december [2026] | december 24[, 2026] | december [2026] | 2026-12-24
 */
export function readModifier(text: string): Result<Modifier, SyntaxProblem> {
  const draft: Draft = { amounts: [], clock: null, year: null, month: null, day: null, weekday: null, inMonth: null };
  let at = spaces(text, 0);
  while (at < text.length) {
    const taken = rules.find(([pattern]) => matchAt(pattern, text, at) !== null);
    const found = taken === undefined ? null : matchAt(taken[0], text, at);
    if (taken === undefined || found === null) return fail(unknownWord(text, at));
    const problem = taken[1](draft, found);
    if (problem !== null) return fail({ position: at, length: found[0].trim().length, sentence: problem });
    at = spaces(text, at + found[0].length);
  }
  return succeed(draft);
}

type Apply = (draft: Draft, found: RegExpExecArray) => string | null;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const spaces = (text: string, at: number): number => at + (/^[\s,]*/.exec(text.slice(at))?.[0].length ?? 0);

function unknownWord(text: string, at: number): SyntaxProblem {
  const word = /^\S+/.exec(text.slice(at))?.[0].slice(0, 40) ?? '';
  const sentence = `"${word}" is not understood. Write for example "+1 week", "tomorrow noon" or "first monday of next month".`;
  return { position: at, length: word.length, sentence };
}

const dayWords = weekdayNames.map((name) => `${name}|${name.slice(0, 3)}`).join('|');
const monthWords = monthNames.map((name) => `${name}|${name.slice(0, 3)}`).join('|');
const unitWords = 'seconds?|secs?|minutes?|mins?|hours?|weekdays?|days?|weeks?|fortnights?|months?|years?';
const countWords = ['first', 'second', 'third', 'fourth', 'fifth'] as const;
const rule = (source: string): RegExp => new RegExp(`(?:${source})(?![a-z0-9])`, 'iy');

const rules: readonly (readonly [RegExp, Apply])[] = [
  [
    rule(String.raw`(\d{4})-(\d{1,2})-(\d{1,2})`),
    (draft, [, year, month, day]) => setDate(draft, +(year ?? 0), +(month ?? 0), +(day ?? 0)),
  ],
  [
    rule(String.raw`(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*(am|pm))?`),
    (draft, [, hour, minute, second, half]) => setClock(draft, hour, minute, second, half),
  ],
  [rule(String.raw`(?:at\s+)?(\d{1,2})\s*(am|pm)`), (draft, [, hour, half]) => setClock(draft, hour, '0', '0', half)],
  [rule(`(${countWords.join('|')}|last)\\s+(${dayWords}|day)\\s+of`), setInMonth],
  [
    rule(String.raw`([+-]?\s*\d{1,6})\s*(${unitWords})(\s+ago)?`),
    (draft, [, count, unit, ago]) =>
      addAmount(draft, unit, Number((count ?? '').replace(/\s/g, '')) * (ago === undefined ? 1 : -1)),
  ],
  [
    rule(`(${dayWords})\\s+(next|last|previous|this)\\s+week`),
    (draft, [, day, which]) => setWeekday(draft, day, 'thisWeek') ?? addAmount(draft, 'week', steps(which)),
  ],
  [
    rule(`(next|last|previous|this)\\s+(${dayWords})`),
    (draft, [, which, day]) =>
      setWeekday(draft, day, steps(which) > 0 ? 'after' : steps(which) < 0 ? 'before' : 'here'),
  ],
  [
    rule(`(next|last|previous|this)\\s+(${unitWords})`),
    (draft, [, which, unit]) => addAmount(draft, unit, steps(which)),
  ],
  [
    rule(`(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${monthWords})(?:\\s+(\\d{4}))?`),
    (draft, [, day, month, year]) => setNamedDate(draft, day, month, year),
  ],
  [
    rule(`(${monthWords})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![:\\d])(?:,?\\s+(\\d{4}))?`),
    (draft, [, month, day, year]) => setNamedDate(draft, day, month, year),
  ],
  [rule(`(${monthWords})(?:\\s+(\\d{4}))?`), (draft, [, month, year]) => setNamedDate(draft, undefined, month, year)],
  [rule(dayWords), (draft, [day]) => setWeekday(draft, day, 'here')],
  [rule('now'), () => null],
  [rule('today|midnight'), (draft) => setDay(draft, 0)],
  [rule('tomorrow'), (draft) => setDay(draft, 1)],
  [rule('yesterday'), (draft) => setDay(draft, -1)],
  [rule('noon'), (draft) => setClock(draft, '12', '0', '0', undefined)],
  [rule('at|on|in|the|and'), () => null],
];

const steps = (which: string | undefined): number => {
  const word = which?.toLowerCase();
  return word === 'next' ? 1 : word === 'this' ? 0 : -1;
};

function setDate(draft: Draft, year: number, month: number, day: number): string | null {
  if (draft.year !== null || draft.day !== null) return 'There are two dates in it.';
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) return 'There is no such date.';
  [draft.year, draft.month, draft.day] = [year, month, day];
  draft.clock ??= { hour: 0, minute: 0, second: 0 };
  return null;
}

function setNamedDate(
  draft: Draft,
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
): string | null {
  if (draft.month !== null) return 'There are two months in it.';
  draft.month = startingWith(monthNames, month) + 1;
  if (year !== undefined) draft.year = Number(year);
  if (day === undefined) return null;
  if (Number(day) < 1 || Number(day) > 31) return 'There is no such day in a month.';
  draft.day = Number(day);
  draft.clock ??= { hour: 0, minute: 0, second: 0 };
  return null;
}

const startingWith = (names: readonly string[], word: string | undefined): number =>
  names.findIndex((name) => name.startsWith((word ?? '').toLowerCase()));

function setClock(
  draft: Draft,
  hourText: string | undefined,
  minuteText: string | undefined,
  secondText: string | undefined,
  half: string | undefined,
): string | null {
  const [shown, minute, second] = [Number(hourText), Number(minuteText ?? 0), Number(secondText ?? 0)];
  if (half !== undefined && (shown < 1 || shown > 12)) return 'Before "am" and "pm" hours go from 1 to 12.';
  const hour = half === undefined ? shown : (shown % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  if (hour > 23 || minute > 59 || second > 59) return 'There is no such time of day.';
  draft.clock = { hour, minute, second };
  return null;
}

/** Midnight, unless a time of day is said elsewhere. */
function setDay(draft: Draft, days: number): null {
  draft.clock ??= { hour: 0, minute: 0, second: 0 };
  if (days !== 0) draft.amounts.push({ unit: 'day', count: days });
  return null;
}

function addAmount(draft: Draft, word: string | undefined, count: number): string | null {
  const text = (word ?? '').toLowerCase();
  if (text.startsWith('fortnight')) draft.amounts.push({ unit: 'week', count: count * 2 });
  else {
    const unit = modifierUnits.find((each) => text.startsWith(each)) ?? (text.startsWith('sec') ? 'second' : 'minute');
    draft.amounts.push({ unit, count });
  }
  return null;
}

function setWeekday(
  draft: Draft,
  word: string | undefined,
  from: NonNullable<Modifier['weekday']>['from'],
): string | null {
  if (draft.weekday !== null) return 'There are two days of the week in it.';
  draft.weekday = { day: startingWith(weekdayNames, word), from };
  draft.clock ??= { hour: 0, minute: 0, second: 0 };
  return null;
}

function setInMonth(draft: Draft, [, count, day]: RegExpExecArray): string | null {
  const word = count?.toLowerCase();
  const number = word === 'last' ? -1 : countWords.findIndex((each) => each === word) + 1;
  const isAnyDay = day?.toLowerCase() === 'day';
  if (isAnyDay && number > 1) return 'Write "first day of" or "last day of".';
  draft.inMonth = { day: isAnyDay ? null : startingWith(weekdayNames, day), count: number };
  if (!isAnyDay) draft.clock ??= { hour: 0, minute: 0, second: 0 };
  return null;
}
