import type { ActionExecutors } from './action-executor.ts';
import { databaseExecutor } from './database/database-executor.ts';
import { emailExecutor } from './email/email-executor.ts';
import { handOffExecutor } from './hand-off/hand-off-executor.ts';
import { holidayExecutor } from './holiday/holiday-executor.ts';
import { llmExecutor } from './llm/llm-executor.ts';
import { createPythonExecutor } from './python/python-executor.ts';
import { spreadsheetExecutor } from './spreadsheet/spreadsheet-executor.ts';
import { ticketExecutor } from './ticket/ticket-executor.ts';

/** Who carries out each kind of action that asks something of the host. */
export const actionExecutors: ActionExecutors = {
  python: createPythonExecutor(),
  llm: llmExecutor,
  database: databaseExecutor,
  email: emailExecutor,
  ticket: ticketExecutor,
  handOff: handOffExecutor,
  spreadsheet: spreadsheetExecutor,
  holiday: holidayExecutor,
};
