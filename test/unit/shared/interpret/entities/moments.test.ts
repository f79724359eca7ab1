import { afterEach, describe, expect, test } from 'vitest';
import { valueIn } from './read-values.ts';

const when = { name: 'when', type: 'timestamp' } as const;
const asText = (seconds: unknown): string =>
  typeof seconds === 'number' ? new Date(seconds * 1000).toISOString() : '';

describe('days', () => {
  test.each([
    ['today', '2027-01-29'],
    ['tomorrow please', '2027-01-30'],
    ['the day after tomorrow', '2027-01-31'],
    ['yesterday', '2027-01-28'],
    ['3 days ago', '2027-01-26'],
    ['next friday', '2027-02-05'],
    ['last tuesday', '2027-01-26'],
    ['in two weeks', '2027-02-12'],
    ['on March 5th', '2027-03-05'],
    ['the 5th of march 2028', '2028-03-05'],
    ['2027-03-05', '2027-03-05'],
    ['on the 23rd', '2027-02-23'],
    ['the 31st would be fine', '2027-01-31'],
    ['the 30th, please', '2027-01-30'],
  ])('[I22] %s', (text, day) => {
    expect(valueIn(text, { name: 'delivery_date', type: 'string' })).toBe(day);
    expect(asText(valueIn(text, when))).toBe(`${day}T00:00:00.000Z`);
  });

  test('[I22] the 30th is not in February', () => {
    const spoken = { at: Date.UTC(2027, 0, 31, 12), zone: 'UTC' };
    expect(valueIn('the 30th', { name: 'day', type: 'string' }, spoken)).toBe('2027-03-30');
  });

  test.each(['I have 3 cats', 'the best', '', 'I may come'])('[I22] no day: %s', (text) => {
    expect(valueIn(text, when)).toBeUndefined();
  });

  test('[I22] nobody knows what tomorrow is without a today', () => {
    expect(valueIn('tomorrow at noon', when, null)).toBeUndefined();
  });
});

describe('moments', () => {
  test.each([
    ['tomorrow at 5pm', '2027-01-30T17:00'],
    ['friday at half past seven in the morning', '2027-01-29T07:30'],
    ['5th of march 2027 at 3 pm', '2027-03-05T15:00'],
    ['at 16:45 on monday', '2027-02-01T16:45'],
    ['in 30 minutes', '2027-01-29T16:00'],
    ['two hours ago', '2027-01-29T13:30'],
    ['half an hour from now', '2027-01-29T16:00'],
    ['now', '2027-01-29T15:30'],
  ])('[I22] %s', (text, moment) => {
    expect(asText(valueIn(text, when))).toBe(`${moment}:00.000Z`);
    expect(valueIn(text, { name: 'day', type: 'string' })).toBe(moment);
  });

  test.each([
    ['at 8', '2027-01-29T20:00'],
    ['at 9', '2027-01-29T21:00'],
    ['half past three', '2027-01-30T03:30'],
    ['9 05 in the morning', '2027-01-30T09:05'],
    ['25 to 7 pm', '2027-01-29T18:35'],
    ['noon', '2027-01-30T12:00'],
    ['tomorrow at four', '2027-01-30T16:00'],
    ['tomorrow at nine', '2027-01-30T09:00'],
  ])('[I23] %s', (text, moment) => {
    expect(asText(valueIn(text, when))).toBe(`${moment}:00.000Z`);
  });

  test.each([
    ['19:00', '19:00'],
    ['quarter past 8', '20:15'],
    ['a quarter to one pm', '12:45'],
    ["5 o'clock", '17:00'],
    ['7:30 tonight', '19:30'],
    ['midnight', '00:00'],
    ['at ten thirty', '22:30'],
    ['7.15 am', '07:15'],
    ['12 am', '00:00'],
    ['25:10', undefined],
    ['room 12', undefined],
  ])('[I23] the time in %s', (text, time) => {
    expect(valueIn(text, { name: 'pickup_time', type: 'string' })).toBe(time);
  });
});

describe('places', () => {
  const saved = process.env['TZ'];
  afterEach(() => {
    if (saved === undefined) delete process.env['TZ'];
    else process.env['TZ'] = saved;
  });

  test('[I22] the zone of the talk decides what tomorrow is', () => {
    const lateInAthens = { at: Date.UTC(2027, 0, 29, 22, 30), zone: 'Europe/Athens' };
    expect(valueIn('tomorrow', { name: 'day', type: 'string' }, lateInAthens)).toBe('2027-01-31');
    expect(asText(valueIn('tomorrow', when, lateInAthens))).toBe('2027-01-30T22:00:00.000Z');
  });

  test.each(['UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'Australia/Lord_Howe'])(
    '[I22] a machine in %s reads the same',
    (zone) => {
      process.env['TZ'] = zone;
      const texts = ['tomorrow at 2:30 am', 'in 90 minutes', 'next sunday', 'on the 23rd', 'noon', 'in a month'];
      // Clocks change in New York at two in the night of 14 March 2027.
      const spoken = { at: Date.UTC(2027, 2, 13, 23, 45), zone: 'UTC' };
      expect(texts.map((text) => asText(valueIn(text, when, spoken)))).toEqual([
        '2027-03-14T02:30:00.000Z',
        '2027-03-14T01:15:00.000Z',
        '2027-03-21T00:00:00.000Z',
        '2027-03-23T00:00:00.000Z',
        '2027-03-14T12:00:00.000Z',
        '2027-04-13T00:00:00.000Z',
      ]);
    },
  );
});
