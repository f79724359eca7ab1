import type { ActionExecutor } from '../action-executor.ts';
import { failedRun } from '../failed-run.ts';
import { findHoliday } from './find-holiday.ts';

/** Looks a day up in the calendars that come with the app; nobody is asked. */
export const holidayExecutor: ActionExecutor<'holiday'> = async ({ action }, ports, signal) => {
  // A part of a part is written as in `DE`, `BY-A`.
  const [state = '', region = ''] = action.region.split(/[-/ ]+/, 2);
  const found = await findHoliday({ country: action.country, state, region }, action.date, ports.now());
  if (signal.aborted) return failedRun('cancelled', `${action.name} was stopped.`);
  if (!found.ok) return failedRun('invalidInput', `${action.name}: ${found.failure}`);
  const { date, name } = found.value;
  return { ok: true, body: { is_holiday: name !== null, name: name ?? '', date } };
};
