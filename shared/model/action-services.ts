import { z } from 'zod';
import { actionShape, namedValueSchema } from './action-parts.ts';
import { integrationIdSchema } from './ids.ts';

/** The integration of a service that is not on this machine; its base URL says where. */
const integration = integrationIdSchema.nullable().default(null);

/** A moment: `base` moved by `modifier` (`+1 week`, `first monday of next month`). The result names its parts. */
export const dateTimeShape = {
  ...actionShape,
  kind: z.literal('dateTime'),
  /** Empty means now. */
  base: z.string().max(2000).default(''),
  modifier: z.string().max(500).default(''),
  /** `yyyy-MM-dd HH:mm` and the like; empty means ISO 8601. */
  format: z.string().max(200).default(''),
  /** A name as in the IANA list; empty means UTC. */
  zone: z.string().max(100).default(''),
};

/** `outbox` keeps an .eml file on this machine; `smtp` sends it, its base URL `smtp://host:port` or `smtps:`. */
export const emailShape = {
  ...actionShape,
  kind: z.literal('email'),
  provider: z.enum(['outbox', 'smtp']).default('outbox'),
  integration,
  from: z.string().max(1000).default(''),
  /** Addresses, separated by commas. */
  to: z.string().max(10_000).default(''),
  copy: z.string().max(10_000).default(''),
  subject: z.string().max(2000).default(''),
  body: z.string().max(200_000).default(''),
};

/** A ticket with the fields of Freshdesk. `desk` keeps it on this machine. The result is `{ticket_id, due_by, status}`. */
export const ticketShape = {
  ...actionShape,
  kind: z.literal('ticket'),
  provider: z.enum(['desk', 'freshdesk']).default('desk'),
  integration,
  subject: z.string().max(2000).default(''),
  text: z.string().max(200_000).default(''),
  email: z.string().max(1000).default(''),
  type: z.enum(['Question', 'Incident', 'Problem', 'Feature Request', 'Refund']).default('Question'),
  priority: z.enum(['Low', 'Medium', 'High', 'Urgent']).default('Medium'),
  status: z.enum(['Open', 'Pending', 'Resolved', 'Closed']).default('Open'),
  tags: z.array(z.string()).default([]),
};

/** Gives the talk to a person: at the desk inside the app, or through a service with the shape of Chatwoot. */
export const handOffShape = {
  ...actionShape,
  kind: z.literal('handOff'),
  provider: z.enum(['desk', 'chatwoot']).default('desk'),
  integration,
  account: z.string().max(200).default(''),
  inbox: z.string().max(200).default(''),
  /** What the person who takes over reads first. */
  note: z.string().max(10_000).default(''),
  /** Said to the user when the talk is given and when it is given back. */
  text: z.string().max(10_000).default(''),
  returnText: z.string().max(10_000).default(''),
};

/** One row more: in a CSV beside the scenario, or in a Google sheet. */
export const spreadsheetShape = {
  ...actionShape,
  kind: z.literal('spreadsheet'),
  provider: z.enum(['csv', 'google']).default('csv'),
  integration,
  /** A name for the CSV, or the id of the Google sheet. */
  sheet: z.string().max(200).default(''),
  cells: z.array(namedValueSchema).default([]),
};

/** Whether a day is a public holiday. The result is `{is_holiday, name, date}`. */
export const holidayShape = {
  ...actionShape,
  kind: z.literal('holiday'),
  /** ISO codes: `GR`; `CA` within `US`. */
  country: z.string().max(100).default(''),
  region: z.string().max(100).default(''),
  /** Empty means today. */
  date: z.string().max(200).default(''),
};
