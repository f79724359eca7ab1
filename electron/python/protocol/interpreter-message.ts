import { z } from 'zod';

/** Around a request whose body is as large as an answer may be. */
export const longestPayload = 12 * 1024 * 1024;

/**
 * What an interpreter may say. It runs a stranger's code, so this is a stranger's message: checked to the letter, and
 * everything inside it again.
 */
export const interpreterMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('print'), text: z.string().max(1024 * 1024) }),
  z.strictObject({
    kind: z.literal('call'),
    id: z.int().nonnegative(),
    operation: z.string().max(100),
    payload: z.string().max(longestPayload),
  }),
  z.strictObject({ kind: z.literal('done'), outcome: z.string() }),
  z.strictObject({ kind: z.literal('failed'), message: z.string() }),
]);
export type InterpreterMessage = z.output<typeof interpreterMessage>;

const failed = {
  message: z.string(),
  line: z.int().nullable(),
  traceback: z.string(),
};

/** What a run came to, in the words of `prelude/parley/runner.py`. */
export const runOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('returned'), result: z.custom<unknown>((value) => value !== undefined) }),
  z.strictObject({ kind: z.literal('raised'), ...failed }),
  z.strictObject({ kind: z.literal('memory'), ...failed }),
  z.strictObject({ kind: z.literal('interrupted'), ...failed }),
]);
