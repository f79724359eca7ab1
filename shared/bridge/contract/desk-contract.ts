import { z } from 'zod';
import { ticketShape } from '../../model/action-services.ts';
import { runIdSchema } from './run-contract.ts';
import { fileTokenSchema } from './scenario-contract.ts';

/** A line of a talk at the hand-off desk. `AGENT` is the person who took over. */
export const deskLineSchema = z.strictObject({ speaker: z.enum(['USER', 'APP', 'AGENT']), text: z.string() });

/** A talk that was given to a person. */
export const deskTalkSchema = z.strictObject({
  session: z.string(),
  /** Milliseconds since 1970. */
  since: z.number(),
  /** What the person who takes over reads first. */
  note: z.string(),
  /** Said to the user when the talk is given back. */
  returnText: z.string(),
  /** Oldest first. */
  lines: z.array(deskLineSchema).readonly(),
});
export type BridgeDeskTalk = z.infer<typeof deskTalkSchema>;

/** A letter that was sent while nobody carried it off: it lies in the outbox of the scenario. */
export const outboxMailSchema = z.strictObject({
  /** The name of its .eml. */
  file: z.string(),
  from: z.string(),
  to: z.string(),
  copy: z.string(),
  subject: z.string(),
  body: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
});
export type BridgeOutboxMail = z.infer<typeof outboxMailSchema>;

/** A ticket that is kept on this machine. */
export const deskTicketSchema = z.strictObject({
  id: z.string(),
  subject: z.string(),
  text: z.string(),
  email: z.string(),
  type: z.string(),
  priority: ticketShape.priority.unwrap(),
  status: ticketShape.status.unwrap(),
  tags: z.array(z.string()),
  /** ISO 8601. */
  createdAt: z.string(),
  dueBy: z.string(),
});
export type BridgeDeskTicket = z.infer<typeof deskTicketSchema>;

/** The newest rows of a sheet, in the order of the file. */
export const deskSheetSchema = z.strictObject({
  /** The name of the file. */
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  /** How many rows there are in all. */
  total: z.number(),
});
export type BridgeDeskSheet = z.infer<typeof deskSheetSchema>;

const ofScenario = { file: fileTokenSchema.nullable() };

/** Why it could not be done, as a sentence; null when it was. */
const outcomeSchema = z.strictObject({ problem: z.string().nullable() });

/** Said to the engine when a talk is given back, so that an intent can take it up from there. */
export const returnedCallback = 'handover.returned';

/** The desk inside the app, where the designer plays the person a talk is given to. A talk is named by its run. */
export const deskContract = {
  /** Longest waiting first; those of all windows. */
  'desk.list': { input: z.strictObject({}), output: z.strictObject({ talks: z.array(deskTalkSchema) }) },
  /** The person at the desk says something to the user. */
  'desk.say': { input: z.strictObject({ run: runIdSchema, text: z.string().max(20_000) }), output: outcomeSchema },
  /** Gives the talk back: the app goes on with it. */
  'desk.giveBack': { input: z.strictObject({ run: runIdSchema }), output: outcomeSchema },
  /** The outbox of a scenario, newest first. */
  'desk.outbox': { input: z.strictObject(ofScenario), output: z.strictObject({ mails: z.array(outboxMailSchema) }) },
  /** The letter as it would go out; null when there is none of that name. */
  'desk.mail': {
    input: z.strictObject({ ...ofScenario, mail: z.string().max(200) }),
    output: z.strictObject({ text: z.string().nullable() }),
  },
  /** The tickets of a scenario, newest first. */
  'desk.tickets': { input: z.strictObject(ofScenario), output: z.strictObject({ tickets: z.array(deskTicketSchema) }) },
  /** What the sheets of a scenario hold, by their names; those that do not exist yet are left out. */
  'desk.sheets': {
    input: z.strictObject({ ...ofScenario, names: z.array(z.string().max(200)).max(50) }),
    output: z.strictObject({ sheets: z.array(deskSheetSchema) }),
  },
} as const;
