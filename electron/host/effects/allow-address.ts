import type { ActionFailure } from '../../../shared/engine/effect.ts';
import type { ExecutorPorts } from '../actions/action-executor.ts';
import type { ServiceAround } from './call-service.ts';
import { AddressRefused, judgeTarget, resolveBySystem, type Reach } from './guarded-connector.ts';
import { explainCallError } from './http-failure.ts';
import type { LivePorts } from './live-call.ts';
import type { PerformerPorts } from './performer-ports.ts';
import { createRedactor } from './redactor.ts';
import { notAllowed, passSecretGate } from './secret-gate.ts';

type AllowAddress = ExecutorPorts['allowAddress'];

/** The usual ports of what executors speak beside HTTP. */
const usualPorts: { readonly [protocol: string]: number } = {
  'postgres:': 5432,
  'postgresql:': 5432,
  'smtp:': 25,
  'smtps:': 465,
};

const portOf = ({ port, protocol }: URL): number | null => {
  const usual = usualPorts[protocol];
  return usual === undefined ? null : Number(port) || usual;
};

/** What a person is asked about and what is remembered; null for what nobody here speaks. */
export function addressOrigin(url: URL): string | null {
  const port = portOf(url);
  return port === null ? null : `${url.protocol}//${url.hostname}:${port}`;
}

/**
 * For what speaks no HTTP: the same questions as for a request, answered with the one address that was judged. Whoever
 * connects goes there and looks nothing up again.
 */
export function createAddressDoor(ports: PerformerPorts, live: LivePorts, around: ServiceAround): AllowAddress {
  return async (url, secretName, signal) => {
    const port = portOf(url);
    const origin = addressOrigin(url);
    if (port === null || origin === null)
      return refused('badRequest', `${url.protocol}// is nothing Parley connects to.`);
    const ask: LivePorts['mayCall'] = (...asked) => around.aside(() => live.mayCall(...asked));
    const address = await judge(ports, url, origin, port, (reach) => ask(origin, null, signal, reach));
    if ('refused' in address || secretName === null) return address;
    const passed = await passSecretGate({ ...live, mayCall: ask }, secretName, [origin], signal);
    if (!passed.ok) return refused(passed.failure.failure, passed.failure.detail);
    const secret = await live.secretNamed(secretName);
    if (secret === null)
      return refused('secretMissing', `There is no secret called "${secretName}" on this machine. Give it first.`);
    around.onSecret(createRedactor([secret]));
    return { ...address, secret };
  };
}

/** What the guard of requests says of it; where it wants a person's word, that is asked for once. */
async function judge(
  ports: PerformerPorts,
  url: URL,
  origin: string,
  port: number,
  ask: (reach: Reach) => Promise<boolean>,
): ReturnType<AllowAddress> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const target = (allowed: Reach | null) =>
    judgeTarget(
      {
        // The guard knows origins of the web; here the one that is meant is the one that was asked about.
        isAllowed: (_web, reach) => reach === allowed || ports.consent.isAllowed(origin, reach),
        ownPorts: ports.ownPorts,
        rewrite: () => Promise.resolve(null),
        resolve: ports.resolve ?? resolveBySystem,
      },
      { protocol: 'http:', hostname: host, host: `${url.hostname}:${port}`, port: String(port) },
    );
  try {
    const found = await target(null).catch(async (error: unknown) => {
      if (!(error instanceof AddressRefused) || error.reason !== 'consentNeeded') throw error;
      if (!(await ask(error.reach))) throw new NotAllowed();
      return target(error.reach);
    });
    const first = found.addresses[0];
    if (first === undefined) return refused('connectionFailed', `There is no machine called ${host}.`);
    return { host, address: first.address, port, secret: null };
  } catch (error) {
    if (error instanceof NotAllowed) return refused('addressRefused', notAllowed(origin).detail);
    const { failure, detail } = explainCallError(error, { url, timeout: 0, began: false });
    return refused(failure, detail);
  }
}

class NotAllowed extends Error {}

const refused = (failure: ActionFailure, sentence: string) => ({ refused: sentence, failure });

export const refuseAddress =
  (failure: ActionFailure, sentence: string): AllowAddress =>
  () =>
    Promise.resolve(refused(failure, sentence));
