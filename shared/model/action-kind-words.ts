import type { ActionKind } from './action-record.ts';

export type ActionKindWords = {
  /** As in lists and menus. */
  readonly label: string;
  /** What it is for, in one sentence. */
  readonly purpose: string;
  /** What it does, in two or three words under its name. */
  readonly does: string;
  /** The name of one nobody has named yet. */
  readonly firstName: string;
};

/** What the kinds of action are called wherever one is chosen or shown, in the order they are offered. */
export const actionKindWords: Readonly<Record<ActionKind, ActionKindWords>> = {
  api: {
    label: 'API call',
    purpose: 'Asks a service over HTTP; its example answers stand in until the service exists.',
    does: 'calls a service',
    firstName: 'newAction',
  },
  python: {
    label: 'Python',
    purpose: 'Runs a function of yours, safely shut in; no Python has to be installed.',
    does: 'runs Python',
    firstName: 'runScript',
  },
  llm: {
    label: 'Language model',
    purpose: 'Asks a model for a text or for values, or answers from a script while offline.',
    does: 'asks a model',
    firstName: 'askModel',
  },
  database: {
    label: 'Database query',
    purpose: 'Reads rows from SQLite or PostgreSQL; a sample database is included.',
    does: 'queries a database',
    firstName: 'queryDatabase',
  },
  calculation: {
    label: 'Calculation',
    purpose: 'Works out values from the inputs: sums, dates, texts, decisions.',
    does: 'calculates',
    firstName: 'calculate',
  },
  validation: {
    label: 'Validation',
    purpose: 'Checks what was given against rules, and says what is wrong.',
    does: 'checks values',
    firstName: 'validate',
  },
  workflow: {
    label: 'Workflow',
    purpose: 'Runs other actions in order, with conditions, loops and branches.',
    does: 'runs several actions',
    firstName: 'workflow',
  },
  setAttributes: {
    label: 'Set attributes',
    purpose: 'Writes values to contexts without asking anybody.',
    does: 'sets attributes',
    firstName: 'setAttributes',
  },
  dateTime: {
    label: 'Date and time',
    purpose: 'Works out a moment: now, next Friday, in two weeks.',
    does: 'works out a moment',
    firstName: 'workOutDate',
  },
  email: {
    label: 'Send e-mail',
    purpose: 'Writes an e-mail: into the outbox here, or over SMTP.',
    does: 'sends an e-mail',
    firstName: 'sendEmail',
  },
  ticket: {
    label: 'Create ticket',
    purpose: 'Opens a ticket for the support team: at the desk here, or in Freshdesk.',
    does: 'opens a ticket',
    firstName: 'createTicket',
  },
  handOff: {
    label: 'Hand off',
    purpose: 'Gives the talk to a person: at the desk here, or in Chatwoot.',
    does: 'hands the talk over',
    firstName: 'handOff',
  },
  spreadsheet: {
    label: 'Spreadsheet row',
    purpose: 'Adds a row to a CSV beside the scenario, or to a Google sheet.',
    does: 'adds a row',
    firstName: 'addRow',
  },
  holiday: {
    label: 'Public holiday',
    purpose: 'Says whether a day is a public holiday somewhere.',
    does: 'looks up a holiday',
    firstName: 'checkHoliday',
  },
};

export const isActionKind = (kind: unknown): kind is ActionKind =>
  typeof kind === 'string' && Object.hasOwn(actionKindWords, kind);
