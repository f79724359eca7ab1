import type { JsonObject } from '../../../../../shared/base/json.ts';
import type { ActionFailure } from '../../../../../shared/engine/effect.ts';
import type { Misbehave } from '../effects/fault-server.ts';

/** Where a fault waits: most at the plain service, some in how one gets to a service at all. */
export const places = [
  'plain',
  'other',
  'closed',
  'resetting',
  'eager',
  'good',
  'expired',
  'future',
  'selfSigned',
  'stranger',
  'otherHost',
  'plainOverTls',
  'tlsOverPlain',
] as const;
export type Place = (typeof places)[number];

/** One way in which a service goes wrong, and what must come of it. */
export type Fault = {
  /** As one reads it after "a service that". */
  readonly does: string;
  /** Its family in the list of faults that is kept with the corpora. */
  readonly family: number;
  /** What happens to a connection after the head of a request; nothing where the way there is the fault. */
  readonly misbehave?: Misbehave;
  readonly at?: Place;
  /** More fields of the action. */
  readonly action?: object;
  readonly followsRedirects?: true;
  /** Null: the answer can be used all the same. */
  readonly failure: ActionFailure | null;
  readonly says: RegExp;
  readonly outputs?: JsonObject;
};

/** Milliseconds an action has here: few where the time is what ends it, many where a busy machine must not. */
export const timeoutOf = ({ failure }: Fault): number => (failure === 'timedOut' ? 400 : 4_000);

export const megabyte = 1024 * 1024;
export const head = 'HTTP/1.1 200 OK\r\n';
