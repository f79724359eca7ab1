import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** A key with its certificate, as TLS servers take them. */
export type Identity = { readonly key: string; readonly cert: string };
export type Authority = Identity & { readonly name: string; readonly signs: KeyObject };

type Wish = {
  readonly name: string;
  /** The address it is good for. */
  readonly address: readonly [number, number, number, number];
  /** Days from now. */
  readonly from?: number;
  readonly to?: number;
};

/** Somebody who vouches for others. */
export function makeAuthority(name: string): Authority {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const isAuthority = extension('551d13', true, sequence(boolean));
  const cert = certificate({ name, issuer: name, publicKey, signs: privateKey, from: -1, to: 30 }, isAuthority);
  return { name, signs: privateKey, key: pemOf(privateKey), cert };
}

/** A certificate for an address; without an authority it vouches for itself. */
export function makeIdentity(wish: Wish, authority?: Authority): Identity {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { name, address, from = -1, to = 30 } = wish;
  const alternative = extension('551d11', false, sequence(tagged(0x87, Buffer.from(address))));
  const by = { issuer: authority?.name ?? name, signs: authority?.signs ?? privateKey };
  return { key: pemOf(privateKey), cert: certificate({ name, publicKey, from, to, ...by }, alternative) };
}

type Parts = {
  readonly name: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly signs: KeyObject;
  readonly from: number;
  readonly to: number;
};

/** X.509, version 3, signed with ECDSA and SHA-256. */
function certificate({ name, issuer, publicKey, signs, from, to }: Parts, ...extensions: readonly Buffer[]): string {
  const told = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.from([1 + Math.floor(Math.random() * 100)])),
    ecdsaWithSha256,
    nameOf(issuer),
    sequence(momentOf(from), momentOf(to)),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  );
  const signature = tagged(0x03, Buffer.from([0]), sign('sha256', told, signs));
  const base64 = sequence(told, ecdsaWithSha256, signature).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

/** One value in DER: its tag, its length, itself. */
function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}
const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, ...parts);
const objectId = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'));

const boolean = tagged(0x01, Buffer.from([255]));
const ecdsaWithSha256 = sequence(objectId('2a8648ce3d040302'));
const nameOf = (text: string): Buffer =>
  sequence(tagged(0x31, sequence(objectId('550403'), tagged(0x0c, Buffer.from(text)))));
const extension = (id: string, isCritical: boolean, value: Buffer): Buffer =>
  sequence(objectId(id), ...(isCritical ? [boolean] : []), tagged(0x04, value));

/** `261120101500Z` */
function momentOf(days: number): Buffer {
  const iso = new Date(Date.now() + days * 86_400_000).toISOString();
  return tagged(0x17, Buffer.from(`${iso.slice(2, 19).replace(/\D/g, '')}Z`));
}

const pemOf = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();
