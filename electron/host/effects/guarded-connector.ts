import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isLocalhostName, isMetadataName, judgeAddress } from './address-policy.ts';
import { capAnswers } from './cap-answers.ts';
import type { Lifelines } from './lifelines.ts';

/** Names to addresses; the system's own way unless a test says otherwise. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** Where an origin leads: to the world, or to this machine and the networks it is in. A yes to one is none to the other. */
export type Reach = 'public' | 'local';

export type ConnectPolicy = {
  /** Whether a person allowed this scenario to call that origin, as far as that. */
  readonly isAllowed: (origin: string, reach: Reach) => boolean;
  /** Ports this program itself listens on. */
  readonly ownPorts: () => readonly number[];
  /** Origins that stand for a service of ours: where they really are, or null for all others. */
  readonly rewrite: (origin: string) => Promise<{ readonly address: string; readonly port: number } | null>;
  readonly resolve: Resolve;
};

/** Why nothing was connected. `consentNeeded` may be asked and tried again: nothing has been sent. */
export class AddressRefused extends Error {
  readonly reason: 'never' | 'consentNeeded';
  readonly origin: string;
  readonly reach: Reach;

  constructor(reason: 'never' | 'consentNeeded', origin: string, sentence: string, reach: Reach = 'local') {
    super(sentence);
    this.name = 'AddressRefused';
    this.reason = reason;
    this.origin = origin;
    this.reach = reach;
  }
}

/**
 * The one way out of this program. Judges every address after the name was resolved and connects to those very
 * addresses, so that a name cannot point elsewhere between the look and the leap.
 */
export function createGuardedConnector(
  policy: ConnectPolicy,
  lifelines: Pick<Lifelines, 'signalOf'>,
  connectTimeout: number,
): buildConnector.connector {
  return (options, callback) => {
    const { signalOf } = lifelines;
    void judgeTarget(policy, options).then(
      (target) =>
        openSocket(
          target,
          signalOf(originOf(options)),
          connectTimeout,
        )({ ...options, port: String(target.port) }, (...connected) => {
          if (connected[0] === null) capAnswers(connected[1]);
          callback(...connected);
        }),
      (error: Error) => callback(error, null),
    );
  };
}

const originOf = ({
  protocol,
  host,
  hostname,
}: Pick<buildConnector.Options, 'protocol' | 'host' | 'hostname'>): string =>
  new URL(`${protocol}//${host ?? hostname}`).origin;

type Target = { readonly addresses: readonly LookupAddress[]; readonly port: number };

/** Where to connect to, or a thrown refusal. No socket is opened in here. */
export async function judgeTarget(
  policy: ConnectPolicy,
  options: Pick<buildConnector.Options, 'protocol' | 'hostname' | 'host' | 'port'>,
): Promise<Target> {
  const { hostname } = options;
  const origin = originOf(options);
  const own = await policy.rewrite(origin);
  if (own !== null) return { addresses: [{ address: own.address, family: isIP(own.address) }], port: own.port };
  const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
  if (isMetadataName(hostname)) throw refuse(origin, hostname, 'that name hands out the credentials of a machine');
  const addresses = await addressesOf(policy.resolve, hostname);
  for (const { address } of addresses) judge(policy, origin, address, port);
  return { addresses, port };
}

/** One bad answer refuses all: mixing good and bad answers is how guards are walked around. */
function judge(policy: ConnectPolicy, origin: string, address: string, port: number): void {
  const judgement = judgeAddress(address);
  if (judgement.kind === 'never') throw refuse(origin, address, judgement.because);
  const isLocal = judgement.kind === 'local';
  if (isLocal && policy.ownPorts().includes(port))
    throw refuse(origin, `${address}:${port}`, 'Parley itself listens there');
  // A name that was allowed out in the world is not allowed to mean this machine the next time.
  if (policy.isAllowed(origin, judgement.kind)) return;
  const what = isLocal ? `${origin} is on this machine or its private network, and this scenario` : 'This scenario';
  const sentence = `${what} was not allowed to call ${isLocal ? 'it' : origin}.`;
  throw new AddressRefused('consentNeeded', origin, sentence, judgement.kind);
}

const refuse = (origin: string, what: string, because: string): AddressRefused =>
  new AddressRefused('never', origin, `Parley does not call ${what}: ${because}.`);

async function addressesOf(resolve: Resolve, hostname: string): Promise<readonly LookupAddress[]> {
  const family = isIP(hostname);
  if (family !== 0) return [{ address: hostname, family }];
  if (isLocalhostName(hostname)) return loopback;
  return resolve(hostname);
}

const loopback: readonly LookupAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];

export const resolveBySystem: Resolve = (hostname) =>
  new Promise((resolve, reject) => {
    systemLookup(hostname, { all: true, verbatim: true }, (error, addresses) =>
      error === null ? resolve(addresses) : reject(error),
    );
  });

/** Connects to the judged addresses and no others; the name is kept for TLS and for the Host header. */
function openSocket(target: Target, signal: AbortSignal, timeout: number): buildConnector.connector {
  const first = target.addresses[0];
  const pinned: LookupFunction = (_hostname, options, found) => {
    if (first === undefined) found(new Error('the name has no address'), '', 0);
    else if (options.all === true) found(null, [...target.addresses]);
    else found(null, first.address, first.family);
  };
  return buildConnector({ lookup: pinned, autoSelectFamily: true, allowH2: false, timeout, signal });
}
