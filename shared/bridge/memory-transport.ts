import { dispatch, type BridgeHandlers } from './dispatch.ts';
import type { HostEvent } from './contract/event-contract.ts';
import type { Transport } from './transport.ts';

/** A transport without a wire, for tests, the command line and component tests, and the end the host emits into. */
export type MemoryTransport = {
  readonly transport: Transport;
  readonly emit: (event: HostEvent) => void;
};

/**
 * `connect` is given the way to emit and answers with the handlers. Everything passes through JSON, as a real wire
 * would have it: what is not plain data shows up here and not first in the app.
 */
export function createMemoryTransport(
  connect: (emit: (event: HostEvent) => void) => BridgeHandlers,
  onFault: (fault: unknown) => void,
): MemoryTransport {
  const listeners = new Set<(event: HostEvent) => void>();
  const emit = (event: HostEvent): void => {
    const carried = overTheWire(event) as HostEvent;
    for (const listener of listeners) listener(carried);
  };
  const handlers = connect(emit);
  return {
    transport: {
      request: async (method, input) =>
        overTheWire(await dispatch(handlers, overTheWire(method), overTheWire(input), onFault)),
      onEvent: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    emit,
  };
}

const overTheWire = (value: unknown): unknown => {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
};
