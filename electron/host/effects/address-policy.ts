import ipaddr from 'ipaddr.js';

/**
 * What may be called. `public` always; `local` – this machine and private networks – where a person allowed it; `never`
 * is what no service of a designer can be: metadata of clouds, link-local, multicast, addresses of nobody.
 */
export type Judgement =
  | { readonly kind: 'public' }
  | { readonly kind: 'local' }
  | { readonly kind: 'never'; readonly because: string };

/** Judges one address as the system resolved it. What cannot be read is never called. */
export function judgeAddress(address: string): Judgement {
  // A zone ("fe80::1%eth0") says which wire, not which machine.
  const bare = address.replace(/%.*$/, '');
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) return judgeV4(ipaddr.IPv4.parse(bare));
  // "::127.0.0.1" was an early way to carry IPv4; ipaddr.js reads it as "::ffff:127.0.0.1", which is another address.
  if (/^::\d+\./.test(bare)) return never('it is reserved');
  if (ipaddr.IPv6.isValid(bare)) return judgeV6(ipaddr.IPv6.parse(bare));
  return never('it is not an address');
}

/** Names under which clouds answer with the credentials of the machine, whatever they resolve to. */
export function isMetadataName(hostname: string): boolean {
  const name = bareName(hostname);
  return metadataNames.some((known) => name === known || name.endsWith(`.${known}`));
}

/** `localhost` and everything below it is this machine by definition; asking a name server could only mislead. */
export function isLocalhostName(hostname: string): boolean {
  const name = bareName(hostname);
  return name === 'localhost' || name.endsWith('.localhost');
}

const bareName = (hostname: string): string => hostname.toLowerCase().replace(/\.+$/, '');

const metadataNames = ['metadata', 'metadata.google.internal', 'metadata.goog', 'instance-data'];
/** Cloud services on addresses that are otherwise ordinary: Azure's host, Alibaba's and Oracle's metadata. */
const metadataV4 = ['168.63.129.16', '100.100.100.200', '192.0.0.192'];
const metadataV6 = ['fd00:ec2::254', 'fd20:ce::254'].map((text) => ipaddr.IPv6.parse(text).toNormalizedString());

const never = (because: string): Judgement => ({ kind: 'never', because });
const cloudOnly = never('it belongs to the cloud this machine runs in and hands out its credentials');

const localV4 = new Set<string>(['loopback', 'private', 'carrierGradeNat']);

function judgeV4(address: ipaddr.IPv4): Judgement {
  if (metadataV4.includes(address.toString())) return cloudOnly;
  const range = address.range();
  if (range === 'unicast') return { kind: 'public' };
  if (localV4.has(range)) return { kind: 'local' };
  return range === 'linkLocal' ? cloudOnly : never(reserved[range] ?? 'it is reserved');
}

function judgeV6(address: ipaddr.IPv6): Judgement {
  if (metadataV6.includes(address.toNormalizedString())) return cloudOnly;
  if (address.isIPv4MappedAddress()) return judgeV4(address.toIPv4Address());
  const range = address.range();
  if (range === 'loopback' || range === 'uniqueLocal') return { kind: 'local' };
  if (range === 'rfc6052' && isWellKnownTranslation(address)) return judgeTranslated(address);
  // Only 2000::/3 is handed out; the rest of the space is nobody's.
  if (range === 'unicast' && ((address.parts[0] ?? 0) & 0xe000) === 0x2000) return { kind: 'public' };
  return never(reserved[range] ?? 'it is reserved');
}

/** 64:ff9b::/96 carries a public IPv4 address through a translator; anything else in it is an attempt to hide one. */
const isWellKnownTranslation = (address: ipaddr.IPv6): boolean => address.match(ipaddr.IPv6.parse('64:ff9b::'), 96);

function judgeTranslated(address: ipaddr.IPv6): Judgement {
  const inner = judgeV4(new ipaddr.IPv4(address.toByteArray().slice(12)));
  return inner.kind === 'local' ? never('it hides a local address') : inner;
}

const reserved: { readonly [range: string]: string } = {
  unspecified: 'it names no machine',
  broadcast: 'it names every machine',
  multicast: 'it names a group of machines',
  linkLocal: 'it is meant for the wire itself',
};
