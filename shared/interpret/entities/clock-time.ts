import type { Word } from '../read-words.ts';
import { readNumber } from './number-words.ts';

/** A time of day as it was said. */
export type ClockTime = {
  readonly words: readonly Word[];
  readonly hour: number;
  readonly minute: number;
  /** Whether morning or afternoon was said or is plain: "7 pm", "19:00", "noon". */
  readonly isExact: boolean;
};

type Half = 'am' | 'pm';
type Read = { readonly hour: number; readonly minute: number; readonly count: number; readonly half?: Half };

/** The first time of day in an utterance: "7 pm", "half past seven", "25 to 7 pm", "9 05 in the morning", "at 8". */
export function findClockTime(words: readonly Word[]): ClockTime | null {
  for (let at = 0; at < words.length; at += 1) {
    const read = readNamed(words, at) ?? readRelated(words, at) ?? readWritten(words, at) ?? readHour(words, at);
    if (read === null) continue;
    const end = at + read.count;
    const half = read.half === undefined ? readHalf(words, end) : { half: read.half, count: 0 };
    const { hour, minute } = read;
    if (half !== null && hour >= 1 && hour <= 12)
      return {
        words: words.slice(at, end + half.count),
        hour: (hour % 12) + (half.half === 'pm' ? 12 : 0),
        minute,
        isExact: true,
      };
    if (hour > 23 || minute > 59) continue;
    return { words: words.slice(at, end), hour, minute, isExact: hour > 12 || hour === 0 };
  }
  return null;
}

const form = (words: readonly Word[], at: number): string => words[at]?.form ?? '';

function readNamed(words: readonly Word[], at: number): Read | null {
  const name = form(words, at);
  if (name === 'noon' || name === 'midday') return { hour: 12, minute: 0, count: 1, half: 'pm' };
  return name === 'midnight' ? { hour: 12, minute: 0, count: 1, half: 'am' } : null;
}

/** "half past seven", "quarter to 8", "20 to 4", "a quarter past six". */
function readRelated(words: readonly Word[], start: number): Read | null {
  const article = form(words, start) === 'a' ? 1 : 0;
  const minutes = readMinutes(words, start + article);
  if (minutes === null) return null;
  const at = start + article + minutes.count;
  const relation = form(words, at);
  if (relation !== 'past' && relation !== 'to' && relation !== 'after') return null;
  const hour = readNumber(words, at + 1);
  if (hour === null || !isHour(hour.value) || hour.value > 12 || hour.value === 0) return null;
  const count = at + 1 + hour.count - start;
  return relation === 'to'
    ? { hour: hour.value === 1 ? 12 : hour.value - 1, minute: 60 - minutes.value, count }
    : { hour: hour.value, minute: minutes.value, count };
}

function readMinutes(words: readonly Word[], at: number): { readonly value: number; readonly count: number } | null {
  const name = form(words, at);
  if (name === 'half') return { value: 30, count: 1 };
  if (name === 'quarter') return { value: 15, count: 1 };
  const number = readNumber(words, at);
  if (number === null || !isMinute(number.value) || number.value === 0) return null;
  const named = form(words, at + number.count).startsWith('minute') ? 1 : 0;
  return { value: number.value, count: number.count + named };
}

/** "19:00", "7.30 pm", "7:30", "7pm". The two numbers of "19:00" are words of their own. */
function readWritten(words: readonly Word[], at: number): Read | null {
  const joined = /^(\d{1,2})(?:[.:h](\d{2}))?(am|pm)$/.exec(words[at]?.raw.toLowerCase() ?? '');
  if (joined !== null && isHour(Number(joined[1])))
    return { hour: Number(joined[1]), minute: Number(joined[2] ?? 0), count: 1, half: joined[3] as Half };
  const dotted = /^(\d{1,2})\.(\d{2})$/.exec(words[at]?.raw ?? '');
  if (dotted !== null && readHalf(words, at + 1) !== null)
    return { hour: Number(dotted[1]), minute: Number(dotted[2]), count: 1 };
  const [hour, minute] = [words[at], words[at + 1]];
  if (hour === undefined || minute === undefined || !/^\d{1,2}$/.test(hour.raw)) return null;
  const minutes = /^(\d{2})(am|pm)?$/.exec(minute.raw.toLowerCase());
  if (minutes === null || !isHour(Number(hour.raw)) || !isMinute(Number(minutes[1]))) return null;
  const isColon = minute.start === hour.end + 1;
  const isMeant = isColon || minutes[2] !== undefined || readHalf(words, at + 2) !== null;
  if (!isMeant) return null;
  return {
    hour: Number(hour.raw),
    minute: Number(minutes[1]),
    count: 2,
    ...(minutes[2] === undefined ? {} : { half: minutes[2] as Half }),
  };
}

/** "7 pm", "seven in the evening", "5 o'clock", "at 8", "at ten thirty". A number by itself is no time. */
function readHour(words: readonly Word[], at: number): Read | null {
  const number = readNumber(words, at);
  if (number === null || !isHour(number.value)) return null;
  const { value: hour, count } = number;
  if (form(words, at + count) === 'oclock') return { hour, minute: 0, count: count + 1 };
  const isAfterAt = form(words, at - 1) === 'at';
  const minutes = readNumber(words, at + count);
  if (minutes !== null && isMinute(minutes.value) && minutes.value >= 10) {
    const whole = count + minutes.count;
    if (isAfterAt || readHalf(words, at + whole) !== null) return { hour, minute: minutes.value, count: whole };
  }
  return isAfterAt || readHalf(words, at + count) !== null ? { hour, minute: 0, count } : null;
}

const isHour = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 24;
const isMinute = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 60;

const halves: readonly (readonly [Half, readonly string[]])[] = [
  ['am', ['am']],
  ['pm', ['pm']],
  ['am', ['a', 'm']],
  ['pm', ['p', 'm']],
  ['am', ['in', 'the', 'morning']],
  ['pm', ['in', 'the', 'afternoon']],
  ['pm', ['in', 'the', 'evening']],
  ['pm', ['at', 'night']],
  ['pm', ['tonight']],
];

function readHalf(words: readonly Word[], at: number): { readonly half: Half; readonly count: number } | null {
  const found = halves.find(([, names]) => names.every((name, offset) => form(words, at + offset) === name));
  return found === undefined ? null : { half: found[0], count: found[1].length };
}
