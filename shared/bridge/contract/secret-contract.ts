import { z } from 'zod';

/** Where a secret lives: the system's vault, a file under a passphrase, or this start of the app only. */
export const secretPlaceSchema = z.enum(['vault', 'file', 'session']);
export type SecretKept = z.infer<typeof secretPlaceSchema>;

const secretNameSchema = z.string().min(1).max(200);
/** A host with its port where it has one: `api.example.com`, `localhost:3000`. */
const secretHostSchema = z.string().min(1).max(300);

export const keptSecretSchema = z.strictObject({
  name: z.string(),
  kept: secretPlaceSchema,
  /** The only hosts it is sent to. Empty: the first one its person says yes to. */
  hosts: z.array(z.string()),
  /** Too short to be told from ordinary text, so it cannot be masked where a service repeats it. */
  tooShort: z.boolean(),
});
export type KeptSecret = z.infer<typeof keptSecretSchema>;

export const secretStandingSchema = z.strictObject({
  kept: secretPlaceSchema,
  /** A file under a passphrase is there, and nobody has given the passphrase since the app started. */
  locked: z.boolean(),
  /** Whether `secret.unlock` makes or opens a file here; not where the system has a vault. */
  mayUsePassphrase: z.boolean(),
  /** Where secrets given now are kept, for people. */
  sentence: z.string(),
});
export type SecretStanding = z.infer<typeof secretStandingSchema>;

/** Secrets go in and never come out: no method gives a value back. */
export const secretContract = {
  'secret.list': {
    input: z.strictObject({}),
    output: z.strictObject({ names: z.array(z.string()), secrets: z.array(keptSecretSchema) }),
  },
  /** Stores a secret. Given anew, it may go to `hosts` and nowhere it could go before; `null` removes it. */
  'secret.set': {
    input: z.strictObject({
      name: secretNameSchema,
      value: z.string().max(10_000).nullable(),
      hosts: z.array(secretHostSchema).max(20).default([]),
    }),
    output: z.strictObject({ kept: secretPlaceSchema, tooShort: z.boolean() }),
  },
  /** Changes where a secret may go. `known` is false when there is no such secret. */
  'secret.bind': {
    input: z.strictObject({ name: secretNameSchema, hosts: z.array(secretHostSchema).max(20) }),
    output: z.strictObject({ known: z.boolean() }),
  },
  'secret.remove': { input: z.strictObject({ name: secretNameSchema }), output: z.strictObject({}) },
  'secret.standing': { input: z.strictObject({}), output: secretStandingSchema },
  /**
   * Opens the file of secrets, or makes one where there is none; secrets of this session move into it. `startAnew`
   * forgets the one that is there.
   */
  'secret.unlock': {
    input: z.strictObject({ passphrase: z.string().min(8).max(1000), startAnew: z.boolean().default(false) }),
    output: z.strictObject({
      outcome: z.enum(['opened', 'made', 'wrongPassphrase', 'damaged', 'notNeeded', 'notKept']),
      standing: secretStandingSchema,
    }),
  },
} as const;
