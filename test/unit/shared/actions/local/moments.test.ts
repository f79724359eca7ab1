import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockAt, secondsAt, weekdayOf } from '../../../../../shared/actions/local/calendar.ts';
import { momentText } from '../../../../../shared/actions/local/moment-text.ts';
import { moveMoment } from '../../../../../shared/actions/local/move-moment.ts';
import { workOutMoment } from '../../../../../shared/actions/local/work-out-moment.ts';
import { unwrap } from '../../../../builders/unwrap.ts';

// A Friday.
const friday = Date.UTC(2026, 10, 20, 8, 30, 15) / 1000;
const shown = (seconds: number, zone = 'UTC'): string => unwrap(momentText(seconds, 'EEE yyyy-MM-dd HH:mm:ss', zone));
const moved = (words: string, from = friday, zone = 'UTC'): string => {
  const found = moveMoment(from, words, zone);
  return found.ok
    ? shown(found.value, zone)
    : `${found.failure.position}+${found.failure.length}: ${found.failure.sentence}`;
};

describe('words that move a moment', () => {
  test.each([
    ['', 'Fri 2026-11-20 08:30:15'],
    ['now', 'Fri 2026-11-20 08:30:15'],
    ['today', 'Fri 2026-11-20 00:00:00'],
    ['Tomorrow', 'Sat 2026-11-21 00:00:00'],
    ['yesterday noon', 'Thu 2026-11-19 12:00:00'],
    ['tomorrow noon', 'Sat 2026-11-21 12:00:00'],
    ['tomorrow at 14:30', 'Sat 2026-11-21 14:30:00'],
    ['9am tomorrow', 'Sat 2026-11-21 09:00:00'],
    ['12am', 'Fri 2026-11-20 00:00:00'],
    ['2:05 pm', 'Fri 2026-11-20 14:05:00'],
    ['+1 week', 'Fri 2026-11-27 08:30:15'],
    ['+1 week 2 days 4 hours 2 seconds', 'Sun 2026-11-29 12:30:17'],
    ['-3 days', 'Tue 2026-11-17 08:30:15'],
    ['3 days ago', 'Tue 2026-11-17 08:30:15'],
    ['in 90 minutes', 'Fri 2026-11-20 10:00:15'],
    ['1 fortnight', 'Fri 2026-12-04 08:30:15'],
    ['next month', 'Sun 2026-12-20 08:30:15'],
    ['last year', 'Thu 2025-11-20 08:30:15'],
    ['next week', 'Fri 2026-11-27 08:30:15'],
    ['monday', 'Mon 2026-11-23 00:00:00'],
    ['friday', 'Fri 2026-11-20 00:00:00'],
    ['next friday', 'Fri 2026-11-27 00:00:00'],
    ['last friday', 'Fri 2026-11-13 00:00:00'],
    ['next wed 16:00', 'Wed 2026-11-25 16:00:00'],
    ['monday next week', 'Mon 2026-11-23 00:00:00'],
    ['sunday this week', 'Sun 2026-11-22 00:00:00'],
    ['first day of next month', 'Tue 2026-12-01 08:30:15'],
    ['last day of february 2028', 'Tue 2028-02-29 08:30:15'],
    ['last day of this month midnight', 'Mon 2026-11-30 00:00:00'],
    ['first monday of next month', 'Mon 2026-12-07 00:00:00'],
    ['last friday of december', 'Fri 2026-12-25 00:00:00'],
    ['third thursday of november 2027', 'Thu 2027-11-18 00:00:00'],
    ['24 december', 'Thu 2026-12-24 00:00:00'],
    ['1st of march 2027', 'Mon 2027-03-01 00:00:00'],
    ['December 24, 2027', 'Fri 2027-12-24 00:00:00'],
    ['2027-01-31 +1 day', 'Mon 2027-02-01 00:00:00'],
    ['+1 weekday', 'Mon 2026-11-23 08:30:15'],
    ['+6 weekdays', 'Mon 2026-11-30 08:30:15'],
    ['-1 weekday', 'Thu 2026-11-19 08:30:15'],
  ])('[L20] %j', (words, expected) => {
    expect(moved(words)).toBe(expected);
  });

  test.each([
    ['2027-01-31', '+1 month', 'Wed 2027-03-03 00:00:00'],
    ['2028-02-29', '+1 year', 'Thu 2029-03-01 00:00:00'],
    ['2026-11-21', '+5 weekdays', 'Mon 2026-11-30 00:00:00'],
  ])('[L20] %s %s runs over like everywhere', (start, words, expected) => {
    expect(moved(`${start} ${words}`)).toBe(expected);
  });

  test.each([
    ['next teatime', '0+4: "next" is not understood.'],
    ['+1 week sometime', '8+8: "sometime" is not understood.'],
    ['25:00', '0+5: There is no such time of day.'],
    ['13pm', '0+4: Before "am" and "pm" hours go from 1 to 12.'],
    ['monday tuesday', '7+7: There are two days of the week in it.'],
    ['2026-13-01', '0+10: There is no such date.'],
    ['third day of march', '0+12: Write "first day of" or "last day of".'],
    ['fifth monday of february 2027', '0+29: There is no such date.'],
    ['+999999 years', '0+13: There is no such date.'],
  ])('[L21] %j says what is not understood, and where', (words, expected) => {
    expect(moved(words)).toContain(expected);
  });

  test('[L22] days are counted on the clocks of the zone, through a change of clocks', () => {
    // Athens puts its clocks back on 25 October 2026.
    const before = Date.UTC(2026, 9, 24, 9) / 1000;
    expect(shown(before, 'Europe/Athens')).toBe('Sat 2026-10-24 12:00:00');
    expect(moved('+1 day', before, 'Europe/Athens')).toBe('Sun 2026-10-25 12:00:00');
    expect(moved('+24 hours', before, 'Europe/Athens')).toBe('Sun 2026-10-25 11:00:00');
  });

  test('[L22] a clock read and set again is the same moment, in any zone', () => {
    const zone = fc.constantFrom('UTC', 'Europe/Athens', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia');
    fc.assert(
      fc.property(fc.integer({ min: 7e8, max: 8e9 }), zone, (seconds, name) => {
        // Once a year an hour comes twice, and its clock may mean either.
        expect([0, 3600]).toContain(Math.abs(secondsAt(clockAt(seconds, name), name) - seconds));
        expect(weekdayOf(clockAt(seconds, 'UTC'))).toBe((new Date(seconds * 1000).getUTCDay() + 6) % 7);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -6e10, max: 2e11 }), (seconds) => {
        expect(secondsAt(clockAt(seconds, 'UTC'), 'UTC')).toBe(seconds);
      }),
    );
  });

  test('[L21] any words give a moment or a sentence', () => {
    const word = fc.constantFrom(
      ...'first last next monday of week + - 3 12 : am tomorrow 2026-01-01 month noon may'.split(' '),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word, { maxLength: 7 }).map((all) => all.join(' ')),
          fc.string(),
        ),
        (words) => {
          expect(moved(words)).toMatch(/^(?:\w{3} \d{4}-|\d+\+\d+: )/);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('the date-and-time action', () => {
  const texts = { base: '', modifier: '', format: '', zone: '' };
  const now = friday * 1000 + 400;

  test('[L23] gives the moment and its parts, by the clocks of the zone', () => {
    const wanted = {
      ...texts,
      modifier: 'first monday of next month 09:00',
      format: "EEEE, d MMMM 'at' h:mm a",
      zone: 'Europe/Athens',
    };
    expect(unwrap(workOutMoment(wanted, now))).toEqual({
      timestamp: Date.UTC(2026, 11, 7, 7) / 1000,
      iso: '2026-12-07T09:00:00+02:00',
      formatted: 'Monday, 7 December at 9:00 AM',
      date: '2026-12-07',
      time: '09:00',
      weekday: 'monday',
      year: 2026,
      month: 12,
      day: 7,
      hour: 9,
      minute: 0,
      zone: 'Europe/Athens',
    });
  });

  test.each([
    ['', '2026-11-20T08:30:15Z'],
    ['2026-03-31', '2026-03-31T00:00:00Z'],
    ['2026-03-31T14:05:00+02:00', '2026-03-31T12:05:00Z'],
    ['86400', '1970-01-02T00:00:00Z'],
    ['tomorrow noon', '2026-11-21T12:00:00Z'],
  ])('[L24] it starts at %j', (base, iso) => {
    expect(unwrap(workOutMoment({ ...texts, base }, now))).toMatchObject({ iso, formatted: iso });
  });

  test.each([
    [{ base: 'soonish' }, { field: 'base', position: 0, sentence: '“soonish” is no date. Write it like 2026-03-31.' }],
    [{ modifier: 'tomorrow nune' }, { field: 'modifier', position: 9, length: 4 }],
    [
      { format: 'yyyy-QQ' },
      { field: 'format', position: 5, sentence: expect.stringContaining('"QQ" is no part of a date') },
    ],
    [{ format: "d 'of" }, { field: 'format', position: 2 }],
    [{ zone: 'Mars/Base' }, { field: 'zone', sentence: 'There is no time zone “Mars/Base”.' }],
  ])('[L21] %j is a sentence about the field', (changes, failure) => {
    expect(workOutMoment({ ...texts, ...changes }, now)).toMatchObject({ ok: false, failure });
  });
});
