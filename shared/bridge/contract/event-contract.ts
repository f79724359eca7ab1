import { z } from 'zod';
import type { MessageOutput } from '../../engine/output.ts';
import type { TraceEvent } from '../../engine/trace-event.ts';
import { auditEntrySchema } from './audit-contract.ts';
import { deskLineSchema, deskTalkSchema } from './desk-contract.ts';
import { failureSchema } from './failure.ts';
import { runIdSchema, runModeSchema } from './run-contract.ts';
import { fileTokenSchema } from './scenario-contract.ts';

/** What a session is waiting for. */
export const waitingSchema = z.enum(['user', 'actions', 'confirmation']);
export type Waiting = z.infer<typeof waitingSchema>;

/** What the host tells without being asked. Events made by our own engine are typed, not parsed again. */
export const eventContract = {
  'run.traced': z.strictObject({ run: runIdSchema, events: z.custom<readonly TraceEvent[]>(Array.isArray) }),
  'run.replied': z.strictObject({ run: runIdSchema, messages: z.custom<readonly MessageOutput[]>(Array.isArray) }),
  'run.waited': z.strictObject({ run: runIdSchema, waiting: waitingSchema, mode: runModeSchema }),
  /** May this scenario call that origin? `secret` names the secret that would be sent there. */
  'run.consentAsked': z.strictObject({ run: runIdSchema, origin: z.string(), secret: z.string().optional() }),
  'run.failed': z.strictObject({ run: runIdSchema, failure: failureSchema }),
  /** A talk of this window is at the desk now. `text` is said to the user; empty says nothing. */
  'desk.given': z.strictObject({ talk: deskTalkSchema, text: z.string() }),
  'desk.said': z.strictObject({ run: z.string(), line: deskLineSchema }),
  /** The person gave it back; `text` is said to the user. */
  'desk.returned': z.strictObject({ run: z.string(), text: z.string() }),
  /** The talk ended while it was at the desk. */
  'desk.left': z.strictObject({ run: z.string() }),
  /** An action was carried out, in any window. */
  'audit.added': z.strictObject({ entry: auditEntrySchema }),
  'audit.cleared': z.strictObject({}),
  /** How many of the held out samples have been asked about. */
  'interpret.progressed': z.strictObject({ done: z.number(), total: z.number() }),
  'scenario.changedOnDisk': z.strictObject({ file: fileTokenSchema, hash: z.string() }),
  /** The open file was deleted, renamed or moved. Should it come back as it was, `scenario.changedOnDisk` says so. */
  'scenario.gone': z.strictObject({ file: fileTokenSchema }),
  /** An item of the native menu was chosen. */
  'app.actionChosen': z.strictObject({ id: z.string() }),
  /** The person wants to close the window; answer with `app.close`. */
  'app.closing': z.strictObject({}),
  /** The system or a second start asked for a file to be opened here. */
  'app.openAsked': z.strictObject({ file: fileTokenSchema }),
} as const;

export type HostEventName = keyof typeof eventContract;
export type HostEvent = {
  [Name in HostEventName]: { readonly name: Name; readonly payload: z.infer<(typeof eventContract)[Name]> };
}[HostEventName];
