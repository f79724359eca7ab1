import type { Result } from '../base/result.ts';
import type { BridgeInput, BridgeMethod, BridgeOutput } from './contract/bridge-contract.ts';
import type { HostEvent } from './contract/event-contract.ts';
import type { Failure } from './contract/failure.ts';
import type { Transport } from './transport.ts';

/** The host as the renderer sees it: typed calls answering Results, and events. */
export type HostClient = {
  readonly call: <Method extends BridgeMethod>(
    method: Method,
    input: BridgeInput<Method>,
  ) => Promise<Result<BridgeOutput<Method>, Failure>>;
  readonly onEvent: (listener: (event: HostEvent) => void) => () => void;
};

export function createHostClient(transport: Transport): HostClient {
  return {
    call: async (method, input) => {
      const reply = await transport.request(method, input);
      return reply as Result<BridgeOutput<typeof method>, Failure>;
    },
    onEvent: (listener) => transport.onEvent(listener),
  };
}
