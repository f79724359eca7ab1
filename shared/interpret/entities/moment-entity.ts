import type { Json } from '../../base/json.ts';
import { civilFromSeconds, type CivilTime } from '../../values/civil-time.ts';
import { readTime } from '../../values/read-time.ts';
import { zoneOffset } from '../../values/time-zone.ts';
import type { Word } from '../read-words.ts';
import { findCalendarDay, laterDay, type CalendarDay } from './calendar-day.ts';
import { findClockTime, type ClockTime } from './clock-time.ts';
import { findDurations } from './duration-entity.ts';
import { toElement, type EntityReader, type FoundEntity, type Said, type Wanted } from './entity-reader.ts';
import type { SpokenAt } from './expected-attribute.ts';

const longestMoment = 10;

/** A moment as it was said: a day, a time of day, or both. */
type Moment = {
  readonly words: readonly Word[];
  readonly day: CivilTime;
  /** Null: no time of day was said. */
  readonly time: { readonly hour: number; readonly minute: number } | null;
};

/** Days and moments: seconds since 1970 for a timestamp, `2027-03-05` or `2027-03-05T14:30` for a text. */
export const dateReader = momentReader((moment, { attribute }, { zone }) => {
  const text = momentText(moment);
  return toElement(attribute.type.startsWith('timestamp') ? readTime(text, zone) : text, attribute.type);
});

/** Times of day: `14:30`. */
export const timeReader = momentReader(({ time }, { attribute }) =>
  time === null ? null : toElement(clockText(time), attribute.type),
);

type ToValue = (moment: Moment, wanted: Wanted, spoken: SpokenAt) => Json;

function momentReader(toValue: ToValue): EntityReader {
  const find = (said: Said, wanted: Wanted): readonly FoundEntity[] => {
    const moment = wanted.spoken === null ? null : findMoment(said, wanted.spoken);
    const value = moment === null || wanted.spoken === null ? null : toValue(moment, wanted, wanted.spoken);
    return moment === null || value === null ? [] : [{ words: moment.words, value }];
  };
  return {
    readWhole: (stretch, wanted) => {
      const [found] = find(stretch, wanted);
      const taken = found?.words.length ?? 0;
      const left = stretch.words.filter((word) => found?.words.includes(word) !== true);
      return found !== undefined && taken > 0 && left.every(({ form }) => joints.has(form)) ? found.value : undefined;
    },
    find,
    longest: longestMoment,
  };
}

/** Words that belong to a moment but say nothing of it. */
const joints: ReadonlySet<string> = new Set(['on', 'at', 'the', 'of', 'around', 'about', 'by']);

function findMoment(said: Said, { at, zone }: SpokenAt): Moment | null {
  const seconds = Math.floor(at / 1000);
  const civil = (moment: number): CivilTime => civilFromSeconds(moment + (zoneOffset(zone, moment) ?? 0));
  const now = civil(seconds);
  const relative = findRelative(said);
  if (relative !== null) {
    const moment = civil(seconds + relative.seconds);
    return { words: relative.words, day: moment, time: moment };
  }
  const clock = findClockTime(said.words);
  const day = findCalendarDay(clock === null ? said : without(said, clock.words), now);
  if (clock === null) return day === null ? null : { words: day.words, day: toCivil(day), time: null };
  if (day !== null)
    return { words: [...day.words, ...clock.words].sort(byPlace), day: toCivil(day), time: usualHour(clock) };
  return { words: clock.words, ...nextTime(clock, now) };
}

const toCivil = ({ year, month, day }: CalendarDay): CivilTime => ({ year, month, day, hour: 0, minute: 0, second: 0 });
const byPlace = (left: Word, right: Word): number => left.start - right.start;

/** The rest of an utterance, every word still in its place. */
const without = ({ text, words }: Said, taken: readonly Word[]): Said => {
  const [from, to] = [taken[0]?.start ?? 0, taken.at(-1)?.end ?? 0];
  return {
    text: text.slice(0, from) + ' '.repeat(to - from) + text.slice(to),
    words: words.filter((word) => !taken.includes(word)),
  };
};

/** "in 30 minutes", "two hours ago", "half an hour from now". Whole days are told from the calendar. */
function findRelative({ words }: Said): { readonly words: readonly Word[]; readonly seconds: number } | null {
  const now = words.find(({ form }) => form === 'now');
  for (const duration of findDurations({ text: '', words })) {
    if (duration.seconds >= 86_400 || duration.seconds === 0) continue;
    const first = words.indexOf(duration.words[0] as Word);
    const next = first + duration.words.length;
    const [before, after, last] = [words[first - 1], words[next], words[next + 1]];
    if (before?.form === 'in') return { words: [before, ...duration.words], seconds: duration.seconds };
    if (after?.form === 'ago') return { words: [...duration.words, after], seconds: -duration.seconds };
    if (after?.form === 'from' && last?.form === 'now')
      return { words: [...duration.words, after, last], seconds: duration.seconds };
  }
  return now === undefined ? null : { words: [now], seconds: 0 };
}

/** "tomorrow at five" is in the afternoon, "at nine" in the morning. */
const usualHour = ({ hour, minute, isExact }: ClockTime): { readonly hour: number; readonly minute: number } => ({
  hour: isExact || hour > 6 ? hour : hour + 12,
  minute,
});

/** Without a day it is the next time the clock shows this. */
function nextTime({ hour, minute, isExact }: ClockTime, now: CivilTime): Pick<Moment, 'day' | 'time'> {
  const passed = now.hour * 60 + now.minute;
  const hours = isExact || hour === 12 ? [hour] : [hour, hour + 12];
  const today = hours.find((each) => each * 60 + minute > passed);
  return today === undefined
    ? { day: laterDay(now, 1), time: { hour: hours[0] ?? hour, minute } }
    : { day: now, time: { hour: today, minute } };
}

const pad = (value: number): string => String(value).padStart(2, '0');
const clockText = ({ hour, minute }: { readonly hour: number; readonly minute: number }): string =>
  `${pad(hour)}:${pad(minute)}`;
const momentText = ({ day, time }: Moment): string =>
  `${String(day.year).padStart(4, '0')}-${pad(day.month)}-${pad(day.day)}${time === null ? '' : `T${clockText(time)}`}`;
