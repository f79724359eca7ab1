import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

/** What makes a key out of a passphrase expensive to guess. */
export type KeyCost = { readonly N: number; readonly r: number; readonly p: number };
/** About a third of a second and 128 MB for every guess. */
export const usualCost: KeyCost = { N: 2 ** 17, r: 8, p: 1 };

/** A key, and the salt it was made with. */
export type SealingKey = { readonly key: Buffer; readonly salt: Buffer; readonly cost: KeyCost };

const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/);
const sealedSchema = z.strictObject({
  format: z.literal('parley.secrets'),
  version: z.literal(1),
  // Bounded: a file must not make this machine work for ever.
  cost: z.strictObject({
    N: z
      .number()
      .int()
      .min(2)
      .max(2 ** 20),
    r: z.number().int().min(1).max(16),
    p: z.number().int().min(1).max(4),
  }),
  salt: base64,
  iv: base64,
  tag: base64,
  data: base64,
});
export type Sealed = z.infer<typeof sealedSchema>;

const secretsSchema = z.array(z.strictObject({ name: z.string(), value: z.string(), hosts: z.array(z.string()) }));
export type StoredSecrets = z.infer<typeof secretsSchema>;

export const newSalt = (): Buffer => randomBytes(16);

export function makeKey(passphrase: string, salt: Buffer, cost: KeyCost): Promise<SealingKey> {
  const { N, r, p } = cost;
  return new Promise((resolve, reject) => {
    // The same passphrase, whichever way its accents are written.
    scrypt(passphrase.normalize('NFC'), salt, 32, { N, r, p, maxmem: 2 ** 20 + 256 * N * r }, (error, key) =>
      error === null ? resolve({ key, salt, cost }) : reject(error),
    );
  });
}

/** The bytes of a file that only the passphrase opens. Never the same twice. */
export function seal({ key, salt, cost }: SealingKey, secrets: StoredSecrets): Buffer {
  const head = { format: 'parley.secrets', version: 1, cost, salt: salt.toString('base64') } as const;
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(JSON.stringify(head)));
  const data = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()]);
  const sealed: Sealed = {
    ...head,
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    data: data.toString('base64'),
  };
  return Buffer.from(`${JSON.stringify(sealed)}\n`);
}

/** Null for what is no such file. */
export function readSealed(text: string): Sealed | null {
  try {
    return sealedSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Null when the key is another one, or when somebody changed the file. */
export function open(
  { format, version, cost, salt, iv, tag, data }: Sealed,
  { key }: SealingKey,
): StoredSecrets | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(JSON.stringify({ format, version, cost, salt })));
    decipher.setAuthTag(Buffer.from(tag, 'base64'));
    const text = Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()]).toString('utf8');
    return secretsSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
