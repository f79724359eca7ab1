import { describe, expect, test } from 'vitest';
import { holidayExecutor } from '../../../../../../electron/host/actions/holiday/holiday-executor.ts';
import { anAction, aPorts, aTask, never } from '../executor-setting.ts';

const ask = (country: string, region: string, date: string) =>
  holidayExecutor(aTask(anAction('holiday', { country, region, date })), aPorts(), never());

describe('a public holiday', () => {
  test.each([
    ['GR', '', '2027-05-03', 'Easter Monday'],
    ['GR', '', '2027-03-15', 'Ash Sunday'],
    ['US', '', '2026-11-26', 'Thanksgiving Day'],
    ['US', 'CA', '2027-03-31', 'César Chávez Day'],
    ['DE', 'BY', '2027-01-06', 'Epiphany'],
    ['DE', 'BY-A', '2027-08-08', 'Augsburg Peace Festival'],
    ['GB', 'SCT', '2027-01-04', 'January 2nd (substitute day)'],
    ['JP', '', '2027-03-22', 'Spring Equinox Day (substitute day)'],
    ['gr', '', '2027-12-25', 'Christmas Day'],
  ])('of %s %s on %s', async (country, region, date, name) => {
    expect(await ask(country, region, date)).toMatchObject({ ok: true, body: { is_holiday: true, date } });
    expect(await ask(country, region, date)).toMatchObject({ body: { name } });
  });

  test.each([
    ['GR', '', '2027-05-05'],
    ['DE', '', '2027-01-06'],
    ['US', '', '2027-03-31'],
    // A bank holiday and a day to remember are no public ones.
    ['US', '', '2027-02-14'],
  ])('is not in %s %s on %s', async (country, region, date) => {
    expect(await ask(country, region, date)).toEqual({ ok: true, body: { is_holiday: false, name: '', date } });
  });

  test('is asked about today, there, when no day is given', async () => {
    const now = () => Date.UTC(2026, 11, 31, 22, 30);
    const today = (country: string) =>
      holidayExecutor(aTask(anAction('holiday', { country })), aPorts({ now }), never());
    expect(await today('GR')).toMatchObject({ body: { is_holiday: true, date: '2027-01-01' } });
    expect(await today('PT')).toMatchObject({ body: { is_holiday: false, date: '2026-12-31' } });
  });

  test('of a moment is that of its day there', async () => {
    expect(await ask('JP', '', '2026-12-31T16:00:00Z')).toMatchObject({
      body: { date: '2027-01-01', is_holiday: true },
    });
  });

  test.each([
    ['', '', '2027-01-01', 'no country'],
    ['XX', '', '2027-01-01', '"XX"'],
    ['__proto__', '', '2027-01-01', 'No holidays are known'],
    ['US', 'ZZ', '2027-01-01', 'no part "ZZ"'],
    ['DE', 'BY-Q', '2027-01-01', 'DE-BY has no part "Q"'],
    ['GR', '', 'yesterday', 'no date'],
    ['GR', '', '2027-02-30', 'no date'],
  ])('of %s %s on "%s" is a sentence', async (country, region, date, part) => {
    const outcome = await ask(country, region, date);
    expect(outcome).toMatchObject({ ok: false, failure: 'invalidInput' });
    expect(outcome.detail).toContain(part);
  });
});
