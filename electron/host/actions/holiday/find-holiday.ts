import { fail, succeed, type Result } from '../../../../shared/base/result.ts';
import { readTime } from '../../../../shared/values/read-time.ts';

type Place = {
  /** ISO codes: `US`; `CA` in it; `LA` in that. */
  readonly country: string;
  readonly state: string;
  readonly region: string;
};
type Day = {
  /** As in 2027-01-31, at the place. */
  readonly date: string;
  /** The name of the holiday; null on an ordinary day. */
  readonly name: string | null;
};

/** What public holiday a day is somewhere; an empty day is today, there. The failure is a sentence. */
export async function findHoliday(place: Place, day: string, now: number): Promise<Result<Day, string>> {
  const calendar = await openCalendar(place);
  if (!calendar.ok) return calendar;
  const zone = calendar.value.getTimezones()[0] ?? 'UTC';
  const date = day.trim() === '' ? dayIn(zone, now) : readDay(day.trim(), zone);
  if (date === null) return fail(`"${day.slice(0, 60)}" is no date. Write it as 2027-01-31.`);
  return succeed({ date, name: nameOn(calendar.value, date) });
}

type Calendar = Awaited<ReturnType<typeof createCalendar>>;

/** The last few: reading the rules of a place takes longer than asking them. */
const kept = new Map<string, Calendar>();
const mostKept = 20;

async function openCalendar({ country, state, region }: Place): Promise<Result<Calendar, string>> {
  const [land, part, district] = [country, state, region].map((code) => code.trim().toUpperCase());
  if (land === undefined || land === '') return fail('It says no country. Give its code of two letters, such as GR.');
  const key = [land, part, district].join('-');
  const known = kept.get(key);
  if (known !== undefined) return succeed(known);
  const calendar = await createCalendar(land, part ?? '', district ?? '');
  const wrong = whatIsWrong(calendar, land, part ?? '', district ?? '');
  if (wrong !== null) return fail(wrong);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, calendar);
  return succeed(calendar);
}

/** Two megabytes of rules that most talks never need are loaded by the first that does. */
async function createCalendar(country: string, state: string, region: string) {
  const { default: Holidays } = await import('date-holidays');
  return new Holidays(country, state, region, { types: ['public'], languages: 'en' });
}

/** The package takes what it does not know for the country as a whole, which would be a wrong answer. */
function whatIsWrong(calendar: Calendar, country: string, state: string, region: string): string | null {
  if (!Object.hasOwn(calendar.getCountries(), country))
    return `No holidays are known for "${country.slice(0, 20)}". Give the code of a country, such as GR or US.`;
  if (state === '') return region === '' ? null : `"${region.slice(0, 20)}" is a part of a state; say of which.`;
  const missing = (code: string, of: string, among: object | undefined): string | null => {
    if (among !== undefined && Object.hasOwn(among, code)) return null;
    const some = Object.keys(among ?? {}).slice(0, 5);
    const choice = some.length === 0 ? 'It has no parts with holidays of their own.' : `It has ${some.join(', ')} ….`;
    return `${of} has no part "${code.slice(0, 20)}". ${choice}`;
  };
  const wrongState = missing(state, country, calendar.getStates(country));
  if (wrongState !== null || region === '') return wrongState;
  return missing(region, `${country}-${state}`, calendar.getRegions(country, state));
}

/** A day is a holiday when its noon is: holidays may begin at sunset, and some last longer than a day. */
function nameOn(calendar: Calendar, date: string): string | null {
  const noon = Date.parse(`${date}T12:00:00Z`);
  const year = Number(date.slice(0, 4));
  const years = date.slice(5, 7) === '01' ? [year - 1, year] : [year];
  const found = years
    .flatMap((each) => calendar.getHolidays(each))
    .find((holiday) => {
      // The wall clock there, read as if it were ours: only differences count.
      const begin = Date.parse(`${holiday.date.slice(0, 10)}T${holiday.date.slice(11, 19)}Z`);
      return holiday.type === 'public' && begin <= noon && noon < begin + (+holiday.end - +holiday.start);
    });
  return found?.name ?? null;
}

function readDay(text: string, zone: string): string | null {
  const seconds = readTime(text, zone);
  if (seconds === null) return null;
  // A day without a time is that day, wherever it is.
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : dayIn(zone, seconds * 1000);
}

const dayIn = (zone: string, at: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
