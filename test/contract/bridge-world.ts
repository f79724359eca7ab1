import type { HostEvent, HostEventName } from '../../shared/bridge/contract/event-contract.ts';
import type { Transport } from '../../shared/bridge/transport.ts';
import type { Answers } from '../builders/a-host.ts';

/** A window with a host behind it, whatever carries the bridge: what the cases of the contract are played on. */
export type BridgeWorld = {
  readonly request: Transport['request'];
  /** A folder of its own on the disk the host sees, empty at first. */
  readonly folder: string;
  /** What the person says to the next dialogs. */
  readonly answer: (answers: Partial<Answers>) => Promise<void>;
  /** Drops a file on the window, as far as the transport knows of such things. */
  readonly drop: (path: string) => Promise<void>;
  /** The first event of a name that this window hears, now or later. */
  readonly heard: <Name extends HostEventName>(name: Name) => Promise<Extract<HostEvent, { name: Name }>>;
};
