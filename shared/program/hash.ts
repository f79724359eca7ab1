/**
 * A fingerprint of plain JSON: equal content gives an equal text on any machine, whatever the order of keys. Two
 * independent lanes of 32 bits; meant to tell versions apart, not to resist an attacker.
 */
export type Fingerprint = readonly [number, number];

export const emptyFingerprint: Fingerprint = [0, 0];

export const fingerprintOf = (value: unknown): Fingerprint => [
  hashJson(value, 0x9747b28c),
  hashJson(value, 0x3c6ef372),
];

/** Adding is commutative, so a set of records needs no sorting to have one fingerprint. */
export const addFingerprints = (left: Fingerprint, right: Fingerprint): Fingerprint => [
  (left[0] + right[0]) >>> 0,
  (left[1] + right[1]) >>> 0,
];

export const fingerprintText = (fingerprint: Fingerprint): string =>
  fingerprint.map((lane) => lane.toString(16).padStart(8, '0')).join('');

/** Undefined counts as an absent key, as it does in JSON. */
function hashJson(value: unknown, seed: number): number {
  if (typeof value === 'string') return hashText(value, seed ^ 1);
  if (typeof value !== 'object' || value === null) return hashText(String(value), seed ^ 2);
  if (Array.isArray(value)) {
    let hash = seed ^ 3;
    for (const item of value as readonly unknown[]) hash = mix(Math.imul(hash, 31) + hashJson(item, seed));
    return mix(hash);
  }
  let sum = seed ^ 4;
  for (const key of Object.keys(value)) {
    const held = (value as Readonly<Record<string, unknown>>)[key];
    if (held !== undefined) sum = (sum + mix(hashText(key, seed) ^ Math.imul(hashJson(held, seed), 0x2545f491))) | 0;
  }
  return mix(sum);
}

function hashText(text: string, seed: number): number {
  let hash = seed ^ text.length;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
}

/** The finaliser of murmur3: every input bit reaches every output bit. */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
