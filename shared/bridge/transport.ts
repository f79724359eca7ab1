import type { HostEvent } from './contract/event-contract.ts';

/** The wire: two functions, whatever carries them. `request` never rejects for a Failure, only for a lost connection. */
export type Transport = {
  readonly request: (method: string, input: unknown) => Promise<unknown>;
  /** Listens to host events; the answer stops listening. */
  readonly onEvent: (listener: (event: HostEvent) => void) => () => void;
};
