import type { StoreApi } from 'zustand/vanilla';
import { fail, type Result } from '../../shared/base/result.ts';
import type { HostClient } from '../../shared/bridge/client.ts';
import type { BridgeInput, BridgeMethod, BridgeOutput } from '../../shared/bridge/contract/bridge-contract.ts';
import type { Failure } from '../../shared/bridge/contract/failure.ts';
import type { RunState } from './run-store.ts';

export type RunLine = {
  readonly ask: <Method extends BridgeMethod>(
    method: Method,
    input: BridgeInput<Method>,
  ) => Promise<Result<BridgeOutput<Method>, Failure>>;
  /** Asks something of the run there is; a failure is shown in the chat. True when it was done. */
  readonly tell: <Method extends BridgeMethod>(
    method: Method,
    input: (run: string) => BridgeInput<Method>,
  ) => Promise<boolean>;
};

/** The line to the host. A lost connection is a failure like any other: nothing is thrown at a panel. */
export function createRunLine(host: HostClient, store: StoreApi<RunState>): RunLine {
  const ask: RunLine['ask'] = async (method, input) => {
    try {
      return await host.call(method, input);
    } catch (fault) {
      return fail({ code: 'bridge.faulted', detail: String(fault), path: '' });
    }
  };
  return {
    ask,
    tell: async (method, input) => {
      const { run } = store.getState();
      if (run === null) return false;
      const reply = await ask(method, input(run));
      if (!reply.ok && store.getState().run === run) store.setState({ failure: reply.failure });
      return reply.ok;
    },
  };
}
