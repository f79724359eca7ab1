import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { ActionFailure } from '../../../shared/engine/effect.ts';
import { demoOrigin } from '../demo/demo-server.ts';
import type { Reach } from './guarded-connector.ts';

/** Where secrets may go, beside the consent of each scenario. */
export type SecretHosts = {
  /** Empty: wherever its person says yes to first. */
  readonly of: (name: string) => Promise<readonly string[]>;
  readonly bind: (name: string, hosts: readonly string[]) => Promise<void>;
};

export type GatePorts = {
  /** `reach` says how far a call without a secret goes. */
  readonly mayCall: (origin: string, secret: string | null, signal: AbortSignal, reach?: Reach) => Promise<boolean>;
  readonly secretHosts?: SecretHosts | undefined;
};

type Refusal = { readonly failure: ActionFailure; readonly detail: string };

/**
 * Whether a secret may travel to all these origins. A secret that has its hosts goes nowhere else, whatever anybody
 * clicks: a scenario could name our secret and a host of its own. One that has none belongs from now on to where its
 * person let it go first.
 */
export async function passSecretGate(
  ports: GatePorts,
  secret: string,
  origins: readonly string[],
  signal: AbortSignal,
): Promise<Result<null, Refusal>> {
  const outside = [...new Set(origins)].filter((origin) => origin !== demoOrigin);
  const hosts = (await ports.secretHosts?.of(secret)) ?? [];
  const stranger = hosts.length === 0 ? undefined : outside.find((origin) => !hosts.includes(hostOf(origin)));
  if (stranger !== undefined) return fail(boundElsewhere(secret, hosts, stranger));
  for (const origin of outside) if (!(await ports.mayCall(origin, secret, signal))) return fail(notAllowed(origin));
  if (hosts.length === 0 && outside.length > 0) await ports.secretHosts?.bind(secret, outside.map(hostOf));
  return succeed(null);
}

/** With its port where it is not the usual one. */
export const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : origin);

export const notAllowed = (origin: string): Refusal => ({
  failure: 'addressRefused',
  detail: `This scenario was not allowed to call ${origin}.`,
});

const boundElsewhere = (secret: string, hosts: readonly string[], origin: string): Refusal => ({
  failure: 'addressRefused',
  detail:
    `The secret "${secret}" belongs to ${hosts.join(', ')} and is not sent to ${hostOf(origin)}. ` +
    'Change where it may go, or give it anew.',
});
