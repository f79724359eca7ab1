import type { ActionExecutors, ExecutedKind } from './action-executor.ts';
import { databaseExecutor } from './database/database-executor.ts';
import { emailExecutor } from './email/email-executor.ts';
import { failedRun } from './failed-run.ts';
import { handOffExecutor } from './hand-off/hand-off-executor.ts';
import { holidayExecutor } from './holiday/holiday-executor.ts';
import { llmExecutor } from './llm/llm-executor.ts';
import { spreadsheetExecutor } from './spreadsheet/spreadsheet-executor.ts';
import { ticketExecutor } from './ticket/ticket-executor.ts';

const later = (kind: ExecutedKind) => () =>
  Promise.resolve(failedRun('notAvailable', `This build cannot carry out actions of the kind ${kind}.`));

/** Who carries out each kind of action that asks something of the host. */
export const actionExecutors: ActionExecutors = {
  python: later('python'),
  llm: llmExecutor,
  database: databaseExecutor,
  email: emailExecutor,
  ticket: ticketExecutor,
  handOff: handOffExecutor,
  spreadsheet: spreadsheetExecutor,
  holiday: holidayExecutor,
};
