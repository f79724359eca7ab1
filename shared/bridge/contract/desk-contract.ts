import { z } from 'zod';
import { runIdSchema } from './run-contract.ts';

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

/** Why it could not be done, as a sentence; null when it was. */
const outcomeSchema = z.strictObject({ problem: z.string().nullable() });

/** The desk inside the app, where the designer plays the person a talk is given to. A talk is named by its run. */
export const deskContract = {
  /** Longest waiting first; those of all windows. */
  'desk.list': { input: z.strictObject({}), output: z.strictObject({ talks: z.array(deskTalkSchema) }) },
  /** The person at the desk says something to the user. */
  'desk.say': { input: z.strictObject({ run: runIdSchema, text: z.string().max(20_000) }), output: outcomeSchema },
  /** Gives the talk back: the app goes on with it. */
  'desk.giveBack': { input: z.strictObject({ run: runIdSchema }), output: outcomeSchema },
} as const;
