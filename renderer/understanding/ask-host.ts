import type { Result } from '../../shared/base/result.ts';
import { fail } from '../../shared/base/result.ts';
import type { HostClient } from '../../shared/bridge/client.ts';
import type { BridgeInput, BridgeMethod, BridgeOutput } from '../../shared/bridge/contract/bridge-contract.ts';
import type { Failure } from '../../shared/bridge/contract/failure.ts';

/** A lost connection is a failure like any other: what is asked here may be asked again. */
export const askHost = <Method extends BridgeMethod>(
  host: HostClient,
  method: Method,
  input: BridgeInput<Method>,
): Promise<Result<BridgeOutput<Method>, Failure>> =>
  host.call(method, input).catch((fault: unknown) => fail({ code: 'bridge.faulted', detail: String(fault), path: '' }));
