import { fail, succeed, type Result } from '../base/result.ts';
import {
  bridgeContract,
  type BridgeMethod,
  type BridgeOutput,
  type BridgeParsedInput,
} from './contract/bridge-contract.ts';
import type { Failure } from './contract/failure.ts';

/** One function a method; the host gives all of them. */
export type BridgeHandlers = {
  readonly [Method in BridgeMethod]: (
    input: BridgeParsedInput<Method>,
  ) => Promise<Result<BridgeOutput<Method>, Failure>>;
};

/**
 * Checks the method and its input, then calls the handler. Total: anything a stranger sends comes back as a Failure,
 * and a fault in a handler is reported to `onFault` and answered, never thrown across the wire.
 */
export async function dispatch(
  handlers: BridgeHandlers,
  method: unknown,
  input: unknown,
  onFault: (fault: unknown) => void,
): Promise<Result<unknown, Failure>> {
  if (typeof method !== 'string' || !Object.hasOwn(bridgeContract, method)) return refuse('unknown method');
  const name = method as BridgeMethod;
  if (isUnwieldy(input)) return refuse('too deep or too large');
  const parsed = bridgeContract[name].input.safeParse(input);
  if (!parsed.success)
    return refuse(parsed.error.issues.map((issue) => issue.path.join('.') + ': ' + issue.message).join('; '));
  try {
    const handler = handlers[name] as (value: unknown) => Promise<Result<unknown, Failure>>;
    const result = await handler(parsed.data);
    return result.ok ? succeed(result.value) : result;
  } catch (fault) {
    onFault(fault);
    return fail({ code: 'bridge.faulted', detail: 'This is a fault in Parley; your work is still here.', path: '' });
  }
}

/** More than any call of ours holds; checking a schema on deeper or larger data would run out of stack or time. */
const depthCap = 80;
const valueCap = 1_000_000;

/** Counted as a tree: data that holds itself, or one thing many times over, grows here and is stopped here. */
function isUnwieldy(input: unknown): boolean {
  let level: unknown[] = [input];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    if (depth > depthCap || values > valueCap) return true;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return false;
}

const refuse = (detail: string): Result<never, Failure> =>
  fail({ code: 'bridge.refused', detail: detail.slice(0, 500), path: '' });
