/**
 * A fingerprint of plain JSON: equal content gives an equal text on any machine, whatever the order of keys. Two
 * independent lanes of 32 bits; meant to tell versions apart, not to resist an attacker.
 */
export type Fingerprint = readonly [number, number];

export const emptyFingerprint: Fingerprint = [0, 0];

export function fingerprintOf(value: unknown): Fingerprint {
  const lanes = { first: 0, second: 0 };
  hashJson(value, lanes);
  return [lanes.first, lanes.second];
}

/** Adding is commutative, so a set of records needs no sorting to have one fingerprint. */
export const addFingerprints = (left: Fingerprint, right: Fingerprint): Fingerprint => [
  (left[0] + right[0]) >>> 0,
  (left[1] + right[1]) >>> 0,
];

export const fingerprintText = (fingerprint: Fingerprint): string =>
  fingerprint.map((lane) => lane.toString(16).padStart(8, '0')).join('');

/** The hash of what was looked at last. One pair for all of it: a pair for each value would cost more than hashing. */
type Lanes = { first: number; second: number };

const seeds = { first: 0x9747b28c, second: 0x3c6ef372 } as const;

/** Undefined counts as an absent key, as it does in JSON. */
function hashJson(value: unknown, lanes: Lanes): void {
  if (typeof value === 'string') hashText(value, 1, lanes);
  else if (typeof value !== 'object' || value === null) hashText(String(value), 2, lanes);
  else if (Array.isArray(value)) hashItems(value, lanes);
  else hashMembers(value as Readonly<Record<string, unknown>>, lanes);
}

function hashItems(items: readonly unknown[], lanes: Lanes): void {
  let first = seeds.first ^ 3;
  let second = seeds.second ^ 3;
  for (const item of items) {
    hashJson(item, lanes);
    first = mix(Math.imul(first, 31) + lanes.first);
    second = mix(Math.imul(second, 31) + lanes.second);
  }
  lanes.first = mix(first);
  lanes.second = mix(second);
}

/** Members are added up, so that their order does not matter. */
function hashMembers(value: Readonly<Record<string, unknown>>, lanes: Lanes): void {
  let first = seeds.first ^ 4;
  let second = seeds.second ^ 4;
  for (const key of Object.keys(value)) {
    const held = value[key];
    if (held === undefined) continue;
    hashJson(held, lanes);
    const heldFirst = Math.imul(lanes.first, 0x2545f491);
    const heldSecond = Math.imul(lanes.second, 0x2545f491);
    hashText(key, 0, lanes);
    first = (first + mix(lanes.first ^ heldFirst)) | 0;
    second = (second + mix(lanes.second ^ heldSecond)) | 0;
  }
  lanes.first = mix(first);
  lanes.second = mix(second);
}

function hashText(text: string, kind: number, lanes: Lanes): void {
  let first = seeds.first ^ kind ^ text.length;
  let second = seeds.second ^ kind ^ text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x01000193);
  }
  lanes.first = mix(first);
  lanes.second = mix(second);
}

/** The finaliser of murmur3: every input bit reaches every output bit. */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
